import { isFailure, parseWorkflowReference, type Workflow } from "../arazzo/index.js";
import { found, type Assumption, type Findings, type Found } from "../diagnostics.js";
import { overlayFix, type Path, type SourceDocument } from "../documents/index.js";
import type { LinkedDocument } from "./linked.js";
import type { WorkflowPlan } from "../ir/model.js";

/** That another workflow is meant. */
function assumedWorkflow(workflowId: string, at: Path, document: SourceDocument): Assumption | undefined {
  if (at.at(-1) !== "workflowId") return undefined;
  const description = "This is how the workflow is named.";
  const correction = { at: at.slice(0, -1), description, update: { workflowId } };
  return { that: `\`${workflowId}\` is meant`, actions: () => overlayFix(document, [correction]) };
}

/** A workflow of the documents. */
export interface WorkflowEntry {
  readonly linked: LinkedDocument;
  readonly workflow: Workflow;
  readonly at: Path;
  /** Its function, once that is planned. */
  plan: WorkflowPlan | undefined;
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
    const entry = this.lookUp(text, linked);
    if (entry === undefined || "plan" in entry) return entry;
    const meant = this.#meant(text, linked);
    findings.assume(
      linked.document.place(at),
      entry,
      meant === undefined ? undefined : assumedWorkflow(meant, at, linked.document),
    );
    return undefined;
  }

  /** The only workflow of another document that is named without that document, or with a word too many. */
  #meant(text: string, linked: LinkedDocument): string | undefined {
    const reference = parseWorkflowReference(text);
    if (isFailure(reference)) return undefined;
    const { source, id } = reference;
    const wanted = source === undefined ? id : id.replace(/^workflows\./, "");
    const [only, ...others] = [...linked.sources.values()].filter(
      ({ name, arazzo }) => (source ?? name) === name && arazzo !== undefined && this.of(arazzo).has(wanted),
    );
    return only === undefined || others.length > 0 ? undefined : `$sourceDescriptions.${only.name}.${wanted}`;
  }

  /**
   * The same, or what is wrong; `undefined` where a document could not be read, which has been reported.
   * @see https://spec.openapis.org/arazzo/v1.0.1.html#step-object
   */
  lookUp(text: string, linked: LinkedDocument): WorkflowEntry | Found | undefined {
    const reference = parseWorkflowReference(text);
    if (isFailure(reference)) return found.invalidExpression.text(reference, text);
    const { source, id } = reference;
    return source === undefined ? this.#local(id, linked) : this.#foreign(source, id, linked);
  }

  #local(id: string, linked: LinkedDocument): WorkflowEntry | Found | undefined {
    const own = this.of(linked);
    const entry = own.get(id);
    if (entry !== undefined) return entry;
    const elsewhere = [...linked.sources.values()].find(({ arazzo }) => arazzo && this.of(arazzo).has(id));
    return found.unknownWorkflow.here(id, elsewhere?.name, own.keys());
  }

  #foreign(name: string, id: string, { sources }: LinkedDocument): WorkflowEntry | Found | undefined {
    const source = sources.get(name);
    if (source === undefined) return found.unknownSource(name, sources.keys());
    if (source.api !== undefined) return found.unknownWorkflow.ofOpenApi(name);
    if (source.arazzo === undefined) return undefined;
    const others = this.of(source.arazzo);
    return others.get(id) ?? found.unknownWorkflow.inSource(id, name, others.keys());
  }
}
