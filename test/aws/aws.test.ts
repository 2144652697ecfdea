import { DurableExecutionInvocationInputWithClient, withDurableExecution } from "@aws/durable-execution-sdk-js";
import { LocalDurableTestRunner } from "@aws/durable-execution-sdk-js-testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendMessageTrackStatus, WorkflowError } from "../../generated/index.js";
import { onAws } from "../../templates/engines/aws.js";
import { delivered, holding, sending } from "../engines/support/messages.js";
import { complaints } from "../engines/support/page.js";

const credentials = { accountSid: "AC0123456789abcdef0123456789abcdef", authToken: "the-auth-token" };

type Handler = ReturnType<typeof withDurableExecution>;

// Clocks that skip time would not let a server answer.
beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: false }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

/** The function as it is deployed. */
function deployed(baseUrl: string, { atLeastOnce = false, body = "hi" } = {}): Handler {
  const input = { to: "+15558675310", from: "+15017122661", body };
  return withDurableExecution((_event, context) =>
    onAws(context, (runner) => sendMessageTrackStatus(input, { credentials, baseUrl, runner }), { atLeastOnce }),
  );
}

/** A function whose first invocation ends at a moment, and the one that AWS then carries on with what was kept. */
function ending(first: Handler, moment: Promise<void>, second: Handler): Handler {
  let isFirst = true;
  return async (event, context) => {
    if (!isFirst) return second(event, context);
    isFirst = false;
    if (!DurableExecutionInvocationInputWithClient.isInstance(event)) throw new Error("no client");
    const { durableExecutionClient: client, ...input } = event;
    const invocation = new Invocation(client);
    void first(new DurableExecutionInvocationInputWithClient(input, invocation), context);
    await moment;
    await invocation.end();
    const asked = { ...input, Marker: "", MaxItems: 1_000 };
    const { Operations = [] } = await client.getExecutionState(asked);
    const again = { ...input, InitialExecutionState: { Operations, NextMarker: "" } };
    return second(new DurableExecutionInvocationInputWithClient(again, client), context);
  };
}

type Client = DurableExecutionInvocationInputWithClient["durableExecutionClient"];

/** What an invocation has kept until it ends: after that nothing. */
class Invocation implements Client {
  readonly getExecutionState: Client["getExecutionState"];
  readonly checkpoint: Client["checkpoint"];
  #hasEnded = false;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(client: Client) {
    this.getExecutionState = (...asked) => client.getExecutionState(...asked);
    this.checkpoint = (...updates) => {
      if (this.#hasEnded) return new Promise(() => undefined);
      const kept = client.checkpoint(...updates);
      this.#underWay.add(kept);
      return kept;
    };
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
    await Promise.allSettled(this.#underWay);
  }
}

interface Ended {
  readonly status: string | undefined;
  readonly end: unknown;
  /** What was kept: the names of steps and waits. */
  readonly names: readonly (string | undefined)[];
}

async function run(handlerFunction: Handler): Promise<Ended> {
  const execution = await new LocalDurableTestRunner({ handlerFunction }).run();
  const status = execution.getStatus();
  const end: unknown = status === "SUCCEEDED" ? execution.getResult() : execution.getError().errorMessage;
  return { status, end, names: execution.getOperations().map((operation) => operation.getName()) };
}

/** The error of the workflow that an execution ended in. */
function errorOf({ end }: Ended): unknown {
  return WorkflowError.from(JSON.parse(String(end)));
}

test("a run, with its waits", async () => {
  const server = await sending();
  const { end, names } = await run(deployed(server.url));
  expect(end).toEqual(delivered);
  expect(names.map((name) => name?.replace(/ .*/, ""))).toEqual([
    "sendMessage",
    "checkStatus",
    "checkStatus/poll-2/wait",
    "checkStatus/poll-2",
  ]);
  expect(server.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
});

test.each<[when: string, held: string, atLeastOnce: boolean, end: object, sent: string[]]>([
  ["amid a request that must not be sent twice", "POST", false, { code: "unknown-outcome" }, ["POST"]],
  ["amid the same, at least once", "POST", true, delivered, ["POST", "POST", "GET"]],
  ["amid a request that reads", "GET", false, delivered, ["POST", "GET", "GET"]],
])("an invocation that ends %s", async (_when, method, atLeastOnce, end, sent) => {
  const { server, reached, letGo } = await holding(method);
  const handler = deployed(server.url, { atLeastOnce });
  const moment = reached.then(letGo);
  const ended = await run(ending(handler, moment, handler));
  expect(ended.status === "SUCCEEDED" ? ended.end : errorOf(ended)).toMatchObject(end);
  expect(server.requests.map((request) => request.method)).toEqual(sent);
});

test("no run goes on with an answer to another request", async () => {
  const { server, reached, letGo } = await holding("GET");
  const moment = reached.then(letGo);
  const changed = deployed(server.url, { body: "changed" });
  const { status, end } = await run(ending(deployed(server.url), moment, changed));
  expect({ status, end }).toEqual({ status: "FAILED", end: expect.stringContaining("Operation name mismatch") });
  expect(server.requests.map((request) => request.method)).toEqual(["POST", "GET"]);
});

test("an error of the workflow is found again", async () => {
  const server = await sending({ status: 400, body: { code: 21211, message: "no such number" } });
  const ended = await run(deployed(server.url));
  expect(ended.status).toBe("FAILED");
  expect(errorOf(ended)).toMatchObject({ code: "step-failed", stepId: "sendMessage", twilioCode: 21211 });
});

test("what the page shows compiles", async () => {
  expect(await complaints(["AWS durable functions"], {}, "test/aws")).toBe("");
});
