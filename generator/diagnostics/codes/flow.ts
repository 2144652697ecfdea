import { didYouMean } from "../nearest.js";
import { quoted } from "../quoted.js";
import { error, warning, note, type Text } from "./kind.js";
import { allHaveToHold, listed, type Names } from "./words.js";

function neverTaken(name: string, why: string, hint: string): Text {
  return [`the action ${quoted(name)} is never taken: ${why}`, hint];
}

/** What counts as success, and where a workflow goes from there. */
export const flow = {
  successStatusMismatch: warning("success-status-mismatch", {
    strict: true,
    meaning:
      "A success criterion names a 2xx status that the operation does not document. Obeyed to the letter the step would fail after it has taken effect; the documented statuses are accepted too.",
    example: "operationId: createOrder\nsuccessCriteria:\n- condition: $statusCode == 200",
    wayOut: "Write the status that the operation documents.",
    found: (operation: string, documented: readonly number[], condition: string, criteria: string) => {
      const codes = documented.join(" or ");
      return [
        `${quoted(operation)} answers ${codes} when it succeeds, never what ${quoted(criteria)} asks for; ${codes} is accepted as well`,
        `Write \`condition: ${condition}\`.`,
      ];
    },
    shown: (words) => words("createOrder", [201], "", "$statusCode == 200"),
  }),
  successStatusAmbiguous: warning("success-status-ambiguous", {
    meaning:
      "The operation documents a 2xx status beside the one that the criterion accepts; an answer with it fails the step, though it has taken effect.",
    example: "operationId: deleteOrder\nsuccessCriteria:\n- condition: $statusCode == 204",
    wayOut: "Accept both, or silence the finding where the other one has to count as a failure.",
    found: (operation: string, missed: readonly number[], condition: string, criteria: string) => [
      `${quoted(operation)} also succeeds with ${missed.join(" and ")}, which ${quoted(criteria)} takes for a failure`,
      `To accept it, write \`condition: ${condition}\`.`,
    ],
    shown: (words) => words("deleteOrder", [200], "", "$statusCode == 204"),
  }),
  successStatusUndocumented: warning("success-status-undocumented", {
    strict: true,
    meaning:
      "A success criterion accepts none of the statuses that the operation documents, and none is a 2xx; the step may never succeed.",
    example: "condition: $statusCode == 302",
    wayOut: "Accept a status that the operation documents. If the API does send this one, add it to its document.",
    found: (operation: string, criterion: string, known: readonly string[]) => [
      `${quoted(operation)} documents no answer that ${quoted(criterion)} accepts; the step may never succeed`,
      known.length === 0 ? undefined : `It documents ${listed(known)}.`,
    ],
    shown: (words) => words("listOrders", "$statusCode == 302", []),
  }),
  pollInferred: note("poll-inferred", {
    meaning:
      "A last step that only reads and ends only under criteria is asked again until one of them holds: asked once, it would end the same way whatever it is told. Where they name every value that the API documents, there is nothing to wait for: it is asked once, and any other value fails it. A step that only reads and that a `goto` leads back to is polled, too, unless a step between them writes, or it asks for something else each time: that is a loop, which waits for nothing and ends after `maxSteps` steps.",
    example: "- { name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }",
    wayOut: "Say so with `x-poll: { interval: 1000 }` on the step, or forbid it with `x-poll: false`.",
    found: (stepId: string, until: string) => `the step ${quoted(stepId)} is polled ${until}`,
    shown: (words) => words("get", "until one of its criteria holds"),
  }),
  pollWithoutEnd: error("poll-without-end", {
    meaning: "A step is to be polled, but nothing says when the poll is done.",
    example: "x-poll: { interval: 1000 }",
    wayOut: "Let it be the last step and end under criteria, or let a `goto` lead back to it.",
    found: (stepId: string) => `nothing says when the poll of ${quoted(stepId)} is done`,
    shown: (words) => words("get"),
  }),
  unusableCallback: error("unusable-callback", {
    meaning:
      "The `x-callback` of a step can wake nothing: the step does not wait, or the request that would say where callbacks are sent has no room for that.",
    example: "x-callback: { event: order-paid, match: $steps.make.outputs.id, url: notifyUrl }",
    wayOut:
      "Put it at a step that is polled, and name as `url` a field of the body of the step whose output `match` is; or leave `url` away where the API knows the URL by other means.",
    found: {
      notPolled: (stepId: string) => [
        `the step ${quoted(stepId)} waits for nothing that a callback could tell of`,
        "Say that it is polled: `x-poll: { interval: 2000 }`.",
      ],
      noPayload: (stepId: string) => [
        `the step ${quoted(stepId)} sends no fields that the URL of callbacks could be one of`,
        "Give it a `payload` that is an object, or leave `url` away.",
      ],
      noField: (what: string, name: string, known: Names) => [
        `${what} has no field ${quoted(name)}`,
        didYouMean(name, known),
      ],
    },
    shown: (words) => words.notPolled("get"),
  }),
  unreachableAction: warning("unreachable-action", {
    meaning:
      "An action is never taken: one before it always is, or its criteria ask for what cannot be where the action is looked at.",
    example:
      "- { name: done, type: end }\n- { name: gone, type: end, criteria: [{ condition: $response.body#/orders == null }] }",
    wayOut:
      "Put the action before the one that is always taken, or give that one `criteria`. Actions in `onSuccess` see only answers that the success criteria accept, those in `onFailure` only the others.",
    found: {
      noAnswer: (name: string) =>
        neverTaken(
          name,
          "its criteria ask for an answer, and every step calls a workflow",
          "Put it into the workflows that make the requests, or ask for what these return.",
        ),
      onSuccess: (name: string) =>
        neverTaken(
          name,
          "its criteria never hold when the step has succeeded",
          "Move it to `onFailure`, or let the success criteria accept what it asks for.",
        ),
      onFailure: (name: string) =>
        neverTaken(
          name,
          "its criteria never hold when the step has failed",
          "Move it to `onSuccess`, or ask for what the success criteria do not accept.",
        ),
      contradiction: (name: string) => neverTaken(name, "its criteria never hold together", allHaveToHold),
      behind: (name: string, other: string, isAlways: boolean) => {
        const [when, instead] = isAlways
          ? ["always taken", `give ${quoted(other)} criteria`]
          : ["taken whenever its criteria hold", "change one of them"];
        return neverTaken(
          name,
          `${quoted(other)} before it is ${when}`,
          `Put it before ${quoted(other)}, or ${instead}.`,
        );
      },
    },
    shown: (words) => words.behind("gone", "done", true),
  }),
  unhandledStatus: warning("unhandled-status", {
    meaning:
      "The actions of a step say with which values the run goes on to the next step. Other values, which the API documents, are named by none of them: the run goes on with these too, to a step that writes.",
    example:
      "onSuccess:\n- { name: open, type: goto, stepId: pay, criteria: [{ condition: $response.body#/state == 'open' }] }\n- { name: paid, type: end, criteria: [{ condition: $response.body#/state == 'paid' }] }",
    wayOut:
      "Name them in an action: in the `goto` where the run is to go on, in an `end` where it is not. An `end` without criteria, as the last action, takes what is left.",
    found: (stepId: string, subject: string, values: readonly string[], writer: string) => [
      `no action of ${quoted(stepId)} is taken where ${quoted(subject)} is ${values.join(" or ")}; the run then goes on to ${quoted(writer)}, which writes`,
      "Name what is missing in an action, or let a last `end` without criteria take what is left.",
    ],
    shown: (words) => words("get", "$response.body#/state", ["`lost`"], "pay"),
  }),
  unsafeRetry: warning("unsafe-retry", {
    meaning:
      "A `retry` sends a request again that may have taken effect already: what it does can happen, and cost, twice.",
    example: "- { name: again, type: retry, retryLimit: 3 }",
    wayOut:
      "Retry only what was refused, with a criterion such as `$statusCode == 429`. Or look first whether it has taken effect: `goto` a step that reads.",
    found: (action: string, operation: string, status: number, isOneOfSeveral: boolean) => {
      const when = isOneOfSeveral ? `an answer such as ${status}` : `the answer ${status}`;
      return [
        `the action ${quoted(action)} sends ${quoted(operation)} again after ${when}: it may have taken effect by then, and would do so twice`,
        "Retry only what was refused, such as with the criterion `$statusCode == 429`.",
      ];
    },
    shown: (words) => words("again", "createOrder", 500, true),
  }),
  unreachableStep: warning("unreachable-step", {
    meaning: "No way through the workflow leads to a step; it is left out.",
    example: "- { name: done, type: end }",
    wayOut: "Remove it, or let a `goto` lead to it.",
    found: (stepId: string) => `no way leads to the step ${quoted(stepId)}`,
    shown: (words) => words("make"),
  }),
  endlessLoop: error("endless-loop", {
    meaning: "Nothing but an error ends a loop: none of its steps ends the workflow or leads out.",
    example: "- { name: again, type: goto, stepId: list }",
    wayOut: "Give the action `criteria`, or let another one end the workflow or lead out.",
    found: (stepIds: readonly string[]) => `nothing but an error ends this loop, of ${listed(stepIds)}`,
    shown: (words) => words(["list"]),
  }),
  deferredTooEarly: warning("deferred-too-early", {
    meaning: "An input that is to be given later is asked for before anything has been done.",
    example: "id: { type: string, x-deferred: true }",
    wayOut: "Remove `x-deferred`, or let a step come before.",
    found: (name: string, stepId: string) =>
      `the input ${quoted(name)} cannot come later: the step ${quoted(stepId)}, which sends it, is the first`,
    shown: (words) => words("id", "get"),
  }),
  inputTooEarly: warning("input-too-early", {
    meaning:
      "An input looks by its name like a code that an earlier step of the run sends to somebody: whoever starts the run does not have it yet.",
    example:
      "  requestBody: { payload: { to: $inputs.to } }\n- stepId: check\n  operationId: checkCode\n  requestBody: { payload: { to: $inputs.to, code: $inputs.code } }",
    wayOut:
      "Add `x-deferred: true` to the input: callers may then give a function, which is called when the value is needed. Where the code is known before, let the finding pass with `x-allow`.",
    found: (name: string, stepId: string, sender: string, hasDefault: boolean) => [
      `${quoted(stepId)} sends the input ${quoted(name)} after ${quoted(sender)} was sent: a code that ${quoted(sender)} sends out is not known when the run begins`,
      `Add \`x-deferred: true\` to the input${hasDefault ? ", and remove its default" : ""}: callers may then give a function, which is called when the value is needed.`,
    ],
    shown: (words) => words("code", "check", "start", false),
  }),
  outputNeverSet: warning("output-never-set", {
    meaning: "An output of the workflow comes from a step that no way leads to; no result has it.",
    example: "state: $steps.get.outputs.state",
    wayOut: "Remove the output, or let something lead to the step.",
    found: (name: string, stepId: string) =>
      `nothing sets the output ${quoted(name)}: no way leads to the step ${quoted(stepId)}`,
    shown: (words) => words("state", "get"),
  }),
  outputMaybeUnset: warning("output-maybe-unset", {
    meaning:
      "A request needs an output of a step that may not have run by then; the run ends in an error where it has not.",
    example: "name: id, in: path, value: $steps.make.outputs.id",
    wayOut: "Let every way that leads here go through that step.",
    found: (what: string, text: string, stepId: string) =>
      `${what} needs ${text}, and the step ${quoted(stepId)} may not have run by then`,
    shown: (words) => words("the path parameter `id`", "`$steps.make.outputs.id`", "make"),
  }),
};
