import { expect, test } from "vitest";
import { onDbos } from "../../templates/engines/dbos.js";
import { toStored } from "../../templates/engines/errors.js";
import { isWorkflowError, UnknownOutcomeError, WorkflowError } from "../../templates/runtime/index.js";
import { at, failureOf } from "../runtime/support/options.js";
import { type Reply, serve } from "../runtime/support/server.js";
import { createOne, fetchOne, sendAndTrack } from "../runtime/support/workflows.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };
const poll = { interval: 1, deadline: 0 };

test.each<[name: string, replies: Reply[], work: (url: string) => Promise<unknown>]>([
  ["a refusal", [{ status: 400, body: { code: 21211 } }], (url) => createOne("+1", at(url))],
  ["an unknown outcome", [{ raw: (response) => response.destroy() }], (url) => createOne("+1", at(url))],
  ["a missing output", [{ body: { sid: null } }], (url) => fetchOne("a", at(url))],
  ["an answer that cannot be used", [{ body: "no JSON" }], (url) => fetchOne("a", at(url))],
  ["a deadline", [created, { body: { status: "sent" } }], (url) => sendAndTrack({ to: "+1" }, at(url, { poll }))],
  ["an option", [], (url) => createOne("+1", at(url, { retries: -1 }))],
])("%s is the same after it was stored", async (_name, replies, work) => {
  const server = await serve(replies);
  const error = await failureOf(work(server.url));
  if (!isWorkflowError(error)) throw error;
  const stored = JSON.parse(JSON.stringify(toStored(error)));
  // As JSON, and as an engine throws it that keeps the fields of errors.
  for (const kept of [stored, Object.assign(new Error(stored.message), stored)]) {
    const again = WorkflowError.from(kept);
    expect(again).toBeInstanceOf(WorkflowError);
    expect(again?.constructor).toBe(error.constructor);
    expect(again?.checkpoint).toEqual(error.checkpoint);
    expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(error)));
    expect(again?.cause instanceof Error).toBe(error.cause instanceof Error);
  }
});

test("a run goes on from the checkpoint of a stored error", async () => {
  const server = await serve([{ raw: (response) => response.destroy() }, created]);
  const error = await failureOf(createOne("+1", at(server.url)));
  if (!isWorkflowError(error)) throw error;
  const again = WorkflowError.from(JSON.parse(JSON.stringify(toStored(error))));
  expect(again).toBeInstanceOf(UnknownOutcomeError);
  const resend = ["createMessage"];
  expect(await createOne("+1", at(server.url, { resume: again?.checkpoint, resend }))).toBe("SM1");
});

test("outside of a workflow of DBOS there is none to go on", async () => {
  const failure = await failureOf(onDbos(async () => undefined));
  expect(failure).toMatchObject({ message: "onDbos must be called inside of a DBOS workflow" });
});
