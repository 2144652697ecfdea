import { expect, test } from "vitest";
import {
  type Checkpoint,
  isWorkflowError,
  openWorkflow,
  type WorkflowOptions,
} from "../../templates/runtime/twilio/index.js";
import { digest } from "../../templates/runtime/journal/digest.js";
import type { InputKinds } from "../../templates/runtime/run/inputs.js";
import { nestedRun } from "../../templates/runtime/run/nested.js";
import { credentials } from "./support/options.js";

const kinds: InputKinds = { to: "string", code: "string | function", media: "any?", file: "object?" };

/** What a run of these inputs would be resumed from, as a store gives it back. */
function begin(input: object, options: WorkflowOptions = {}, dependencies?: object): Checkpoint {
  try {
    const run = openWorkflow("w", { credentials, ...options });
    run.inputs(input, kinds, dependencies);
    run.inputs({}, { missing: "string" });
  } catch (error) {
    if (isWorkflowError(error)) return JSON.parse(JSON.stringify(error.checkpoint));
    throw error;
  }
  throw new Error("an input was missing");
}

function resume(checkpoint: Checkpoint, input: object, options: WorkflowOptions = {}, dependencies?: object): void {
  openWorkflow("w", { credentials, ...options, resume: checkpoint }).inputs(input, kinds, dependencies);
}

const input = { to: "+15558675310", code: "123456", media: { b: [1, 2], a: "x" }, file: new Blob(["abc"]) };

test.each<[name: string, other: object]>([
  ["the same", input],
  ["fields in another order", { media: { a: "x", b: [1, 2] }, file: input.file, code: input.code, to: input.to }],
  ["more than the workflow takes", { ...input, more: 1 }],
  ["what is given later, as another value", { ...input, code: "654321" }],
  ["what is given later, as a function", { ...input, code: () => "654321" }],
])("inputs may be %s", (_name, other) => {
  expect(() => resume(begin(input), other)).not.toThrow();
});

test.each<[name: string, other: object]>([
  ["another value", { ...input, to: "+15558675311" }],
  ["a value less", { ...input, media: undefined }],
  ["a list in another order", { ...input, media: { ...input.media, b: [2, 1] } }],
  ["a value of another kind", { ...input, media: { ...input.media, a: null } }],
  ["another file", { ...input, file: new Blob(["abcd"]) }],
])("with %s a resume is refused by name", (_name, other) => {
  expect(() => resume(begin(input), other)).toThrow(
    "workflow w: options.resume was begun with other inputs; go on with what it was begun with, or begin anew",
  );
});

test("with other results of the workflows before it, too", () => {
  const checkpoint = begin(input, {}, { first: { sid: "A" } });
  expect(() => resume(checkpoint, input, {}, { first: { sid: "A" } })).not.toThrow();
  expect(() => resume(checkpoint, input, {}, { first: { sid: "B" } })).toThrow("was begun with other inputs");
});

test("another account is refused by name, before the inputs are looked at", () => {
  const checkpoint = begin(input);
  const other = { credentials: { apiKey: "SK1", apiSecret: "s", accountSid: "AC2" } };
  expect(() => openWorkflow("w", { ...other, resume: checkpoint })).toThrow(
    "workflow w: options.resume was begun for another account; go on with what it was begun with, or begin anew",
  );
});

test("credentials may change, and name no account", () => {
  const checkpoint = begin(input);
  const key = { apiKey: "SK1", apiSecret: "s" };
  expect(() => resume(checkpoint, input, { credentials: { ...key, accountSid: "AC1" } })).not.toThrow();
  expect(() => resume(checkpoint, input, { credentials: key })).not.toThrow();
  const unnamed = begin(input, { credentials: key });
  expect(unnamed.begun).not.toHaveProperty("account");
  expect(begin(input, { resume: unnamed }).begun).toHaveProperty("account");
});

test("the error of a refusal has the checkpoint as it was", () => {
  const checkpoint = begin(input);
  expect(begin({ ...input, to: "+1" }, { resume: checkpoint })).toEqual(checkpoint);
  const credentials = { accountSid: "AC2", authToken: "t" };
  expect(begin(input, { resume: checkpoint, credentials })).toEqual(checkpoint);
});

test("nothing can be read from a checkpoint of what the run began with, nor that two began with the same", () => {
  const [one, two] = [begin(input), begin(input)];
  expect(JSON.stringify(one)).not.toMatch(/5558675310|123456|AC1/);
  expect(one.begun).toEqual({
    salt: expect.stringMatching(/^\w{6,}$/),
    inputs: expect.stringMatching(/^[0-9a-f]{8}$/),
    account: expect.stringMatching(/^[0-9a-f]{8}$/),
  });
  expect(one.begun?.inputs).not.toBe(two.begun?.inputs);
  expect(one.begun?.account).not.toBe(two.begun?.account);
  expect(begin(input, { resume: one }).begun).toEqual(one.begun);
});

test("a workflow that a step calls has inputs of its own, which are not those of the run", () => {
  const outer = openWorkflow("w", { credentials, resume: begin(input) });
  const inner = openWorkflow("inner", nestedRun(outer, "call"));
  expect(() => inner.inputs({ to: "+2" }, { to: "string" })).not.toThrow();
});

test("digests tell values apart that hardly differ", () => {
  const many = new Set(Array.from({ length: 20_000 }, (_, index) => digest("salt", `+1555${index}`)));
  expect(many.size).toBeGreaterThan(19_990);
  expect(digest("a", "bc")).toBe(digest("a", "bc"));
});
