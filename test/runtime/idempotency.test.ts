import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { isWorkflowError, type Checkpoint, type StepEvent } from "../../templates/runtime/twilio/index.js";
import { at, failureOf } from "./support/options.js";
import { order } from "./support/order.js";
import { serveOrders, type Fault } from "./support/orders.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const faults: [name: string, faults: readonly Fault[], requests: number][] = [
  ["nothing goes wrong", [], 1],
  ["its connection is lost before", ["lost before"], 2],
  ["its connection is lost after", ["lost after"], 2],
  ["its answer breaks off", ["half an answer"], 2],
  ["a 503 comes before", ["503 before"], 2],
  ["a 503 comes after", ["503 after"], 2],
  ["all of it goes wrong", ["lost after", "503 after", "half an answer"], 4],
];

test.each(faults)(
  "an order with a key is sent again under it, and made once, where %s",
  async (_name, given, count) => {
    const shop = await serveOrders(given);
    const events: StepEvent[] = [];
    expect(await order("pen", at(shop.url, { onStep: (event) => events.push(event) }))).toBe("OR1");
    expect(shop.made).toEqual(["OR1"]);
    expect(shop.keys).toHaveLength(count);
    expect(new Set(shop.keys).size).toBe(1);
    expect(shop.keys[0]).toMatch(UUID);
    expect(events.filter(({ type }) => type === "retry")).toHaveLength(count - 1);
  },
);

test("each order has a key of its own, and the one that a step gives stands", async () => {
  const shop = await serveOrders(["none", "none", "lost after"]);
  await order("pen", at(shop.url));
  await order("pen", at(shop.url));
  await order("pen", at(shop.url), "mine");
  expect(shop.made).toHaveLength(3);
  expect(new Set(shop.keys.slice(0, 2)).size).toBe(2);
  expect(shop.keys.slice(2)).toEqual(["mine", "mine"]);
});

const ends: [name: string, fault: Fault][] = [
  ["lost", "lost after"],
  ["broken off", "half an answer"],
];

test.each(ends)("a run that ends while its order is %s goes on without being told to", async (_name, fault) => {
  const shop = await serveOrders([fault]);
  const kept: Checkpoint[] = [];
  const onCheckpoint = (checkpoint: Checkpoint): void => void kept.push(structuredClone(checkpoint));
  const error = await failureOf(order("pen", at(shop.url, { retries: 0, onCheckpoint })));
  if (!isWorkflowError(error)) throw error;
  expect(error).toMatchObject({
    code: "unknown-outcome",
    message: expect.stringMatching(/a run that resumes sends it again$/),
  });
  expect(error.checkpoint).toEqual({ ...kept.at(-1), begun: error.checkpoint.begun });
  expect(error.checkpoint).toMatchObject({ answers: {}, unknown: [], keys: { order: shop.keys[0] } });
  expect(await order("pen", at(shop.url, { resume: JSON.parse(JSON.stringify(error.checkpoint)) }))).toBe("OR1");
  expect(shop.made).toEqual(["OR1"]);
  expect(new Set(shop.keys).size).toBe(1);
});

test("an action of the workflow that tries again keeps the key where the order may have been made", async () => {
  const shop = await serveOrders(["503 after", "503 before"]);
  expect(await order("pen", at(shop.url, { retries: 0 }))).toBe("OR1");
  expect(shop.made).toEqual(["OR1"]);
  expect(new Set(shop.keys).size).toBe(1);
});

test("and takes another one where it was refused", async () => {
  const shop = await serveOrders(["422"]);
  expect(await order("pen", at(shop.url))).toBe("OR1");
  expect(new Set(shop.keys).size).toBe(2);
});

test("a run that resumes amid its tries has the keys of all of them", async () => {
  const shop = await serveOrders(["503 after", "lost after"]);
  const error = await failureOf(order("pen", at(shop.url, { retries: 0 })));
  if (!isWorkflowError(error)) throw error;
  expect(error.checkpoint.keys).toEqual({ order: shop.keys[0], "order#2": shop.keys[0] });
  expect(await order("pen", at(shop.url, { resume: error.checkpoint }))).toBe("OR1");
  expect(shop.made).toEqual(["OR1"]);
});

test("keys that are none are no checkpoint", async () => {
  const shop = await serveOrders(["lost after"]);
  const error = await failureOf(order("pen", at(shop.url, { retries: 0 })));
  if (!isWorkflowError(error)) throw error;
  const resume = JSON.parse(JSON.stringify({ ...error.checkpoint, keys: { order: 1 } }));
  const refused = await failureOf(order("pen", at(shop.url, { resume })));
  expect(refused).toMatchObject({ code: "invalid-input", message: expect.stringContaining("`keys`") });
});

test("a process that is killed once its order is made is taken up again, and makes no other", async () => {
  const shop = await serveOrders([]);
  const folder = mkdtempSync(join(tmpdir(), "keyed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "checkpoint.json");
  const run = (kill: boolean): Promise<string> =>
    new Promise((ended, failed) => {
      const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
      const args = ["--import", tsx, resolve("test/runtime/support/ordering.ts"), shop.url, file, String(kill)];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      child.stdout.on("data", (chunk) => (said += String(chunk)));
      child.on("error", failed);
      child.on("close", (code, signal) => ended(signal ?? `${code} ${said.trim()}`));
    });
  expect(await run(true)).toBe("SIGKILL");
  expect(shop.made).toEqual(["OR1"]);
  expect(existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ unknown: [], keys: { order: shop.keys[0] } });
  expect(await run(false)).toBe("0 OR1");
  expect(shop.made).toEqual(["OR1"]);
  expect(new Set(shop.keys).size).toBe(1);
});
