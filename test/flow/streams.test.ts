import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import type { Checkpoint } from "../../templates/runtime/index.js";
import type { Received, Reply } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, type Ran, Running } from "./support/running.js";

const running = new Running(new Compiler());

const openapi = yaml`
  servers: [{ url: https://api.example.com }]
  paths:
    /lines:
      get:
        operationId: lines
        responses: { "200": { description: Lines., content: { application/x-ndjson: { itemSchema: { $ref: "#/components/schemas/Thing" } } } } }
    /records:
      get:
        operationId: records
        responses: { "200": { description: Records., content: { application/json-seq: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } } } } }
    /events:
      get:
        operationId: events
        responses:
          "200":
            description: Events.
            content: { text/event-stream: { schema: { $ref: "#/components/schemas/Thing" } } }
    /texts:
      get:
        operationId: texts
        responses: { "200": { description: Texts., content: { text/event-stream: {} } } }
    /mixed:
      get:
        operationId: mixed
        responses:
          "200":
            description: Texts and things.
            content:
              text/event-stream:
                itemSchema:
                  type: object
                  required: [event]
                  properties: { event: { type: string }, data: { type: string } }
                  oneOf:
                  - properties: { event: { const: text } }
                  - properties: { event: { const: thing }, data: { contentMediaType: application/json, contentSchema: { $ref: "#/components/schemas/Thing" } } }
    /either:
      get:
        operationId: either
        responses: { "200": { description: A list or lines., content: { application/json: { schema: { type: object } }, application/jsonl: { schema: { $ref: "#/components/schemas/Thing" } } } } }
    /things/{id}:
      delete:
        operationId: drop
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        responses: { "204": { description: Gone. } }
  components:
    schemas: { Thing: { type: object, required: [id], properties: { id: { type: string }, of: { type: object, properties: { id: { type: string } } } } } }
`;

/** A workflow that reads a stream, and what it does then. */
function reading(
  operationId: string,
  { items = "$response.body", more = "", step = "", outputs = "all: $steps.read.outputs.items" } = {},
): { arazzo: string; openapi: string } {
  const arazzo = yaml`
    workflows:
    - workflowId: read
      steps:
      - { stepId: read, operationId: ${operationId}, x-pages: { items: ${items}${more} } }
      ${step}
      outputs: { ${outputs} }
  `;
  return { arazzo, openapi };
}

const drop = `- { stepId: drop, operationId: drop, x-each: { in: $steps.read.outputs.items }, parameters: [{ name: id, in: path, value: $each.item#/id }] }`;
const dropping = { step: drop, outputs: "" };

const types: Readonly<Record<string, string>> = {
  "/lines": "application/x-ndjson",
  "/records": "application/json-seq",
  "/either": "application/jsonl",
};

/** A stream in pieces, each of which leaves by itself. */
function pieces(all: readonly (string | Uint8Array)[], end: (response: ServerResponse) => void, type?: string): Reply {
  return {
    raw: (response) => {
      response.writeHead(200, { "content-type": type ?? "text/event-stream" });
      const next = ([first, ...others]: readonly (string | Uint8Array)[]): void => {
        if (first === undefined) return end(response);
        response.write(first, () => setImmediate(() => next(others)));
      };
      next(all);
    },
  };
}

function streamOf(...all: readonly (string | Uint8Array)[]): (request: Received) => Reply {
  return ({ url }) => pieces(all, (response) => response.end(), types[url]);
}

/** Cut in the middle of the character. */
function cut(text: string, character: string): readonly Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const at = new TextEncoder().encode(text.slice(0, text.indexOf(character))).length + 1;
  return [bytes.subarray(0, at), bytes.subarray(at)];
}

function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

const thing = (id: string): object => ({ id });
const line = (id: string): string => `{"id":"${id}"}\n`;
const event = (id: string): string => `data: {"id":"${id}"}\n\n`;

function checkpointOf({ error }: Ran): Checkpoint {
  if (typeof error !== "object" || error === null || !("checkpoint" in error)) throw error;
  return JSON.parse(JSON.stringify(error.checkpoint));
}

