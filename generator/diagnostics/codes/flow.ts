import { quoted } from "../quoted.js";
import { kind, type Wording } from "./kind.js";
import { allHaveToHold, listed } from "./words.js";

/** What counts as success, and where a workflow goes from there. */
export const flow = {
  successStatusMismatch: kind({
    code: "success-status-mismatch",
    severity: "warning",
    strict: true,
    meaning:
      "A success criterion names a 2xx status that the operation does not document. Obeyed to the letter the step would fail after it has taken effect; the documented statuses are accepted too.",
    example: "operationId: createOrder\nsuccessCriteria:\n- condition: $statusCode == 200",
    wayOut: "Write the status that the operation documents.",
    found: (say) => (operation: string, documented: readonly number[], condition: string, criteria: string) => {
      const codes = documented.join(" or ");
      return say(
        `${quoted(operation)} answers ${codes} when it succeeds, never what ${quoted(criteria)} asks for; ${codes} is accepted as well`,
        `Write \`condition: ${condition}\`.`,
      );
    },
    shown: (words) => words("createOrder", [201], "", "$statusCode == 200"),
  }),
  successStatusAmbiguous: kind({
    code: "success-status-ambiguous",
    severity: "warning",
    meaning:
      "The operation documents a 2xx status beside the one that the criterion accepts; an answer with it fails the step, though it has taken effect.",
    example: "operationId: deleteOrder\nsuccessCriteria:\n- condition: $statusCode == 204",
    wayOut: "Accept both, or silence the finding where the other one has to count as a failure.",
    found: (say) => (operation: string, missed: readonly number[], condition: string, criteria: string) =>
      say(
        `${quoted(operation)} also succeeds with ${missed.join(" and ")}, which ${quoted(criteria)} takes for a failure`,
        `To accept it, write \`condition: ${condition}\`.`,
      ),
    shown: (words) => words("deleteOrder", [200], "", "$statusCode == 204"),
  }),
  successStatusUndocumented: kind({
    code: "success-status-undocumented",
    severity: "warning",
    strict: true,
    meaning:
      "A success criterion accepts none of the statuses that the operation documents, and none is a 2xx; the step may never succeed.",
    example: "condition: $statusCode == 302",
    wayOut: "Accept a status that the operation documents. If the API does send this one, add it to its document.",
    found: (say) => (operation: string, criterion: string, known: readonly string[]) =>
      say(
        `${quoted(operation)} documents no answer that ${quoted(criterion)} accepts; the step may never succeed`,
        known.length === 0 ? undefined : `It documents ${listed(known)}.`,
      ),
    shown: (words) => words("listOrders", "$statusCode == 302", []),
  }),
  pollInferred: kind({
    code: "poll-inferred",
    severity: "note",
    meaning:
      "A last step that only reads and ends only under criteria is asked again until one of them holds: asked once, it would end the same way whatever it is told.",
    example: "- { name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }",
    wayOut: "Say so with `x-poll: { interval: 1000 }` on the step, or forbid it with `x-poll: false`.",
    found: (say, wayOut) => (stepId: string, until: string) =>
      say(`the step ${quoted(stepId)} is polled ${until}`, wayOut),
    shown: (words) => words("get", "until one of its criteria holds"),
  }),
  pollWithoutEnd: kind({
    code: "poll-without-end",
    severity: "error",
    meaning: "A step is to be polled, but nothing says when the poll is done.",
    example: "x-poll: { interval: 1000 }",
    wayOut: "Let it be the last step and end under criteria, or let a `goto` lead back to it.",
    found: (say, wayOut) => (stepId: string) => say(`nothing says when the poll of ${quoted(stepId)} is done`, wayOut),
    shown: (words) => words("get"),
  }),
  unreachableAction: kind({
    code: "unreachable-action",
    severity: "warning",
    meaning:
      "An action is never taken: one before it always is, or its criteria ask for what cannot be where the action is looked at.",
    example:
      "- { name: done, type: end }\n- { name: gone, type: end, criteria: [{ condition: $response.body#/orders == null }] }",
    wayOut:
      "Put the action before the one that is always taken, or give that one `criteria`. Actions in `onSuccess` see only answers that the success criteria accept, those in `onFailure` only the others.",
    found: (say) => {
      const never = (name: string, why: string, hint: string): Wording<"unreachable-action"> =>
        say(`the action ${quoted(name)} is never taken: ${why}`, hint);
      return {
        noAnswer: (name: string) =>
          never(
            name,
            "its criteria ask for an answer, and every step calls a workflow",
            "Put it into the workflows that make the requests, or ask for what these return.",
          ),
        onSuccess: (name: string) =>
          never(
            name,
            "its criteria never hold when the step has succeeded",
            "Move it to `onFailure`, or let the success criteria accept what it asks for.",
          ),
        onFailure: (name: string) =>
          never(
            name,
            "its criteria never hold when the step has failed",
            "Move it to `onSuccess`, or ask for what the success criteria do not accept.",
          ),
        contradiction: (name: string) => never(name, "its criteria never hold together", allHaveToHold),
        behind: (name: string, other: string, isAlways: boolean) => {
          const before = quoted(other);
          return isAlways
            ? never(name, `${before} before it is always taken`, `Put it before ${before}, or give ${before} criteria.`)
            : never(
                name,
                `${before} before it is taken whenever its criteria hold`,
                `Put it before ${before}, or change one of them.`,
              );
        },
      };
    },
    shown: (words) => words.behind("gone", "done", true),
  }),
  unsafeRetry: kind({
    code: "unsafe-retry",
    severity: "warning",
    meaning:
      "A `retry` sends a request again that may have taken effect already: what it does can happen, and cost, twice.",
    example: "- { name: again, type: retry, retryLimit: 3 }",
    wayOut:
      "Retry only what was refused, with a criterion such as `$statusCode == 429`. Or look first whether it has taken effect: `goto` a step that reads.",
    found: (say) => (action: string, operation: string, status: number, isOneOfSeveral: boolean) => {
      const when = isOneOfSeveral ? `an answer such as ${status}` : `the answer ${status}`;
      return say(
        `the action ${quoted(action)} sends ${quoted(operation)} again after ${when}: it may have taken effect by then, and would do so twice`,
        "Retry only what was refused, such as with the criterion `$statusCode == 429`.",
      );
    },
    shown: (words) => words("again", "createOrder", 500, true),
  }),
  unreachableStep: kind({
    code: "unreachable-step",
    severity: "warning",
    meaning: "No way through the workflow leads to a step; it is left out.",
    example: "- { name: done, type: end }",
    wayOut: "Remove it, or let a `goto` lead to it.",
    found: (say, wayOut) => (stepId: string) => say(`no way leads to the step ${quoted(stepId)}`, wayOut),
    shown: (words) => words("make"),
  }),
  endlessLoop: kind({
    code: "endless-loop",
    severity: "error",
    meaning: "Nothing but an error ends a loop: none of its steps ends the workflow or leads out.",
    example: "- { name: again, type: goto, stepId: list }",
    wayOut: "Give the action `criteria`, or let another one end the workflow or lead out.",
    found: (say, wayOut) => (stepIds: readonly string[]) =>
      say(`nothing but an error ends this loop, of ${listed(stepIds)}`, wayOut),
    shown: (words) => words(["list"]),
  }),
  deferredTooEarly: kind({
    code: "deferred-too-early",
    severity: "warning",
    meaning: "An input that is to be given later is asked for before anything has been done.",
    example: "id: { type: string, x-deferred: true }",
    wayOut: "Remove `x-deferred`, or let a step come before.",
    found: (say, wayOut) => (name: string, stepId: string) =>
      say(
        `the input ${quoted(name)} cannot come later: the step ${quoted(stepId)}, which sends it, is the first`,
        wayOut,
      ),
    shown: (words) => words("id", "get"),
  }),
  inputTooEarly: kind({
    code: "input-too-early",
    severity: "warning",
    meaning:
      "An input looks by its name like a code that an earlier step of the run sends to somebody: whoever starts the run does not have it yet.",
    example:
      "  requestBody: { payload: { to: $inputs.to } }\n- stepId: check\n  operationId: checkCode\n  requestBody: { payload: { to: $inputs.to, code: $inputs.code } }",
    wayOut:
      "Add `x-deferred: true` to the input: callers may then give a function, which is called when the value is needed. Where the code is known before, let the finding pass with `x-allow`.",
    found: (say) => (name: string, stepId: string, sender: string, hasDefault: boolean) =>
      say(
        `${quoted(stepId)} sends the input ${quoted(name)} after ${quoted(sender)} was sent: a code that ${quoted(sender)} sends out is not known when the run begins`,
        `Add \`x-deferred: true\` to the input${hasDefault ? ", and remove its default" : ""}: callers may then give a function, which is called when the value is needed.`,
      ),
    shown: (words) => words("code", "check", "start", false),
  }),
  outputNeverSet: kind({
    code: "output-never-set",
    severity: "warning",
    meaning: "An output of the workflow comes from a step that no way leads to; no result has it.",
    example: "state: $steps.get.outputs.state",
    wayOut: "Remove the output, or let something lead to the step.",
    found: (say, wayOut) => (name: string, stepId: string) =>
      say(`nothing sets the output ${quoted(name)}: no way leads to the step ${quoted(stepId)}`, wayOut),
    shown: (words) => words("state", "get"),
  }),
  outputMaybeUnset: kind({
    code: "output-maybe-unset",
    severity: "warning",
    meaning:
      "A request needs an output of a step that may not have run by then; the run ends in an error where it has not.",
    example: "name: id, in: path, value: $steps.make.outputs.id",
    wayOut: "Let every way that leads here go through that step.",
    found: (say, wayOut) => (what: string, text: string, stepId: string) =>
      say(`${what} needs ${text}, and the step ${quoted(stepId)} may not have run by then`, wayOut),
    shown: (words) => words("the path parameter `id`", "`$steps.make.outputs.id`", "make"),
  }),
};
