import { comesFirst } from "./comes-first.js";
import type { AnswerRead, FunctionIr, LetStatement, ReadId, Statement } from "../ir/model.js";
import { camelCase, upperFirst, type Scope } from "../link/names.js";
import { isBehind, usesIn, type Use } from "../ir/reads.js";
import { map, visit, type Position } from "../ir/walk.js";

/** A declaration to be put before a statement, or to be made by it. */
interface Declaration extends Position {
  readonly id: ReadId;
}

/** A statement that sets a value, by the way in to it. */
type Site = readonly Position[];

/** The statements that set a value. */
interface Source {
  readonly read: AnswerRead;
  readonly sites: readonly Site[];
  /** The statements that make the variable of the answer. */
  readonly answered: readonly Site[];
}

/**
 * Gives a variable to each value of an answer that is read more than once, that a later step needs, or that is read
 * where the answer cannot be seen: it is then declared outside of the blocks and loops that keep it in.
 */
export function hoistVariables(ir: FunctionIr, scope: Scope): FunctionIr {
  const hoisting = new Hoisting(ir, scope);
  const sources = sourcesIn(ir);
  const made = sources.filter(({ read }) => read.source.kind === "made");
  // A value that is made of others reads them where it is bound or, without a variable, wherever it is read itself: what
  // becomes of it is settled before theirs, and of later ones before that of earlier ones, which they may be made of.
  for (const source of made.toReversed()) {
    hoisting.declare(
      source,
      hoisting.uses().filter(({ read }) => read.id === source.read.id),
    );
  }
  const uses = new Map<ReadId, Use[]>();
  for (const use of hoisting.uses()) put(uses, use.read.id, use);
  for (const source of sources) {
    if (!made.includes(source)) hoisting.declare(source, uses.get(source.read.id) ?? []);
  }
  return hoisting.finish(new Map(sources.map(({ read }, index) => [read.id, index])));
}

/** The variables that have been given so far. */
class Hoisting {
  readonly #body: readonly Statement[];
  readonly #scope: Scope;
  readonly #reads: Map<ReadId, AnswerRead>;
  /** What each statement binds, in the order in which it was given its variable. */
  readonly #bound = new Map<Statement | undefined, ReadId[]>();
  readonly #declarations: Declaration[] = [];
  /** The outputs that each value becomes as it is. */
  readonly #outputs: ReadonlyMap<ReadId, readonly string[]>;

  constructor({ reads, body }: FunctionIr, scope: Scope) {
    this.#body = body;
    this.#outputs = outputsIn(body);
    this.#scope = scope;
    this.#reads = new Map(reads);
  }

