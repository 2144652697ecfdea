import type { CodeTable } from "./entry.js";

/** What counts as success, and where a workflow goes from there. */
export const flow = {
  "success-status-mismatch": {
    severity: "warning",
    strict: true,
    meaning:
      "A success criterion names a 2xx status that the operation does not document. Obeyed to the letter the step would fail after it has taken effect; the documented statuses are accepted too.",
    example: "operationId: createOrder\nsuccessCriteria:\n- condition: $statusCode == 200",
    wayOut: "Write the status that the operation documents.",
  },
  "success-status-ambiguous": {
    severity: "warning",
    meaning:
      "The operation documents a 2xx status beside the one that the criterion accepts; an answer with it fails the step, though it has taken effect.",
    example: "operationId: deleteOrder\nsuccessCriteria:\n- condition: $statusCode == 204",
    wayOut: "Accept both, or silence the finding where the other one has to count as a failure.",
  },
  "success-status-undocumented": {
    severity: "warning",
    strict: true,
    meaning:
      "A success criterion accepts none of the statuses that the operation documents, and none is a 2xx; the step may never succeed.",
    example: "condition: $statusCode == 302",
    wayOut: "Accept a status that the operation documents. If the API does send this one, add it to its document.",
  },
  "poll-inferred": {
    severity: "note",
    meaning:
      "A last step that only reads and ends only under criteria is asked again until one of them holds: asked once, it would end the same way whatever it is told.",
    example: "- { name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }",
    wayOut: "Say so with `x-poll: { interval: 1000 }` on the step, or forbid it with `x-poll: false`.",
  },
  "poll-without-end": {
    severity: "error",
    meaning: "A step is to be polled, but nothing says when the poll is done.",
    example: "x-poll: { interval: 1000 }",
    wayOut: "Let it be the last step and end under criteria, or let a `goto` lead back to it.",
  },
  "unreachable-action": {
    severity: "warning",
    meaning:
      "An action is never taken: one before it always is, or its criteria ask for what cannot be where the action is looked at.",
    example:
      "- { name: done, type: end }\n- { name: gone, type: end, criteria: [{ condition: $response.body#/orders == null }] }",
    wayOut:
      "Put the action before the one that is always taken, or give that one `criteria`. Actions in `onSuccess` see only answers that the success criteria accept, those in `onFailure` only the others.",
  },
  "unsafe-retry": {
    severity: "warning",
    meaning:
      "A `retry` sends a request again that may have taken effect already: what it does can happen, and cost, twice.",
    example: "- { name: again, type: retry, retryLimit: 3 }",
    wayOut:
      "Retry only what was refused, with a criterion such as `$statusCode == 429`. Or look first whether it has taken effect: `goto` a step that reads.",
  },
  "unreachable-step": {
    severity: "warning",
    meaning: "No way through the workflow leads to a step; it is left out.",
    example: "- { name: done, type: end }",
    wayOut: "Remove the step, or let a `goto` lead to it.",
  },
  "endless-loop": {
    severity: "error",
    meaning: "Nothing but an error ends a loop: none of its steps ends the workflow or leads out.",
    example: "- { name: again, type: goto, stepId: list }",
    wayOut: "Give the action `criteria`, or let another one end the workflow or lead out.",
  },
  "deferred-too-early": {
    severity: "warning",
    meaning: "An input that is to be given later is asked for before anything has been done.",
    example: "id: { type: string, x-deferred: true }",
    wayOut: "Remove `x-deferred`, or let a step come before.",
  },
  "input-too-early": {
    severity: "warning",
    meaning:
      "An input looks by its name like a code that an earlier step of the run sends to somebody: whoever starts the run does not have it yet.",
    example:
      "  requestBody: { payload: { to: $inputs.to } }\n- stepId: check\n  operationId: checkCode\n  requestBody: { payload: { to: $inputs.to, code: $inputs.code } }",
    wayOut:
      "Add `x-deferred: true` to the input: callers may then give a function, which is called when the value is needed. Where the code is known before, let the finding pass with `x-allow`.",
  },
  "output-never-set": {
    severity: "warning",
    meaning: "An output of the workflow comes from a step that no way leads to; no result has it.",
    example: "state: $steps.get.outputs.state",
    wayOut: "Remove the output, or let something lead to the step.",
  },
  "output-maybe-unset": {
    severity: "warning",
    meaning:
      "A request needs an output of a step that may not have run by then; the run ends in an error where it has not.",
    example: "name: id, in: path, value: $steps.make.outputs.id",
    wayOut: "Let every way that leads there go through that step.",
  },
} as const satisfies CodeTable;
