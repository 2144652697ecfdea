/** How much a finding weighs: an `error` stops the run before anything is written. */
export type Severity = "error" | "warning" | "note";

/** What the table says of one kind of finding. */
export interface CodeEntry {
  readonly severity: Severity;
  /** What is wrong, and what it would do at run time. */
  readonly meaning: string;
  /** `true` where `--strict` makes an error of it. */
  readonly strict?: true;
}

const table = {
  // Reading documents
  "file-unreadable": { severity: "error", meaning: "A file could not be read." },
  "syntax-error": { severity: "error", meaning: "The text is not valid YAML or JSON." },
  "unsupported-yaml": {
    severity: "error",
    meaning: "A YAML feature that has no JSON equal: a custom tag, a merge key, a key that is not text.",
  },
  "inexact-number": {
    severity: "warning",
    meaning: "A whole number has more digits than JavaScript can hold; another number would be used.",
  },
  "document-too-large": { severity: "error", meaning: "A document exceeds the size, depth or alias limits." },
  "reference-refused": {
    severity: "error",
    meaning: "A reference leaves the documents that may be read: a network address, or a path outside their folders.",
  },
  "reference-unresolved": { severity: "error", meaning: "A reference points to nothing." },
  "reference-cycle": {
    severity: "error",
    meaning: "References lead back to where they began without reaching a value.",
  },
  // Shape of the documents
  "invalid-document": {
    severity: "error",
    meaning: "A field is missing, unknown, or not of the kind that the specification asks for.",
  },
  "unsupported-version": {
    severity: "error",
    meaning: "The version of the specification that the document names is not one that is read here.",
  },
  "unsupported-feature": {
    severity: "error",
    meaning: "A part of the specification that is not compiled, named in the message.",
  },
  "duplicate-id": {
    severity: "error",
    meaning: "Two workflows, steps, actions, parameters or sources share a name that has to be unique.",
  },
  "invalid-name": { severity: "error", meaning: "A name cannot become a TypeScript identifier or a file name." },
  "name-collision": {
    severity: "error",
    meaning: "Two different names become one identifier, or one file on a file system that ignores case.",
  },
  // Overlays
  "overlay-no-match": {
    severity: "warning",
    strict: true,
    meaning: "The target of an overlay action matches nothing, so that the action does nothing.",
  },
  "overlay-unused": { severity: "warning", meaning: "An overlay extends none of the documents of this run." },
  // Expressions and conditions
  "invalid-expression": { severity: "error", meaning: "A runtime expression does not follow the grammar." },
  "invalid-condition": { severity: "error", meaning: "A condition does not follow the grammar of its type." },
  "jsonpath-predicate": {
    severity: "note",
    strict: true,
    meaning: "A condition of type jsonpath is no RFC 9535 query; it was read as a comparison over `$` paths.",
  },
  "slow-pattern": {
    severity: "warning",
    meaning: "Matching a regular expression of a condition can take for ever, on texts that almost match.",
  },
  "embedded-pattern": {
    severity: "warning",
    strict: true,
    meaning:
      "A regular expression embeds a value, which is matched to the letter and not, as Arazzo 1.1 has it, as a part of it.",
  },
  "impossible-condition": {
    severity: "error",
    meaning: "The outcome of a condition is always the same: it asks for a value that the schema rules out.",
  },
  // Links between the documents
  "unknown-source": { severity: "error", meaning: "No source description has this name." },
  "unknown-operation": { severity: "error", meaning: "No operation of the source descriptions has this id or path." },
  "ambiguous-operation": { severity: "error", meaning: "Several source descriptions have an operation of this id." },
  "unqualified-operation": {
    severity: "warning",
    meaning: "A bare operationId beside several OpenAPI sources; it is unique today.",
  },
  "unknown-step": { severity: "error", meaning: "No step of the workflow has this id." },
  "forward-reference": { severity: "error", meaning: "A value is taken from a step that has not run yet." },
  "unknown-output": { severity: "error", meaning: "The step or workflow has no output of this name." },
  "unknown-input": { severity: "error", meaning: "The workflow declares no input of this name." },
  "unused-input": { severity: "warning", meaning: "The workflow declares an input that nothing reads." },
  "input-required": {
    severity: "note",
    meaning: "An input that the workflow does not require goes to where a value is needed; the caller has to give it.",
  },
  "unknown-workflow": { severity: "error", meaning: "No workflow of the documents has this id." },
  "workflow-cycle": {
    severity: "error",
    meaning: "A workflow calls, goes to or depends on itself, directly or by way of others.",
  },
  "missing-input": { severity: "error", meaning: "A required input of a workflow that is called gets no value." },
  "unmet-dependency": {
    severity: "error",
    meaning: "A step or workflow can be reached before what it depends on has been completed.",
  },
  "unknown-component": { severity: "error", meaning: "The components of the document have no entry of this name." },
  "unknown-parameter": { severity: "error", meaning: "The operation has no parameter of this name in this place." },
  "ignored-parameter": {
    severity: "warning",
    strict: true,
    meaning: "A header that OpenAPI lets no parameter set: it is not sent.",
  },
  "missing-parameter": { severity: "error", meaning: "A required parameter of the operation gets no value." },
  "unknown-field": { severity: "error", meaning: "The request body of the operation has no field of this name." },
  "missing-field": { severity: "error", meaning: "A required field of the request body gets no value." },
  "unknown-pointer": { severity: "error", meaning: "A JSON Pointer leads to nothing in the schema." },
  "unknown-content-type": { severity: "error", meaning: "The operation takes no body of this media type." },
  "type-conflict": { severity: "error", meaning: "A value is of a type that the place it goes to does not take." },
  "value-outside-enum": { severity: "error", meaning: "A value is none of those that the schema lists." },
  "no-server": { severity: "error", meaning: "The OpenAPI document names no server for the operation." },
  "refused-server": {
    severity: "error",
    meaning: "A server URL to which credentials may not go: not https, not a host, or with user information in it.",
  },
  "ambiguous-server": {
    severity: "warning",
    strict: true,
    meaning: "The document names several hosts and nothing says which of them serves the operation.",
  },
  // Success, actions, polling
  "success-status-mismatch": {
    severity: "warning",
    strict: true,
    meaning:
      "A success criterion names a 2xx status that the operation does not document; the documented ones are accepted too.",
  },
  "success-status-ambiguous": {
    severity: "warning",
    meaning:
      "The operation documents a 2xx status beside the one that the criterion accepts; an answer with it fails the step.",
  },
  "poll-inferred": {
    severity: "note",
    meaning: "A last step that reads and ends only under criteria is polled until one of them holds.",
  },
  "poll-without-end": {
    severity: "error",
    meaning: "A step is to be polled, but nothing says when the poll is done.",
  },
  "unreachable-step": { severity: "warning", meaning: "No way through the workflow leads to a step; it is left out." },
  "endless-loop": {
    severity: "error",
    meaning: "Nothing but an error ends a loop: none of its steps ends the workflow or leads out.",
  },
  "deferred-too-early": {
    severity: "warning",
    meaning: "An input that is to be given later is asked for before anything has been done.",
  },
  "output-never-set": {
    severity: "warning",
    meaning: "An output of the workflow comes from a step that no way leads to; no result has it.",
  },
  "output-maybe-unset": {
    severity: "warning",
    meaning:
      "A request needs an output of a step that may not have run by then; the run ends in an error where it has not.",
  },
} as const satisfies Record<string, CodeEntry>;

/** The kinds of finding, one code each. */
export type Code = keyof typeof table;

/** Severity and meaning of every code. */
export const codes: Readonly<Record<Code, CodeEntry>> = table;
