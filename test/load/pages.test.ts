import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { eachOf } from "../../templates/runtime/run/each.js";
import { partsOf } from "../../templates/runtime/run/stream.js";
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

interface StreamApi {
  "/export": { get: { responses: { 200: { content: { "application/x-ndjson": Message[] } } } } };
}

interface Api {
  "/messages": {
    get: {
      parameters: { query?: { token?: string | undefined } };
      responses: { 200: { content: { "application/json": { messages: Message[]; next: string } } } };
    };
  };
}

/** A server of 100,000 messages in 2,000 pages. It counts the pages that are asked for. */
async function messages(): Promise<{ url: string; readonly asked: number }> {
  let asked = 0;
  const server = await serve(({ url }) => {
    const page = Number(new URL(url, "http://localhost").searchParams.get("token"));
    const listed = Array.from({ length: PER_PAGE }, (_, index) => {
      return { sid: `SM${page * PER_PAGE + index}`, body: "x".repeat(500) };
    });
    server.requests.length = 0;
    asked += 1;
    return { body: { messages: listed, next: page + 1 < PAGES ? String(page + 1) : "" } };
  });
  return {
    url: server.url,
    get asked() {
      return asked;
    },
  };
}

test("of 100,000 messages in 2,000 pages no more is held at the end than at the beginning", async () => {
  const server = await messages();
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
  expect(server.asked).toBe(PAGES);
});

test.each([
  ["at the end of a page", 30_000, 600],
  ["in the middle of one", 30_010, 601],
])("of 100,000 messages those up to the limit are read, and no page behind them, %s", async (_, limit, wanted) => {
  const server = await messages();
  const run: WorkflowRun = openWorkflow("read", { baseUrl: server.url }, { version: "1" });
  const api = run.api<Api>("https://api.example.com");
  const read: Message[] = [];
  for (const page of pagesOf(run, "list", { limit })) {
    const list = await api.GET("/messages", {
      ...run.step("list", { expect: "2xx", shape: { messages: [] } }),
      params: { query: { token: page.token } },
    });
    read.push(...page.of(list.data.messages, list.data.next));
  }
  console.info(`limit ${limit}: ${read.length} of 100,000 messages read, ${server.asked} of 2,000 pages asked for`);
  expect(server.asked).toBe(wanted);
  expect(read.map(({ sid }) => sid)).toEqual(Array.from({ length: limit }, (_, index) => `SM${index}`));
});

test("of a stream of 200,000 messages no more is held at the end than at the beginning", async () => {
  const STREAMED = 200_000;
  const server = await serve(() => ({
    raw: (response) => {
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      let sent = 0;
      const more = (): void => {
        while (sent < STREAMED) {
          if (!response.write(`${JSON.stringify({ sid: `SM${sent++}`, body: "x".repeat(500) })}\n`)) {
            response.once("drain", more);
            return;
          }
        }
        response.end();
      };
      more();
    },
  }));
  const run: WorkflowRun = openWorkflow("read", { baseUrl: server.url }, { version: "1" });
  const api = run.api<StreamApi>("https://api.example.com");
  const heaps: number[] = [];
  let [read, last] = [0, ""];
  for (const page of partsOf(run, "export", "json-lines", { limit: STREAMED, doing: "look" })) {
    const exported = await api.GET("/export", {
      ...run.step("export", { expect: "2xx", events: page.events, shape: [] }),
      headers: { Accept: "application/x-ndjson" },
    });
    const listed = page.of(exported.data, exported.response.rest);
    for (const message of eachOf(run, "look", listed, { from: page.from })) {
      [read, last] = [read + 1, message.sid];
      if (read % 20_000 === 0) heaps.push(heapUsed());
    }
  }

  const curve = heaps.map((bytes) => `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)}`).join(", ");
  console.info(`${read} messages over one connection; heap in MB every 20,000: ${curve}`);
  expect([read, last, server.requests.length]).toEqual([STREAMED, `SM${STREAMED - 1}`, 1]);
  // All of them are 100 MB.
  expect((heaps.at(-1) ?? Infinity) - (heaps[0] ?? 0)).toBeLessThan(5 * KILOBYTE * KILOBYTE);
});

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
