import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { createTwilio, inProcess } from "../../templates/runtime/twilio/index.js";
import { at, credentials, failureOf } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import { fetchOne } from "./support/workflows.js";

const silent: Reply = { raw: () => undefined };
const busy: Reply = { status: 429, headers: { "retry-after": "100" } };
const runs = 25;

/** What the platform warns of until the test is over. */
function warnings(): { readonly names: readonly string[]; end(): Promise<void> } {
  const names: string[] = [];
  const note = ({ name }: Error): void => void names.push(name);
  process.on("warning", note);
  return {
    names,
    async end() {
      // Warnings come one tick late.
      await new Promise((resolve) => setImmediate(resolve));
      process.off("warning", note);
    },
  };
}

test.each([
  ["requests under way", silent, 100],
  ["requests that wait for their turn", silent, 1],
  ["waits", busy, 100],
])("many runs share one signal without a warning of the platform: %s", async (_name, reply, maxConcurrent) => {
  const server = await serve([reply]);
  const client = createTwilio({ credentials, baseUrl: server.url, maxConcurrent });
  const abort = new AbortController();
  const { signal } = abort;
  const warned = warnings();
  let waits = 0;
  const sleep: typeof inProcess.sleep = (...args) => ((waits += 1), inProcess.sleep(...args));
  const failures = Array.from({ length: runs }, () =>
    failureOf(fetchOne("a", { client, signal, runner: { ...inProcess, sleep } })),
  );
  const sent = (): void => expect(reply === busy ? waits : server.requests.length).toBe(Math.min(runs, maxConcurrent));
  await vi.waitFor(sent, { timeout: 20_000 });
  await new Promise((resolve) => setImmediate(resolve));
  await warned.end();
  expect(warned.names).toEqual([]);
  abort.abort("enough");
  for (const failure of failures) expect(await failure).toMatchObject({ code: "aborted", cause: "enough" });
});

test("nothing is left at a signal that outlives the run", async () => {
  const server = await serve([{ status: 429, headers: { "retry-after": "0" } }, { body: { sid: "SM1" } }]);
  const { signal } = new AbortController();
  await fetchOne("a", at(server.url, { signal, runner: inProcess }));
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
