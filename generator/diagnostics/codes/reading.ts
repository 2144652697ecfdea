import { didYouMean } from "../nearest.js";
import { quoted } from "../quoted.js";
import { kind } from "./kind.js";
import { grouped, listed } from "./words.js";

const instead = {
  quotes: "Put quotes around a value that holds `: `, ` #`, `[` or `{`, or begins with `*`, `@`, `%` or a quote.",
  spaces: "Indent with spaces.",
};
const quoteTheKey = "Write the key as text; quotes make text of anything.";
const quoteTheText = "Put quotes around it if text is meant.";

function nameTheFile(source = "NAME"): string {
  return `Name the file yourself: --source ${source}=FILE`;
}

/** Reading files and following references. */
export const reading = {
  fileUnreadable: kind({
    code: "file-unreadable",
    severity: "error",
    meaning: "A file is not there, may not be read, or is not UTF-8 text.",
    example: "url: ./missing.yaml",
    wayOut: "Correct the path, or name the file with `--source NAME=FILE`.",
    found: (say) => ({
      file: (path: string, why: string) => say(`${path} ${why}`),
      source: (path: string, source: string | undefined) =>
        say(`There is no file ${quoted(path)}`, nameTheFile(source)),
    }),
  }),
  syntaxError: kind({
    code: "syntax-error",
    severity: "error",
    meaning: "The text is not valid YAML or JSON, or a key stands twice in one object.",
    example: "operationId: listOrders\n    operationId: getOrder",
    wayOut:
      "Correct the text at the caret. Values that hold `: ` or ` #`, or begin with `{`, `[`, `*` or `@`, need quotes.",
    found: (say) => ({
      control: (name: string) => say(`A document may not hold the control character ${name}`),
      library: (message: string, advice: keyof typeof instead | undefined) => say(message, advice && instead[advice]),
      empty: () => say("The document is empty"),
      unparsed: (reason: string) => say(`The document could not be parsed: ${reason}`),
      twice: (key: string) => say(`The key ${quoted(key)} stands here twice`, "Remove one of the two, or rename it."),
      anchor: (name: string) => say(`There is no anchor ${quoted(`&${name}`)} before this alias`),
    }),
  }),
  unsupportedYaml: kind({
    code: "unsupported-yaml",
    severity: "error",
    meaning: "A feature of YAML that has no equal in JSON: a custom tag, a merge key, a key that is not text.",
    example: "<<: *step",
    wayOut: "Write out what is meant. An alias that stands for a whole value is fine.",
    found: (say) => ({
      tag: (tag: string) => say(`The tag ${quoted(tag)} has no equal in JSON, or does not fit its value`),
      secondDocument: () => say("A second document begins here; a file holds one", "Put it into a file of its own."),
      key: (what: "null" | "a list or a mapping") => say(`A key has to be text, not ${what}`, quoteTheKey),
      aliasAsKey: () => say("A key may not be an alias", quoteTheKey),
      mergeKey: () =>
        say(
          "Merge keys (`<<`) are no part of YAML 1.2",
          "Write the merged fields out; an alias can stand for a whole value.",
        ),
      number: (text: string) => say(`${quoted(text)} is no number that JSON has`, quoteTheText),
      aliasInItself: (name: string) =>
        say(`The alias ${quoted(`*${name}`)} stands inside the very value that it names`),
    }),
  }),
  inexactNumber: kind({
    code: "inexact-number",
    severity: "warning",
    meaning: "A whole number has more digits than JavaScript can hold, so that another number would be sent.",
    example: "count: 12345678901234567890",
    wayOut: "Put quotes around it if text is meant.",
    found: (say) => (text: string, becomes: bigint) =>
      say(`${quoted(text)} has more digits than JavaScript can hold and becomes ${becomes}`, quoteTheText),
  }),
  documentTooLarge: kind({
    code: "document-too-large",
    severity: "error",
    meaning:
      "A document exceeds a limit: 10 MB, a million words and marks, 200 levels, a million values behind aliases or overlays, 20,000 parts (values of an enum among them) or 1,000 alternatives of one schema.",
    example: "payload: [[[[[[[[[[",
    wayOut: "Take out what no workflow uses; of an OpenAPI document, the paths that are not called.",
    found: (say) => ({
      bytes: (path: string, bytes: number, most: string) =>
        say(`${path} has ${grouped(bytes)} bytes; at most ${most} are read`, "Leave out what no workflow uses."),
      lexemes: (most: number) =>
        say(
          `The document is made of more than ${grouped(most)} words and marks`,
          "Divide it, or leave out what is not used.",
        ),
      depth: (most: number) => say(`The document is nested more than ${most} levels deep`),
      depthOfAliases: (most: number) => say(`With its aliases the document is nested more than ${most} levels deep`),
      depthOfOverlay: (most: number) => say(`With this the document is nested more than ${most} levels deep`),
      valuesOfAliases: (most: number) => say(`The aliases up to here stand for more than ${grouped(most)} values`),
      valuesOfOverlay: (most: number) => say(`Up to here the overlay adds more than ${grouped(most)} values`),
      library: (message: string) => say(message),
      query: (problem: string) => say(`\`target\` cannot be followed: ${problem}`),
      schema: (problem: string) =>
        say(
          `the schema stands for ${problem}, as it refers to others again and again`,
          "Refer to fewer of them, or write them out.",
        ),
      schemas: (most: number) => say(`more than ${most} schemas are made of one another`),
    }),
  }),
  referenceRefused: kind({
    code: "reference-refused",
    severity: "error",
    meaning:
      "A reference leads to a network address, or out of the folders that may be read. Nothing is ever fetched, and a document does not decide which files are read.",
    example: "url: https://example.com/openapi.yaml",
    wayOut: "Keep a copy beside the documents and name it with `--source NAME=FILE`; bundle `$ref`s into one file.",
    found: (say) => ({
      url: (url: string, problem: string, source: string | undefined) =>
        say(`${quoted(url)} ${problem}`, nameTheFile(source)),
      outside: (url: string, roots: readonly string[], isLink: boolean, source: string | undefined) =>
        say(
          `${quoted(url)} leads out of the folders that may be read: ${listed(roots)}${isLink ? " (it is a symbolic link)" : ""}`,
          nameTheFile(source),
        ),
      foreign: (reference: string) =>
        say(
          `${quoted(reference)} leads out of the document; only references that begin with \`#/\` are followed`,
          "Bundle the document first, so that everything it refers to stands in the one file.",
        ),
    }),
  }),
  referenceUnresolved: kind({
    code: "reference-unresolved",
    severity: "error",
    meaning: "A `$ref` points to nothing.",
    example: "$ref: '#/components/schemas/Ordr'",
    wayOut: "Correct the name, or add what it points to.",
    found: (say) => ({
      pointer: (reference: string) => say(`${quoted(reference)} is no JSON Pointer`),
      nothing: (reference: string, token: string, parent: string, known: Iterable<string>) =>
        say(
          `${quoted(reference)} points to nothing: there is no ${quoted(token)} in ${quoted(parent)}`,
          didYouMean(token, known),
        ),
    }),
  }),
  referenceCycle: kind({
    code: "reference-cycle",
    severity: "error",
    meaning: "References lead back to where they began without ever reaching a value.",
    example: "A: { $ref: '#/components/schemas/B' }",
    wayOut: "Let one of them say what it is. A schema that has itself as the schema of a property is no such cycle.",
    found: (say) => ({
      itself: () => say("the reference leads back to itself"),
      endless: (most: number) => say(`the reference leads on and on, over more than ${most} references`),
      schema: (name: string) => say(`the schema ${quoted(name)} is made of itself`),
    }),
  }),
};
