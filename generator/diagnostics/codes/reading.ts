import { didYouMean } from "../nearest.js";
import { quoted } from "../quoted.js";
import { error, warning } from "./kind.js";
import { grouped, listed, type Names } from "./words.js";

const instead = {
  quotes: "Put quotes around a value that holds `: `, ` #`, `[` or `{`, or begins with `*`, `@`, `%` or a quote.",
  spaces: "Indent with spaces.",
};
const quoteTheKey = "Write the key as text; quotes make text of anything.";
const quoteTheText = "Put quotes around it if text is meant.";

/** What to do about a file that a document names: a source description by its name, or a `$ref` by none. */
function nameTheFile(source: string | undefined): string {
  if (source !== undefined) return `Name the file yourself: --source ${source}=FILE`;
  return "Keep the file beside the document, or open its folder: --root DIR";
}

/** Reading files and following references. */
export const reading = {
  fileUnreadable: error("file-unreadable", {
    meaning: "A file is not there, may not be read, or is not UTF-8 text.",
    example: "url: ./missing.yaml",
    wayOut: "Correct the path, or name the file with `--source NAME=FILE`.",
    assumed:
      "A schema of an OpenAPI document in a file that is not there is of any type. The `url` of a source description that leads to nothing beside its document is relative to the only root of `--root`, the workspace or the working directory that has such a file.",
    found: {
      ambiguous: (url: string, files: readonly string[], source: string) => [
        `${quoted(url)} may be several files in the folders of \`--sources\`: ${listed(files)}`,
        nameTheFile(source),
      ],
      file: (path: string, why: string) => `${path} ${why}`,
      named: (path: string, source: string | undefined) => [
        `There is no file ${quoted(path)}`,
        source === undefined ? "Correct the path, or add the file." : nameTheFile(source),
      ],
    },
  }),
  syntaxError: error("syntax-error", {
    meaning: "The text is not valid YAML or JSON, or a key stands twice in one object.",
    example: "operationId: listOrders\n    operationId: getOrder",
    wayOut:
      "Correct the text at the caret. Values that hold `: ` or ` #`, or begin with `{`, `[`, `*` or `@`, need quotes.",
    found: {
      control: (name: string) => `A document may not hold the control character ${name}`,
      library: (message: string, advice: keyof typeof instead | undefined) => [message, advice && instead[advice]],
      empty: () => "The document is empty",
      unparsed: (reason: string) => `The document could not be parsed: ${reason}`,
      twice: (key: string) => [`The key ${quoted(key)} stands here twice`, "Remove one of the two, or rename it."],
      anchor: (name: string) => `There is no anchor ${quoted(`&${name}`)} before this alias`,
    },
  }),
  unsupportedYaml: error("unsupported-yaml", {
    meaning: "A feature of YAML that has no equal in JSON: a custom tag, a merge key, a key that is not text.",
    example: "<<: *step",
    wayOut: "Write out what is meant. An alias that stands for a whole value is fine.",
    found: {
      tag: (tag: string) => `The tag ${quoted(tag)} has no equal in JSON, or does not fit its value`,
      secondDocument: () => ["A second document begins here; a file holds one", "Put it into a file of its own."],
      key: (what: "null" | "a list or a mapping") => [`A key has to be text, not ${what}`, quoteTheKey],
      aliasAsKey: () => ["A key may not be an alias", quoteTheKey],
      mergeKey: () => [
        "Merge keys (`<<`) are no part of YAML 1.2",
        "Write the merged fields out; an alias can stand for a whole value.",
      ],
      number: (text: string) => [`${quoted(text)} is no number that JSON has`, quoteTheText],
      aliasInItself: (name: string) => `The alias ${quoted(`*${name}`)} stands inside the very value that it names`,
    },
  }),
  inexactNumber: warning("inexact-number", {
    meaning: "A whole number has more digits than JavaScript can hold, so that another number would be sent.",
    example: "count: 12345678901234567890",
    wayOut: "Put quotes around it if text is meant.",
    found: (text: string, becomes: bigint) => [
      `${quoted(text)} has more digits than JavaScript can hold and becomes ${becomes}`,
      quoteTheText,
    ],
  }),
  documentTooLarge: error("document-too-large", {
    meaning:
      "A document exceeds a limit: 10 MB, a million words and marks, 200 levels, a million values behind aliases or overlays, 20,000 parts (values of an enum among them) or 1,000 alternatives of one schema.",
    example: "payload: [[[[[[[[[[",
    wayOut: "Take out what no workflow uses; of an OpenAPI document, the paths that are not called.",
    found: {
      bytes: (path: string, bytes: number, most: string) => [
        `${path} has ${grouped(bytes)} bytes; at most ${most} are read`,
        "Leave out what no workflow uses.",
      ],
      lexemes: (most: number) => [
        `The document is made of more than ${grouped(most)} words and marks`,
        "Divide it, or leave out what is not used.",
      ],
      depth: (most: number) => `The document is nested more than ${most} levels deep`,
      depthOfAliases: (most: number) => `With its aliases the document is nested more than ${most} levels deep`,
      depthOfOverlay: (most: number) => `With this the document is nested more than ${most} levels deep`,
      valuesOfAliases: (most: number) => `The aliases up to here stand for more than ${grouped(most)} values`,
      valuesOfOverlay: (most: number) => `Up to here the overlay adds more than ${grouped(most)} values`,
      library: (message: string) => message,
      bundle: (most: string) => `The files that the document refers to have more than ${most} together`,
      query: (problem: string) => `\`target\` cannot be followed: ${problem}`,
      schema: (problem: string) => [
        `the schema stands for ${problem}, as it refers to others again and again`,
        "Refer to fewer of them, or write them out.",
      ],
      schemas: (most: number) => `more than ${most} schemas are made of one another`,
    },
  }),
  referenceRefused: error("reference-refused", {
    meaning:
      "A reference leads to an address that is not https, or out of the folders that may be read. A document does not decide which files are read.",
    example: "url: http://example.com/openapi.yaml",
    wayOut:
      "Keep a copy beside the documents and name it with `--source NAME=FILE`, or open the folder with `--root DIR`.",
    assumed:
      "The source description is left unread where no step names it, and each operation is one of another source.",
    found: {
      url: (url: string, problem: string, source: string | undefined) => [
        `${quoted(url)} ${problem}`,
        nameTheFile(source),
      ],
      outside: (url: string, roots: readonly string[], isLink: boolean, source: string | undefined) => [
        `${quoted(url)} leads out of the folders that may be read: ${listed(roots)}${isLink ? " (it is a symbolic link)" : ""}`,
        nameTheFile(source),
      ],
      foreign: (reference: string) => [
        `${quoted(reference)} leads out of the document, and is not followed here`,
        "Only the `$ref`s of OpenAPI documents are followed into other files.",
      ],
    },
  }),
  notFetched: error("not-fetched", {
    meaning:
      "A document that is named by its https address was not fetched, or its copy is not what was fetched. `generate` and `lint` open no connection.",
    example: "url: https://example.com/openapi.yaml",
    wayOut: "Run `twilio-workflows fetch` on the Arazzo document, or name a file with `--source NAME=FILE`.",
    assumed:
      "The source description is left unread where no step names it, and each operation is one of another source.",
    found: {
      none: (url: string, source: string | undefined) => [
        `there is no copy of ${quoted(url)}, and nothing is fetched here`,
        `Run \`twilio-workflows fetch\` on the Arazzo document${source === undefined ? "" : `, or name a file yourself: --source ${source}=FILE`}`,
      ],
      changed: (url: string, path: string) => [
        `${quoted(path)} is not what was fetched from ${quoted(url)}`,
        "Run `twilio-workflows fetch` on the Arazzo document again, or restore the file.",
      ],
    },
    shown: (words) => words.none("https://example.com/openapi.yaml", "NAME"),
  }),
  fetchFailed: error("fetch-failed", {
    meaning: "A source could not be fetched, or may not be asked for. Nothing is written.",
    example: "url: http://example.com/shop.yaml",
    wayOut: "Correct the address. A host that wants a token gets it from `TWILIO_WORKFLOWS_TOKENS=HOST=TOKEN`.",
    found: (url: string, problem: string) => `${quoted(url)} ${problem}`,
    shown: (words) => words("http://example.com/shop.yaml", "is not https"),
  }),
  fetchIncomplete: warning("fetch-incomplete", {
    meaning: "What a `$ref` leads to could not be fetched. That matters only where a workflow needs it.",
    example: "$ref: http://example.com/orders.yaml",
    wayOut: "Correct the address, or leave it where nothing needs it.",
    found: (url: string, problem: string) => `${quoted(url)} ${problem}`,
    shown: (words) => words("http://example.com/orders.yaml", "is not https"),
  }),
  referenceUnresolved: error("reference-unresolved", {
    meaning: "A `$ref` points to nothing.",
    example: "$ref: '#/components/schemas/Ordr'",
    wayOut: "Correct the name, or add what it points to.",
    assumed: "A schema of an OpenAPI document that is referred to and is not there is of any type.",
    found: {
      pointer: (reference: string) => `${quoted(reference)} is no JSON Pointer`,
      nothing: (reference: string, token: string, parent: string, known: Names) => [
        `${quoted(reference)} points to nothing: there is no ${quoted(token)} in ${quoted(parent)}`,
        didYouMean(token, known),
      ],
    },
  }),
  referenceCycle: error("reference-cycle", {
    meaning: "References lead back to where they began without ever reaching a value.",
    example: "A: { $ref: '#/components/schemas/B' }",
    wayOut: "Let one of them say what it is. A schema that has itself as the schema of a property is no such cycle.",
    found: {
      itself: () => "the reference leads back to itself",
      endless: (most: number) => `the reference leads on and on, over more than ${most} references`,
      schema: (name: string) => `the schema ${quoted(name)} is made of itself`,
    },
  }),
};
