import { basename, join } from "node:path";
import type { Code, Finding } from "../../generator/diagnostics.js";
import { extentOf } from "../../generator/diagnostics/lines.js";
import { generate } from "../../generator/generate.js";
import { completedApi, completedArazzo } from "./documents.js";
import { makeFolder, removeFolder } from "./folder.js";
import type { Fragment } from "./fragment.js";
import { GeneratedWorkflow } from "./generated-workflow.js";

/** The documents of one run. What every document has to have, and is of no interest here, is added at their ends. */
export interface GivenDocuments {
  readonly arazzo: string | Fragment;
  readonly openapi: string;
  /** Further files, by name: documents of other APIs. */
  readonly files?: Readonly<Record<string, string>>;
  readonly overlays?: readonly string[];
  /** `--server NAME=URL`. */
  readonly servers?: Readonly<Record<string, string>>;
  readonly strict?: boolean;
  /** Default here: `false`, so that a test of a mistake sees the error that it is with `--strict`. */
  readonly assume?: boolean | undefined;
  readonly deny?: readonly Code[];
}

/** What came of a run. */
export interface Compiled {
  /**
   * `line:column severity code message | hint`; the file's name first where it is not the Arazzo document. Backticks are
   * apostrophes here, so that the texts can stand between backticks in a test.
   */
  readonly findings: readonly string[];
  /** Empty where an error was found. */
  readonly files: ReadonlyMap<string, string>;
  /** What was made of a workflow; of the first, if none is named. Throws where nothing was. */
  readonly workflow: (workflowId?: string) => GeneratedWorkflow;
}

/** What the tests of a file have had made, such as the types of their API, which are the same for most of them. */
const made = new Map<string, string>();
const texts = {
  find: (of: string) => made.get(of),
  keep: (of: string, text: string) => void made.set(of, text),
};

/** Runs the generator on files in a folder of their own, which is gone afterwards. */
export async function compile(given: GivenDocuments): Promise<Compiled> {
  const { arazzo, openapi, overlays = [], servers = {}, strict = false, assume = false, deny = [] } = given;
  const overlayFiles = overlays.map((text, index) => [`overlay-${index + 1}.yaml`, text] as const);
  const folder = makeFolder({
    "arazzo.yaml": completedArazzo(typeof arazzo === "string" ? arazzo : arazzo.document),
    "openapi.yaml": completedApi(openapi),
    ...Object.fromEntries(overlayFiles),
    ...given.files,
  });
  try {
    const { findings, files = new Map() } = await generate({
      documents: [join(folder, "arazzo.yaml")],
      overlays: overlayFiles.map(([name]) => join(folder, name)),
      sources: new Map(),
      servers: new Map(Object.entries(servers)),
      strict,
      assume,
      deny,
      texts,
    });
    const said = findings.map((finding) => inShort(finding, typeof arazzo === "string" ? undefined : arazzo));
    return { findings: said, files, workflow: (workflowId) => workflowIn(files, said, workflowId) };
  } finally {
    removeFolder(folder);
  }
}

function inShort({ code, severity, message, place, hint }: Finding, fragment: Fragment | undefined): string {
  const words = `${severity} ${code} ${message}${hint === undefined ? "" : ` | ${hint}`}`.replaceAll("`", "'");
  if (place === undefined) return words;
  const { line, column } = extentOf(place).start;
  const file = basename(place.source.path);
  if (file !== "arazzo.yaml") return `${file} ${line}:${column} ${words}`;
  if (fragment === undefined) return `${line}:${column} ${words}`;
  const inside = line > fragment.line && line <= fragment.line + fragment.lines && column > fragment.column;
  return inside ? `${line - fragment.line}:${column - fragment.column} ${words}` : `outside ${line}:${column} ${words}`;
}

function workflowIn(files: ReadonlyMap<string, string>, findings: readonly string[], id?: string): GeneratedWorkflow {
  const first = [...files.keys()].find((name) => name.startsWith("workflows/"));
  const text = files.get(id === undefined ? (first ?? "") : `workflows/${id}.ts`);
  if (text === undefined) throw new Error(["nothing was generated", ...findings].join("\n"));
  return new GeneratedWorkflow(text);
}
