import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fileStore, postgresStore, type StoredRun } from "../../templates/checkpoints/index.js";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "checkpoints-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function runOf(id: string, revision: number, more: Partial<StoredRun> = {}): StoredRun {
  return { id, revision, workflow: "send", input: { to: "+1" }, checkpoint: null, leasedUntil: 100, ...more };
}

test("of all that write one revision at a time, one does", async () => {
  const place = folder();
  for (let revision = 1; revision <= 5; revision++) {
    // Each has a store of its own, as each process has.
    const writers = Array.from({ length: 20 }, (_writer, input) =>
      fileStore(place).write(runOf("order-17", revision, { input })),
    );
    const done = await Promise.all(writers);
    expect(done.filter(Boolean)).toEqual([true]);
    expect(await fileStore(place).read("order-17")).toMatchObject({ revision, input: done.indexOf(true) });
  }
});

test.each<[name: string, written: readonly number[], next: number, want: boolean]>([
  ["the first one", [], 1, true],
  ["the next one", [1, 2], 3, true],
  ["one that is there", [1, 2], 2, false],
  ["one that was there", [1, 2, 3], 1, false],
  ["one after a gap", [1], 3, false],
  ["any but the first of nothing", [], 2, false],
])("a revision that is %s", async (_name, written, next, want) => {
  const store = fileStore(folder());
  for (const revision of written) expect(await store.write(runOf("a", revision))).toBe(true);
  expect(await store.write(runOf("a", next))).toBe(want);
  expect((await store.read("a"))?.revision).toBe(want ? next : written.at(-1));
});

test.each(["..", ".", "a/b", "/etc", "ünï", "a b", "%2E", "con:1", "*"])("the id %j is any id", async (id) => {
  const place = folder();
  const store = fileStore(join(place, "runs"));
  expect(await store.read(id)).toBeUndefined();
  expect(await store.write(runOf(id, 1))).toBe(true);
  expect(await store.read(id)).toEqual(runOf(id, 1));
  expect(await store.unfinished(100)).toEqual([id]);
  expect(readdirSync(place)).toEqual(["runs"]);
  expect(readdirSync(join(place, "runs"))).toHaveLength(1);
});

test("unfinished are those that have not ended, and whose lease has", async () => {
  const store = fileStore(folder());
  expect(await store.unfinished(1_000)).toEqual([]);
  await store.write(runOf("ended", 1, { end: { outputs: {} } }));
  await store.write(runOf("leased", 1, { leasedUntil: 1_001 }));
  await store.write(runOf("left", 1, { leasedUntil: 1_000 }));
  expect(await store.unfinished(1_000)).toEqual(["left"]);
});

test("of a run there is one file, which nobody else can read, and nothing of processes that ended as they wrote", async () => {
  const place = folder();
  const store = fileStore(join(place, "runs"));
  await store.write(runOf("a", 1));
  writeFileSync(join(place, "runs", "a", "2.77.x.draft"), "{");
  await store.write(runOf("a", 2));
  await store.write(runOf("a", 3));
  expect(readdirSync(join(place, "runs", "a"))).toEqual(["3.json"]);
  expect(statSync(join(place, "runs", "a", "3.json")).mode & 0o777).toBe(0o600);
  expect(statSync(join(place, "runs", "a")).mode & 0o777).toBe(0o700);
});

test.each(["runs; DROP TABLE users", "", "a.b.c", "1st", '"runs"'])("no table is called %j", (table) => {
  const query = async (): Promise<never> => Promise.reject(new Error("asked"));
  expect(() => postgresStore({ query }, table)).toThrow(TypeError);
});
