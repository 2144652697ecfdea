import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { eachOf } from "../../templates/runtime/run/each.js";
import { pagesOf } from "../../templates/runtime/run/pages.js";
import { type Checkpoint, openWorkflow, type WorkflowRun } from "../../templates/runtime/index.js";
import { serve } from "../runtime/support/server.js";

const PAGES = 2_000;
const PER_PAGE = 50;
const KILOBYTE = 1_024;

interface Message {
  sid: string;
  body: string;
}

interface Api {
  "/messages": {
    get: {
      parameters: { query?: { token?: string | undefined } };
      responses: { 200: { content: { "application/json": { messages: Message[]; next: string } } } };
    };
  };
}

test("of 100,000 messages in 2,000 pages no more is held at the end than at the beginning", async () => {
  const server = await serve(({ url }) => {
    const page = Number(new URL(url, "http://localhost").searchParams.get("token"));
    const messages = Array.from({ length: PER_PAGE }, (_, index) => {
      return { sid: `SM${page * PER_PAGE + index}`, body: "x".repeat(500) };
    });
    server.requests.length = 0;
    return { body: { messages, next: String(page + 1) } };
  });
  const heaps: number[] = [];
  let size = 0;
  const onCheckpoint = (checkpoint: Checkpoint): void =>
    void (size = Math.max(size, JSON.stringify(checkpoint).length));
  const run: WorkflowRun = openWorkflow("read", { baseUrl: server.url, onCheckpoint }, { version: "1" });
  const api = run.api<Api>("https://api.example.com");
  let [pages, read, last] = [0, 0, ""];
  for (const page of pagesOf(run, "list", { limit: PAGES * PER_PAGE, doing: "look" })) {
    const list = await api.GET("/messages", {
      ...run.step("list", { expect: "2xx", shape: { messages: [] } }),
      params: { query: { token: page.token } },
    });
    for (const message of eachOf(run, "look", page.of(list.data.messages, list.data.next), { from: page.from })) {
      [read, last] = [read + 1, message.sid];
    }
    pages += 1;
    if (pages % 200 === 0) heaps.push(heapUsed());
  }

  const curve = heaps.map((bytes) => `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)}`).join(", ");
  console.info(
    `${read} messages in ${pages} pages; heap in MB every 200 pages: ${curve}; checkpoints of up to ${size} bytes`,
  );
  expect([pages, read, last]).toEqual([PAGES, PAGES * PER_PAGE, `SM${PAGES * PER_PAGE - 1}`]);
  // All of them are 50 MB.
  expect((heaps.at(-1) ?? Infinity) - (heaps[0] ?? 0)).toBeLessThan(3 * KILOBYTE * KILOBYTE);
  expect(size).toBeLessThan(100 * KILOBYTE);
});

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
