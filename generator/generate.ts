import { Findings, type Allowance, type Assumed, type Code, type Finding } from "./diagnostics.js";
import {
  commentLines,
  emitFiles,
  emitFunctions,
  runtimeModule,
  type Draft,
  type RuntimePlace,
  type Texts,
} from "./emit/index.js";
import { readAllowances } from "./documents/index.js";
import { keepGoing, type Attempt } from "./keep-going.js";
import { Linker, type DocumentFiles } from "./read-documents.js";
import { callbacksComponent, inlineMark, pruneApi, writeApiTypes } from "./openapi/index.js";
import {
  checkPortable,
  nameAt,
  planDocuments,
  workflowsIn,
  type ApiPlan,
  type LinkedDocument,
  type NamedSchemas,
  type Observer,
  type Plan,
} from "./plan/index.js";
import { withAssumed } from "./with-assumed.js";
import type { Files } from "./write.js";

/** What to generate from. */
export interface GenerateOptions extends DocumentFiles {
  /** Makes errors of what would otherwise be let pass with a warning. Default: `false`. */
  readonly strict?: boolean | undefined;
  /** Lets pass, with a warning, what is sloppy but clear. Default: unless `strict`. */
  readonly assume?: boolean | undefined;
  /** Makes errors of extensions that change what a run does, which other tools pass over. Default: `false`. */
  readonly portable?: boolean | undefined;
  /** Codes whose findings are errors in this run. Default: none. */
  readonly deny?: readonly Code[] | undefined;
  /** Codes whose findings are not reported; those that are errors by themselves are all the same. Default: none. */
  readonly allow?: readonly Code[] | undefined;
  /** Makes files of the workflows that compile where others do not. Default: `false`, no files where an error was found. */
  readonly keepGoing?: boolean | undefined;
  /**
   * Where generated code has its runtime: `copy` writes it beside the code, `package` imports it from the installed
   * `twilio-workflows`. Default: `copy`.
   */
  readonly runtime?: RuntimePlace | undefined;
  /** Files that are not made again: those that were made of the same. Default: all are made. */
  readonly texts?: Texts | undefined;
  /** Told what is about to be done, for those who wait. */
  readonly onProgress?: ((doing: string) => void) | undefined;
  /** Told what each stage and pass has done, for those who look for a defect. */
  readonly observer?: Observer | undefined;
}

/** What a run has to show. */
export interface Generation {
  /** All that was found, by document and place. */
  readonly findings: readonly Finding[];
  /** A row for each workflow that was planned. */
  readonly workflows: readonly WorkflowRow[];
  /** The files to write; `undefined` where an error was found, unless the run keeps going. */
  readonly files: Files | undefined;
  /** The documents that were read, as absolute paths; overlays among them. */
  readonly read: readonly string[];
}

export interface WorkflowRow {
  readonly workflow: string;
  readonly function: string;
  readonly steps: number;
  readonly file: string;
}

/** Reads, links and checks the documents, up to the point of writing code. */
export function lint(options: GenerateOptions): Generation {
  const { plan, findings, linker } = check(options);
  return { findings: findings.list(), workflows: rowsOf(plan), files: undefined, read: readBy(linker) };
}

/** The whole way from documents to the text of files. Nothing is written here. */
export async function generate(options: GenerateOptions): Promise<Generation> {
  const { planned: _, ...generation } = await generateWithPlan(options, { apiTypes: true });
  return generation;
}

/** What files were made from, for those who describe them. */
export interface PlannedGeneration extends Generation {
  /** `undefined` where `files` is. */
  readonly planned: { readonly documents: readonly LinkedDocument[]; readonly plan: Plan } | undefined;
}

