import { quoted } from "../quoted.js";
import { error, warning, note } from "./kind.js";
import { about, allHaveToHold, type Malformed } from "./words.js";

const joinedOtherwise = {
  and: "One value cannot be two at once: join alternatives by `||`.",
  or: "Of two `!=` with `||` between them one always holds: join them by `&&`.",
};

function outcomeOf(operator: string): string {
  return operator === "!=" ? "always true" : "never true";
}

/** Expressions and conditions. */
export const conditions = {
  invalidExpression: error("invalid-expression", {
    meaning: "A runtime expression does not follow the grammar, or names a part that there is not.",
    example: "id: $response.bdy#/id",
    wayOut: "Correct it, for instance to `$inputs.name`, `$steps.id.outputs.name` or `$response.body#/field`.",
    assumed:
      "The expression that is plainly meant: `$response.header.X` by `$response.headers.X`, `$response.body#/id` by `$response.body#id`, an input or output by its declared name, what a workflow of `dependsOn` returned by `$dependencies.id.name`, each item or the first by `[*]`. An output that looks like none is a text. An `operationPath` that can mean one operation only means that.",
    found: {
      text: ({ message, hint }: Malformed, text?: string) => [about(text) + message, hint],
      operationPath: ({ message, hint }: Malformed, meant: string | undefined) => [
        message,
        meant === undefined ? hint : `Write ${quoted(meant)}.`,
      ],
      operationId: () => "an operation is `$sourceDescriptions.<name>.<operationId>`",
      operation: (text: string) => `${quoted(text)} is an operation, which has no value`,
      component: (text: string) => `${quoted(text)} is no value: of the components only parameters have one`,
    },
  }),
  invalidCondition: error("invalid-condition", {
    meaning: "A condition does not follow the grammar of its type.",
    example: "condition: $statusCode = 200",
    wayOut: "Correct it at the caret. Comparisons are `==`, `!=`, `<`, `<=`, `>`, `>=`, joined by `&&`, `||` and `!`.",
    assumed:
      "An expression in it that is plainly meant, as with `invalid-expression`. Words without quotes behind `==` and `!=` are a text, and `=`, `===`, `and`, `or` and `<>` are what they are in other languages.",
    found: {
      text: ({ message, hint }: Malformed) => [message, hint],
      item: () => "`@` stands inside of a filter only",
    },
  }),
  jsonpathPredicate: note("jsonpath-predicate", {
    strict: true,
    meaning:
      "A condition of type `jsonpath` is no query of RFC 9535; it is read as the comparison over `$` paths that it looks like. Other tools may take it for never true, or for always true.",
    example: "condition: $.state == 'paid'",
    wayOut: "Write a filter, such as `$[?@.status == 'x']`, or a condition of type `simple`.",
    found: (condition: string) => `${quoted(condition)} is no JSONPath query; it is read as a comparison`,
    shown: (words) => words("$.state == 'paid'"),
  }),
  slowPattern: warning("slow-pattern", {
    meaning:
      "Matching a regular expression, of a condition or of `match` and `search` in a query, can take for ever on texts that almost match, and block the whole process; or it cannot be shown not to, as with lookarounds and backreferences.",
    example: "condition: ^(a+)+$",
    wayOut: "Leave out the repetition of what repeats itself already.",
    found: {
      pattern: (pattern: string, complaint: string) => [
        `matching ${quoted(pattern)} ${complaint}`,
        "Let no two repetitions match the same text one after the other or inside of one another.",
      ],
      value: (call: string) => [
        `the pattern of \`${call}\` is a value, whose matching can take for ever`,
        "Write the pattern into the query.",
      ],
    },
    shown: (words) => words.pattern("^(a+)+$", "can take for ever"),
  }),
  embeddedPattern: warning("embedded-pattern", {
    strict: true,
    meaning:
      "A regular expression embeds a value. It is matched to the letter and not, as Arazzo 1.1 has it, as a part of the expression, since a value could then match anything or run for ever.",
    example: "condition: ^{$inputs.prefix}",
    wayOut: "Compare with `==`, or write the expression out.",
    found: (text: string) => `the value of ${quoted(text)} is matched to the letter, not as a regular expression`,
    shown: (words) => words("$inputs.prefix"),
  }),
  constantCondition: warning("constant-condition", {
    strict: true,
    meaning: "A condition, or a list of criteria, is always true or never true, whatever the answer holds.",
    example: "condition: $response.body#/id != 'a' || $response.body#/id != 'b'",
    wayOut: "Alternatives are joined by `||`, exceptions (`!=`) by `&&`; all criteria of a list have to hold.",
    found: {
      /** @param joined How the parts of the condition are joined, if it has parts */
      alone: (condition: string, outcome: "always" | "never", joined: "and" | "or" | undefined) => [
        `${quoted(condition)} is ${outcome} true, whatever the answer holds`,
        joined && joinedOtherwise[joined],
      ],
      returned: (operator: string, type: string) => [
        `${outcomeOf(operator)}: the workflow that was called returns only ${type}`,
        "Its own criteria let nothing else through, so that this need not be asked.",
      ],
      together: (condition: string, other: string | undefined) => [
        `${quoted(condition)} never holds together with ${other === undefined ? "the criteria before it" : quoted(other)}`,
        allHaveToHold,
      ],
    },
  }),
  impossibleCondition: error("impossible-condition", {
    meaning:
      "A condition asks for a value or a status that cannot come, so that it is never true, or with `!=` always; the message says which.",
    example: "condition: $response.body#/state == 'payed'",
    wayOut: "Compare with a value that can come. Correct the schema, in an overlay, if it is the schema that is wrong.",
    found: {
      status: (which: "no" | "every", condition: string) => `${which} status satisfies ${quoted(condition)}`,
      statuses: (criteria: string) => [`no status satisfies ${quoted(criteria)}`, allHaveToHold],
      literals: (holds: boolean) => `${holds ? "always" : "never"} true: this compares two literals`,
      literal: (holds: boolean) => [`this ${holds ? "always" : "never"} holds`, "Leave the criterion out."],
      query: () => "never true: a query selects nothing inside of a single value",
      length: (type: string) => `${type} has no length`,
      listed: (operator: string, value: string, values: readonly string[], hint: string | undefined) => [
        `${outcomeOf(operator)}: ${value} is none of the values that the schema lists: ${values.join(", ")}`,
        hint,
      ],
      operands: (operator: string, one: string, other: string, hint?: string) => {
        const verb = operator === "==" || operator === "!=" ? "equal" : "be ordered against";
        return [`${outcomeOf(operator)}: ${one} can never ${verb} ${other}`, hint];
      },
    },
  }),
};
