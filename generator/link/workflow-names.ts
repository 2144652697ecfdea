import { createHash } from "node:crypto";
import { found, type Findings, type Place } from "../diagnostics.js";
import { camelCase, isDevice, isName, isReserved, pascalCase } from "./names.js";

/** What a workflow is called in TypeScript. */
export interface WorkflowNames {
  readonly functionName: string;
  readonly inputName: string;
  readonly outputName: string;
  readonly dependenciesName: string;
  readonly stepsName: string;
  readonly fileName: string;
}

const mostCharacters = 1_000;

/** No file system takes names of more than 255 bytes, and some take no paths of more than 260. */
const mostInFileName = 100;

/** Gives names to workflows, and refuses what cannot be a name or would be one twice. */
export class WorkflowNaming {
  readonly #findings: Findings;
  readonly #known = new Map<string, { readonly workflowId: string; readonly place: Place }>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** The names of a workflow, or `undefined` after saying why it cannot have any. */
  name(workflowId: string, place: Place): WorkflowNames | undefined {
    const words = camelCase(workflowId);
    // A function is called by a name that does not begin with a digit.
    const camel = /^[0-9]/.test(words) ? `workflow${words}` : words;
    const problem = problemOf(workflowId, words);
    if (problem !== undefined) {
      const what = found.invalidName.workflow(workflowId, problem);
      const that = `the function is called \`${camel}\``;
      if (problem === noName && isName(camel) && !isDevice(fileNameOf(workflowId))) {
        if (!this.#findings.letPass(place, what, that)) return undefined;
      } else {
        this.#findings.report(place, what);
        return undefined;
      }
    }
    const functionName = isReserved(camel) ? `${camel}Workflow` : camel;
    const other = this.#known.get(functionName.toLowerCase());
    if (other !== undefined) {
      const { path } = other.place.source;
      const elsewhere = path === place.source.path ? undefined : path;
      this.#findings.report(place, found.nameCollision.workflows(other.workflowId, workflowId, elsewhere));
      return undefined;
    }
    this.#known.set(functionName.toLowerCase(), { workflowId, place });
    const base = pascalCase(functionName);
    return {
      functionName,
      inputName: `${base}Input`,
      outputName: `${base}Output`,
      dependenciesName: `${base}Dependencies`,
      stepsName: `${base}Steps`,
      fileName: fileNameOf(workflowId),
    };
  }
}

const noName = "cannot become the name of a function";

/** A name for a file that holds nothing with a meaning in paths. Where it is cut, a digest tells it from others. */
function fileNameOf(workflowId: string): string {
  const plain = /^[A-Za-z0-9_-]+$/.test(workflowId);
  const name = plain ? workflowId : workflowId.replaceAll(/[^A-Za-z0-9_-]+/g, "-").replaceAll(/^-+|-+$/g, "");
  if (name.length <= mostInFileName) return name;
  const digest = createHash("sha256").update(workflowId).digest("hex").slice(0, 8);
  return `${name.slice(0, mostInFileName - digest.length - 1)}-${digest}`;
}

function problemOf(workflowId: string, camel: string): string | undefined {
  if (workflowId.length > mostCharacters) return `is longer than ${mostCharacters} characters`;
  if (!/^[A-Za-z0-9_-]+$/.test(workflowId) || !isName(camel)) return noName;
  if (isDevice(workflowId)) return "cannot be the name of a file on Windows";
  return undefined;
}