/** The same with the plan. Without `apiTypes`, which take the longest, the files of APIs are empty. */
export async function generateWithPlan(
  options: GenerateOptions,
  { apiTypes: withTypes }: { readonly apiTypes: boolean },
): Promise<PlannedGeneration> {
  const checked = check(options);
  const leftOut = new Findings(options);
  const chosen = chosenOf(checked, leftOut, options);
  const files = chosen && (await emit(chosen, options, withTypes));
  return {
    findings: [...checked.findings.list(), ...leftOut.list()],
    workflows: rowsOf((chosen ?? checked).plan),
    files,
    read: readBy(checked.linker),
    planned: chosen,
  };
}

/** What there is to run: the plan of workflows, and their functions as modules. */
export interface Functions {
  readonly findings: readonly Finding[];
  /** That of the workflows that compile; without any where an error was found, unless it keeps going. */
  readonly plan: Plan;
  /** The text of the module of a workflow, by its path: written when it is asked for, `undefined` where there is none. */
  readonly textOf: (path: string) => string | undefined;
}

/**
 * Makes the functions of workflows, and of those that they call, to be run at once: without types of their APIs, and on
 * the runtime of the package.
 * @param isWanted Tells by the `workflowId` which. Default: all
 */
export function generateFunctions(options: GenerateOptions, isWanted?: (workflowId: string) => boolean): Functions {
  const keysIn = isWanted && ((documents: readonly LinkedDocument[]) => keysOf(documents, isWanted));
  const checked = check(options, keysIn && { keysIn });
  const leftOut = new Findings(options);
  const chosen = chosenOf(checked, leftOut, options);
  const plan = chosen?.plan ?? { workflows: [], apis: [] };
  const textOf = (path: string): string | undefined => {
    const workflows = plan.workflows.filter(({ fileName }) => path === `workflows/${fileName}.ts`);
    return emitFunctions({ ...plan, workflows }, "package").get(path);
  };
  return { findings: [...checked.findings.list(), ...leftOut.list()], plan, textOf };
}

function keysOf(documents: readonly LinkedDocument[], isWanted: (workflowId: string) => boolean): ReadonlySet<string> {
  const wanted = workflowsIn(documents).filter(({ workflowId }) => isWanted(workflowId));
  return new Set(wanted.map(({ key }) => key));
}

function readBy(linker: Linker): readonly string[] {
  return linker.documents().map(({ file }) => file);
}

type PrunedApi = ReturnType<typeof pruneApi>;

/** What the documents come to, before any code is written. */
interface Checked extends Attempt {
  /** What is needed of each API; empty where an error was found. */
  readonly pruned: ReadonlyMap<ApiPlan, PrunedApi>;
  /** Something is wrong with the overlays, so that the documents may not say what they should. */
  readonly isMisled: boolean;
  /** What has read the documents, with all that is assumed of them. */
  readonly linker: Linker;
}

/** What is to be written, if anything. */
function chosenOf(checked: Checked, leftOut: Findings, options: GenerateOptions): Checked | undefined {
  if (!checked.findings.hasErrors) return checked;
  if (!options.keepGoing || checked.isMisled) return undefined;
  options.onProgress?.("looking for the workflows that compile");
  const quiet = { ...options, onProgress: undefined, observer: undefined };
  return keepGoing(checked, (keys) => check(quiet, { keysIn: () => keys, after: checked }), leftOut);
}

/**
 * Reads the documents and plans functions; and again, for as long as something has to be assumed.
 * @param some The workflows to plan, where that is not all, and an attempt at all of them, if there was one
 */
