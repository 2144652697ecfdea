import type { ApiPlan, Plan } from "../ir/model.js";
import type { Observer } from "../ir/observer.js";
import { formatTypeScript } from "./format.js";
import { indexFile } from "./index-file.js";
import { Imports } from "./imports.js";
import { readmeFile, readmeName } from "./readme-file.js";
import { runtimeFiles } from "./runtime-files.js";
import { withRuntime, type RuntimePlace } from "./runtime-place.js";
import { banner, SourceFiles } from "./source-file.js";
import { stepsFile, stepsPath } from "./steps-file.js";
import { fieldsCode } from "./type-code.js";
import { workflowFile } from "./workflow-file.js";

export { commentLines } from "./comment.js";
export { ownVersion } from "./own-version.js";
export { runtimeModule, runtimePlaces, type RuntimePlace } from "./runtime-place.js";
export { readmeName } from "./readme-file.js";
export { generatedLine, isGenerated } from "./source-file.js";

/** Writes the types of an API: those of its paths, and those of its own whose names have been written. */
export type WriteTypes = (api: ApiPlan) => Promise<string>;

/** How files are written. */
export interface EmitOptions {
  readonly writeTypes: WriteTypes;
  readonly runtime: RuntimePlace;
  readonly observer?: Observer | undefined;
}

/** The text of every file, by its path below the output folder. */
export async function emitFiles(
  plan: Plan,
  { writeTypes, runtime, observer }: EmitOptions,
): Promise<ReadonlyMap<string, string>> {
  const sources = new SourceFiles();
  const imported = new Set<string>();
  const drafts = writeFunctions(plan, sources, imported, { runtime, observer });
  for (const api of plan.apis) {
    const path = `apis/${api.fileName}.ts`;
    const text = await writeTypes(api);
    drafts.set(path, sources.check(path, `${banner(nameOf(api))}\n\n${text}`));
    observer?.onStage("api-types", api.operations.length, "operations");
  }
  drafts.set(stepsPath, sources.write(stepsPath, stepsFile(plan.workflows)));
  drafts.set("index.ts", sources.write("index.ts", indexFile(plan, runtime)));
  const files = new Map<string, string>();
  for (const [path, text] of drafts) files.set(path, await formatTypeScript(text));
  observer?.onStage("format", files.size, "files");
  files.set(readmeName, readmeFile(plan));
  return runtime === "copy" ? new Map([...files, ...runtimeFiles(imported)]) : files;
}

/** The modules of the functions alone, as they come: for those who run them at once. */
export function emitFunctions(plan: Plan, options: Omit<EmitOptions, "writeTypes">): ReadonlyMap<string, string> {
  return writeFunctions(plan, new SourceFiles(), new Set(), options);
}

/** @param imported Is told what files they import */
function writeFunctions(
  plan: Plan,
  sources: SourceFiles,
  imported: Set<string>,
  { runtime, observer }: Omit<EmitOptions, "writeTypes">,
): Map<string, string> {
  const drafts = new Map<string, string>();
  observer?.onStage("load", 1, "compilers");
  // What is answered has the shorter names, also where what is sent is written before it.
  for (const { endings } of plan.workflows) for (const { fields } of endings) fieldsCode(fields, new Imports());
  for (const workflow of plan.workflows) {
    const path = `workflows/${workflow.fileName}.ts`;
    const parts = workflowFile(workflow, runtime);
    for (const { from } of parts.imports) imported.add(from);
    const imports = withRuntime(parts.imports, { place: runtime, callsTwilio: workflow.callsTwilio });
    drafts.set(path, sources.write(path, { ...parts, imports }));
  }
  observer?.onStage("emit", plan.workflows.length, "workflows");
  return drafts;
}

function nameOf({ api }: ApiPlan): string {
  return api.document.file.split(/[\\/]/).at(-1) ?? "";
}
