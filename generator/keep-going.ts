import { found, isInside, type Finding, type Findings } from "./diagnostics.js";
import { workflowsIn, type LinkedDocument, type Plan, type WorkflowNeeds } from "./plan/index.js";

/** What the workflows of a run come to, or some of them. */
export interface Attempt {
  readonly documents: readonly LinkedDocument[];
  readonly plan: Plan;
  readonly findings: Findings;
  /** What was found before any workflow was planned. */
  readonly ofDocuments: ReadonlySet<Finding>;
}

/**
 * Finds the workflows that compile: those with nothing wrong in themselves, in what they share with others, or in the
 * workflows that they need. The others are reported as left out.
 * @param whole The attempt at all of them, in which something was wrong
 * @param compile Reads the documents anew, and makes an attempt at the workflows with these keys
 * @param leftOut Takes what is said of those that are left out
 * @returns the attempt at those that compile, in which nothing is wrong with them
 */
export function keepGoing<A extends Attempt>(
  whole: A,
  compile: (keys: ReadonlySet<string>) => A,
  leftOut: Findings,
): A {
  const workflows = workflowsIn(whole.documents);
  const choice = new Choice(workflows);
  const errors = errorsOf(whole);
  for (const { key, document, at } of workflows) {
    const isOwn = errors.some((error) => isInside(error.place, document.place(at)));
    const shared = errors.filter((error) => whole.ofDocuments.has(error));
    const elsewhere = ["workflows", "sourceDescriptions"].map((field) => document.place([field]));
    const isShared = shared.some(
      (error) => isInside(error.place, document.place([])) && !elsewhere.some((part) => isInside(error.place, part)),
    );
    if (isOwn || isShared) choice.leaveOut(key);
  }
  let kept = compile(choice.kept());
  while (!isSound(kept) && choice.kept().size > 0) {
    const before = choice.kept();
    // What is wrong with an API is said once, wherever it is used: each workflow is tried by itself.
    for (const key of before) {
      const closure = choice.closureOf(key);
      if (closure !== undefined && !isSound(compile(closure))) choice.leaveOut(key);
    }
    // They compile one by one, and not together.
    if (choice.kept().size === before.size) for (const key of before) choice.leaveOut(key);
    kept = compile(choice.kept());
  }
  choice.report(leftOut);
  return kept;
}

/** Whether nothing is wrong with any workflow of an attempt, be it with a document that one of them needs. */
function isSound(attempt: Attempt): boolean {
  const isWhole = attempt.plan.workflows.every(({ lost }) => !lost.steps);
  return isWhole && errorsOf(attempt).every((error) => attempt.ofDocuments.has(error));
}

function errorsOf({ findings }: Attempt): readonly Finding[] {
  return findings.list().filter(({ severity }) => severity === "error");
}

/** Which workflows are left out, and why. */
class Choice {
  readonly #workflows: ReadonlyMap<string, WorkflowNeeds>;
  /** By their keys those that are left out, and the one that they need; none where they are wrong themselves. */
  readonly #leftOut = new Map<
    string,
    { readonly workflow: WorkflowNeeds; readonly because: WorkflowNeeds | undefined }
  >();

  constructor(workflows: readonly WorkflowNeeds[]) {
    this.#workflows = new Map(workflows.map((workflow) => [workflow.key, workflow]));
  }

  /** Leaves out a workflow, and those that need it. */
  leaveOut(key: string): void {
    const open: { readonly key: string; readonly because: WorkflowNeeds | undefined }[] = [{ key, because: undefined }];
    for (const one of open) {
      const workflow = this.#workflows.get(one.key);
      if (workflow === undefined || this.#leftOut.has(one.key)) continue;
      this.#leftOut.set(one.key, { workflow, because: one.because });
      for (const other of this.#workflows.values()) {
        if (other.needs.has(one.key)) open.push({ key: other.key, because: workflow });
      }
    }
  }

  kept(): ReadonlySet<string> {
    return new Set([...this.#workflows.keys()].filter((key) => !this.#leftOut.has(key)));
  }

  /** A workflow with all that it needs; `undefined` where it has been left out meanwhile. */
  closureOf(key: string): ReadonlySet<string> | undefined {
    const closure = new Set([key]);
    for (const one of closure) for (const need of this.#workflows.get(one)?.needs ?? []) closure.add(need);
    return this.#leftOut.has(key) ? undefined : closure;
  }

  report(findings: Findings): void {
    const { itself, needing } = found.workflowLeftOut;
    for (const { workflow, because } of this.#leftOut.values()) {
      const { workflowId, document, at } = workflow;
      const what = because === undefined ? itself(workflowId) : needing(workflowId, because.workflowId);
      findings.report(document.place([...at, "workflowId"]), what);
    }
  }
}