function check(
  options: GenerateOptions,
  some?: {
    readonly keysIn: (documents: readonly LinkedDocument[]) => ReadonlySet<string>;
    readonly after?: Checked;
  },
): Checked {
  const { observer, onProgress, strict = false, assume = !strict } = options;
  const levels = { ...options, assume };
  onProgress?.("reading the documents");
  const { keysIn, after } = some ?? {};
  const linker = after?.linker ?? new Linker(options, levels);
  const attempt = (findings: Findings): Attempted => {
    const documents = linker.link(findings);
    const allowances = linker.documents().flatMap((document) => readAllowances(document, findings));
    if (options.portable) for (const document of documents) checkPortable(document, findings);
    const ofDocuments = new Set(findings.list());
    const isMisled = linker.isMisled(findings);
    observer?.onStage("read", linker.documents().length, "documents");
    onProgress?.("checking the workflows");
    const plan = planDocuments(documents, findings, observer, keysIn?.(documents));
    return { documents, plan, findings, ofDocuments, isMisled, allowances, linker };
  };
  const amend = (assumed: readonly Assumed[]): void => {
    linker.amend(assumed);
    observer?.onStage("assume", assumed.length, "assumptions");
  };
  const last = withAssumed(attempt, { levels, amend, before: after?.findings });
  return withPruned(last, some === undefined, options);
}

type Attempted = Omit<Checked, "pruned"> & { readonly allowances: readonly Allowance[] };

/** @param isAll All workflows were planned */
function withPruned({ allowances, ...attempt }: Attempted, isAll: boolean, { observer }: GenerateOptions): Checked {
  const { plan, findings } = attempt;
  findings.silence(allowances);
  const apis = findings.hasErrors && isAll ? [] : plan.apis;
  const pruned = new Map(apis.map((one) => [one, prunedOf(one, findings)]));
  observer?.onStage("prune", apis.flatMap(({ operations }) => operations).length, "operations");
  return { ...attempt, pruned };
}

function prunedOf(
  { api, operations, undocumented, streamed, named, callbacks }: ApiPlan,
  findings: Findings,
): PrunedApi {
  const { response, request } = named;
  const components = { response: [...response.components.keys()], request: [...request.components.keys()] };
  const inline = { response: new Set(response.inline.keys()), request: new Set(request.inline.keys()) };
  return pruneApi(
    api,
    operations,
    findings,
    { components, inline },
    { undocumented, streamed, callbacks: callbacks?.bodies },
  );
}

function emit({ plan, pruned }: Checked, options: GenerateOptions, withTypes: boolean): Promise<Files> {
  const { onProgress, observer, runtime = "copy", texts } = options;
  onProgress?.(`writing the functions${withTypes ? " and the types of the OpenAPI documents" : ""}`);
  return emitFiles(plan, {
    draftTypes: (api) => (withTypes ? apiTypes(api, pruned.get(api) ?? {}, runtime) : { of: "", write: () => "" }),
    runtime,
    observer,
    texts,
  });
}

function apiTypes(
  { interfaceName, named: { response, request }, callbacks }: ApiPlan,
  pruned: PrunedApi,
  place: RuntimePlace,
): Draft {
  const options = {
    interfaceName,
    runtime: runtimeModule("../runtime/index.js", { place, callsTwilio: false }),
    aliases: new Map([
      ...written(response.components),
      ...(callbacks ? [[callbacksComponent, callbacks.name] as const] : []),
    ]),
    requestAliases: written(request.components),
    inlineNames: new Map([
      ...written(response.inline, (pointer) => inlineMark("response", pointer)),
      ...written(request.inline, (pointer) => inlineMark("request", pointer)),
    ]),
  };
  const of = Object.values(options).map((option) => (typeof option === "string" ? option : [...option]));
  return { of: [pruned, of], write: () => writeApiTypes(pruned, { ...options, nameAt, docLines: commentLines }) };
}

/** The names that workflows use, by what `key` makes of the keys. */
function written(
  known: NamedSchemas["inline"],
  key: (known: string) => string = (same) => same,
): ReadonlyMap<string, string> {
  return new Map(
    [...known].flatMap(([is, { writtenName }]) => (writtenName === undefined ? [] : [[key(is), writtenName]])),
  );
}

function rowsOf({ workflows }: Plan): readonly WorkflowRow[] {
  return workflows.map(({ workflowId, functionName, stepCount, fileName }) => ({
    workflow: workflowId,
    function: functionName,
    steps: stepCount,
    file: `workflows/${fileName}.ts`,
  }));
}
