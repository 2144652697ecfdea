import { didYouMean } from "../nearest.js";
import { quoted } from "../quoted.js";
import { error, warning } from "./kind.js";

type Scalar = string | number | boolean;

function defaultIs(name: string, text: string, type: string): string {
  return `the default of the input ${quoted(name)} is ${text}, where ${type} is wanted`;
}

/** Values that are not what the place takes to which they go. */
export const sentValues = {
  typeConflict: error("type-conflict", {
    meaning: "A value is of a type that the place it goes to does not take.",
    example: "payload: { article: pen, count: many }",
    wayOut: "Give a value of the type that is asked for, or declare the input so.",
    assumed:
      "An input has the type that its place takes; where its places disagree, they take it as it is given. A text that is written like a number is one, also as a default; a default that is empty is none. A value of which nothing is known is checked when it is sent, and so is one that may be missing where it has to be in a text. One value where a list is taken is a list of it; in a text, commas stand between the items. An object of an answer whose fields are described otherwise where it goes is sent as it came.",
    found: {
      literal: (what: string, type: string, text: string) => `${what} takes ${type}, not ${text}`,
      value: (what: string, type: string, text: string, is: string, declaration: string | undefined) => [
        `${what} takes ${type}, and ${text} is ${is}`,
        declaration && `If ${what} is right, declare the input as \`${declaration}\`.`,
      ],
      file: (what: string, text: string) => `${what} is sent as JSON or as text, which cannot hold ${text}, a file`,
      untyped: (what: string, type: string, text: string, is: string) => [
        `${what} takes ${type}, and ${text} is ${is}`,
        "Say in an overlay of the OpenAPI document what the API answers with: the `type` of that field.",
      ],
      shape: (what: string, type: string, shape: "a list" | "an object") =>
        `${what} takes ${type}, not ${type.includes(shape) ? "this one" : shape}`,
      length: (what: string, takes: number, has: number) => `${what} takes a list of ${takes}, not of ${has}`,
      fields: (what: string, mediaType: string) =>
        `${what} is sent as ${quoted(mediaType)}, which takes an object of fields`,
      embedded: (text: string) => `${quoted(text)} may be missing, and cannot be a text`,
      default: (name: string, text: string, type: string) => defaultIs(name, text, type),
    },
    shown: (words) => words.literal("the field `count`", "a number", '"many"'),
  }),
  expressionInText: warning("expression-in-text", {
    meaning:
      "A text holds what looks like an expression, in another form than `{$…}`: in double braces, with blanks in them, behind a `$`, or without braces. As it stands it is sent as text, or with its braces around the value.",
    example: "note: Dear {{$inputs.name}}",
    wayOut:
      "Write `{$…}`. To send such a text as it stands, declare an input that has it as its `default`, which is never read as an expression, and send that.",
    assumed: "The expression that is meant, if it names an input or output that the workflow declares.",
    found: {
      other: (text: string, meant: string | undefined) => [
        `${quoted(text)} is not the form of an expression in a text`,
        meant === undefined
          ? "Write `{$…}` where one is meant; a text that is to be sent as it stands can be the `default` of an input."
          : `Write ${quoted(meant)}.`,
      ],
      amount: (text: string) => [
        `${quoted(text)} is a \`$\` and the value of an expression`,
        "Leave the `$` out where no amount of money is meant.",
      ],
    },
    shown: (words) => words.other("{{$inputs.name}}", "{$inputs.name}"),
  }),
  unquotedText: warning("unquoted-text", {
    meaning:
      "A text is written without quotes, and read as a number, true or false. It is sent as it is written, as far as the document has it: `+15550100001`, `007` and `1.10` would be other texts otherwise. Other tools may send what they read.",
    example: "payload: { to: +15550100001 }",
    wayOut: "Put quotes around it.",
    found: (what: string, written: string, is: string) => [
      `${what} takes text, and ${quoted(written)} is ${is}`,
      "It is sent as it is written. Put quotes around it.",
    ],
    shown: (words) => words("the field `to`", "+15550100001", "a number"),
  }),
  valueOutsideEnum: error("value-outside-enum", {
    meaning: "A value is none of those that the schema lists; the API would refuse it.",
    example: "name: state, in: query, value: payed",
    wayOut: "Use one of the values that are listed.",
    assumed: "A text that is written like a number of the list is that number.",
    found: {
      value: (what: string, text: string, value: string, values: readonly Scalar[]) => [
        `${what} does not take ${text}`,
        didYouMean(value, values.map(String)) ?? `Allowed: ${values.map((item) => JSON.stringify(item)).join(", ")}.`,
      ],
      default: (name: string, text: string, type: string, values: readonly Scalar[]) => [
        defaultIs(name, text, type),
        didYouMean(text.replaceAll('"', ""), values.map(String)),
      ],
    },
    shown: (words) => words.value("the query parameter `state`", '"payed"', "payed", []),
  }),
};
