import type { OptionName } from "./options.js";

/** A command as it is explained and completed. */
export interface CommandSpec {
  /** What stands behind its name and options; the empty string where nothing does. */
  readonly takes: string;
  /** What it does, in a line. */
  readonly does: string;
  /** What else there is to know, a paragraph each. */
  readonly more: readonly string[];
  readonly options: readonly OptionName[];
  /** Command lines without the name of the program, and what each is for. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** What may stand behind it, where that is a closed list. */
  readonly choices?: readonly string[];
}

const ofDocuments = ["overlays", "source", "sources", "server", "root", "config"] as const;
const ofFindings = ["strict", "deny", "allow", "format", "verbose", "quiet", "debug"] as const;

const documents =
  "ARAZZO: Arazzo documents, or folders of them (default: those of the config, else specs/arazzo): the files in a folder, and in the folders in it, whose root has the field arazzo; node_modules and hidden folders are passed over.";

const orLibrary = documents.replace(
  "else specs/arazzo)",
  "else specs/arazzo, else those of the library of this package)",
);

export const shells = ["bash", "zsh", "fish"] as const;

/** All commands, in the order in which help shows them. */
export const commands = {
  init: {
    takes: "",
    does: "set a project up: a config, a sample, scripts, a step for CI",
    more: ["On a terminal it asks what no option says. Files that are there already are left as they are."],
    options: ["documents", "out", "runtime", "ci", "yes"],
    examples: [
      ["init", "asks"],
      ["init --yes --documents specs/arazzo --out src/generated --ci none", "asks nothing"],
    ],
  },
  new: {
    takes: "OPENAPI…",
    does: "write an Arazzo document of chosen operations",
    more: [
      "OPENAPI: the documents of the operations.",
      "What a step has to send becomes an input, or comes from the answer of an earlier step: by the path, as the id of what that step has made, or by name and type. Criteria come from the documented statuses, and a last step that reads a status is polled until that is final.",
    ],
    options: ["operation", "name", "to"],
    examples: [
      [
        "new messaging.yml --operation createMessage --operation fetchMessage",
        "two steps, into a file named after them",
      ],
      ["new orders.yml --operation placeOrder --to workflows/place-order.yml", "elsewhere"],
    ],
  },
  generate: {
    takes: "[ARAZZO…]",
    does: "write the functions",
    more: [documents],
    options: ["out", "runtime", ...ofDocuments, "check", "watch", "keep-going", ...ofFindings],
    examples: [
      ["generate", "all of specs/arazzo, into generated"],
      ["generate my-workflows.yml --out src/generated", "one document"],
      ["generate --check", "for CI: exit 1 if what is committed is not what the documents say"],
      ["generate --watch", "again on every save"],
      ["generate --server orders=https://orders.example.com", "where a document names no server"],
    ],
  },
  lint: {
    takes: "[ARAZZO…]",
    does: "check the documents, write no functions",
    more: [documents],
    options: [...ofDocuments, "fix", "portable", ...ofFindings],
    examples: [
      ["lint my-workflows.yml", "what there is to say of a document"],
      ["lint my-workflows.yml --fix", "write corrections into overlays, beside the document"],
      ["lint my-workflows.yml --portable", "whether other tools can run them"],
      ["lint --format sarif > findings.sarif", "for code scanning"],
      ["lint --strict --deny unused-input", "what else is to be an error"],
    ],
  },
  docs: {
    takes: "[ARAZZO…]",
    does: "write pages about the workflows: diagrams, inputs, outputs, requests, code",
    more: [
      orLibrary,
      "The pages open from the disk and from any server. Workflows that do not compile have none; what is wrong with them stands on the first page.",
    ],
    options: ["out", "serve", "port", "pace", "diagrams", "import", ...ofDocuments, "check", ...ofFindings],
    examples: [
      ["docs --out site", "open site/index.html"],
      ["docs --serve", "run them in the browser, and watch them go"],
      ["docs my-workflows.yml --diagrams svg --out pictures", "the diagrams alone"],
    ],
  },
  trace: {
    takes: "RUN [ARAZZO…]",
    does: "draw a run on the diagram of its workflow: where it went, how long that took, where it failed",
    more: [
      "RUN: a JSON file with the events that onStep was told, as a list or one a line, or with the checkpoint of an error; or an object with the fields events, checkpoint and outcome. Nothing of what was sent and answered is shown.",
      orLibrary,
    ],
    options: ["out", ...ofDocuments, ...ofFindings],
    examples: [
      ["trace run.json", "a workflow of specs/arazzo, into trace/index.html"],
      ["trace run.json my-workflows.yml --out run", "another one, elsewhere"],
    ],
  },
  fetch: {
    takes: "[ARAZZO…]",
    does: "download what the documents name by https addresses",
    more: [
      documents,
      "Downloads go into the folder fetched beside the documents, for the other commands, which open no connection.",
    ],
    options: [...ofDocuments, "check", ...ofFindings],
    examples: [
      ["fetch my-workflows.yml", "into fetched/, beside the document"],
      ["fetch my-workflows.yml --check", "for CI: exit 1 and name what is another by now"],
    ],
  },
  serve: {
    takes: "[OPENAPI…]",
    does: "play OpenAPI documents on this machine, to develop and test against",
    more: [
      "OPENAPI: the documents to play; without any, Twilio as the library of this package calls it.",
      "Requests are checked against the documents. Answers come from their examples and schemas, and from what was sent: what a POST has made can be read, changed, listed and deleted, and its status moves on as it is read. GET /_requests shows what was asked, DELETE /_requests forgets all. It runs until Ctrl-C ends it; docs/local-api.md has an example.",
      "With --format json each line of the standard output is an object: first that with the address, then one for each request.",
    ],
    options: ["port", "sequence", "callbacks", "overlays", "source", "root", "format", "verbose", "quiet"],
    examples: [
      ["serve orders.yml", "one API, at http://127.0.0.1:4010"],
      ["serve orders.yml payments.yml --port 0", "two, on a port that is free"],
      ["serve --source shop=orders.yml", "where its source description has another name than the file"],
      ["serve orders.yml --sequence Order.status=placed,lost", "an order that never arrives"],
      ["serve", "a local Twilio"],
      ["serve --callbacks reversed", "the same, whose status callbacks come in the wrong order"],
    ],
  },
  run: {
    takes: "WORKFLOW [ARAZZO…]",
    does: "run a workflow at once, without generating code",
    more: [
      "WORKFLOW: its workflowId, or the name of its function.",
      "ARAZZO: the documents that it is in, or folders of them (default: those of the config, else specs/arazzo, else those of the library of this package).",
      "Credentials come from the environment. On a terminal it shows how far it has come, and asks before it runs a workflow that writes; in a pipe it prints what the workflow returns, as JSON, and needs --yes for that. Where it fails, it keeps a checkpoint, and says how to go on. docs/run.md has an example.",
    ],
    options: [
      "input",
      "dry-run",
      "resume",
      "resend",
      "checkpoint",
      "base-url",
      "yes",
      ...ofDocuments,
      "strict",
      "deny",
      "allow",
      "format",
      "verbose",
      "quiet",
      "debug",
    ],
    examples: [
      ['run lookup-phone-number --input \'{"phoneNumber":"+15558675310"}\'', "one of the library"],
      ["run place-order my-workflows.yml --input @order.json --dry-run", "what it would send"],
      ["run place-order my-workflows.yml --input @order.json --yes", "one of your own, unasked"],
      ["run place-order my-workflows.yml --input @order.json --resume kept.json", "on from where it failed"],
    ],
  },
  mcp: {
    takes: "[ARAZZO…]",
    does: "offer workflows as tools to agents, over the Model Context Protocol",
    more: [
      "ARAZZO: the documents of the workflows, or folders of them (default: those of the config, else specs/arazzo, else those of the library of this package).",
      "Offered is what only reads, and what --allow-write names; before that is run, the person is asked where the client can ask. Credentials come from the environment. Over HTTP it answers to this machine alone, and to who has the token of TWILIO_WORKFLOWS_MCP_TOKEN, where that is set. docs/mcp.md says how to set it up.",
    ],
    options: ["allow-write", "http", "base-url", ...ofDocuments, "strict", "deny", "allow", "verbose", "debug"],
    examples: [
      ["mcp", "what only reads of the library"],
      ["mcp --allow-write send-message-track-status", "and one that sends messages"],
      ["mcp my-workflows.yml --allow-write all --http 4011", "one's own, over HTTP"],
    ],
  },
  explain: {
    takes: "[CODE]",
    does: "what a finding means, and the way out; without a code, all codes",
    more: [],
    options: [],
    examples: [["explain success-status-mismatch", "one code"]],
  },
  completion: {
    takes: "SHELL",
    does: "a script that completes commands and options: bash, zsh or fish",
    more: [],
    options: [],
    examples: [
      ["completion bash >> ~/.bashrc", "for bash"],
      ['completion zsh > "${fpath[1]}/_twilio-workflows"', "for zsh"],
      ["completion fish > ~/.config/fish/completions/twilio-workflows.fish", "for fish"],
    ],
    choices: shells,
  },
  help: {
    takes: "[COMMAND]",
    does: "how to use a command",
    more: [],
    options: [],
    examples: [["help generate", "all options of a command"]],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands).filter(isCommand);

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** A command by its name, without what only its own type tells. */
export function commandNamed(name: CommandName): CommandSpec {
  return commands[name];
}

/** The options that every command has. */
export const everywhere = ["help", "version"] as const satisfies readonly OptionName[];

/** All options of a command. */
export function optionsOf(name: CommandName): readonly OptionName[] {
  return [...commands[name].options, ...everywhere];
}
