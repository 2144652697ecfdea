import { createServer, type Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test, vi } from "vitest";
import { at, failureOf, quick } from "./support/options.js";
import { serve } from "./support/server.js";
import { createOne, fetchOne } from "./support/workflows.js";

const text = JSON.stringify({ sid: "SM1", text: "größer".repeat(100) });

test.for<{ encoding: string; bytes: Buffer }>([
  { encoding: "gzip", bytes: gzipSync(text) },
  { encoding: "x-gzip", bytes: gzipSync(text) },
  { encoding: "GZIP", bytes: gzipSync(text) },
  { encoding: "deflate", bytes: deflateSync(text) },
  { encoding: "br", bytes: brotliCompressSync(text) },
  { encoding: "identity", bytes: Buffer.from(text) },
])("an answer in $encoding is read", async ({ encoding, bytes }) => {
  const server = await serve([
    {
      raw: (response) => {
        response.writeHead(200, { "content-type": "application/json", "content-encoding": encoding });
        // A character in two pieces.
        response.write(bytes.subarray(0, 22), () => response.end(bytes.subarray(22)));
      },
    },
  ]);
  expect(await fetchOne("a", at(server.url))).toBe("SM1");
  expect(server.requests[0]?.headers).toMatchObject({ "accept-encoding": "gzip, deflate, br" });
});

test("an answer that is compressed counts with the size that it has then", async () => {
  const bytes = gzipSync(JSON.stringify({ sid: "SM1", text: " ".repeat(100_000) }));
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  const server = await serve([{ raw: (response) => response.writeHead(200, headers).end(bytes) }]);
  expect(bytes.length).toBeLessThan(1_000);
  expect(await failureOf(fetchOne("a", at(server.url, { maxAnswerSize: 1_000 })))).toMatchObject({
    code: "invalid-answer",
  });
});

test("an answer that is not what it says is compressed by has not come", async () => {
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  const server = await serve([{ raw: (response) => response.writeHead(201, headers).end("no gzip") }]);
  expect(await failureOf(createOne("+1", at(server.url)))).toMatchObject({ code: "unknown-outcome" });
});

test("a header that comes several times is one, whatever it is called", async () => {
  const server = await serve([
    {
      status: 400,
      raw: (response) => {
        response.setHeader("x-request-id", ["RQ1", "RQ2 "]);
        response.setHeader("__proto__", "x");
        response.statusCode = 400;
        response.end("{}");
      },
    },
  ]);
  expect(await failureOf(fetchOne("a", at(server.url)))).toMatchObject({ requestId: "RQ1, RQ2" });
});

/** Answers each request, closes its side of the connection a moment later, and lets it be known when it has. */
const closing = `
  const { createServer } = require("node:http");
  const { parentPort, workerData } = require("node:worker_threads");
  const seen = new Int32Array(workerData);
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(201, { "content-type": "application/json" });
    const told = () => {
      Atomics.add(seen, 0, 1);
      Atomics.notify(seen, 0);
    };
    response.end('{"sid":"SM1"}', () => setImmediate(() => request.socket.end(told)));
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
`;

test("a POST goes on no connection that was closed while the program was busy", async () => {
  const shared = new SharedArrayBuffer(4);
  const worker = new Worker(closing, { eval: true, workerData: shared });
  onTestFinished(() => void worker.terminate());
  const port = await new Promise<number>((resolve) => worker.once("message", resolve));
  const options = at(`http://127.0.0.1:${port}`);
  for (let run = 0; run < 3; run++) {
    expect(await createOne("+1", options)).toBe("SM1");
    // Nothing is seen of it here until this is over.
    expect(Atomics.wait(new Int32Array(shared), 0, run, 5_000)).not.toBe("timed-out");
  }
});

test("a POST that is given up while it is looked for a connection is not sent", async () => {
  const server = await serve([{ status: 201, body: { sid: "SM1" } }]);
  const options = at(server.url);
  expect(await createOne("+1", options)).toBe("SM1");
  const aborter = new AbortController();
  const given = failureOf(createOne("+2", { ...options, signal: aborter.signal }));
  setImmediate(() => aborter.abort());
  expect(await given).toMatchObject({ code: "aborted" });
  expect(await createOne("+3", options)).toBe("SM1");
  expect(server.requests.map(({ body }) => /%2B(\d)/.exec(body)?.[1])).toEqual(["1", "3"]);
});

test("while a connection is made, nothing of a POST has been sent", async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.on("error", () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = address === null || typeof address === "string" ? 0 : address.port;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());

  const accepted = new Promise((resolve) => server.once("connection", resolve));
  const late = failureOf(createOne("+1", at(`https://127.0.0.1:${port}`, { retries: 0, runner: quick().runner })));
  await accepted;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await late).toMatchObject({
    code: "step-failed",
    outcome: "not-done",
    message: expect.stringContaining("no connection within 10000 ms"),
  });

  server.once("connection", (socket) => socket.destroy());
  const broken = failureOf(createOne("+1", at(`https://127.0.0.1:${port}`, { retries: 0, runner: quick().runner })));
  expect(await broken).toMatchObject({ code: "step-failed", outcome: "not-done" });
  for (const socket of sockets) socket.destroy();
});

test("a status that there is none of is no answer to go on with", async () => {
  const server = await serve([{ raw: (response) => response.writeHead(700).end("{}") }]);
  expect(await failureOf(fetchOne("a", at(server.url, { retries: 0 })))).toMatchObject({ code: "invalid-answer" });
});
