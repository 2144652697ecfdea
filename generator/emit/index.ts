import type { ApiPlan, Plan } from "../ir/model.js";
import type { Observer } from "../ir/observer.js";
import { indexFile } from "./index-file.js";
import { Imports } from "./imports.js";
import { type Draft, MadeTexts, type Texts } from "./made-texts.js";
import { readmeFile, readmeName } from "./readme-file.js";
import { runtimeFiles } from "./runtime-files.js";
import { withRuntime, type RuntimePlace } from "./runtime-place.js";
import { banner, SourceFiles, type SourceParts } from "./source-file.js";
import { stepsFile, stepsPath } from "./steps-file.js";
import { fieldsCode } from "./type-code.js";
import { workflowFile } from "./workflow-file.js";

export { commentLines } from "./comment.js";
export { ownVersion } from "./own-version.js";
export { runtimeModule, runtimePlaces, type RuntimePlace } from "./runtime-place.js";
export type { Draft, Texts } from "./made-texts.js";
export { readmeName } from "./readme-file.js";
export { generatedLine, isGenerated } from "./source-file.js";

/** Drafts the types of an API: those of its paths, and those of its own whose names have been written. */
export type DraftTypes = (api: ApiPlan) => Draft;

/** How files are written. */
export interface EmitOptions {
  readonly draftTypes: DraftTypes;
  readonly runtime: RuntimePlace;
  /** Those that are not made again. Default: all are made. */
  readonly texts?: Texts | undefined;
  readonly observer?: Observer | undefined;
}

/** The text of every file, by its path below the output folder. */
export async function emitFiles(
  plan: Plan,
  { draftTypes, runtime, observer, texts }: EmitOptions,
): Promise<ReadonlyMap<string, string>> {
  const sources = new SourceFiles(() => observer?.onStage("load", 1, "compilers"));
  const made = new MadeTexts(texts);
  const add = (path: string, parts: SourceParts): Promise<void> => {
    const { origin, imports, declarations } = parts;
    const of = [banner(origin), imports, declarations.map(String)];
    return made.add(path, { of, write: () => sources.write(path, parts) });
  };
  const functions = functionsOf(plan, runtime);
  for (const [path, { parts }] of functions) await add(path, parts);
  observer?.onStage("emit", functions.size, "workflows");
  for (const api of plan.apis) {
    const path = `apis/${api.fileName}.ts`;
    const head = banner(nameOf(api));
    const { of, write } = draftTypes(api);
    await made.add(path, {
      of: [head, of],
      write: async () => sources.check(path, `${head}\n\n${await write()}`),
    });
    observer?.onStage("api-types", api.operations.length, "operations");
  }
  await add(stepsPath, stepsFile(plan.workflows));
  await add("index.ts", indexFile(plan, runtime));
  const files = await made.formatted();
  observer?.onStage("format", files.size, "files");
  files.set(readmeName, readmeFile(plan));
  if (runtime !== "copy") return files;
  const imported = [...functions.values()].flatMap(({ imported: names }) => names);
  return new Map([...files, ...runtimeFiles(new Set(imported))]);
}

/** The modules of the functions alone, as they come: for those who run them at once. */
export function emitFunctions(plan: Plan, runtime: RuntimePlace): ReadonlyMap<string, string> {
  const sources = new SourceFiles();
  return new Map([...functionsOf(plan, runtime)].map(([path, { parts }]) => [path, sources.write(path, parts)]));
}

interface FunctionFile {
  readonly parts: SourceParts;
  /** What it imports, wherever the runtime is. */
  readonly imported: readonly string[];
}

function functionsOf(plan: Plan, runtime: RuntimePlace): ReadonlyMap<string, FunctionFile> {
  // What is answered has the shorter names, also where what is sent is written before it.
  for (const { endings } of plan.workflows) for (const { fields } of endings) fieldsCode(fields, new Imports());
  return new Map(
    plan.workflows.map((workflow) => {
      const parts = workflowFile(workflow, runtime);
      const imports = withRuntime(parts.imports, { place: runtime, callsTwilio: workflow.callsTwilio });
      const imported = parts.imports.map(({ from }) => from);
      return [`workflows/${workflow.fileName}.ts`, { parts: { ...parts, imports }, imported }];
    }),
  );
}

function nameOf({ api }: ApiPlan): string {
  return api.document.file.split(/[\\/]/).at(-1) ?? "";
}
