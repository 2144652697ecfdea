import type { CodeTable } from "./entry.js";

/** Expressions and conditions. */
export const conditions = {
  "invalid-expression": {
    severity: "error",
    meaning: "A runtime expression does not follow the grammar, or names a part that there is not.",
    example: "id: $response.bdy#/id",
    wayOut: "Correct it, for instance to `$inputs.name`, `$steps.id.outputs.name` or `$response.body#/field`.",
  },
  "invalid-condition": {
    severity: "error",
    meaning: "A condition does not follow the grammar of its type.",
    example: "condition: $statusCode = 200",
    wayOut: "Correct it at the caret. Comparisons are `==`, `!=`, `<`, `<=`, `>`, `>=`, joined by `&&`, `||` and `!`.",
  },
  "jsonpath-predicate": {
    severity: "note",
    strict: true,
    meaning:
      "A condition of type `jsonpath` is no query of RFC 9535; it is read as the comparison over `$` paths that it looks like. Other tools may take it for never true, or for always true.",
    example: "condition: $.state == 'paid'",
    wayOut: "Write it as a condition of type `simple`, or as a filter.",
  },
  "slow-pattern": {
    severity: "warning",
    meaning:
      "Matching a regular expression, of a condition or of `match` and `search` in a query, can take for ever on texts that almost match, and block the whole process; or it cannot be shown not to, as with lookarounds and backreferences.",
    example: "condition: ^(a+)+$",
    wayOut: "Leave out the repetition of what repeats itself already.",
  },
  "embedded-pattern": {
    severity: "warning",
    strict: true,
    meaning:
      "A regular expression embeds a value. It is matched to the letter and not, as Arazzo 1.1 has it, as a part of the expression, since a value could then match anything or run for ever.",
    example: "condition: ^{$inputs.prefix}",
    wayOut: "Compare with `==` where the whole value is meant; else write the expression out.",
  },
  "constant-condition": {
    severity: "warning",
    strict: true,
    meaning: "A condition, or a list of criteria, is always true or never true, whatever the answer holds.",
    example: "condition: $response.body#/id != 'a' || $response.body#/id != 'b'",
    wayOut: "Alternatives are joined by `||`, exceptions (`!=`) by `&&`; all criteria of a list have to hold.",
  },
  "impossible-condition": {
    severity: "error",
    meaning:
      "A condition asks for a value or a status that cannot come, so that it is never true, or with `!=` always; the message says which.",
    example: "condition: $response.body#/state == 'payed'",
    wayOut: "Compare with a value that can come. Correct the schema, in an overlay, if it is the schema that is wrong.",
  },
} as const satisfies CodeTable;
