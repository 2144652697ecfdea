import type {
  AnswerRead,
  Condition,
  FunctionIr,
  Json,
  MemberStep,
  Reads,
  RequestStatement,
  Value,
} from "../ir/model.js";
import { readWith, usesIn } from "../ir/reads.js";
import { map, visit, visitValue } from "../ir/walk.js";
import { kindOf } from "../ir/documented-shape.js";
import { expanded, membersOf } from "../types/type.js";

/** A shape while it is put together; of a kind once something asks for one. */
interface Draft {
  kind: "object" | "list" | "text" | undefined;
  readonly members: Map<string | number, Draft>;
}

/**
 * The same statements, each request with what its answer has to be so that the code can read it. The documents promise
 * that, and the compiler takes their word for it; an answer need not keep it. Nothing is asked of the bodies that nobody
 * reads: what was created or deleted is so, whatever the answer holds.
 */
export function withShapes({ reads, body }: FunctionIr): FunctionIr {
  const sources = usesIn({ reads, body }).map(({ read }) => read);
  const asked = new Set(sources.filter(isOfBody).map(({ answer }) => answer));
  const drafts = new Drafts(reads);
  visit(body, {
    statement: (statement) => {
      if (statement.kind === "each") drafts.list(statement.items);
      if (statement.kind === "bind") statement.reads.forEach((read) => drafts.use({ kind: "read", read }));
    },
    value: (value) => {
      if (value.kind === "paged") drafts.list(value.items);
      drafts.value(value);
    },
    condition: (condition) => drafts.condition(condition),
  });
  const shaped = map(body, (statement) => {
    if (statement.kind !== "request") return [statement];
    const { local = "", answer } = statement;
    if (asked.has(local)) return [withShape(statement, drafts.of(local))];
    return [{ ...statement, answer: { ...answer, mayBeEmpty: false, shape: undefined }, isRead: false }];
  });
  return { reads, body: shaped };
}

function isOfBody({ source: { kind } }: AnswerRead): boolean {
  return kind === "data" || kind === "either";
}

function withShape(statement: RequestStatement, draft: Draft | undefined): RequestStatement {
  if (draft?.kind === undefined) return statement;
  const shape = shapeOf(draft);
  // An object is what the runtime asks for by itself.
  const isPlain = draft.kind === "object" && Object.keys(shape).length === 0;
  return { ...statement, answer: { ...statement.answer, shape: isPlain ? undefined : shape } };
}

function shapeOf({ kind, members }: Draft): Exclude<Json, null> {
  const asked = [...members].filter(([, inner]) => inner.kind !== undefined);
  if (kind === "object") return Object.fromEntries(asked.map(([key, inner]) => [key, shapeOf(inner)]));
  if (kind !== "list") return kind ?? "any";
  const length = Math.max(0, ...asked.map(([key]) => Number(key) + 1));
  return Array.from({ length }, (_, index) => shapeOf(members.get(index) ?? newDraft()));
}

function newDraft(): Draft {
  return { kind: undefined, members: new Map() };
}

/** The shapes of answers, by the variables of these. */
class Drafts {
  readonly #answers = new Map<string, Draft>();
  readonly #reads: Reads;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  of(answer: string): Draft | undefined {
    return this.#answers.get(answer);
  }

  /** Takes note of what the code does with a value and with those that it is made of. */
  use(value: Value): void {
    visitValue(value, { value: (part) => this.value(part) });
  }

  /** Takes note of what the code does with a value itself. */
  value(value: Value): void {
    this.#place(value);
    if (value.kind === "template") value.parts.forEach((part) => typeof part !== "string" && this.#text(part));
    if (value.kind === "text") this.#text(value.value);
    if (value.kind === "made" && value.by === "members") this.#ask(value.value, "object");
    const source = value.kind === "read" ? readWith(value.read, this.#reads).source : undefined;
    if (source?.kind === "made") this.use(source.value);
  }

  /** The code goes through the value as a list. */
  list(value: Value): void {
    this.#ask(value, "list");
  }

  condition(condition: Condition): void {
    switch (condition.kind) {
      case "match":
        return this.#text(condition.text);
      case "some":
        return this.#ask(condition.items, "list");
      case "compare":
        if (condition.as !== "exact" || condition.operator === "===" || condition.operator === "!==") return;
        this.#text(condition.left);
        this.#text(condition.right);
    }
  }

  /** The code writes the value as text. */
  #text(value: Value): void {
    this.#ask(value, "text");
  }

  #ask(value: Value, kind: "object" | "list" | "text"): void {
    const draft = this.#isPromised(value, kind) ? this.#place(value) : undefined;
    if (draft !== undefined) draft.kind ??= kind;
  }

  /** What is known of a value; `undefined` of one that the code does not take to be in the answer of a success. */
  #place(value: Value): Draft | undefined {
    if (value.kind === "member") {
      const owner = this.#place(value.of);
      const found = owner && follow(owner, value.steps);
      return value.below.length > 0 ? undefined : found;
    }
    if (value.kind !== "read") return undefined;
    const { answer, source } = readWith(value.read, this.#reads);
    if (source.kind !== "data" || !source.afterSuccess || !source.hasData) return undefined;
    const root = this.#answers.get(answer) ?? newDraft();
    const found = follow(root, source.steps);
    this.#answers.set(answer, root);
    return source.below.length > 0 ? undefined : found;
  }

  /** Whether the document says of a value that it is there, and of what kind it is. */
  #isPromised(value: Value, kind: "object" | "list" | "text"): boolean {
    if (value.kind !== "read") return false;
    const members = membersOf(expanded(readWith(value.read, this.#reads).type));
    return members.length > 0 && members.every((member) => kindOf(member) === kind);
  }
}

/** What is known of the value at some keys; `undefined` of one that the code does not take to be there. */
function follow(root: Draft, steps: readonly MemberStep[]): Draft | undefined {
  let here = root;
  for (const { key, optional, ofList } of steps) {
    if (optional) return undefined;
    here.kind ??= typeof key === "number" || ofList ? "list" : "object";
    if (ofList) return undefined;
    const inner: Draft = here.members.get(key) ?? newDraft();
    here.members.set(key, inner);
    here = inner;
  }
  return here;
}