const rows: readonly { name: string; of: string; sent: readonly (string | Uint8Array)[]; want: readonly unknown[] }[] =
  [
    { name: "lines", of: "lines", sent: [line("a") + line("b")], want: [thing("a"), thing("b")] },
    { name: "no lines", of: "lines", sent: [], want: [] },
    {
      name: "a last line without an end",
      of: "lines",
      sent: [line("a"), '{"id":', '"b"}'],
      want: [thing("a"), thing("b")],
    },
    {
      name: "CRLF and empty lines",
      of: "lines",
      sent: ['\r\n{"id":"a"}\r', "\n\n \n", line("b")],
      want: [thing("a"), thing("b")],
    },
    { name: "a character in two pieces", of: "lines", sent: cut(line("é😀"), "😀"), want: [thing("é😀")] },
    {
      name: "a number that none holds",
      of: "lines",
      sent: ['{"id":12345678901234567890}\n'],
      want: [{ id: "12345678901234567890" }],
    },
    {
      name: "records",
      of: "records",
      sent: ['\x1e{"id":\n"a"}\n\x1e', '{"id":"b"}\n'],
      want: [thing("a"), thing("b")],
    },
    { name: "lines where there might be a list", of: "either", sent: [line("a")], want: [thing("a")] },
    {
      name: "events of JSON",
      of: "events",
      sent: [event("a"), event("b")],
      want: [{ data: thing("a") }, { data: thing("b") }],
    },
    { name: "an event in two pieces", of: "events", sent: cut(event("😀"), "😀"), want: [{ data: thing("😀") }] },
    {
      name: "all fields of an event, comments and what is unknown",
      of: "texts",
      sent: [": hello\n\nid: 1\nevent: made\nretry: 10\nretry: soon\nother: x\nid: a\0b\ndata\n\n:\n"],
      want: [{ id: "1", event: "made", retry: 10, data: "" }],
    },
    {
      name: "data of several lines",
      of: "texts",
      sent: ["data: a\ndata:b\ndata:  c\n\n"],
      want: [{ data: "a\nb\n c" }],
    },
    {
      name: "JSON in several lines",
      of: "events",
      sent: ['data: {\ndata: "id": "a"}\n\n'],
      want: [{ data: thing("a") }],
    },
    {
      name: "events with CRLF, cut between the two",
      of: "texts",
      sent: ["data: a\r", "\n\r", "\ndata: b\r\n\r\n"],
      want: [{ data: "a" }, { data: "b" }],
    },
    { name: "events with CR", of: "texts", sent: ["data: a\r\rdata: b\r\r"], want: [{ data: "a" }, { data: "b" }] },
    { name: "a byte order mark", of: "texts", sent: ["\uFEFFdata: a\n\n"], want: [{ data: "a" }] },
    {
      name: "events without data, which are none",
      of: "texts",
      sent: ["event: ping\n\nid: 2\n\n", "data: a\n\n"],
      want: [{ data: "a" }],
    },
    {
      name: "an event that is not ended, which is none",
      of: "texts",
      sent: ["data: a\n\ndata: b\n"],
      want: [{ data: "a" }],
    },
    {
      name: "[DONE], which ends it",
      of: "events",
      sent: [`${event("a")}data: [DONE]\n\n${event("b")}`],
      want: [{ data: thing("a") }],
    },
    { name: "[DONE] of texts, which is one", of: "texts", sent: ["data: [DONE]\n\n"], want: [{ data: "[DONE]" }] },
    {
      name: "texts and JSON",
      of: "mixed",
      sent: ["event: text\ndata: a, b\n\n", 'event: thing\ndata: {"id":"a"}\n\n', "data: [DONE]\n\n"],
      want: [
        { event: "text", data: "a, b" },
        { event: "thing", data: thing("a") },
      ],
    },
  ];

describe.each([...new Set(rows.map(({ of }) => of))])("a stream of %s is read with", (of) => {
  test.each([
    ["node:http", undefined],
    ["fetch", globalThis.fetch],
  ])("%s", async (_, fetch) => {
    const call = await running.load(reading(of));
    for (const { name, sent, want } of rows.filter((row) => row.of === of)) {
      const { result, error } = await call({ replies: streamOf(...sent), options: { ...(fetch && { fetch }) } });
      expect({ name, error, result }).toEqual({ name, error: undefined, result: { all: want } });
    }
  });
});

