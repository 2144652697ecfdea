import { quoted, type Findings, type Place } from "../diagnostics.js";
import { camelCase, isDevice, isName, isReserved, pascalCase } from "./names.js";

/** What a workflow is called in TypeScript. */
export interface WorkflowNames {
  readonly functionName: string;
  readonly inputName: string;
  readonly outputName: string;
  readonly dependenciesName: string;
  readonly fileName: string;
}

const longestName = 100;

/** Gives names to workflows, and refuses what cannot be a name or would be one twice. */
export class WorkflowNaming {
  readonly #findings: Findings;
  readonly #known = new Map<string, { readonly workflowId: string; readonly place: Place }>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** The names of a workflow, or `undefined` after saying why it cannot have any. */
  name(workflowId: string, place: Place): WorkflowNames | undefined {
    const camel = camelCase(workflowId);
    const problem = problemOf(workflowId, camel);
    if (problem !== undefined) {
      const hint = "Use letters, digits, hyphens and underscores, a letter first.";
      this.#findings.add("invalid-name", place, `the workflowId ${quoted(workflowId)} ${problem}`, hint);
      return undefined;
    }
    const functionName = isReserved(camel) ? `${camel}Workflow` : camel;
    const other = this.#known.get(functionName.toLowerCase());
    if (other !== undefined) {
      const names = `${quoted(other.workflowId)}${whereOf(other.place, place)} and ${quoted(workflowId)}`;
      const message = `the workflows ${names} would have the same name, or names that differ in case only`;
      this.#findings.add("name-collision", place, message, "Rename one of them.");
      return undefined;
    }
    this.#known.set(functionName.toLowerCase(), { workflowId, place });
    const base = pascalCase(functionName);
    return {
      functionName,
      inputName: `${base}Input`,
      outputName: `${base}Output`,
      dependenciesName: `${base}Dependencies`,
      fileName: workflowId,
    };
  }
}

/** Names the document of a workflow where that is another one. */
function whereOf({ source }: Place, other: Place): string {
  return source.path === other.source.path ? "" : ` of ${quoted(source.path)}`;
}

function problemOf(workflowId: string, camel: string): string | undefined {
  if (workflowId.length > longestName) return `is longer than ${longestName} characters`;
  if (!/^[A-Za-z0-9_-]+$/.test(workflowId) || !isName(camel)) return "cannot become the name of a function";
  if (isDevice(workflowId)) return "cannot be the name of a file on Windows";
  return undefined;
}
