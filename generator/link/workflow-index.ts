import { isFailure, parseWorkflowReference, type Workflow } from "../arazzo/index.js";
import { didYouMean, quoted, type Code, type Findings } from "../diagnostics.js";
import type { Path } from "../documents/index.js";
import type { LinkedDocument } from "./linked.js";
import type { WorkflowPlan } from "../ir/model.js";

/** A workflow of the documents. */
export interface WorkflowEntry {
  readonly linked: LinkedDocument;
  readonly workflow: Workflow;
  readonly at: Path;
  /** Its function, once that is planned. */
  plan: WorkflowPlan | undefined;
}

interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The workflows of all documents, to be found from each by what that calls them. */
export class WorkflowIndex {
  readonly #documents = new Map<LinkedDocument, ReadonlyMap<string, WorkflowEntry>>();

  /** The workflows of a document, by their ids. */
  of(linked: LinkedDocument): ReadonlyMap<string, WorkflowEntry> {
    const known = this.#documents.get(linked);
    if (known !== undefined) return known;
    const entries = linked.arazzo.workflows.map((workflow, index): [string, WorkflowEntry] => [
      workflow.workflowId,
      { linked, workflow, at: ["workflows", index], plan: undefined },
    ]);
    const made = new Map(entries);
    this.#documents.set(linked, made);
    return made;
  }

  /** The workflow that a text in a document means, or `undefined` after saying why there is none. */
  find(text: string, linked: LinkedDocument, at: Path, findings: Findings): WorkflowEntry | undefined {
    const found = this.lookUp(text, linked);
    if (found === undefined || "plan" in found) return found;
    findings.add(found.code, linked.document.place(at), found.message, found.hint);
    return undefined;
  }

  /**
   * The same, or what is wrong; `undefined` where a document could not be read, which has been reported.
   * @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object
   */
  lookUp(text: string, linked: LinkedDocument): WorkflowEntry | Problem | undefined {
    const reference = parseWorkflowReference(text);
    if (isFailure(reference)) {
      const { message, hint } = reference;
      return { code: "invalid-expression", message: `${quoted(text)}: ${message}`, hint };
    }
    const { source, id } = reference;
    return source === undefined ? this.#local(id, linked) : this.#foreign(source, id, linked);
  }

  #local(id: string, linked: LinkedDocument): WorkflowEntry | Problem | undefined {
    const own = this.of(linked);
    const found = own.get(id);
    if (found !== undefined) return found;
    const elsewhere = [...linked.sources.values()].find(({ arazzo }) => arazzo && this.of(arazzo).has(id));
    const hint = elsewhere
      ? `Write ${quoted(`$sourceDescriptions.${elsewhere.name}.${id}`)}.`
      : didYouMean(id, own.keys());
    return { code: "unknown-workflow", message: `the document has no workflow ${quoted(id)}`, hint };
  }

  #foreign(name: string, id: string, { sources }: LinkedDocument): WorkflowEntry | Problem | undefined {
    const source = sources.get(name);
    if (source === undefined) {
      const message = `there is no source description ${quoted(name)}`;
      return { code: "unknown-source", message, hint: didYouMean(name, sources.keys()) };
    }
    if (source.api !== undefined) {
      const message = `the source description ${quoted(name)} is an OpenAPI document, which has no workflows`;
      return { code: "unknown-workflow", message };
    }
    if (source.arazzo === undefined) return undefined;
    const others = this.of(source.arazzo);
    const message = `the source description ${quoted(name)} has no workflow ${quoted(id)}`;
    return others.get(id) ?? { code: "unknown-workflow", message, hint: didYouMean(id, others.keys()) };
  }
}
