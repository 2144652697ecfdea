import { expect, test } from "vitest";
import {
  type Answer,
  inProcess,
  isWorkflowError,
  openWorkflow,
  type Runner,
  type WorkflowOptions,
} from "../../templates/runtime/twilio/index.js";
import { at, failureOf } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import { createOne, fetchOne, forgetOne } from "./support/workflows.js";

const big = "x".repeat(5_000);

test.each<[name: string, reply: Reply, status: number, words: string, options?: WorkflowOptions]>([
  ["JSON that breaks off", { status: 201, body: '{"sid": "SM' }, 201, 'with no readable JSON: {"sid": "SM'],
  ["no JSON though it says so", { status: 201, body: "<html>\n<p>" }, 201, "with no readable JSON: <html> <p>"],
  [
    "no JSON, as it says",
    { status: 201, headers: { "content-type": "text/html" }, body: "<p>" },
    201,
    "with no readable JSON: <p>",
  ],
  [
    "JSON nested too deep behind a text with quotes and brackets",
    { status: 201, body: `["a \\"]", ${"[".repeat(300)}${"]".repeat(300)}]` },
    201,
    'with no readable JSON: ["a',
  ],
  ["JSON nested too deep", { status: 201, body: "[".repeat(300) + "]".repeat(300) }, 201, "with no readable JSON: [[["],
  ["nothing", { status: 201 }, 201, "answered 201 with no body"],
  [
    "too much",
    { status: 201, body: big },
    201,
    `the answer is larger than 1000 bytes: ${"x".repeat(200)}…`,
    { maxAnswerSize: 1_000 },
  ],
])("a POST that is answered with %s", async (_name, reply, status, words, options) => {
  const server = await serve([reply]);
  const error = await failureOf(createOne("+1", at(server.url, options)));
  expect(error).toMatchObject({ name: "InvalidAnswerError", code: "invalid-answer", stepId: "createMessage", status });
  expect(error).toHaveProperty("message", expect.stringContaining(words));
  if (!isWorkflowError(error)) throw error;
  const { answers, unknown } = error.checkpoint;
  // Of what is too large nobody knows what it says.
  expect([Object.keys(answers), unknown]).toEqual(options ? [[], ["createMessage"]] : [["createMessage"], []]);
});

test("a refusal whose JSON is nested too deep has no body", async () => {
  const server = await serve([{ status: 400, body: "[".repeat(300) + "]".repeat(300) }]);
  expect(await failureOf(createOne("+1", at(server.url)))).toMatchObject({
    code: "step-failed",
    status: 400,
    body: undefined,
  });
});

test("a body that nobody reads may hold anything", async () => {
  const server = await serve([{ status: 200, body: "<p>" }, { status: 200 }, { status: 204 }, { status: 404 }]);
  for (let run = 0; run < 3; run += 1) await forgetOne("SM1", at(server.url));
  const error = await failureOf(forgetOne("SM1", at(server.url)));
  expect(error).toMatchObject({ code: "step-failed", status: 404, stepId: "forgetMessage" });
});

test("the same of a GET leaves no doubt", async () => {
  const server = await serve([{ body: "<p>" }]);
  const error = await failureOf(fetchOne("a", at(server.url)));
  expect(error).toMatchObject({ code: "invalid-answer", body: "<p>", checkpoint: { answers: {}, unknown: [] } });
  expect(server.requests).toHaveLength(1);
});

test("an answer of just the size that is allowed", async () => {
  const body = JSON.stringify({ sid: "SM1" });
  const server = await serve([{ body }]);
  expect(await fetchOne("a", at(server.url, { maxAnswerSize: body.length }))).toBe("SM1");
  const error = await failureOf(fetchOne("a", at(server.url, { maxAnswerSize: body.length - 1 })));
  expect(error).toMatchObject({ code: "invalid-answer" });
});

const truncated: Reply = {
  raw: (response) => {
    response.writeHead(201, { "content-type": "application/json", "content-length": "100" });
    response.write('{"sid":', () => response.destroy());
  },
};

test("a POST whose answer breaks off may have taken effect", async () => {
  const server = await serve([truncated]);
  const error = await failureOf(createOne("+1", at(server.url)));
  expect(error).toMatchObject({ code: "unknown-outcome", checkpoint: { unknown: ["createMessage"] } });
  expect(error).toHaveProperty("message", expect.stringContaining("answered 201, but no more: aborted"));
});

test("a POST whose refusal breaks off did not", async () => {
  const server = await serve([
    {
      raw: (response) => {
        response.writeHead(400, { "content-length": "100" });
        response.write("{", () => response.destroy());
      },
    },
  ]);
  const error = await failureOf(createOne("+1", at(server.url)));
  expect(error).toMatchObject({ code: "step-failed", status: 400, outcome: "not-done", checkpoint: { unknown: [] } });
});

test("a GET whose answer breaks off is sent again", async () => {
  const server = await serve([truncated, { body: { sid: "SM1" } }]);
  expect(await fetchOne("a", at(server.url))).toBe("SM1");
});

test("JSON that does not say that it is", async () => {
  const server = await serve([{ headers: { "content-type": "text/plain" }, body: { sid: "SM1" } }]);
  expect(await fetchOne("a", at(server.url))).toBe("SM1");
});

