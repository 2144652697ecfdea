import { expect, test, vi } from "vitest";
import { tallyOf } from "../durable/kills.js";
import { onFiles } from "../durable/on-stores.js";

test("processes whose runs are kept in files are killed at any moment, and nothing is lost or sent twice", async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const { kills, pairs, right, unknown, runs, ...bad } = await tallyOf(onFiles, { kinds: ["message"], crashes: 0 });
  expect(bad).toMatchObject({ wrong: [], twice: [] });
  expect(kills).toBeGreaterThan(12);
  expect(pairs).toBe(1);
  expect(unknown).toBeGreaterThan(0);
  expect(right + unknown).toBe(runs);
}, 300_000);
