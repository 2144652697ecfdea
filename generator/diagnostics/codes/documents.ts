import { didYouMean } from "../nearest.js";
import { quoted } from "../quoted.js";
import { error, note, warning } from "./kind.js";
import { about, listed, unknown, type Malformed, type Names } from "./words.js";

const renameOne = "Rename one of them.";
const renameOutput = "Give the output another name.";

/** The shape of documents, and the names in them. */
export const documents = {
  invalidDocument: error("invalid-document", {
    meaning: "A field is missing, unknown, or not of the kind that the specification asks for.",
    example: "operationID: listOrders",
    wayOut: "Correct the field; the message says what it has to be.",
    assumed:
      "A field whose name is close to none that is known, or that says nothing, is ignored; outputs may have any name, and be plain values or objects with a `value`, and actions and steps may have no name; a condition may stand in three fields, or where a criterion belongs; a word may be in another case, and a number a text or the other way round; one entry may stand for a list of it, and a list of outputs with names for the object of them; fields of a body may stand beside where its payload belongs, and inputs without the object around them; a text may stand for a list of it; a type of a schema may be called as elsewhere; parameters of a path that are not described are texts, and paths that differ in their query alone are two. A document of 1.0 with what came with 1.1 is one of 1.1.",
    found: {
      rule: (message: string, hint?: string) => [message, hint],
      missing: (name: string, values: string | undefined) => [
        `${name} is missing`,
        values && `It has to be ${values}.`,
      ],
      field: (name: string, problem: string, meant: string | undefined) => [
        `${name} ${problem}`,
        meant && `Did you mean ${quoted(meant)}?`,
      ],
      key: (name: string, problem: string) => `${quoted(name)} ${problem}`,
      unknownField: (name: string, known: Names) => [
        `${quoted(name)} is no field that is known here`,
        didYouMean(name, known),
      ],
      hasToBe: (name: string, wanted: string, type: string) => `${quoted(name)} has to be ${wanted}, not ${type}`,
      notArazzo: () => [
        "this is no Arazzo document",
        "Name the Arazzo document: OpenAPI documents are named in its `sourceDescriptions`, overlays by `--overlays`.",
      ],
      newer: (what: string) => [`${what} of Arazzo 1.1, and this document is 1.0`, "Set `arazzo: 1.1.0`."],
      sourceType: (name: string, is: string, stated: string) =>
        `the source description ${quoted(name)} is of type ${quoted(is)}, not ${quoted(stated)}`,
      unplacedParameter: (name: string) => [
        `the parameter ${quoted(name)} of an operation does not say where it goes`,
        "Add `in: path`, `in: query`, `in: header` or `in: cookie`.",
      ],
      valueBesideReference: () => "only a reference to a parameter sets a `value`",
      inputs: () => "the inputs of a workflow are an object",
      bareInputs: () => [
        "the inputs are no schema of an object",
        "Write `type: object` and, around them, `properties`.",
      ],
      schema: (type: string) => `A schema has to be an object, or \`true\` or \`false\`, not ${type}`,
      schemaType: (type: string, known: Names) => [
        `${quoted(type)} is no type that JSON Schema knows`,
        didYouMean(type, known),
      ],
      path: (path: string) => `the path ${quoted(path)} does not begin with \`/\``,
      pathHolds: (path: string, part: string) => [
        `the path ${quoted(path)} holds ${quoted(part)}, which would not be sent as it is written`,
        "Write it percent-encoded, or as a parameter.",
      ],
      pathParameter: (template: string, path: string) =>
        `no path parameter describes ${quoted(template)} of ${quoted(path)}`,
      status: (status: string) => [
        `${quoted(status)} is no status of a response`,
        "Write a code such as `200`, a range such as `2XX`, or `default`.",
      ],
      header: (name: string) => `${quoted(name)} is no name that a header can have`,
      mediaType: (mediaType: string) => `${quoted(mediaType)} is no media type`,
      text: (what: "payload" | "query", form: "form" | "json", problem: string) =>
        `the ${what} is no ${form === "form" ? "form" : "JSON"}: ${problem}`,
      query: (problem: string) => `\`target\` is no JSONPath query: ${problem}`,
      removesAll: () => "The document as a whole cannot be removed",
      updated: (type: string, pointer: string) => [
        `\`target\` selects ${type} at ${quoted(`#${pointer}`)}; only objects and lists can be updated`,
        "Select the object that holds it, and give the field in `update`.",
      ],
      update: (type: string) => `\`update\` of an object has to be an object, not ${type}`,
    },
  }),
  unsupportedVersion: error("unsupported-version", {
    meaning: "The version of the specification that the document names is not read here.",
    example: "arazzo: 2.0.0",
    wayOut: "Arazzo 1.0 and 1.1, OpenAPI 3.0 and 3.1 and Overlay 1.0 are read: convert the document to one of these.",
    assumed: "A version of one or two numbers, such as `1.0`, is the first of them.",
    found: {
      arazzo: (version: string) => [
        `${quoted(version)} is no version of Arazzo that is read here`,
        "Versions 1.0.x and 1.1.x are read: `arazzo: 1.0.1` or `arazzo: 1.1.0`.",
      ],
      openapi: (version: string) => [
        `OpenAPI ${quoted(version)} is not read here`,
        "Convert the document to OpenAPI 3.0 or 3.1 first.",
      ],
      overlay: (version: string) => `Overlay ${quoted(version)} is not read here, only 1.0`,
    },
  }),
  unsupportedFeature: error("unsupported-feature", {
    meaning: "A part of the specification that is not compiled, such as AsyncAPI or XPath; the message names it.",
    example: "type: xpath",
    wayOut: "Say it by other means: conditions of type `simple`, `regex` or `jsonpath`, and JSON Pointers.",
    assumed:
      "A query of the draft of JSONPath that RFC 9535 reads too means the same. Of an answer that is a file or something else, what comes with the status that the step asks for is meant, or JSON where something inside is read.",
    found: {
      text: ({ message, hint }: Malformed, text?: string) => [about(text) + message, hint],
      asyncApi: () => "a source description of AsyncAPI is not supported",
      asyncApiField: (field: string) => `\`${field}\` is a field of steps on AsyncAPI, which is not supported`,
      xpath: () => [
        "XPath is not supported",
        "Only `jsonpath`, `regex`, `simple` and JSON Pointers are compiled: ask XML as a text, by `regex`.",
      ],
      oldJsonPath: (version: string) => [
        `JSONPath in its version \`${version}\` is not supported`,
        "Write the query as RFC 9535 has it, and `type: jsonpath`.",
      ],
      trace: (operation: string) => `the operation ${quoted(operation)} is a TRACE, which \`fetch\` does not send`,
      objectAsText: (what: string) => `${what} is an object, which is not compiled`,
      inParameter: (what: string, mediaType: string) => [
        `${what} is written as ${quoted(mediaType)}, for which only a text is taken here`,
        "Give a text that is written so already, and say in an overlay of the OpenAPI document that its `schema` is `type: string`.",
      ],
      replacements: (mediaType: string) => [
        `nothing can be replaced in a payload that is sent as ${quoted(mediaType)}`,
        "Write the expressions into the text of the payload, as `{$…}`.",
      ],
      replacedLate: (text: string) => [
        `${about(text)}a replacement changes what an expression stands for there`,
        "Read what the replacement puts there where it is from.",
      ],
      selection: (target: string, problem: string) => about(target) + problem,
      file: (text: string) => [
        `${about(text)}that is a file, in which nothing can be looked for, and which no text can hold`,
        "Give it as an output, or send it as a body or as a field of a form with files.",
      ],
      mixed: (text: string, operation: string) => [
        `${about(text)}the answer of ${quoted(operation)} is a file, or something else`,
        "Say with which status the step succeeds: `successCriteria: [{ condition: $statusCode == 200 }]`.",
      ],
      embedded: () => [
        "an expression cannot be embedded here",
        "It can stand wherever a group could: outside of `[…]` and `{…}`, and not behind a backslash.",
      ],
    },
  }),
  ignoredKeyword: note("ignored-keyword", {
    meaning:
      "Something in an OpenAPI document that says nothing where it stands, by the specification, and is ignored.",
    example: "state: { $ref: '#/components/schemas/State', nullable: true }",
    wayOut:
      "In OpenAPI 3.0, write the reference as `allOf: [{ $ref: … }]` beside the keywords, in an overlay if the document is not yours; or remove what is ignored.",
    found: {
      besideReference: (keywords: readonly string[]) => [
        `OpenAPI 3.0 ignores ${listed(keywords)} beside a \`$ref\``,
        "Where it is meant, write the reference as `allOf: [{ $ref: … }]`.",
      ],
      besideObject: (keywords: readonly string[]) => [
        `OpenAPI ignores ${listed(keywords)} beside a \`$ref\``,
        "Say it where the reference leads, or write the object out.",
      ],
      partHeader: (name: string) => [
        `the header ${quoted(name)} of a part is not sent: nothing says what it is`,
        "Give its schema a `const` or a `default`, in an overlay if the document is not yours.",
      ],
    },
    shown: (words) => words.besideReference(["nullable"]),
  }),
  duplicateId: error("duplicate-id", {
    meaning: "Two workflows, steps, actions, parameters or sources share a name that has to be unique.",
    example: "- stepId: list\n  operationId: listOrders\n- stepId: list",
    wayOut: "Rename one of them.",
    assumed:
      "Steps of one id that nothing asks for are called by it and their number; if only what comes behind all of them asks, the last is meant.",
    found: {
      other: (what: "source description" | "workflow" | "step of the workflow", name: string) => [
        `another ${what} is called ${quoted(name)}`,
        renameOne,
      ],
      parameter: (name: string, where: string | undefined) => [
        `the list has the parameter ${quoted(name)}${where ? ` in \`${where}\`` : ""} already`,
        renameOne,
      ],
      action: (name: string) => [`the list has the action ${quoted(name)} already`, renameOne],
    },
  }),
  invalidName: error("invalid-name", {
    meaning:
      "A workflowId that can become neither a TypeScript identifier nor a file name, or an input or output with a name that every object has already, such as `constructor`.",
    example: "workflowId: 2nd order",
    wayOut: "Use letters, digits, hyphens and underscores, a letter first.",
    assumed: "The function is called by the words of the name, behind `workflow` if they begin with a digit.",
    found: {
      workflow: (workflowId: string, problem: string) => [
        `the workflowId ${quoted(workflowId)} ${problem}`,
        "Use letters, digits, hyphens and underscores, a letter first.",
      ],
      input: (name: string) => [ofEveryObject("an input", name), "Give it another name."],
      output: (name: string) => [ofEveryObject("an output", name), "Give it another name."],
    },
  }),
  invalidAllow: error("invalid-allow", {
    meaning: "A field `x-allow` names a code that there is not or that is an error, or gives no reason.",
    example: "x-allow: { unused-inputs: Callers send it already. }",
    wayOut: "Write `x-allow: { code: reason }`; only warnings and notes can be allowed.",
    found: {
      field: (field: string, type: string) => [
        `\`${field}\` has to be an object of codes and reasons, not ${type}`,
        `Write \`${field}: { code: reason }\`.`,
      ],
      unknown: (code: string, known: Names) => unknown("there is no finding", code, known),
      error: (code: string) => [
        `\`${code}\` is an error, which cannot be allowed`,
        "Correct what is wrong, in an overlay if the document is not yours.",
      ],
      reason: (code: string) => [
        `nothing says why \`${code}\` is allowed here`,
        `Write \`${code}: reason\`, for those who read it later.`,
      ],
    },
  }),
  unusedAllow: warning("unused-allow", {
    meaning: "A field `x-allow` silences nothing; it could hide what is found there one day.",
    example: "x-allow: { unused-input: Callers send it already. }",
    wayOut: "Remove it, so that it does not hide what is found here one day.",
    found: (code: string) => `nothing that \`${code}\` is about was found here`,
  }),
  nameCollision: error("name-collision", {
    meaning:
      "Two different names become one TypeScript identifier, or one file where the file system ignores case; one would overwrite the other.",
    example: "workflowId: listorders",
    wayOut: "Rename one of them, in an overlay if the document is not yours.",
    found: {
      workflows: (one: string, other: string, document: string | undefined) => {
        const names = `${quoted(one)}${document === undefined ? "" : ` of ${quoted(document)}`} and ${quoted(other)}`;
        return [`the workflows ${names} would have the same name, or names that differ in case only`, renameOne];
      },
      outcome: (workflowId?: string) => {
        const message = "the workflow has several endings, and `outcome` is the field that says how it ended";
        const whose = workflowId === undefined ? "" : `; ${quoted(workflowId)} has an output of this name`;
        return [message + whose, renameOutput];
      },
    },
  }),
  notPortable: error("not-portable", {
    meaning:
      "Only with `lint --portable`: an extension changes what a run does. Other tools pass over it, so that they do something else, or cannot run the workflow at all.",
    example: "x-each: { in: $inputs.articles, as: article }",
    wayOut: "Say it without the extension where the document is to run elsewhere, too.",
    found: (extension: string, others: string, wayOut: string) => [
      `other tools pass over ${quoted(extension)}: they ${others}`,
      wayOut,
    ],
    shown: (words) => words("x-each", "do the step once, and know no `$each`", ""),
  }),
};

function ofEveryObject(what: string, name: string): string {
  return `${what} cannot be called ${quoted(name)}, as every object has something of this name`;
}
