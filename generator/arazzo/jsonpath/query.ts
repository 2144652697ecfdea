/**
 * A JSONPath query as plain data, free of the library that parsed it.
 * @see https://www.rfc-editor.org/rfc/rfc9535
 */
export interface JsonPathQuery {
  readonly segments: readonly Segment[];
}

/** @see https://www.rfc-editor.org/rfc/rfc9535#section-2.5 */
export interface Segment {
  /** `..`: the children of every descendant, not of the value alone. */
  readonly descendant: boolean;
  readonly selectors: readonly Selector[];
}

/** @see https://www.rfc-editor.org/rfc/rfc9535#section-2.3 */
export type Selector =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | {
      readonly kind: "slice";
      readonly from: number | undefined;
      readonly to: number | undefined;
      readonly step: number | undefined;
    }
  | { readonly kind: "wildcard" }
  | { readonly kind: "filter"; readonly filter: Filter };

/** A part of a filter; `start` is the offset in the query at which it begins. */
export type Filter = { readonly start: number } & (
  | { readonly kind: "or" | "and"; readonly operands: readonly Filter[] }
  | { readonly kind: "not"; readonly operand: Filter }
  | { readonly kind: "compare"; readonly op: ComparisonOperator; readonly left: Comparable; readonly right: Comparable }
  | { readonly kind: "exists"; readonly path: FilterPath }
  | FunctionCall
);

export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

export type Comparable = FilterLiteral | FilterPath | FunctionCall;

export interface FilterLiteral {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
  readonly start: number;
}

/** A query inside a filter, from the value that is tested (`@`) or from the root (`$`). */
export interface FilterPath {
  readonly kind: "path";
  readonly from: "current" | "root";
  readonly query: JsonPathQuery;
  readonly start: number;
}

/** One of `length`, `count`, `match`, `search` and `value`, its arguments checked. */
export interface FunctionCall {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly (Comparable | Filter)[];
  readonly start: number;
}

/**
 * The keys and indexes of a query that selects at most one value; `undefined` of any other. An index counted from the
 * end has no token.
 * @see https://www.rfc-editor.org/rfc/rfc9535#section-2.3.5.1
 */
export function singularTokens(query: JsonPathQuery): readonly string[] | undefined {
  const tokens: string[] = [];
  for (const { descendant, selectors } of query.segments) {
    const [selector] = selectors;
    if (descendant || selector === undefined || selectors.length > 1) return undefined;
    if (selector.kind === "name") tokens.push(selector.name);
    else if (selector.kind === "index" && selector.index >= 0) tokens.push(String(selector.index));
    else return undefined;
  }
  return tokens;
}

/**
 * Whether a query selects at most one value.
 * @see https://www.rfc-editor.org/rfc/rfc9535#section-2.3.5.1
 */
export function isSingular({ segments }: JsonPathQuery): boolean {
  return segments.every(({ descendant, selectors: [selector, ...others] }) => {
    return !descendant && others.length === 0 && (selector?.kind === "name" || selector?.kind === "index");
  });
}

/** The filters of a query and all that they are made of, the queries inside of them included. */
export function* filterParts({ segments }: JsonPathQuery): Iterable<Filter | Comparable> {
  for (const selector of segments.flatMap(({ selectors }) => selectors)) {
    if (selector.kind === "filter") yield* partsOf(selector.filter);
  }
}

function* partsOf(part: Filter | Comparable): Iterable<Filter | Comparable> {
  yield part;
  if (part.kind === "path") yield* filterParts(part.query);
  for (const inner of insideOf(part)) yield* partsOf(inner);
}

function insideOf(part: Filter | Comparable): readonly (Filter | Comparable)[] {
  switch (part.kind) {
    case "or":
    case "and":
      return part.operands;
    case "not":
      return [part.operand];
    case "compare":
      return [part.left, part.right];
    case "exists":
      return [part.path];
    case "call":
      return part.arguments;
    case "path":
    case "literal":
      return [];
  }
}
