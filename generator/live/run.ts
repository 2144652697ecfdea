import type { RunnableWorkflow } from "../runnable.js";
import type { UnsentRequest } from "../serve/index.js";
import type { RunEvent, RunRecord } from "../site/index.js";

/** How a run ended. */
export type LiveEnd = { readonly result: unknown } | { readonly error: string };

/** A run that is watched while it goes on, against documents that are played in this process. */
export class LiveRun {
  readonly #events: RunEvent[] = [];
  readonly #workflow: RunnableWorkflow;
  readonly #listeners = new Set<() => void>();
  #end: LiveEnd | undefined;

  constructor(workflow: RunnableWorkflow) {
    this.#workflow = workflow;
  }

  /** `undefined` while it goes on. */
  get end(): LiveEnd | undefined {
    return this.#end;
  }

  /** @param only The ending, where the workflow has but one */
  record(only: string | undefined): RunRecord {
    const end = this.#end;
    const isEnded = end !== undefined && "result" in end;
    const named: unknown = isEnded ? Object(end.result).outcome : undefined;
    const outcome = isEnded ? (typeof named === "string" ? named : (only ?? "completed")) : undefined;
    return { workflowId: this.#workflow.workflowId, events: this.#events, outcome };
  }

  /**
   * Runs the workflow. It never rejects.
   * @param input It has been checked
   * @param answer Answers each request
   */
  async start(
    input: Readonly<Record<string, unknown>>,
    answer: (request: UnsentRequest) => Promise<Response>,
    signal: AbortSignal,
  ): Promise<void> {
    const onStep = (event: RunEvent): void => {
      const { type, id, workflowId, status, ms } = event;
      this.#events.push({ type, id, workflowId, status, ms });
      this.#tell();
    };
    try {
      this.#end = { result: await this.#workflow.run(input, { dryRun: answer, onStep, signal }) };
    } catch (error) {
      this.#end = { error: error instanceof Error ? error.message : String(error) };
    }
    this.#tell();
  }

  /** @param listener Is called when something has happened. @returns what ends that */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
