import { comesFirst } from "./dominance.js";
import type { AnswerRead, BindStatement, LetStatement, Statement } from "../ir/model.js";
import { upperFirst, type Scope } from "../link/names.js";
import { innerLists, positionsOf, usesIn, type Position, type Use } from "../ir/reads.js";

/** What may be read in the statements of a workflow, and the names that are taken in it. */
export interface ReadValues {
  readonly scope: Scope;
  /** What is read of the answer of each step, in the order of the steps, and where it is bound. */
  readonly answers: readonly {
    readonly answer: string;
    readonly bind: BindStatement;
    readonly reads: ReadonlyMap<string, AnswerRead>;
  }[];
  /** The inputs that are given later. */
  readonly inputs: readonly AnswerRead[];
}

/** A declaration to be put before a statement. */
interface Declaration extends Position {
  readonly read: AnswerRead;
}

/** The statements that set a value, each by the way in to it. */
interface Source {
  readonly read: AnswerRead;
  readonly sites: readonly (readonly Position[])[];
  /** The beginning of the name, should the one alone be taken. */
  readonly owner: string;
  readonly set: (read: AnswerRead) => void;
}

/**
 * Gives a variable to each value of an answer that is read more than once, that a later step needs, or that is read
 * where the answer cannot be seen: it is then declared outside of the blocks and loops that keep it in.
 */
export function bindReads(body: readonly Statement[], values: ReadValues): readonly Statement[] {
  const sources = sourcesIn(body, values);
  const made = sources.filter(({ read }) => read.source.kind === "made");
  const declarations: Declaration[] = [];
  // A value that is made of others reads them where it is bound or, without a variable, wherever it is read itself: what
  // becomes of it is settled before theirs, and of later ones before that of earlier ones, which they may be made of.
  for (const source of made.toReversed()) {
    const own = usesIn(body).filter(({ read }) => read === source.read);
    declarations.push(...declare(source, own, values));
  }
  const uses = byRead(usesIn(body));
  for (const source of sources) {
    if (!made.includes(source)) declarations.push(...declare(source, uses.get(source.read) ?? [], values));
  }
  const order = new Map(sources.map(({ read }, index) => [read, index]));
  const inOrder = declarations.toSorted((a, b) => (order.get(a.read) ?? 0) - (order.get(b.read) ?? 0));
  return withDeclarations(body, byPlace(inOrder));
}

/** Gives a variable to a value if it is to have one; the declaration where that is not where it is set. */
function declare(
  { read, sites, owner, set }: Source,
  uses: readonly Use[],
  { scope }: ReadValues,
): readonly Declaration[] {
  // What is set in several places is to be the same variable in all of them.
  const outside = sites.length > 1 ? uses : uses.filter((use) => !sites.every((site) => sees(use, site)));
  if (!wantsVariable(read, uses, outside)) return [];
  read.local = scope.take(read.suggestedName, `${owner}${upperFirst(read.suggestedName)}`);
  set(read);
  read.hoisted = outside.length > 0;
  if (!read.hoisted) return [];
  const spot = declarationSpot(sites, outside);
  const first = spot.list[spot.index];
  if (first?.kind === "ask" && first.read === read) first.declares = true;
  else if (first?.kind === "bind" && first.reads.includes(read)) first.declares.push(read);
  else return [{ read, ...spot }];
  return [];
}

function byRead(uses: readonly Use[]): ReadonlyMap<AnswerRead, readonly Use[]> {
  const groups = new Map<AnswerRead, Use[]>();
  for (const use of uses) {
    const known = groups.get(use.read);
    if (known === undefined) groups.set(use.read, [use]);
    else known.push(use);
  }
  return groups;
}

/** What is set in the statements: by the answers of steps, and by asking for inputs. */
function sourcesIn(body: readonly Statement[], values: ReadValues): readonly Source[] {
  const binds = grouped(positionsOf("bind", body), ({ reads }) => reads);
  const asks = grouped(positionsOf("ask", body), ({ read }) => read);
  const answers = values.answers.flatMap(({ bind, reads, answer }): readonly Source[] => {
    const sites = binds.get(bind.reads) ?? [];
    const set = (read: AnswerRead): void => void bind.reads.push(read);
    return sites.length === 0 ? [] : [...reads.values()].map((read) => ({ read, sites, owner: answer, set }));
  });
  const inputs = values.inputs.flatMap((read): readonly Source[] => {
    const sites = asks.get(read) ?? [];
    return sites.length === 0 ? [] : [{ read, sites, owner: "given", set: () => undefined }];
  });
  return [...answers, ...inputs];
}

function grouped<S, K>(
  found: readonly { readonly statement: S; readonly within: readonly Position[] }[],
  keyOf: (statement: S) => K,
): ReadonlyMap<K, readonly (readonly Position[])[]> {
  const groups = new Map<K, (readonly Position[])[]>();
  for (const { statement, within } of found) {
    const key = keyOf(statement);
    groups.set(key, [...(groups.get(key) ?? []), within]);
  }
  return groups;
}

function wantsVariable(read: AnswerRead, uses: readonly Use[], outside: readonly Use[]): boolean {
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
      return source.judged && (outside.length > 0 || read.needed || uses.length > 1);
    default:
      // What is known as soon as there is an answer reads well as it is, and only the step itself asks for it.
      return false;
  }
}

/** Whether a use stands behind the binding, in the same list of statements or inside of one of them. */
function sees({ read, within, behind }: Use, bind: readonly Position[]): boolean {
  const home = bind.at(-1);
  const here = within.find(({ list }) => list === home?.list);
  if (here === undefined || home === undefined) return false;
  // What failures read of this answer is read from the answer itself; what needs a success is of an earlier pass there.
  if (here.index === home.index && behind) return true;
  return here.index > home.index || (isOfThisPass(here, home) && !isJudged(read));
}

function isJudged({ source }: AnswerRead): boolean {
  return source.kind === "made" ? !source.sent : "judged" in source && source.judged;
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
  return statement?.kind === "loop" || statement?.kind === "machine";
}

/** The declarations by the lists and the places in them. */
type Declarations = ReadonlyMap<readonly Statement[], ReadonlyMap<number, readonly AnswerRead[]>>;

function byPlace(declarations: readonly Declaration[]): Declarations {
  const lists = new Map<readonly Statement[], Map<number, AnswerRead[]>>();
  for (const { list, index, read } of declarations) {
    const places = lists.get(list) ?? new Map<number, AnswerRead[]>();
    lists.set(list, places);
    const reads = places.get(index) ?? [];
    places.set(index, reads);
    reads.push(read);
  }
  return lists;
}

function withDeclarations(list: readonly Statement[], declarations: Declarations): readonly Statement[] {
  const places = declarations.get(list);
  return list.flatMap((statement, index): readonly Statement[] => {
    const reads = places?.get(index);
    const declared: readonly LetStatement[] = reads === undefined ? [] : [{ kind: "let", reads }];
    return [...declared, withInner(statement, declarations)];
  });
}

function withInner(statement: Statement, declarations: Declarations): Statement {
  if (innerLists(statement).length === 0) return statement;
  if (statement.kind === "if") return { ...statement, then: withDeclarations(statement.then, declarations) };
  if (statement.kind === "block" || statement.kind === "loop") {
    return { ...statement, body: withDeclarations(statement.body, declarations) };
  }
  if (statement.kind !== "machine") return statement;
  return {
    ...statement,
    cases: statement.cases.map((each) => ({ ...each, body: withDeclarations(each.body, declarations) })),
  };
}
