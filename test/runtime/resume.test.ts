import { expect, test } from "vitest";
import {
  type Checkpoint,
  isWorkflowError,
  openWorkflow,
  type WorkflowOptions,
  type WorkflowRun,
} from "../../templates/runtime/twilio/index.js";
import { at, failureOf, quick } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import { createOne, fetchOne, sendAndTrack, tidy } from "./support/workflows.js";

const created: Reply = { status: 201, body: { sid: "SM1", status: "queued" } };
const delivered: Reply = { body: { status: "delivered" } };

/** What a store would give back. */
async function checkpointOf(work: Promise<unknown>): Promise<Checkpoint> {
  const error = await failureOf(work);
  if (!isWorkflowError(error)) throw error;
  return JSON.parse(JSON.stringify(error.checkpoint));
}

test("a run goes on behind the steps that are finished", async () => {
  const first = await serve([{ body: { sid: "SM1" } }, { status: 403 }]);
  const resume = await checkpointOf(tidy({ sid: "SM1", tags: [] }, at(first.url)));
  expect(resume).toMatchObject({ version: 1, workflow: "tidy", versions: { tidy: "" }, unknown: [] });
  expect(Object.keys(resume.answers)).toEqual(["tag"]);
  const second = await serve([{ status: 204 }, { body: { messages: [] } }]);
  expect(await tidy({ sid: "SM1", tags: [] }, at(second.url, { resume }))).toEqual({ left: 0 });
  expect(second.requests.map(({ method }) => method)).toEqual(["DELETE", "GET"]);
});

test("the step that was refused is tried again", async () => {
  const first = await serve([{ status: 400, body: { code: 21211 } }]);
  const resume = await checkpointOf(createOne("+1", at(first.url)));
  expect(resume).toEqual({
    version: 1,
    workflow: "create-one",
    versions: { "create-one": "" },
    answers: {},
    unknown: [],
    begun: { salt: expect.any(String), account: expect.any(String) },
  });
  const second = await serve([created]);
  expect(await createOne("+1", at(second.url, { resume }))).toBe("SM1");
});

test("an answer without a body is replayed as such", async () => {
  const first = await serve([{ body: { sid: "SM1" } }, { status: 204 }, { status: 403 }]);
  const resume = await checkpointOf(tidy({ sid: "SM1", tags: [] }, at(first.url)));
  expect(Object.keys(resume.answers)).toEqual(["tag", "remove"]);
  const second = await serve([{ body: { messages: [{}] } }]);
  expect(await tidy({ sid: "SM1", tags: [] }, at(second.url, { resume }))).toEqual({ left: 1 });
});

