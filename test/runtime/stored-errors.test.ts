import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import * as runtime from "../../templates/runtime/index.js";
import {
  AbortedError,
  type AnyWorkflowError,
  CredentialsError,
  CriterionFailedError,
  InvalidAnswerError,
  InvalidInputError,
  isWorkflowError,
  MissingOutputError,
  PollDeadlineError,
  QueryLimitError,
  StepFailedError,
  StepLimitError,
  UnknownOutcomeError,
  WorkflowError,
} from "../../templates/runtime/index.js";

const checkpoint = { version: 1 as const, workflow: "w", versions: { w: "1" }, answers: {}, unknown: ["s"] };
const place = { workflowId: "w", stepId: "s", stepPath: "outer/s", checkpoint };
const cause = new Error("why");

const all: readonly AnyWorkflowError[] = [
  new AbortedError(place, { cause }),
  new CredentialsError(place, "none are set"),
  new CriterionFailedError(place, "$outputs.a == 1"),
  new InvalidAnswerError(place, "no readable JSON", { status: 200, body: "<html>" }),
  new InvalidInputError({ workflowId: "w", checkpoint }, "input to is missing"),
  new MissingOutputError(place, "$response.body#/sid"),
  new PollDeadlineError(place, 3, 1_000, { status: "sent" }),
  new QueryLimitError(place, "$..a", 10, { cause }),
  new StepFailedError(place, "refused", {
    method: "POST",
    url: "https://api.twilio.com/",
    status: 400,
    outcome: "not-done",
    requestId: "RQ1",
    body: { code: 21211 },
  }),
  new StepLimitError(place, 10),
  new UnknownOutcomeError(place, "its answer was lost"),
];

/** An error as JSON that loses nothing. */
function stored(error: AnyWorkflowError): Record<string, unknown> {
  const { message: why } = Object(error.cause);
  const text = JSON.stringify({ ...error.toJSON(), checkpoint: error.checkpoint, cause: why });
  return JSON.parse(text);
}

test.each(all.map((error) => [error.name, error] as const))("a stored %s is the same error", (_name, error) => {
  // As JSON, and as an engine throws it that keeps the fields of errors.
  for (const json of [stored(error), Object.assign(new Error(error.message), stored(error))]) {
    const again = WorkflowError.from(json);
    expect(isWorkflowError(again)).toBe(true);
    expect(again?.constructor).toBe(error.constructor);
    expect(again?.checkpoint).toEqual(error.checkpoint);
    expect(again?.message).toBe(error.message);
    expect(again?.toJSON()).toEqual(error.toJSON());
    expect(again?.cause).toEqual(error.cause);
    expect(String(again?.stack)).toContain(error.message);
  }
});

test("all errors of a workflow are among these", () => {
  const classes = Object.values(runtime).filter((value) => Object(value).prototype instanceof WorkflowError);
  expect(new Set(all.map((error) => error.constructor))).toEqual(new Set(classes));
});

test("an error that was not stored stays as it is", () => {
  for (const error of all) expect(WorkflowError.from(error)).toBe(error);
});

test.each([
  undefined,
  null,
  "StepFailedError",
  new Error("no error of a workflow"),
  { name: "StepFailedError", message: "without a checkpoint" },
  { name: "isWorkflowError", message: "", checkpoint },
  { name: "constructor", message: "", checkpoint },
])("%o is no error of a workflow", (value) => {
  expect(WorkflowError.from(value)).toBeUndefined();
});

test("an app whose bundle holds nothing else of a run makes errors of what was stored", async () => {
  const contents = `
    import { WorkflowError } from "./generated/index.ts";
    globalThis.read = (json) => WorkflowError.from(json)?.code;`;
  const stdin = { contents, resolveDir: ".", loader: "ts" } as const;
  const { outputFiles } = await build({ stdin, bundle: true, format: "iife", write: false, target: "es2022" });
  const context = createContext({});
  runInContext(outputFiles[0]?.text ?? "", context);
  const stored = { ...new UnknownOutcomeError(place, "lost").toJSON(), checkpoint };

  expect(runInContext("read", context)(stored)).toBe("unknown-outcome");
});
