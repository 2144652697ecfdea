import { describe, expect, test } from "vitest";
import type { Call, StreamPart } from "../../templates/runtime/answers/call.js";
import type { HeldStream } from "../../templates/runtime/client/held-stream.js";
import { OpenStream } from "../../templates/runtime/client/open-stream.js";
import { createClient } from "../../templates/runtime/index.js";

const encoder = new TextEncoder();

const part = (more: Partial<StreamPart> = {}): Call => ({
  id: "read[0]",
  workflowId: "read",
  stepId: "read",
  version: "1",
  method: "GET",
  url: "https://api.example.com/lines",
  headers: { authorization: "Bearer the-token" },
  effect: "safe",
  events: { format: "json-lines", most: 1_000, ...more },
});

/** A server whose stream is made when it is asked for, and how much of it was asked for. */
function streaming(chunks: (at: number) => string | undefined) {
  const seen = { requests: 0, chunks: 0, closed: 0 };
  const fetch = async (): Promise<Response> => {
    seen.requests += 1;
    let at = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          const chunk = chunks(at++);
          seen.chunks += 1;
          if (chunk === undefined) controller.close();
          else controller.enqueue(encoder.encode(chunk));
        },
        cancel: () => void (seen.closed += 1),
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { "content-type": "application/x-ndjson" } });
  };
  return { seen, client: createClient({ fetch }) };
}

const holding = (): HeldStream => ({ opens: (...args) => new OpenStream(...args) });

const upTo = (count: number) => (at: number) => (at < count ? `${at}\n` : undefined);

describe("a part of a stream", () => {
  test("is not read where nothing keeps the stream open", async () => {
    const { client, seen } = streaming(upTo(5));
    const { failure } = await client.send(part());
    expect(failure).toEqual({ reason: "unreadable", message: "a stream is read only by the process of its run" });
    expect(seen.requests).toBe(0);
  });

  test("is what has come since the last one, where the stream is kept open", async () => {
    const { client, seen } = streaming(upTo(5));
    const held = holding();
    const bodies: string[] = [];
    let rest: string | undefined;
    do {
      const answer = await client.send(part({ after: rest }), undefined, undefined, held);
      bodies.push(answer.body);
      rest = answer.rest;
    } while (rest !== undefined);
    expect(bodies.flatMap((body): unknown => JSON.parse(body))).toEqual([0, 1, 2, 3, 4]);
    expect(seen.requests).toBe(1);
  });

  test("is read ahead so far and no further", async () => {
    const { client, seen } = streaming(upTo(10_000));
    const held = holding();
    const { rest } = await client.send(part({ most: 1 }), undefined, undefined, held);
    await new Promise((resolve) => setTimeout(resolve));
    while (seen.chunks < 501) await new Promise((resolve) => setImmediate(resolve));
    for (let turns = 0; turns < 100; turns++) await new Promise((resolve) => setImmediate(resolve));
    expect(seen.chunks).toBeLessThan(510);
    const next = await client.send(part({ most: 400, after: rest }), undefined, undefined, held);
    expect(JSON.parse(next.body)).toHaveLength(400);
    held.open?.stream.close();
  });

  test("leaves the server waiting while there is more than is read ahead", async () => {
    const { client, seen } = streaming((at) => `${at}\n`.repeat(2_000));
    const held = holding();
    const first = await client.send(part({ most: 1 }), undefined, undefined, held);
    const second = await client.send(part({ most: 1, after: first.rest }), undefined, undefined, held);
    expect([first.body, second.body, seen.chunks]).toEqual(["[0]", "[0]", 1]);
    held.open?.stream.close();
  });

  test("of another place closes the stream that is open, and opens it again", async () => {
    const { client, seen } = streaming(upTo(3));
    const held = holding();
    await client.send(part({ most: 1 }), undefined, undefined, held);
    const again = await client.send(part(), undefined, undefined, held);
    expect(JSON.parse(again.body)[0]).toBe(0);
    expect(seen.requests).toBe(2);
  });

  test("that repeats a secret does not show it", async () => {
    const { client } = streaming((at) => (at < 2 ? `{"at":${at},"sent":"the-token"}\n` : undefined));
    const held = holding();
    const first = await client.send(part({ most: 1 }), undefined, undefined, held);
    const second = await client.send(part({ after: first.rest }), undefined, undefined, held);
    expect([first, second].map(({ shown }) => shown?.body)).toEqual([
      '[{"at":0,"sent":"***"}]',
      '[{"at":1,"sent":"***"}]',
    ]);
  });

  /** A stream, or an error, that breaks off behind its beginning. */
  function breaking(status: number): ReturnType<typeof createClient> {
    const chunks = ["0\n1\n", undefined];
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.error(new Error("broken"));
      else controller.enqueue(encoder.encode(chunk));
    };
    return createClient({ fetch: async () => new Response(new ReadableStream({ pull }), { status }) });
  }

  test("has what came before the stream broke off, and the next one says that it did", async () => {
    const client = breaking(200);
    const held = holding();
    const first = await client.send(part({ most: 1 }), undefined, undefined, held);
    for (let turns = 0; turns < 10; turns++) await new Promise((resolve) => setImmediate(resolve));
    const second = await client.send(part({ most: 1, after: first.rest }), undefined, undefined, held);
    expect([first.body, second.body]).toEqual(["[0]", "[1]"]);
    const third = await client.send(part({ after: second.rest }), undefined, undefined, held);
    expect(third).toMatchObject({ status: 200, failure: { reason: "lost", message: "broken" } });
  });

  test("is an error that broke off, as far as it came", async () => {
    const answer = await breaking(500).send(part(), undefined, undefined, holding());
    expect(answer).toMatchObject({ status: 500, body: "0\n1\n", failure: { reason: "lost" } });
  });
});
