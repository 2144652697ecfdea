import {
  actionsOf,
  bodyOf,
  givenFields,
  outputName,
  stepId,
  workflowId,
  type Action,
  type Answer,
  type Body,
  type ErrorBodies,
  type Graph,
  type GraphStep,
  type Sends,
  type Test,
  type Transfer,
} from "./graph.js";
import { holds, succeeded, type Facts } from "./judgement.js";

/** What a run did, one line for each request and each wait, and how it ended. */
export interface Trace {
  readonly events: readonly string[];
  readonly end: End | Stopped;
}

export type End = Ended | Failed;

export interface Ended {
  readonly kind: "ended";
  /** The name of the action that ended the run, behind that of an ending which it took over from another workflow. */
  readonly outcomes: readonly string[];
  readonly outputs: Body;
}

export interface Failed {
  readonly kind: "failed";
  readonly code: string;
  readonly workflow: string;
  readonly step: string;
}

/** It made more requests than it may. */
export interface Stopped {
  readonly kind: "stopped";
}

/** What surrounds a run. */
export interface World {
  readonly errors: ErrorBodies;
  /** The first request gets the first of them; behind the last one all goes well. */
  readonly answers: readonly Answer[];
  readonly mostRequests: number;
  /** Between two requests of a poll, in milliseconds. */
  readonly pollInterval: number;
}

export function answerTo(request: number, reads: boolean, { answers }: World): Answer {
  const answer = answers[request] ?? { status: 200, state: "ready", count: 1, note: "x", retryAfter: undefined };
  return answer.status === 200 && !reads ? { ...answer, status: 201 } : answer;
}

/** A workflow as the specification and the table of our answers read, step by step and nothing else. */
export function interpret(graphs: readonly Graph[], workflow: number, world: World): Trace {
  const run = new Run(graphs, world);
  try {
    return { events: run.events, end: run.workflow(workflow, undefined) };
  } catch (error) {
    if (error !== stopped) throw error;
    return { events: run.events, end: { kind: "stopped" } };
  }
}

const stopped = new Error("as many requests as there may be");

/** What came of a step. */
interface Done {
  readonly success: boolean;
  readonly facts: Facts;
  /** How long the answer asks to wait, in seconds. */
  readonly retryAfter: number | undefined;
  /** Why the run ends if no action plans for the failure. */
  readonly failure: Failed;
}

/** What is known to one run of one workflow. */
interface Memory {
  readonly workflow: number;
  readonly input: unknown;
  /** The answers of the steps that have succeeded, the latest of each. */
  readonly outputs: Map<number, Body>;
}

class Run {
  readonly events: string[] = [];
  readonly #graphs: readonly Graph[];
  readonly #world: World;
  #requests = 0;

  constructor(graphs: readonly Graph[], world: World) {
    this.#graphs = graphs;
    this.#world = world;
  }

  workflow(workflow: number, input: unknown): End {
    const graph = this.#graph(workflow);
    const memory: Memory = { workflow, input, outputs: new Map() };
    const ended = (outcome: string): End => {
      return { kind: "ended", outcomes: [outcome], outputs: workflowOutputs(graph, memory) };
    };
    const retries = new Map<string, number>();
    // How long the latest answer to each step asks to wait, in seconds.
    const asked = new Map<number, number | undefined>();
    let current = 0;
    for (;;) {
      const step = graph.steps[current];
      if (step === undefined) return ended("completed");
      const { success, facts, retryAfter, failure } = this.#step(step, current, memory);
      asked.set(current, retryAfter);
      const actions = actionsOf(success ? "onSuccess" : "onFailure", step, graph);
      // The first whose criteria hold; a retry that was taken as often as it may be is passed over.
      const action = actions.find(
        ({ name, criteria, then }) =>
          criteria.every((criterion) => holds(criterion, facts)) &&
          (then.kind !== "retry" || (retries.get(name) ?? 0) < (then.limit ?? 1)),
      );

      if (action?.then.kind === "retry") {
        retries.set(action.name, (retries.get(action.name) ?? 0) + 1);
        const seconds = retryAfter ?? action.then.after ?? 0;
        if (seconds > 0) this.events.push(`wait ${seconds * 1000}`);
        const failed = this.#before(action.then.by, current, memory);
        if (failed !== undefined) return failed;
        continue;
      }
      retries.clear();
      if (action?.then.kind === "end") return ended(action.name);
      if (action?.then.kind === "transfer") return this.#transfer(action.then, action, memory);
      if (action === undefined && !success) return failure;
      const isJump = action?.then.kind === "goto";
      const isWaiting = !isJump && success && onlyEndsUnderCriteria(graph, current);
      if (isWaiting && isDecided(step, graph)) return failureOf("step-failed", current, memory);
      const next = isJump ? action.then.step : isWaiting ? current : current + 1;
      // Who reads the same thing again gives it time to change, and no less than its last answer asked for.
      if (next <= current && isPolled(graph.steps[next]) && (isWaiting || asksAgain(graph, next, current))) {
        this.events.push(`wait ${Math.max(this.#world.pollInterval, (asked.get(next) ?? 0) * 1000)}`);
      }
      current = next;
    }
  }

