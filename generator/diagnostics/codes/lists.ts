import { quoted } from "../quoted.js";
import { error, note } from "./kind.js";
import { about } from "./words.js";

/** Steps that are done for each element of a list. */
export const lists = {
  eachOutside: error("each-outside", {
    meaning: "There is no element here that `$each` could be: only a step with `x-each` is done for one.",
    example:
      "x-each: { in: $inputs.articles }\nrequestBody: { contentType: application/json, payload: { article: $each.article } }",
    wayOut: "Name the element as `as` does. Where the step has no `x-each`, take the value from elsewhere.",
    found: {
      step: (text: string) => [
        `${about(text)}the step has no \`x-each\``,
        "Give the step `x-each: { in: <the expression of a list>, as: <a name> }`.",
      ],
      workflow: (text: string) => [
        `${about(text)}there is no element outside of the step that is done for it`,
        "Give the step an output, and take the list of it from `$steps.<stepId>.outputs.<name>`.",
      ],
      name: (text: string, name: string, known: string) => [
        `${about(text)}the element is not called ${quoted(name)}`,
        `It is \`$each.${known}\`, and its position \`$each.index\`.`,
      ],
    },
    shown: (words) => words.name("$each.article", "article", "item"),
  }),
  eachNoList: error("each-no-list", {
    meaning: "What `x-each` names is no list, so that there are no elements.",
    example: "x-each: { in: $inputs.articles, as: article }",
    wayOut: "Name a list. If the value is one, let its schema say so: `type: array`.",
    found: (text: string, type: string) => `${quoted(text)} is no list, but ${type}`,
    shown: (words) => words("$inputs.articles", "text"),
  }),
  eachUnsupported: error("each-unsupported", {
    meaning:
      "What a step with `x-each` does, it does for one element: it may be tried again, or polled, but leads nowhere else. Like one with `x-pages` it runs once, and its outputs are lists only where it has run.",
    example: "onFailure: [{ name: giveUp, type: end }]",
    wayOut: "Let `onFailure: collect` of the `x-each` make data of failures, and decide in a later step.",
    found: {
      action: (name: string, what: string) => [
        `the action ${quoted(name)} would ${what} from the middle of a list`,
        "Leave it out. To go on where elements fail, write `onFailure: collect` in the `x-each`, and decide in a later step.",
      ],
      again: (stepId: string) => [
        `a \`goto\` leads back to the step ${quoted(stepId)} or beyond it, so that it would go through its list again`,
        "Put what is repeated into a workflow, and call that.",
      ],
      crossing: (stepId: string) => [
        `the jumps of the workflow lead into the middle of each other, so that the step ${quoted(stepId)} has no place of its own`,
        "Put the step into a workflow, and call that.",
      ],
      unset: (text: string, stepId: string) => [
        `${about(text)}the step ${quoted(stepId)} may not have run, so that there may be no list`,
        "Let every way to here lead through the step: a list without elements is done in no time.",
      ],
      collected: (text: string, stepId: string) => [
        `${about(text)}with \`onFailure: collect\` an element may have failed, and have no such output`,
        `Read \`$steps.${stepId}.outputs\`: a list of what each element has come to, its outputs or its error.`,
      ],
      name: (name: string) => [
        `with \`onFailure: collect\` an output cannot be called ${quoted(name)}, which says how an element has ended`,
        "Give the output another name.",
      ],
    },
    shown: (words) => words.action("giveUp", "end the workflow"),
  }),
  invalidPages: error("invalid-pages", {
    meaning:
      "What `x-pages` says does not fit what the operation takes or answers, or the step does more than read a list page by page.",
    example: "x-pages: { items: $response.body#/id, next: $response.body#/count }",
    wayOut: "Say where in an answer the items are, and what leads to the next page.",
    found: {
      action: (name: string) => [
        `the action ${quoted(name)} would leave the step in the middle of its pages`,
        "Leave it out. Of one page is only `retry`; an action of `onSuccess` without criteria follows the last one.",
      ],
      items: (text: string, type: string) => [
        `${quoted(text)} is no list, but ${type}`,
        "Name the list in the answer. If the value is one, let its schema say so: `type: array`.",
      ],
      nothing: () => [
        "it is not said what leads to the next page",
        "Write `next: $response.body#/…`, or `parameter` and `counts`. Only a stream needs neither.",
      ],
      stream: (field: string) => [
        `the answer is a stream, whose events come one behind the other: nothing is asked for by ${quoted(field)}`,
        "Leave it out. `items` is what stands in one event: `$response.body`, or `$response.body#/data`.",
      ],
      event: (text: string) => [
        `${quoted(text)} is a stream here, of which only the \`items\` of \`x-pages\` are read`,
        "Read what comes of them behind the step: `$steps.<stepId>.outputs.items`.",
      ],
      noEvent: (text: string) => [
        `${quoted(text)} is nothing of an event`,
        "Name what stands in one event of the stream: `$response.body`, or `$response.body#/data`.",
      ],
      mixed: (operation: string) => [
        `the answer of ${quoted(operation)} is read event by event by one step, and as a whole by another`,
        "Read it with `x-pages` in both.",
      ],
      next: (text: string, type: string) => [
        `${quoted(text)} cannot lead to the next page: it is ${type}`,
        "Name a text that holds its URL. If it is what a parameter takes, name that as well: `parameter: PageToken`.",
      ],
      method: (method: string) => [
        `only a GET reads page by page, and the operation is a ${method}`,
        "Call an operation that reads.",
      ],
      unknown: (name: string, known: readonly string[]) => [
        `the operation has no query parameter ${quoted(name)}`,
        known.length === 0 ? undefined : `It has ${known.map(quoted).join(", ")}.`,
      ],
      given: (name: string) => [
        `the parameter ${quoted(name)} says which page is meant, so that the step cannot give it`,
        "Leave it out of `parameters`. The first page is asked for without it, or by its number.",
      ],
      type: (name: string, takes: string, type: string) => [
        `the parameter ${quoted(name)} takes ${takes}, and would be given ${type}`,
        "If the document is wrong about it, correct its schema with an overlay.",
      ],
    },
    shown: (words) => words.items("$response.body#/id", "text"),
  }),
  firstPageOnly: note("first-page-only", {
    meaning:
      "A step takes the list of an answer that names a next page, and reads only the first one: what is on the others is missing.",
    example: "outputs: { orders: $response.body#/orders }",
    wayOut: "Read all pages with `x-pages`, up to its `limit`, or allow the finding where the first is enough.",
    found: (stepId: string, next: string) => [
      `the step ${quoted(stepId)} reads the first page of a list, and ${quoted(next)} leads to the next one`,
      "Read all of them with `x-pages`; where the first is enough, say so: `x-allow: { first-page-only: <why> }` at the step.",
    ],
    shown: (words) => words("list", "$response.body#/next_page_token"),
  }),
};
