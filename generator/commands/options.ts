import { runtimePlaces } from "../emit/index.js";

/** An option as it is typed, explained and completed. */
export interface OptionSpec {
  readonly type: "boolean" | "string";
  readonly short?: string;
  /** It can be given several times. */
  readonly multiple?: true;
  /** What stands behind it, in capitals; absent where nothing does. */
  readonly value?: string;
  /** What may stand there, where that is a closed list. */
  readonly choices?: readonly string[];
  /** What a shell offers there. */
  readonly offers?: "files" | "folders";
  /** What it does, for `--help`. Begins with a small letter. */
  readonly does: string;
}

export const formats = ["pretty", "json", "github", "sarif"] as const;

/** What becomes of the callbacks that the local Twilio is asked for. */
export const callbackFates = ["sent", "twice", "reversed", "late", "never"] as const;

export const ciNames = ["github", "none"] as const;

/** All options that there are, in the order in which help shows them. */
export const options = {
  out: {
    type: "string",
    value: "DIR",
    offers: "folders",
    does: "where to write (default: that of the config, else generated; with init src/generated, with docs site, with trace trace); files that an earlier run wrote there and that this one does not make are removed, those of others are never touched",
  },
  diagrams: {
    type: "string",
    value: "FORM",
    choices: ["svg", "mermaid"],
    does: "write the diagrams alone, a file each, and no pages: svg or mermaid",
  },
  import: {
    type: "string",
    value: "MODULE",
    does: "the module that calls to copy import functions from (default: index.js in the output folder of generate)",
  },
  runtime: {
    type: "string",
    value: "PLACE",
    choices: runtimePlaces,
    does: "where generated code has its runtime: copy writes it beside the code, package imports that of the installed twilio-workflows, so that updates bring corrections of it (default: that of the config, else copy; with init package)",
  },
  overlays: {
    type: "string",
    multiple: true,
    value: "DIR|FILE",
    offers: "files",
    does: "overlays to apply; repeatable (default: specs/overlays for the default documents, else the folder overlays beside the documents, if there is one)",
  },
  source: {
    type: "string",
    multiple: true,
    value: "NAME=FILE",
    does: "where the OpenAPI document of a source description lies; repeatable",
  },
  sources: {
    type: "string",
    multiple: true,
    value: "DIR",
    offers: "folders",
    does: "a folder, with the folders in it, to look for the documents of source descriptions in, by the file name at the end of their url; goes before the url, repeatable",
  },
  server: {
    type: "string",
    multiple: true,
    value: "NAME=URL",
    does: "the server of a source description, in place of those that its document names; repeatable",
  },
  root: {
    type: "string",
    multiple: true,
    value: "DIR",
    offers: "folders",
    does: "a folder that documents may name files in, beside their own folders; repeatable",
  },
  config: {
    type: "string",
    value: "FILE",
    offers: "files",
    does: "the config to read (default: twilio-workflows.config.json, .ts or .js in the working directory, if there is one); options go before what it says",
  },
  check: {
    type: "boolean",
    does: "write nothing; exit 1 and name what would differ",
  },
  watch: {
    type: "boolean",
    short: "w",
    does: "generate again whenever a document, an overlay or the config changes",
  },
  "keep-going": {
    type: "boolean",
    does: "write the workflows that compile where others do not; exit 1 all the same, and name those left out, of which nothing stays in the folder",
  },
  strict: {
    type: "boolean",
    does: "assume nothing; what a document gets wrong is an error then",
  },
  portable: {
    type: "boolean",
    does: "make errors of extensions that change what a run does, since other tools pass over them",
  },
  deny: {
    type: "string",
    multiple: true,
    value: "CODE",
    does: "make errors of the findings of this code; repeatable",
  },
  allow: {
    type: "string",
    multiple: true,
    value: "CODE",
    does: "do not report the findings of this code; repeatable, not for errors",
  },
  fix: {
    type: "boolean",
    does: "write corrections into overlays, NAME-fixes.yaml for the document NAME.yaml, in the first folder of overlays; documents are never changed",
  },
  format: {
    type: "string",
    value: "FORMAT",
    choices: formats,
    does: "how findings are shown: pretty, json, github or sarif (default: pretty)",
  },
  verbose: {
    type: "boolean",
    does: "show each finding with its lines and its overlay action, also where there are several of a kind",
  },
  quiet: {
    type: "boolean",
    short: "q",
    does: "show errors only: no warnings, no notes, no table",
  },
  debug: {
    type: "boolean",
    does: "show on the standard error how long each stage takes, each workflow before and after each pass, and the stack of an error that is a defect of ours",
  },
  documents: {
    type: "string",
    value: "DIR",
    offers: "folders",
    does: "the folder of the Arazzo documents (default: workflows); without any, it gets a sample",
  },
  operation: {
    type: "string",
    multiple: true,
    value: "NAME",
    does: "the operationId of a step, in the order of the steps; repeatable",
  },
  name: {
    type: "string",
    value: "WORKFLOW",
    does: "the workflowId (default: made of the operations)",
  },
  to: {
    type: "string",
    value: "FILE",
    offers: "files",
    does: "the document to write, where there is none yet (default: WORKFLOW.yml)",
  },
  ci: {
    type: "string",
    value: "NAME",
    choices: ciNames,
    does: "where CI runs, which gets a file that checks what is committed: github or none (default: github)",
  },
  port: {
    type: "string",
    value: "NUMBER",
    does: "the port of this machine to listen on (default: 4010); 0 for one that is free",
  },
  serve: {
    type: "boolean",
    does: "serve the pages on a port of this machine, in place of writing them; each has a form that runs its workflow against its documents, which are played, and shows how far it has come",
  },
  pace: {
    type: "string",
    value: "MS",
    does: "how long each answer takes with --serve, in milliseconds, so that a run can be watched (default: 600)",
  },
  sequence: {
    type: "string",
    multiple: true,
    value: "NAME=STATUS,…",
    does: "what a property goes through as it is read again and again, by its name or as Schema.name; repeatable (default: the x-sequence of its schema, else the values of its enum up to the first that says that all went well)",
  },
  callbacks: {
    type: "string",
    value: "FATE",
    choices: callbackFates,
    does: "what becomes of the status callbacks that the local Twilio is asked for: sent, twice, reversed, late (once what they tell of was read in its last state) or never (default: sent); to servers of this machine only",
  },
  input: {
    type: "string",
    value: "JSON",
    does: "what the workflow takes: JSON, @ and the name of a file that holds it, or - for the standard input",
  },
  "dry-run": {
    type: "boolean",
    does: "send nothing: show each request as it would be sent, answered from the examples and schemas of the OpenAPI documents; needs no credentials, and asks nothing",
  },
  resume: {
    type: "string",
    value: "FILE",
    offers: "files",
    does: "the checkpoint of an earlier run to go on from: nothing that is finished is sent again",
  },
  resend: {
    type: "string",
    multiple: true,
    value: "STEP",
    does: "on resuming, send this step again though it may have taken effect; repeatable",
  },
  checkpoint: {
    type: "string",
    value: "FILE",
    offers: "files",
    does: "keep a checkpoint in this file while it runs, so that it can be resumed whatever happens; it is gone when all went well (default: one is written where the run fails)",
  },
  "base-url": {
    type: "string",
    multiple: true,
    value: "[NAME=]URL",
    does: "what to use in place of the servers: a URL for all, in which {host} stands for the host, or one for each source or host; repeatable",
  },
  "allow-write": {
    type: "string",
    multiple: true,
    value: "WORKFLOW",
    does: "offer this workflow though it writes, or all for all that do; repeatable (default: those that only read)",
  },
  http: {
    type: "string",
    value: "PORT",
    does: "serve HTTP on this port of this machine; 0 for one that is free (default: the standard input and output)",
  },
  yes: { type: "boolean", short: "y", does: "ask nothing" },
  help: { type: "boolean", short: "h", does: "show this" },
  version: { type: "boolean", short: "v", does: "show the version" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof options;

export const optionNames = Object.keys(options).filter(isOption);

export function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

/** An option by its name, without what only its own type tells. */
export function optionNamed(name: OptionName): OptionSpec {
  return options[name];
}
