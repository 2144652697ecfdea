import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import {
  type Checkpoint,
  InvalidInputError,
  isWorkflowError,
  openWorkflow,
  StepFailedError,
  UnknownOutcomeError,
  WorkflowError,
  type WorkflowRun,
} from "../../templates/runtime/twilio/index.js";
import { at, failureOf } from "./support/options.js";
import type { paths as MessagingApi } from "./support/messaging.js";
import { type Reply, serve } from "./support/server.js";
import { createOne, fetchOne, sendAndTrack } from "./support/workflows.js";

const checkpoint: Checkpoint = { version: 1, workflow: "w", versions: { w: "" }, answers: {}, unknown: [] };
const place = { workflowId: "w", checkpoint };

test.each<[name: string, reply: Reply, words: string, fields: object]>([
  [
    "Twilio's older body",
    {
      status: 400,
      headers: { "twilio-request-id": "RQ1" },
      body: {
        code: 21211,
        message: "Invalid 'To' number",
        more_info: "https://www.twilio.com/docs/errors/21211",
        status: 400,
      },
    },
    "answered 400: Invalid 'To' number (code 21211); see https://www.twilio.com/docs/errors/21211; request RQ1",
    {
      status: 400,
      twilioCode: 21211,
      twilioMessage: "Invalid 'To' number",
      moreInfo: "https://www.twilio.com/docs/errors/21211",
      requestId: "RQ1",
      outcome: "not-done",
      body: {
        code: 21211,
        message: "Invalid 'To' number",
        more_info: "https://www.twilio.com/docs/errors/21211",
        status: 400,
      },
    },
  ],
  [
    "its newer one",
    {
      status: 404,
      body: { type: "https://x.test/20404", title: "Not found", detail: "No such thing", status: 404, code: 20404 },
    },
    "answered 404: No such thing (code 20404); see https://x.test/20404",
    { twilioCode: 20404, twilioMessage: "No such thing", moreInfo: "https://x.test/20404", requestId: undefined },
  ],
  [
    "only a title",
    { status: 409, body: { title: "Conflict" } },
    "answered 409: Conflict",
    { twilioMessage: "Conflict" },
  ],
  [
    "text",
    { status: 403, body: "<h1>\n\u001b[31m Forbidden\u2028</h1>" },
    "answered 403: <h1> [31m Forbidden </h1>",
    { body: expect.stringContaining("<h1>") },
  ],
  [
    "text of just the length that is shown",
    { status: 403, body: "x".repeat(200) },
    `answered 403: ${"x".repeat(200)}`,
    {},
  ],
  ["long text", { status: 403, body: "x".repeat(201) }, `answered 403: ${"x".repeat(200)}…`, {}],
  ["nothing", { status: 403 }, "answered 403", { twilioMessage: undefined, body: undefined }],
  ["JSON of another kind", { status: 403, body: [1] }, "answered 403", { twilioCode: undefined, body: [1] }],
  [
    "null",
    { status: 403, body: null },
    "answered 403",
    { twilioCode: undefined, twilioMessage: undefined, body: null },
  ],
  ["a 5xx to a POST", { status: 500, body: {} }, "answered 500; it may have taken effect", { outcome: "unknown" }],
  [
    "another 2xx than the one wanted",
    { status: 202, body: { sid: "SM1" } },
    "answered 202; expected another status",
    { outcome: "done", body: undefined },
  ],
])("a step that fails with %s", async (_name, reply, words, fields) => {
  const server = await serve([reply]);
  const error = await failureOf(createOne("+1", at(server.url)));
  expect(error).toBeInstanceOf(StepFailedError);
  expect(error).toBeInstanceOf(WorkflowError);
  expect(error).toMatchObject({
    name: "StepFailedError",
    code: "step-failed",
    workflowId: "create-one",
    stepId: "createMessage",
    method: "POST",
    url: `${server.url}/2010-04-01/Accounts/AC1/Messages.json`,
    ...fields,
  });
  const start = `workflow create-one, step createMessage: POST ${server.url}/2010-04-01/Accounts/AC1/Messages.json `;
  expect(error).toHaveProperty("message", expect.stringContaining(start + words));
});

test("an unknown outcome says what to do", async () => {
  const server = await serve([{ raw: (response) => response.destroy() }]);
  const error = await failureOf(createOne("+1", at(server.url)));
  expect(error).toBeInstanceOf(UnknownOutcomeError);
  expect(error).toHaveProperty(
    "message",
    expect.stringMatching(
      /Messages\.json got no answer: socket hang up; it may have taken effect; find out .* resume with resend: \["createMessage"\]$/,
    ),
  );
});

