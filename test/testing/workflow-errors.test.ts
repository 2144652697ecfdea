import { expect, test } from "vitest";
import { isWorkflowError } from "../../generated/index.js";
import { workflowErrors } from "../../templates/testing/index.js";

const checkpoint = { version: 1, workflow: "send", versions: {}, answers: {}, unknown: ["sendMessage"] } as const;

const rows = [
  { given: workflowErrors.aborted(), want: { code: "aborted", cause: expect.any(Error) } },
  { given: workflowErrors.credentials({ message: "none" }), want: { code: "credentials" } },
  {
    given: workflowErrors.criterionFailed(),
    want: { code: "criterion-failed", criterion: "$outputs.state == 'done'" },
  },
  {
    given: workflowErrors.invalidAnswer({ body: "<html>" }),
    want: { code: "invalid-answer", status: 200, body: "<html>" },
  },
  { given: workflowErrors.invalidInput(), want: { code: "invalid-input" } },
  { given: workflowErrors.missingOutput(), want: { code: "missing-output", expression: "$response.body#/sid" } },
  {
    given: workflowErrors.pollDeadline({ outputs: { finalStatus: "sent" } }),
    want: { code: "poll-deadline", deadline: 300_000, outputs: { finalStatus: "sent" } },
  },
  { given: workflowErrors.queryLimit(), want: { code: "query-limit", limit: 100_000 } },
  {
    given: workflowErrors.stepFailed({ status: 503, outcome: "unknown", requestId: "RQ1", body: { code: 20503 } }),
    want: { code: "step-failed", status: 503, outcome: "unknown", requestId: "RQ1", body: { code: 20503 } },
  },
  { given: workflowErrors.stepLimit(), want: { code: "step-limit", limit: 1_000 } },
  { given: workflowErrors.unknownOutcome(), want: { code: "unknown-outcome" } },
];

test.each(rows)("$want.code", ({ given, want }) => {
  expect(isWorkflowError(given)).toBe(true);
  expect(given).toMatchObject(want);
  expect(given.checkpoint).toEqual({ version: 1, workflow: "workflow", versions: {}, answers: {}, unknown: [] });
});

test("there is one for each code", () => {
  const codes = rows.map(({ given }) => given.code);
  expect(
    Object.keys(workflowErrors).map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
  ).toEqual(codes);
});

test("an error says where it happened, and has the checkpoint that it is given", () => {
  const stored = { ...checkpoint, unknown: ["sendMessage"] };
  const error = workflowErrors.unknownOutcome({ workflowId: "send", stepId: "sendMessage", checkpoint: stored });

  expect(error).toMatchObject({ workflowId: "send", stepId: "sendMessage", checkpoint: stored });
  expect(error.message).toBe(
    'workflow send, step sendMessage: its answer was lost; find out whether it did, and if not, resume with resend: ["sendMessage"]',
  );
});
