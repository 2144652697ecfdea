import type { FlowBranch, FlowEach, FlowPlan, FlowPoll, FlowStep, FlowThen, WorkflowPlan } from "../ir/model.js";
import { durationRange, durationText } from "../ir/duration-text.js";
import { criteriaWords } from "../ir/criteria-words.js";
import type { Diagram, DiagramEdge, DiagramNode } from "./model.js";
import { askedAt } from "./asked-at.js";

/** The picture of a workflow: its steps in the order of the document, and all that may follow each. */
export function diagramOf(plan: WorkflowPlan): Diagram {
  const drawing = new Drawing(plan, askedAt(plan));
  drawing.draw(plan.dependencies.map(({ workflowId }) => `after ${workflowId}`));
  return { title: plan.workflowId, description: describe(plan), ...reached(drawing) };
}

/** What a run can come to: some steps are left, though no line leads to them that can be taken. */
function reached({ nodes, edges }: Pick<Diagram, "nodes" | "edges">): Pick<Diagram, "nodes" | "edges"> {
  const after = new Map<string, string[]>();
  for (const { from, to } of edges) after.set(from, [...(after.get(from) ?? []), to]);
  const ids = new Set(["start"]);
  for (const id of ids) for (const next of after.get(id) ?? []) ids.add(next);
  return { nodes: nodes.filter(({ id }) => ids.has(id)), edges: edges.filter(({ from }) => ids.has(from)) };
}

