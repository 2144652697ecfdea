import { expect, test } from "vitest";
import { InvalidInputError, openWorkflow } from "../../templates/runtime/twilio/index.js";
import type { paths as MessagingApi } from "./support/messaging.js";
import { at, failureOf } from "./support/options.js";
import { serve } from "./support/server.js";
import { createOne, fetchOne, sendAndTrack, tidy } from "./support/workflows.js";

test("a path parameter that climbs is an error of its step, and nothing is sent", async () => {
  const server = await serve([{}]);
  const error = await failureOf(fetchOne("..", at(server.url)));
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(error).toMatchObject({
    code: "invalid-input",
    workflowId: "fetch-one",
    stepId: "fetchMessage",
    message:
      'workflow fetch-one, step fetchMessage: path parameter Sid climbs the path: ".."\n' +
      "  https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/{Sid}.json\n" +
      "                                                          ^^^^^",
  });
  expect(server.requests).toEqual([]);
});

test("what is done before stays in the checkpoint", async () => {
  const server = await serve([{ status: 201, body: { sid: "." } }]);
  const error = await failureOf(sendAndTrack({ to: "+1" }, at(server.url)));
  expect(error).toMatchObject({ code: "invalid-input", stepId: "checkStatus" });
  expect(error).toMatchObject({ checkpoint: { answers: { sendMessage: { status: 201 } }, unknown: [] } });
});

test("path parameters that are not given at all", async () => {
  const server = await serve([{}]);
  const run = openWorkflow("w", at(server.url));
  const api = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  // @ts-expect-error the types refuse it too
  const call = api.GET("/Accounts/{AccountSid}/Messages.json", { ...run.step("list") });
  expect(await failureOf(call)).toMatchObject({ code: "invalid-input", stepId: "list" });
  expect(server.requests).toEqual([]);
});

test.each(["a\r\nAuthorization: Basic x", "a\nb", "a\0b"])("a header value of %j is refused", async (sid) => {
  const server = await serve([{ body: { sid: "SM1" } }, { status: 204 }, { body: { messages: [] } }]);
  const error = await failureOf(tidy({ sid, tags: [] }, at(server.url)));
  expect(error).toMatchObject({ code: "invalid-input", stepId: "list" });
  expect(server.requests.map(({ method }) => method)).toEqual(["PATCH", "DELETE"]);
});

test("a field that cannot be encoded", async () => {
  const server = await serve([{}]);
  const error = await failureOf(createOne("\udc00", at(server.url)));
  expect(error).toMatchObject({ code: "invalid-input", stepId: "createMessage" });
  expect(error).toHaveProperty("message", expect.stringContaining("the field To cannot be sent"));
  expect(server.requests).toEqual([]);
});

test("a step's timeout is checked too", () => {
  expect(() => openWorkflow("w").step("s", { timeout: -1 })).toThrow("workflow w, step s: option timeout must be");
});

test("servers must be https, or on this machine", () => {
  const run = openWorkflow("w");
  expect(() => run.api("http://api.twilio.com")).toThrow(
    "the server must be https, or http to this machine, not http://api.twilio.com",
  );
  expect(() => run.api("javascript:alert(1)")).toThrow(InvalidInputError);
  expect(() => run.api("no url")).toThrow(InvalidInputError);
  expect(() => run.api("http://localhost:1")).not.toThrow();
});

test("a step that was never sent cannot be judged", () => {
  const result = { data: {}, response: new Response() };
  expect(() => openWorkflow("w").fail(result)).toThrow("this is no answer to a step of this run");
});