test("it is asked for by its media type", async () => {
  const accepted: unknown[] = [];
  const replies = (request: Received): Reply => {
    accepted.push(request.headers["accept"]);
    return streamOf()(request);
  };
  await running.run(reading("either"), { replies });
  await running.run(reading("events"), { replies });
  expect(accepted).toEqual(["application/jsonl", "text/event-stream"]);
});

test("it may have more events than are read ahead", async () => {
  const ids = Array.from({ length: 5_000 }, (_, index) => `${index}`);
  const { result } = await running.run(reading("lines"), { replies: streamOf(ids.map(line).join("")) });
  expect(result).toEqual({ all: ids.map(thing) });
});

test("an event is too large where all of its lines together are", async () => {
  const { error } = await running.run(reading("texts"), {
    replies: streamOf("data: 123456\n", "data: 123456\n\n"),
    options: { maxAnswerSize: 20 },
  });
  const { error: larger } = await running.run(reading("texts"), {
    replies: streamOf("data: 123456\n".repeat(3)),
    options: { maxAnswerSize: 15 },
  });
  expect(error).toBeUndefined();
  expect(String(larger)).toContain("an event of the stream is larger than 15 bytes");
});

test("events in which there is no item are passed over", async () => {
  const given = reading("lines", { items: "$response.body#/of/id", more: ", limit: 4" });
  const ran = await running.run(given, {
    replies: streamOf(
      line("a"),
      '{"id":"b","of":{"id":"x"}}\n',
      '{"id":"c","of":{}}\n',
      ...["y", "z"].map((id) => `{"id":"d","of":{"id":"${id}"}}\n`),
    ),
  });
  expectEnd(ran, { sent: ["GET /lines"], result: { all: ["x", "y"] } });
});

describe("a stream that does not end", () => {
  /** Sends events for as long as anybody is there. */
  function endless(): { reply: Reply; closed: Promise<void> } {
    const { promise: closed, resolve } = later();
    const raw = (response: ServerResponse): void => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      let count = 0;
      const more = (): void => {
        if (!response.destroyed) response.write(event(String(count++)), () => setImmediate(more));
      };
      response.on("close", resolve);
      more();
    };
    return { reply: { raw }, closed };
  }

  test.each([
    ["node:http", undefined],
    ["fetch", globalThis.fetch],
  ])("is closed at `limit`, with %s", async (_, fetch) => {
    const { reply, closed } = endless();
    const given = reading("events", { items: "$response.body#/data/id", more: ", limit: 3" });
    const ran = await running.run(given, { replies: [reply], options: { ...(fetch && { fetch }) } });
    expectEnd(ran, { sent: ["GET /events"], result: { all: ["0", "1", "2"] } });
    await closed;
  });

  test("is closed where a step for one of its items fails", async () => {
    const { reply, closed } = endless();
    const ran = await running.run(reading("events", { items: "$response.body#/data", ...dropping }), {
      replies: ({ method }) => (method === "GET" ? reply : { status: 500, body: {} }),
    });
    expect(ran.error).toMatchObject({ code: "step-failed", stepPath: "drop[0]" });
    expect(ran.sent).toEqual(["GET /events", "DELETE /things/0"]);
    await closed;
  });

  test("is closed by an abort, while a step for one of its items is done and while it is waited for", async () => {
    const call = await running.load(reading("events", { items: "$response.body#/data", ...dropping }));
    const { reply, closed } = endless();
    const aborter = new AbortController();
    const replies = ({ method, url }: Received): Reply => {
      if (method === "GET") return reply;
      if (url.endsWith("/2")) aborter.abort(new Error("enough"));
      return { status: 204 };
    };
    const { error } = await call({ replies, options: { signal: aborter.signal } });
    expect(error).toMatchObject({ code: "aborted" });
    await closed;
    const silence = later();
    const silent: Reply = {
      raw: (response) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.on("close", silence.resolve);
        response.write(event("a"));
      },
    };
    const other = new AbortController();
    const waiting = await call({
      replies: ({ method }) => {
        if (method === "GET") return silent;
        setImmediate(() => other.abort(new Error("enough")));
        return { status: 204 };
      },
      options: { signal: other.signal },
    });
    expect(waiting.error).toMatchObject({ code: "aborted" });
    await silence.promise;
  });

  test("is given up after the timeout of the step, counted from event to event", async () => {
    const silent = pieces([event("a")], () => undefined);
    const { error } = await running.run(reading("events"), { replies: [silent], options: { timeout: 50 } });
    expect(error).toMatchObject({ code: "step-failed", stepPath: "read[1]" });
    expect(String(error)).toContain("answered 200, but no more: no whole answer within 50 ms");
  });

  test("that is one endless line is not read to its end", async () => {
    const endlessly: Reply = {
      raw: (response) => {
        response.writeHead(200, { "content-type": "application/x-ndjson" });
        const more = (): void =>
          void (response.destroyed || response.write("x".repeat(1_000), () => setImmediate(more)));
        more();
      },
    };
    const { error } = await running.run(reading("lines"), { replies: [endlessly], options: { maxAnswerSize: 10_000 } });
    expect(error).toMatchObject({ code: "invalid-answer" });
    expect(String(error)).toContain("an event of the stream is larger than 10000 bytes");
  });
});