function describe({ flow, endings }: WorkflowPlan): string {
  const steps = flow.steps.length === 1 ? "1 step" : `${flow.steps.length} steps`;
  const names = endings.map(({ outcome }) => outcome);
  const ends = names.length > 1 ? `, which end as ${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : "";
  return `Flow diagram of ${steps}${ends}.`;
}

/** What has been drawn so far. */
class Drawing {
  readonly nodes: DiagramNode[] = [];
  readonly edges: DiagramEdge[] = [];
  readonly #flow: FlowPlan;
  readonly #asked: ReadonlyMap<string, readonly string[]>;
  /** Whether a run can come to its end without an action that ends it. */
  readonly #isCompleted: boolean;
  /** By the ids of the steps. */
  readonly #positions: ReadonlyMap<string, number>;

  /** @param asked The inputs that are asked for on the way, by the ids of steps */
  constructor({ flow, endings }: WorkflowPlan, asked: ReadonlyMap<string, readonly string[]>) {
    this.#flow = flow;
    this.#isCompleted = endings.some(({ outcome }) => outcome === "completed");
    this.#asked = asked;
    this.#positions = new Map(flow.steps.map(({ stepId }, index) => [stepId, index]));
  }

  draw(before: readonly string[]): void {
    const [first] = this.#flow.steps;
    this.#add({ id: "start", kind: "start", text: "start", notes: before });
    if (first !== undefined) this.#connect("start", this.#idOf(first.stepId), "next");
    for (const step of this.#flow.steps) this.#step(step);
  }

  #step(step: FlowStep): void {
    const { stepId, does, poll, wokenBy, each, pages, success, isDecided, failure } = step;
    const id = this.#idOf(stepId);
    const asked = (this.#asked.get(stepId) ?? []).map((input) => `asks its caller for ${input}`);
    const notes = [
      ...(each === undefined ? [] : [eachWords(each)]),
      ...(pages ? ["all pages of a list"] : []),
      ...(poll === undefined ? [] : pollWords(poll)),
      ...(wokenBy === undefined ? [] : [`or when the callback ${wokenBy} comes`]),
      ...asked,
    ];
    if (does.kind === "call") {
      this.#add({
        id,
        kind: "call",
        stepId,
        text: stepId,
        notes: [`runs ${does.workflowId}`, ...notes],
        runs: does.fileName,
      });
    } else {
      const request = { method: does.method.toUpperCase(), path: does.path };
      this.#add({ id, kind: "step", stepId, text: stepId, request, notes });
    }
    const goesOn = isOpen(success) && (success.length === 0 || isDecided || this.#mayGoOn(step));
    const ways = success.length + (goesOn ? 1 : 0);
    const from = ways > 1 ? this.#choice(id, stepId) : id;
    for (const branch of success) {
      const isElse = ways > 1 && branch.criteria.length === 0;
      this.#branch(step, branch, { from, kind: "next", otherwise: isElse ? "otherwise" : "" });
    }
    if (goesOn && isDecided)
      this.#connect(from, this.#ending(step, "StepFailedError", "throw"), "failure", "otherwise");
    else if (goesOn) this.#goOn(step, from, ways > 1 ? "otherwise" : "");
    for (const branch of failure) this.#branch(step, branch, { from: id, kind: "failure", otherwise: "if it fails" });
    if (poll !== undefined) {
      const thrown = this.#ending(step, "PollDeadlineError", "throw");
      this.#connect(id, thrown, "failure", `after ${durationText(poll.deadline)}`);
    }
  }

  #choice(id: string, stepId: string): string {
    const choice = `${id}choice`;
    this.#add({ id: choice, kind: "choice", stepId, text: "" });
    this.#connect(id, choice, "next");
    return choice;
  }

  /** Whether a run that takes no branch has somewhere to go: the end is left out where it was found that none comes there. */
  #mayGoOn({ next }: FlowStep): boolean {
    return next !== undefined || this.#isCompleted;
  }

  /** What follows where no branch is taken. */
  #goOn(step: FlowStep, from: string, label: string): void {
    const to = step.next === undefined ? this.#ending(step, "completed", "end") : this.#idOf(step.next);
    this.#connect(from, to, "next", label);
  }

  #branch(
    step: FlowStep,
    { name, criteria, then, waits }: FlowBranch,
    { from, kind, otherwise }: { from: string; kind: "next" | "failure"; otherwise: string },
  ): void {
    const when = criteria.length === 0 ? otherwise : `if ${criteriaWords(criteria)}`;
    switch (then.kind) {
      case "end":
        return this.#connect(from, this.#ending(step, name, kind === "next" ? "end" : "planned-failure"), kind, when);
      case "step": {
        const isBack = this.#positionOf(then.stepId) <= this.#positionOf(step.stepId);
        const label = waits ? joined(when, "wait and ask again") : when;
        return this.#connect(from, this.#idOf(then.stepId), isBack ? "again" : kind, label);
      }
      case "call":
        return this.#connect(from, this.#other(step, name, then, "workflow"), kind, when);
      case "retry":
        return this.#retry(step, name, then, when);
    }
  }

  #retry(step: FlowStep, name: string, then: Extract<FlowThen, { kind: "retry" }>, when: string): void {
    const id = this.#idOf(step.stepId);
    const { limit, after, by } = then;
    const pause = after === 0 ? "" : ` after ${durationText(after)}`;
    const label = joined(when, `retry${pause}, ${limit === 1 ? "once" : `at most ${limit} times`}`);
    if (by === undefined) return this.#connect(id, id, "again", label);
    const detour = by.kind === "step" ? this.#idOf(by.stepId) : this.#other(step, name, by, "call");
    this.#connect(id, detour, "failure", label);
    return this.#connect(detour, id, "again", "try again");
  }

  #other(
    step: FlowStep,
    name: string,
    { workflowId, fileName }: { workflowId: string; fileName: string },
    kind: "workflow" | "call",
  ): string {
    const id = `${this.#idOf(step.stepId)}to${this.nodes.length}`;
    this.#add({
      id,
      kind,
      stepId: step.stepId,
      text: workflowId,
      notes: kind === "call" ? [name] : [],
      runs: fileName,
    });
    return id;
  }

  /** An ending stands beside the step that leads to it, once for each name. */
  #ending(step: FlowStep, text: string, kind: "end" | "planned-failure" | "throw"): string {
    const known = this.nodes.find((node) => node.stepId === step.stepId && node.kind === kind && node.text === text);
    if (known !== undefined) return known.id;
    const id = `${this.#idOf(step.stepId)}end${this.nodes.length}`;
    this.#add({ id, kind, stepId: step.stepId, text });
    return id;
  }

  #positionOf(stepId: string): number {
    return this.#positions.get(stepId) ?? -1;
  }

  #idOf(stepId: string): string {
    return `s${this.#positionOf(stepId) + 1}`;
  }

  #add(node: Partial<DiagramNode> & Pick<DiagramNode, "id" | "kind" | "text">): void {
    this.nodes.push({ stepId: undefined, request: undefined, notes: [], runs: undefined, ...node });
  }

  /** Where nothing else leads to another place than a branch does, it is one line. */
  #connect(from: string, to: string, kind: DiagramEdge["kind"], label = ""): void {
    const same = this.edges.findIndex((edge) => edge.from === from && edge.to === to && edge.kind === kind);
    const known = this.edges[same];
    if (label === "otherwise" && known !== undefined)
      this.edges[same] = { ...known, label: `${known.label}, or ${label}` };
    else this.edges.push({ from, to, kind, label });
  }
}

/** Whether something may follow that no branch is for: not if one has no criteria, or asks the opposite of another. */
function isOpen(branches: readonly FlowBranch[]): boolean {
  const asked = branches.map(({ criteria }) => criteriaWords(criteria));
  const isOpposite = (words: string, criteria: FlowBranch["criteria"]): boolean =>
    criteria.length === 1 && words.includes(" is not ") && asked.includes(words.replace(" is not ", " is "));
  return branches.every(({ criteria }, index) => criteria.length > 0 && !isOpposite(asked[index] ?? "", criteria));
}

function joined(when: string, what: string): string {
  return when === "" ? what : `${when}: ${what}`;
}

function eachWords({ as, concurrency, collects }: FlowEach): string {
  const pace = concurrency === 1 ? "one after the other" : `${concurrency} at a time`;
  return `for each ${as}, ${pace}${collects ? "; a failure is kept, and the others go on" : ""}`;
}

function pollWords({ interval, maxInterval, deadline }: FlowPoll): readonly string[] {
  return [`asked every ${durationRange(interval, maxInterval)}`, `for at most ${durationText(deadline)}`];
}