  uses(): readonly Use[] {
    return usesIn({ reads: this.#reads, body: this.#body }, (bind) => this.#bound.get(bind) ?? []);
  }

  /** Gives a variable to a value if it is to have one, and declares it where that is not where it is set. */
  declare({ read, sites: all, answered }: Source, uses: readonly Use[]): void {
    const sites = ensuredFor(read, all, uses) ?? bindsFor(all, uses);
    // What is set in several places is to be the same variable in all of them.
    const [site, ...others] = sites;
    const outside =
      site === undefined || others.length > 0 ? uses : uses.filter((use) => use.within !== site && !sees(use, site));
    if (!wantsVariable(read, uses, outside, answered)) return;
    const { id, source, answer } = read;
    const name = ownName(read, this.#outputs.get(id)) ?? read.suggestedName;
    // Should the name alone be taken, it begins like this.
    const owner = source.kind === "deferred" ? "given" : answer;
    const local = this.#scope.take(name, `${owner}${upperFirst(name)}`);
    const hoisted = outside.length > 0;
    // What decides whether a step has succeeded may be missing, and is demanded only where it is needed.
    const needed = read.needed && sites.every((each) => restOf(each, all) === undefined);
    this.#reads.set(id, { ...read, local, hoisted, needed });
    for (const each of sites) put(this.#bound, statementAt(each), id);
    if (hoisted) this.#declarations.push({ id, ...declarationSpot(sites, outside) });
  }

  /** @param order Of the declarations in one place. */
  finish(order: ReadonlyMap<ReadId, number>): FunctionIr {
    const inOrder = this.#declarations.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
    const declarations = byPlace(inOrder);
    const body = map(this.#body, (statement, { list, index }) => {
      const here = declarations.get(list)?.get(index) ?? [];
      if (statement.kind === "bind") {
        const reads = this.#bound.get(statement) ?? [];
        const declares = here.filter((id) => reads.includes(id));
        return withLet(
          here.filter((id) => !declares.includes(id)),
          { ...statement, reads, declares },
        );
      }
      if (statement.kind === "ensure") return withLet(here, { ...statement, binds: this.#bound.has(statement) });
      if (statement.kind === "ask" && here.includes(statement.read)) {
        return withLet(
          here.filter((id) => id !== statement.read),
          { ...statement, declares: true },
        );
      }
      return withLet(here, statement);
    });
    return { reads: this.#reads, body };
  }
}

/** The outputs that values become as they are. */
function outputsIn(body: readonly Statement[]): ReadonlyMap<ReadId, readonly string[]> {
  const outputs = new Map<ReadId, string[]>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind !== "end") return;
      for (const { name, value } of statement.fields) if (value.kind === "read") put(outputs, value.read, name);
    },
  });
  return outputs;
}

/** The name of the property that a value is, where all the outputs that it becomes are called the same. */
function ownName({ source }: AnswerRead, outputs: readonly string[] = []): string | undefined {
  if (source.kind !== "data" || source.below.length > 0) return undefined;
  const name = camelCase(String(source.steps.at(-1)?.key));
  return outputs.length > 0 && outputs.every((output) => output === name) ? name : undefined;
}

function withLet(reads: readonly ReadId[], statement: Statement): readonly Statement[] {
  const declared: readonly LetStatement[] = reads.length === 0 ? [] : [{ kind: "let", reads }];
  return [...declared, statement];
}

/** What is set in the statements: by the answers of steps, and by asking for inputs. */
function sourcesIn({ reads, body }: FunctionIr): readonly Source[] {
  const binds = new Map<string, Site[]>();
  const answered = new Map<string, Site[]>();
  const asks = new Map<ReadId, (readonly Position[])[]>();
  visit(body, {
    statement: (statement, within) => {
      if (statement.kind === "request" && statement.local !== undefined) put(answered, statement.local, within);
      if (statement.kind === "bind") put(binds, statement.answer, within);
      if (statement.kind === "ask") put(asks, statement.read, within);
    },
  });
  return [...reads.values()].flatMap((read): readonly Source[] => {
    if (read.source.kind === "dependency") return [];
    // What is set nowhere, because nothing leads to its step, may be read all the same: as missing.
    const sites = read.source.kind === "deferred" ? asks.get(read.id) : binds.get(read.answer);
    return [{ read, sites: sites ?? [], answered: answered.get(read.answer) ?? [] }];
  });
}

/**
 * The statements that bind a value. Where two do it for one answer, the first binds what is read before the other one,
 * or instead of it, and the other binds the rest.
 */
function bindsFor(all: readonly Site[], uses: readonly Use[]): readonly Site[] {
  return all.filter((site) => {
    const rest = restOf(site, all);
    if (rest !== undefined) return isReadFirst(site, rest, uses);
    const first = all.find((other) => restOf(other, all) === site);
    return first === undefined || !isReadFirst(first, site, uses);
  });
}

/** The place where a value is demanded, if the answer is seen there and nothing reads the value before. */
function ensuredFor(
  { id }: AnswerRead,
  all: readonly Site[],
  [first, ...others]: readonly Use[],
): readonly Site[] | undefined {
  const site = first?.within ?? [];
  const statement = statementAt(site);
  if (statement?.kind !== "ensure" || statement.read !== id) return undefined;
  const isSeen = all.every((bind) => isBehind({ within: site, behind: false }, bind));
  return isSeen && others.every((use) => isBehind(use, site)) ? [site] : undefined;
}

/** The statement that goes on with what one binds. */
function restOf(site: Site, all: readonly Site[]): Site | undefined {
  return all.find((other) => {
    const statement = statementAt(other);
    return statement?.kind === "bind" && statement.isRest && isBehind({ within: other, behind: false }, site);
  });
}

function isReadFirst(first: Site, rest: Site, uses: readonly Use[]): boolean {
  return uses.some((use) => isBehind(use, first) && !isBehind(use, rest));
}

function statementAt(site: Site): Statement | undefined {
  const home = site.at(-1);
  return home?.list[home.index];
}

function put<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [value]);
  else known.push(value);
}