test("a query is in no message", async () => {
  const server = await serve([{ status: 400 }]);
  const run = openWorkflow("w", at(server.url));
  const api = run.api<{
    "/x": {
      get: {
        parameters: { query: { Code: string } };
        responses: { 200: { content: { "application/json": unknown } } };
      };
    };
  }>("https://verify.twilio.com");
  const result = await api.GET("/x", { ...run.step("s"), params: { query: { Code: "123456" } } });
  const error = await failureOf(Promise.resolve().then(() => run.fail(result)));
  expect(server.requests[0]?.url).toBe("/x?Code=123456");
  expect(error).toMatchObject({ url: `${server.url}/x` });
  expect(inspect(error)).not.toContain("123456");
});

test("a value that is missing", async () => {
  const server = await serve([{ status: 201, body: { sid: null } }]);
  expect(await failureOf(createOne("+1", at(server.url)))).toMatchObject({
    name: "MissingOutputError",
    code: "missing-output",
    expression: "$response.body#/sid",
    message: "workflow create-one, step createMessage: the answer has nothing at $response.body#/sid",
  });
});

test("values that are there, though they look like nothing", () => {
  const run: WorkflowRun = openWorkflow("w");
  expect([run.present("", "s", "x"), run.present(0, "s", "x"), run.present(false, "s", "x")]).toEqual(["", 0, false]);
  expect(() => run.present(undefined, "s", "x")).toThrow("workflow w, step s: the answer has nothing at x");
});

test("a value that has to stand deep inside of an answer", async () => {
  const server = await serve([{ status: 200, body: { messages: [{ sid: "" }, { sid: null }] } }]);
  const run: WorkflowRun = openWorkflow("w", at(server.url));
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const list = await messaging.GET("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("list"),
    params: { path: { AccountSid: "AC1" } },
  });
  if (list.status !== 200) run.fail(list);

  expect(run.required(list, "messages", 0, "sid")).toBe("");
  for (const index of [1, 2]) {
    const nothing = `workflow w, step list: the answer has nothing at $response.body#/messages/${index}/sid`;
    expect(() => run.required(list, "messages", index, "sid")).toThrow(nothing);
    expect(() => run.ensure(list.data.messages?.[index]?.sid, list, "messages", index, "sid")).toThrow(nothing);
  }
  expect(() => run.ensure(0, list, "messages")).not.toThrow();
});

test("JSON of an error is for logs: everything but the checkpoint", async () => {
  const server = await serve([
    { status: 201, body: { sid: "SM1", body: "private words" } },
    { status: 404, body: { code: 20404 } },
  ]);
  const error = await failureOf(sendAndTrack({ to: "+1" }, at(server.url)));
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "StepFailedError",
    message: expect.stringContaining("answered 404"),
    code: "step-failed",
    workflowId: "send-and-track",
    stepId: "checkStatus",
    stepPath: "checkStatus",
    method: "GET",
    url: `${server.url}/2010-04-01/Accounts/AC1/Messages/SM1.json`,
    status: 404,
    outcome: "not-done",
    twilioCode: 20404,
    body: { code: 20404 },
  });
  expect(error).toHaveProperty("checkpoint.answers.sendMessage.body", expect.stringContaining("private words"));
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("private words");
});

test("isWorkflowError knows its own, of other copies of the package too", async () => {
  expect(isWorkflowError(new InvalidInputError(place, "no"))).toBe(true);
  for (const value of [new Error("no"), null, undefined, "no", { code: "step-failed" }])
    expect(isWorkflowError(value)).toBe(false);
  vi.resetModules();
  const copy = await import("../../templates/runtime/twilio/index.js");
  expect(copy.InvalidInputError).not.toBe(InvalidInputError);
  expect(new copy.InvalidInputError(place, "no")).not.toBeInstanceOf(InvalidInputError);
  expect(isWorkflowError(new copy.InvalidInputError(place, "no"))).toBe(true);
});

test("the code tells the types apart", async () => {
  const server = await serve([{ status: 404 }]);
  const error = await failureOf(fetchOne("a", at(server.url)));
  if (!isWorkflowError(error) || error.code !== "step-failed") throw new Error("another error");
  const status: number | undefined = error.status;
  expect(status).toBe(404);
});

test("an unknown outcome says how to send its step again", () => {
  const of = (stepPath?: string): string =>
    new UnknownOutcomeError({ ...place, stepId: "s", stepPath }, "it was sent").message;
  expect(of()).toBe('workflow w, step s: it was sent; find out whether it did, and if not, resume with resend: ["s"]');
  expect(of("outer/s")).toContain('resume with resend: ["outer/s"]');
});

test("that the platform lacks something is no fault of the input", async () => {
  const baseUrl = (): never => {
    throw new ReferenceError("URL is not defined");
  };
  expect(await failureOf(createOne("+1", { baseUrl }))).toBeInstanceOf(ReferenceError);
});