  /** Sends the request of a step, or calls its workflow, and judges what comes of it. */
  #step(step: GraphStep, index: number, memory: Memory): Done {
    const done = step.calls === undefined ? this.#request(step, index, memory) : this.#call(step, index, memory);
    if (done.success) memory.outputs.set(index, done.facts.body ?? {});
    return done;
  }

  #request(step: GraphStep, index: number, memory: Memory): Done {
    const { mostRequests, errors } = this.#world;
    if (this.#requests === mostRequests) throw stopped;
    this.events.push(requestOf(step, index, memory));
    const answer = answerTo(this.#requests, step.reads, this.#world);
    this.#requests += 1;
    const facts = { status: answer.status, body: bodyOf(answer, errors), outputs: memory.outputs };
    const failure = failureOf("step-failed", index, memory);
    return { success: succeeded(step, facts), facts, retryAfter: answer.retryAfter, failure };
  }

  /** It succeeds where the workflow comes to an end, whatever that is called, if that is all that it demands. */
  #call(step: GraphStep, index: number, memory: Memory): Done {
    const end = this.workflow(step.calls ?? 0, sentBy(step, memory));
    const body = end.kind === "ended" ? firstOf(end.outputs) : undefined;
    const facts: Facts = { status: undefined, body, outputs: memory.outputs };
    const success = end.kind === "ended" && step.criteria.every((criterion) => holds(criterion, facts));
    const failure = end.kind === "failed" ? end : failureOf("criterion-failed", index, memory);
    return { success, facts, retryAfter: undefined, failure };
  }

  /** Does what comes before a new try; if that fails, so does the run. */
  /** @param own The step that is tried again: by way of itself it does not run twice */
  #before(by: (Action["then"] & { kind: "retry" })["by"], own: number, memory: Memory): Failed | undefined {
    if (by === undefined) return undefined;
    if ("workflow" in by) {
      const end = this.workflow(by.workflow, sentBy(by, memory));
      return end.kind === "failed" ? end : undefined;
    }
    const step = by.step === own ? undefined : this.#graph(memory.workflow).steps[by.step];
    const done = step && this.#step(step, by.step, memory);
    return done?.success === false ? done.failure : undefined;
  }

  /** The run ends as the other workflow does. */
  #transfer(to: Transfer, { name }: Action, memory: Memory): End {
    const end = this.workflow(to.workflow, sentBy(to, memory));
    return end.kind === "ended" ? { ...end, outcomes: [...end.outcomes, name] } : end;
  }

  #graph(workflow: number): Graph {
    const graph = this.#graphs[workflow];
    if (graph === undefined) throw new RangeError(`there is no ${workflowId(workflow)}`);
    return graph;
  }
}

function failureOf(code: string, step: number, { workflow }: Memory): Failed {
  return { kind: "failed", code, workflow: workflowId(workflow), step: stepId(step) };
}

/** A last step that reads is asked until one of its ends is reached, which would else mean nothing. */
function onlyEndsUnderCriteria(graph: Graph, index: number): boolean {
  const step = graph.steps[index];
  if (step === undefined || index !== graph.steps.length - 1 || !isPolled(step)) return false;
  const actions = actionsOf("onSuccess", step, graph);
  return actions.length > 0 && actions.every(({ criteria, then }) => then.kind === "end" && criteria.length > 0);
}

/** The ends of a step name every state that is documented: there is nothing to wait for. */
function isDecided(step: GraphStep, graph: Graph): boolean {
  const ends = actionsOf("onSuccess", step, graph);
  if (!ends.every(({ criteria }) => criteria.every((criterion) => asksForStateOnly(criterion.test)))) return false;
  return documentedStates.every((state) => {
    const facts: Facts = { status: 200, body: { state }, outputs: new Map() };
    const isPossible = step.criteria.every((criterion) => !asksForStateOnly(criterion.test) || holds(criterion, facts));
    return !isPossible || ends.some(({ criteria }) => criteria.every((criterion) => holds(criterion, facts)));
  });
}

const documentedStates = ["new", "ready", "broken"];

function asksForStateOnly(test: Test): boolean {
  if (test.kind === "not") return asksForStateOnly(test.test);
  if (test.kind !== "compare") return test.tests.every(asksForStateOnly);
  return test.subject.kind === "field" && test.subject.field === "state";
}

function isPolled(step: GraphStep | undefined): boolean {
  return step !== undefined && step.calls === undefined && step.reads && step.poll !== false;
}

/** Nothing is written on the way back, and what is asked is made of nothing that the way has changed. */
function asksAgain({ steps }: Graph, to: number, from: number): boolean {
  const inside = steps.slice(to, from + 1);
  const { sends, poll } = steps[to] ?? {};
  const isNew = typeof sends === "number" && sends >= to && sends <= from;
  return poll === true || (inside.every(({ reads, calls }) => reads && calls === undefined) && !isNew);
}

function sentBy({ sends }: { readonly sends: Sends }, { input, outputs }: Memory): unknown {
  return sends === "input" ? input : sends === undefined ? undefined : outputs.get(sends)?.["count"];
}

function requestOf(step: GraphStep, index: number, memory: Memory): string {
  const from = sentBy(step, memory);
  const name = `${workflowId(memory.workflow)}-${stepId(index)}`;
  if (!step.reads) return `POST /make/${name} ${JSON.stringify({ from })}`;
  return `GET /read/${name}${from === undefined ? "" : `?from=${String(from)}`}`;
}

function workflowOutputs(graph: Graph, { outputs }: Memory): Body {
  const values = graph.steps.flatMap((_, index) =>
    givenFields.map((field) => [outputName(index, field), outputs.get(index)?.[field]] as const),
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** What a step that calls a workflow makes of the outputs of that: those of its first step, under other names. */
function firstOf(outputs: Body): Body {
  const values = givenFields.map((field) => [field, outputs[outputName(0, field)]] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
