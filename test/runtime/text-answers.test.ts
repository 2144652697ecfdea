import { expect, test } from "vitest";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../../templates/runtime/twilio/index.js";
import { at } from "./support/options.js";
import { serve } from "./support/server.js";

interface Api {
  "/note": { get: { responses: { 200: { headers: Record<string, unknown>; content: { "text/plain": string } } } } };
}

/** One step whose answer is text, as a generated function reads it. */
async function readNote(options: WorkflowOptions): Promise<string | undefined> {
  const run: WorkflowRun = openWorkflow("read-note", options);
  const notes = run.api<Api>("https://api.twilio.com");
  const note = await notes.GET("/note", { ...run.step("note"), parseAs: "text" });
  if (note.status !== 200) run.fail(note);
  return note.data;
}

test.each(["a note", "", '{ "id": 9007199254740993 }'])("the text %j stays as it is", async (body) => {
  const server = await serve([{ status: 200, body, headers: { "content-type": "text/plain" } }]);
  expect(await readNote(at(server.url))).toBe(body);
});
