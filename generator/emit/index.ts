import type { ApiPlan, Plan } from "../ir/model.js";
import type { Observer } from "../ir/observer.js";
import { formatTypeScript } from "./format.js";
import { indexFile } from "./index-file.js";
import { runtimeFiles } from "./runtime-files.js";
import { banner, SourceFiles } from "./source-file.js";
import { stepsFile, stepsPath } from "./steps-file.js";
import { workflowFile } from "./workflow-file.js";

export { commentLines } from "./comment.js";
export { ownVersion } from "./own-version.js";
export { isGenerated } from "./source-file.js";

/** Writes the types of an API: those of its paths, and those of its own that have these names. */
export type WriteTypes = (api: ApiPlan, names: ReadonlySet<string>) => Promise<string>;

/** The text of every file, by its path below the output folder. */
export async function emitFiles(
  plan: Plan,
  writeTypes: WriteTypes,
  observer?: Observer,
): Promise<ReadonlyMap<string, string>> {
  const sources = new SourceFiles();
  const drafts = new Map<string, string>();
  const imported = new Map<string, ReadonlySet<string>>();
  observer?.onStage("load", 1, "compilers");
  for (const workflow of plan.workflows) {
    const path = `workflows/${workflow.fileName}.ts`;
    const parts = workflowFile(workflow);
    for (const { from, types } of parts.imports) imported.set(from, new Set([...(imported.get(from) ?? []), ...types]));
    drafts.set(path, sources.write(path, parts));
  }
  observer?.onStage("emit", plan.workflows.length, "workflows");
  for (const api of plan.apis) {
    const path = `apis/${api.fileName}.ts`;
    const text = await writeTypes(api, imported.get(`../apis/${api.fileName}.js`) ?? new Set());
    drafts.set(path, sources.check(path, `${banner(nameOf(api))}\n\n${text}`));
    observer?.onStage("api-types", api.operations.length, "operations");
  }
  drafts.set(stepsPath, sources.write(stepsPath, stepsFile(plan.workflows)));
  drafts.set("index.ts", sources.write("index.ts", indexFile(plan.workflows)));
  const files = new Map<string, string>();
  for (const [path, text] of drafts) files.set(path, await formatTypeScript(text));
  observer?.onStage("format", files.size, "files");
  return new Map([...files, ...runtimeFiles(new Set(imported.keys()))]);
}

function nameOf({ api }: ApiPlan): string {
  return api.document.file.split(/[\\/]/).at(-1) ?? "";
}