test("a poll starts anew", async () => {
  const first = await serve([created, { body: { status: "sent" } }]);
  const poll = { interval: 1_000_000, factor: 1, maxInterval: 1_000_000, deadline: 9_000_000 };
  const resume = await checkpointOf(sendAndTrack({ to: "+1" }, at(first.url, { poll })));
  expect(Object.keys(resume.answers)).toEqual(["sendMessage"]);
  const second = await serve([{ body: { status: "sent" } }, delivered]);
  const { runner, sleeps } = quick();
  expect(await sendAndTrack({ to: "+1" }, at(second.url, { resume, poll, runner }))).toMatchObject({
    outcome: "delivered",
  });
  expect(second.requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
  expect(sleeps).toEqual([["checkStatus/poll-2/wait", 1_000_000]]);
});

test("a poll that came to its end is not asked again", async () => {
  const twoPolls = async (options: WorkflowOptions): Promise<string[]> => {
    const run: WorkflowRun = openWorkflow("two-polls", options);
    const api = run.api<{
      "/x": { get: { responses: { 200: { content: { "application/json": { status: string } } } } } };
    }>("https://x.twilio.com");
    const seen: string[] = [];
    for (const _ of [1, 2]) {
      const polling = run.polling("check");
      for (;;) {
        const check = await api.GET("/x", { ...polling.attempt() });
        if (check.status !== 200) run.fail(check);
        seen.push(check.data.status);
        if (check.data.status === "done") break;
        await polling.wait({});
      }
    }
    return seen;
  };
  const replies: Reply[] = [
    { body: { status: "busy" } },
    { body: { status: "done" } },
    { body: { status: "busy" } },
    { status: 400 },
  ];
  const first = await serve(replies);
  const resume = await checkpointOf(twoPolls(at(first.url)));
  expect(Object.keys(resume.answers)).toEqual(["check"]);
  const second = await serve([{ body: { status: "done" } }]);
  expect(await twoPolls(at(second.url, { resume }))).toEqual(["done", "done"]);
  expect(second.requests).toHaveLength(1);
});

test("answers that a workflow went on from, though they were no success, are replayed", async () => {
  const forgiving = async (options: WorkflowOptions): Promise<number[]> => {
    const run: WorkflowRun = openWorkflow("forgiving", options);
    const api = run.api<{
      "/x": { post: { responses: { 201: { content: { "application/json": { sid: string } } } } } };
    }>("https://x.twilio.com");
    const seen: number[] = [];
    for (const stepId of ["try", "try", "last"]) {
      const result = await api.POST("/x", { ...run.step(stepId) });
      seen.push(result.status);
      if (stepId === "last" && !result.ok) run.fail(result);
    }
    return seen;
  };
  const first = await serve([{ status: 409 }, created, { status: 400 }]);
  const resume = await checkpointOf(forgiving(at(first.url)));
  expect(Object.keys(resume.answers)).toEqual(["try", "try#2"]);
  const second = await serve([created]);
  expect(await forgiving(at(second.url, { resume }))).toEqual([409, 201, 201]);
  expect(second.requests).toHaveLength(1);
});

test.each<[name: string, reply: Reply, options?: WorkflowOptions]>([
  ["a lost answer", { raw: (response) => response.destroy() }],
  ["a 500", { status: 500, body: {} }],
  ["no answer in time", { raw: () => undefined }, { timeout: 50 }],
])("after %s to a POST it is sent again only on demand", async (_name, reply, options) => {
  const first = await serve([reply]);
  const resume = await checkpointOf(createOne("+1", at(first.url, options)));
  expect(resume).toMatchObject({ answers: {}, unknown: ["createMessage"] });

  const second = await serve([created]);
  const error = await failureOf(createOne("+1", at(second.url, { resume })));
  expect(error).toMatchObject({ code: "unknown-outcome", stepId: "createMessage", checkpoint: resume });
  expect(error).toHaveProperty("message", expect.stringContaining('resume with resend: ["createMessage"]'));
  expect(await failureOf(createOne("+1", at(second.url, { resume, resend: ["other"] })))).toMatchObject({
    code: "unknown-outcome",
  });
  expect(second.requests).toEqual([]);

  expect(await createOne("+1", at(second.url, { resume, resend: ["createMessage"] }))).toBe("SM1");
  expect(second.requests).toHaveLength(1);
});

test.each<[name: string, reply: Reply, code: string]>([
  ["another 2xx than wanted", { status: 202, body: {} }, "step-failed"],
  ["a 2xx that is no JSON", { status: 201, body: "<p>" }, "invalid-answer"],
  ["a 2xx of another shape", { status: 201, body: [] }, "invalid-answer"],
  ["a 2xx without a value", { status: 201, body: {} }, "missing-output"],
])("after %s to a POST it is never sent again by itself, and tells the same again", async (_name, reply, code) => {
  const server = await serve([reply, created]);
  const resume = await checkpointOf(createOne("+1", at(server.url)));
  expect(resume).toMatchObject({ answers: { createMessage: { status: reply.status } }, unknown: [] });
  expect(await failureOf(createOne("+1", at(server.url, { resume })))).toMatchObject({ code, checkpoint: resume });
  expect(server.requests).toHaveLength(1);

  delete resume.answers["createMessage"];
  expect(await createOne("+1", at(server.url, { resume }))).toBe("SM1");
});

test("a doubt stays until its step is sent again", async () => {
  const resume: Checkpoint = {
    version: 1,
    workflow: "create-one",
    versions: { "create-one": "" },
    answers: {},
    unknown: ["createMessage"],
  };
  const options = { resume, resend: ["createMessage"], signal: AbortSignal.abort() };
  expect(await checkpointOf(createOne("+1", options))).toEqual(resume);
});

test("a doubt of a later pass belongs to the same step", async () => {
  const resume: Checkpoint = { version: 1, workflow: "w", versions: { w: "" }, answers: {}, unknown: ["s#2"] };
  expect(() => openWorkflow("w", { resume })).toThrow("workflow w, step s: ");
  expect(() => openWorkflow("w", { resume, resend: ["s"] })).not.toThrow();
});

test("someone who knows what happened can say so", async () => {
  const answer = { status: 201, headers: {}, body: '{"sid":"SM7"}' };
  const resume: Checkpoint = {
    version: 1,
    workflow: "create-one",
    versions: { "create-one": "" },
    answers: { createMessage: answer },
    unknown: [],
  };
  expect(await createOne("+1", { resume })).toBe("SM7");
});

test("what a POST brought stays though a value is missing, what a GET brought does not", async () => {
  const server = await serve((request) => ({ status: request.method === "POST" ? 201 : 200, body: {} }));
  expect(await checkpointOf(createOne("+1", at(server.url)))).toMatchObject({
    answers: { createMessage: { status: 201 } },
  });
  expect(await checkpointOf(fetchOne("a", at(server.url)))).toMatchObject({ answers: {}, unknown: [] });
});

test("bad options do not cost the checkpoint", async () => {
  const answer = { status: 201, headers: {}, body: '{"sid":"SM7"}' };
  const resume: Checkpoint = {
    version: 1,
    workflow: "create-one",
    versions: { "create-one": "" },
    answers: { createMessage: answer },
    unknown: [],
  };
  expect(await checkpointOf(createOne("+1", { resume, region: "a/b" }))).toEqual(resume);
});

test("ids that every object has", () => {
  const resume: Checkpoint = { version: 1, workflow: "w", versions: { w: "" }, answers: {}, unknown: [] };
  expect(() => openWorkflow("w", { resume }).step("constructor")).not.toThrow();
});