test("letters that are cut in two on their way", async () => {
  const bytes = Buffer.from(JSON.stringify({ sid: "żółć" }));
  const server = await serve([
    {
      raw: (response) => {
        response.writeHead(200);
        response.write(bytes.subarray(0, 9), () => setImmediate(() => response.end(bytes.subarray(9))));
      },
    },
  ]);
  expect(await fetchOne("a", at(server.url))).toBe("żółć");
});

test.each([204, 205, 304])("a %i has no body, and is none the worse for it", async (status) => {
  const fetch = async (): Promise<Response> => new Response(null, { status });
  const run = openWorkflow("w", at("https://x.test", { fetch }));
  const api = run.api<{ "/x": { delete: { responses: { 204: { content?: never } } } } }>("https://api.twilio.com");
  expect(await api.DELETE("/x", { ...run.step("s") })).toMatchObject({ status, ok: status < 300 });
});

test("an empty 202 where the documents promise no body", async () => {
  const server = await serve([{ status: 202 }]);
  const run = openWorkflow("w", at(server.url));
  const api = run.api<{ "/x": { post: { responses: { 202: { content?: never } } } } }>("https://api.twilio.com");
  expect(await api.POST("/x", { ...run.step("s", { empty: true }) })).toMatchObject({ status: 202, ok: true });
});

test("a HEAD has no body either", async () => {
  const server = await serve([{ status: 200 }]);
  const run = openWorkflow("w", at(server.url));
  const api = run.api<{ "/x": { head: { responses: { 200: { content?: never } } } } }>("https://api.twilio.com");
  expect(await api.HEAD("/x", { ...run.step("s") })).toMatchObject({ status: 200, ok: true });
});

test("a status that HTTP does not know", async () => {
  const runner = { request: async () => ({ status: 700, headers: {}, body: "odd" }), sleep: async () => undefined };
  const error = await failureOf(fetchOne("a", { runner, retries: 0 }));
  expect(error).toMatchObject({ code: "invalid-answer", status: 700, body: "odd" });
});

test("several cookies are all kept", async () => {
  const server = await serve([
    {
      raw: (response) =>
        void response.writeHead(200, { "set-cookie": ["a=1; Path=/", "b=2"], constructor: "x" }).end('{"sid": "SM1"}'),
    },
  ]);
  const answers: Answer[] = [];
  const runner: Runner = {
    ...inProcess,
    request: async (call, send) => {
      const answer = await send(call);
      answers.push(answer);
      return answer;
    },
  };
  expect(await fetchOne("a", at(server.url, { runner }))).toBe("SM1");
  expect(answers[0]?.headers).toMatchObject({ "set-cookie": "a=1; Path=/, b=2", constructor: "x" });
});

test.each<[type: string, bytes: Buffer, text: string]>([
  ["text/plain; charset=iso-8859-1", Buffer.from("Zoë", "latin1"), "Zoë"],
  ['text/plain; charset="UTF-16LE"', Buffer.from("Zoë", "utf16le"), "Zoë"],
  ["text/plain;charset=utf-8", Buffer.from("Zoë"), "Zoë"],
  ["text/plain", Buffer.from("Zoë"), "Zoë"],
  ["text/plain; charset=none-such", Buffer.from("Zoë"), "Zoë"],
  ["text/plain", Buffer.from("Zoë").subarray(0, 3), "Zo\ufffd"],
  ["application/json; charset=iso-8859-1", Buffer.from("Zoë"), "Zoë"],
])("a text as %s", async (type, bytes, text) => {
  const server = await serve([
    { raw: (response) => void response.writeHead(400, { "content-type": type }).end(bytes) },
  ]);
  const error = await failureOf(fetchOne("a", at(server.url)));
  expect(error).toMatchObject({ code: "step-failed", body: text });
});

test("a port that fetch blocks was not sent to", async () => {
  const error = await failureOf(createOne("+1", at("http://127.0.0.1:6000", { retries: 0 })));
  expect(error).toMatchObject({ code: "step-failed", outcome: "not-done", checkpoint: { unknown: [] } });
  expect(error).toHaveProperty("message", expect.stringContaining("bad port"));
});

test("an answer that was compressed", async () => {
  const { gzipSync } = await import("node:zlib");
  const body = gzipSync(JSON.stringify({ sid: "SM1" }));
  const server = await serve([
    { raw: (response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(body) },
  ]);
  expect(await fetchOne("a", at(server.url))).toBe("SM1");
});

test.each<[name: string, raw: Reply["raw"], code: string]>([
  [
    "cannot be used",
    (response) => void response.writeHead(201, { "twilio-request-id": "RQ9" }).end("no JSON"),
    "invalid-answer",
  ],
  [
    "breaks off",
    (response) => {
      response.writeHead(201, { "twilio-request-id": "RQ9", "content-length": "99" });
      response.write("{", () => response.destroy());
    },
    "unknown-outcome",
  ],
])("the error for an answer that %s names the request, for Twilio's support", async (_name, raw, code) => {
  const server = await serve([raw ? { raw } : {}]);
  const error = await failureOf(createOne("+1", at(server.url)));
  expect(error).toMatchObject({ code, message: expect.stringContaining("; request RQ9") });
});