describe("a stream that breaks off", () => {
  const broken = (...ids: readonly string[]): Reply =>
    pieces(ids.map(line), (response) => response.destroy(), types["/lines"]);
  const whole = (...ids: readonly string[]): Reply =>
    pieces(ids.map(line), (response) => response.end(), types["/lines"]);

  test("is read again from its start, and what was read before is passed over", async () => {
    const ran = await running.run(reading("lines"), {
      replies: [broken("a", "b"), whole("a", "b", "c")],
      options: { retries: 1 },
    });
    expectEnd(ran, { sent: ["GET /lines", "GET /lines"], result: { all: ["a", "b", "c"].map(thing) } });
  });

  test.each([
    ["begins with others", ["x", "b", "c"]],
    ["has less", ["a"]],
  ])("fails the step if then it %s", async (_, ids) => {
    const { error, sent } = await running.run(reading("lines"), {
      replies: [broken("a", "b"), whole(...ids)],
      options: { retries: 1 },
    });
    expect(sent).toEqual(["GET /lines", "GET /lines"]);
    expect(error).toMatchObject({ code: "invalid-answer" });
    expect(String(error)).toContain("the stream does not begin as it did when it was read before");
  });

  test("fails the step where nothing is tried again, and a run that resumes goes on behind what was read", async () => {
    const call = await running.load(reading("lines", dropping));
    const failed = await call({
      replies: ({ method }) => (method === "DELETE" ? { status: 204 } : broken("a", "b")),
    });
    expect(failed.error).toMatchObject({ code: "step-failed" });
    const resumed = await call({
      replies: ({ method }) => (method === "DELETE" ? { status: 204 } : whole("a", "b", "c")),
      options: { resume: checkpointOf(failed) },
    });
    expect(resumed.error).toBeUndefined();
    const all = [...failed.sent, ...resumed.sent].filter((one) => one.startsWith("DELETE"));
    expect(all).toEqual(["a", "b", "c"].map((id) => `DELETE /things/${id}`));
  });
});

describe("what is no stream", () => {
  test.each([
    { of: "lines", body: "<html>", want: "a line of the stream is no JSON", type: "text/html" },
    { of: "events", body: "data: <html>\n\n", want: "the data of an event are no JSON" },
    { of: "texts", body: "data: a\n\n", want: "the answer is no stream of events", type: "text/plain" },
  ])("$of: $want", async ({ of, body, want, type }) => {
    const reply = pieces([body], (response) => response.end(), type);
    const { error } = await running.run(reading(of), { replies: [reply] });
    expect(error).toMatchObject({ code: "invalid-answer" });
    expect(String(error)).toContain(want);
    expect(String(error)).not.toContain("html>");
  });

  test("an error is one, and is tried again as any other", async () => {
    const failing = [
      { status: 503, body: { message: "Later" } },
      { status: 503, body: {} },
    ];
    const { error, sent } = await running.run(reading("events"), { replies: failing, options: { retries: 1 } });
    expect(sent).toEqual(["GET /events", "GET /events"]);
    expect(error).toMatchObject({ code: "step-failed", status: 503 });
  });
});
