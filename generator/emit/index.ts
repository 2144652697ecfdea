import type { Plan } from "../plan/model.js";
import { formatTypeScript } from "./format.js";
import { indexFile } from "./index-file.js";
import { runtimeFiles } from "./runtime-files.js";
import { banner, SourceFiles } from "./source-file.js";
import { workflowFile } from "./workflow-file.js";

export { docLines } from "./comment.js";

/**
 * The text of every file, by its path below the output folder.
 * @param types The types of each API, by the name of its file
 */
export async function emitFiles(plan: Plan, types: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const sources = new SourceFiles();
  const drafts = new Map<string, string>();
  for (const workflow of plan.workflows) {
    const path = `workflows/${workflow.fileName}.ts`;
    drafts.set(path, sources.write(path, workflowFile(workflow)));
  }
  for (const [name, text] of types)
    drafts.set(`apis/${name}.ts`, sources.check(`apis/${name}.ts`, `${banner}\n\n${text}`));
  drafts.set("index.ts", sources.write("index.ts", indexFile(plan.workflows)));
  const files = new Map<string, string>();
  for (const [path, text] of drafts) files.set(path, await formatTypeScript(text));
  return new Map([...files, ...runtimeFiles()]);
}
