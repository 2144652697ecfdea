import { readFileSync } from "./disk.js";
import type { Finding } from "./diagnostics.js";
import { generateFunctions, type GenerateOptions } from "./generate.js";
import { camelCase, type Plan, type WorkflowPlan } from "./plan/index.js";
import type { Api } from "./openapi/index.js";
import { describeWorkflow, Loader, withFiles, withoutFiles, type WorkflowDescription } from "./run/index.js";

/** A workflow that can be run in this process. */
export interface RunnableWorkflow extends WorkflowDescription {
  /**
   * Runs it.
   * @param input What it takes, as JSON, but for inputs that may be functions. It has been checked against `input`
   * @param options Those of the function
   * @returns what the function does, as JSON. Rejects as the function does
   */
  run(input: Readonly<Record<string, unknown>>, options: object): Promise<unknown>;
}

/** What came of documents. */
export interface Runnables {
  readonly findings: readonly Finding[];
  readonly workflows: readonly RunnableWorkflow[];
  /** The ids of all workflows of the documents. */
  readonly known: readonly string[];
  /** The OpenAPI documents that the workflows call, by what their files are called. */
  readonly apis: ReadonlyMap<string, Api>;
}

/** Makes workflows of documents ready to be run. @param name The one that is wanted; by default all */
export function openWorkflows(options: GenerateOptions, name?: string): Runnables {
  const ids = new Map(options.documents.map((file) => [file, workflowIdsIn(file)]));
  const isWanted = (workflowId: string): boolean => name === undefined || isCalled(name, workflowId);
  const documents = options.documents.filter((file) => ids.get(file)?.some(isWanted));
  const known = [...ids.values()].flat();
  // Whatever is wrong with documents that have no workflow is of interest only where all are wanted.
  if (name !== undefined && documents.length === 0) return { findings: [], workflows: [], known, apis: new Map() };
  const all = name === undefined ? options : { ...options, documents };
  const { findings, plan, textOf } = generateFunctions(all, isWanted);
  return { findings, known, ...runnablesOf(plan, textOf, isWanted) };
}

/**
 * Makes workflows ready to be run.
 * @param textOf Gives the module of a function by its path, written for `--runtime package`, when it is run first
 * @param isWanted Tells by the `workflowId` which. Default: all
 */
export function runnablesOf(
  plan: Plan,
  textOf: (path: string) => string | undefined,
  isWanted: (workflowId: string) => boolean = () => true,
): Pick<Runnables, "workflows" | "apis"> {
  const loader = new Loader(textOf);
  const wanted = plan.workflows.filter(({ workflowId }) => isWanted(workflowId));
  return {
    workflows: wanted.map((workflow) => runnable(workflow, plan.workflows, loader)),
    apis: new Map(plan.apis.map(({ fileName, api }) => [fileName, api])),
  };
}

/** The ids of a document's workflows, which need not be read for this. */
function workflowIdsIn(file: string): readonly string[] {
  const found = readFileSync(file, "utf8").matchAll(/workflowId["']?\s*:\s*["']?([\w-]+)/g);
  return [...new Set([...found].flatMap(([, id = []]) => id))];
}

/** Whether a workflow may be called by a name: its own, or that of its function. */
export function isCalled(name: string, workflowId: string): boolean {
  return name === workflowId || name === camelCase(workflowId);
}

function runnable(plan: WorkflowPlan, all: readonly WorkflowPlan[], loader: Loader): RunnableWorkflow {
  const description = describeWorkflow(plan, all);
  const { dependencies, input: schema } = description;
  return {
    ...description,
    async run(input, options) {
      const call = await loader.load(`workflows/${plan.fileName}.ts`, plan.functionName);
      const given = Object(withFiles(input, schema));
      if (dependencies === undefined) return withoutFiles(await call(given, options));
      const { [dependencies]: before, ...own } = given;
      return withoutFiles(await call(own, before, options));
    },
  };
}