function wantsVariable(
  read: AnswerRead,
  uses: readonly Use[],
  outside: readonly Use[],
  answered: readonly Site[],
): boolean {
  if (uses.length === 0) return false;
  const { source } = read;
  switch (source.kind) {
    case "deferred":
      return true;
    case "made":
      return outside.length > 0 || read.needed || source.sent || uses.length > 1;
    case "data":
    case "error":
    case "either":
    case "output":
      return source.afterSuccess && (outside.length > 0 || read.needed || uses.length > 1);
    case "header":
    case "rest":
      // What leads to the next page is asked for behind the retries of this one, where its answer is not seen.
      return outside.length > 0 && !uses.some((use) => answered.some((site) => isBehind(use, site)));
    default:
      // What is known as soon as there is an answer reads well as it is, and only the step itself asks for it.
      return false;
  }
}

/** Whether a use finds the value in the variable that is set in one place. */
function sees(use: Use, site: Site): boolean {
  if (isBehind(use, site)) return true;
  const home = site.at(-1);
  const here = use.within.find(({ list }) => list === home?.list);
  // What failures read of this answer is read from the answer itself; what needs a success is of an earlier pass there.
  return here !== undefined && home !== undefined && isOfThisPass(here, home) && !isAfterSuccess(use.read);
}

function isAfterSuccess({ source }: AnswerRead): boolean {
  return source.kind === "made" ? !source.sent : "afterSuccess" in source && source.afterSuccess;
}

function isOfThisPass(use: Position, bind: Position): boolean {
  const before = bind.list.slice(0, bind.index);
  const isAsk = bind.list[bind.index]?.kind === "ask";
  const answer = before.findLastIndex(({ kind }) => kind === "request" || kind === "call");
  return use.index > (isAsk ? bind.index : answer);
}

/**
 * The innermost place that everything sees: before the statements that hold all that sets the value and all that reads
 * it, outside of all loops if what is read may have been set in an earlier pass.
 */
function declarationSpot(sites: readonly (readonly Position[])[], outside: readonly Use[]): Position {
  const everything = [...sites, ...outside.map(({ within }) => within)];
  const [path = []] = everything;
  const shared = path.filter(({ list }) => everything.every((within) => within.some((other) => other.list === list)));
  const isSetFirst = outside.every(({ within }) => sites.some((site) => comesFirst(site, within)));
  const loop = isSetFirst ? undefined : shared.slice(0, -1).find(({ list, index }) => repeats(list[index]));
  const { list } = loop ?? shared.at(-1) ?? { list: [] };
  const indexes = everything.flatMap((within) => within.find((other) => other.list === list)?.index ?? []);
  return { list, index: Math.min(...indexes) };
}

function repeats(statement: Statement | undefined): boolean {
  return statement !== undefined && ["loop", "machine", "each", "pages"].includes(statement.kind);
}

/** The declarations by the lists and the places in them. */
type Declarations = ReadonlyMap<readonly Statement[], ReadonlyMap<number, readonly ReadId[]>>;

function byPlace(declarations: readonly Declaration[]): Declarations {
  const lists = new Map<readonly Statement[], Map<number, ReadId[]>>();
  for (const { list, index, id } of declarations) {
    const places = lists.get(list) ?? new Map<number, ReadId[]>();
    lists.set(list, places);
    put(places, index, id);
  }
  return lists;
}
