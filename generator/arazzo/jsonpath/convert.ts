import { jsonpath, TokenKind, type JSONPathQuery } from "json-p3";
import type {
  Comparable,
  ComparisonOperator,
  Filter,
  FilterPath,
  FunctionCall,
  JsonPathQuery,
  Segment,
  Selector,
} from "./query.js";

const { expressions, selectors } = jsonpath;

type LibraryExpression = InstanceType<typeof expressions.FilterExpression>;

/** What the library's tree says, as plain data. It throws on a node that the RFC does not have. */
export function convertQuery(query: JSONPathQuery): JsonPathQuery {
  return { segments: query.segments.map(convertSegment) };
}

function convertSegment(segment: JSONPathQuery["segments"][number]): Segment {
  return {
    descendant: segment.token.kind === TokenKind.DDOT,
    selectors: segment.selectors.map(convertSelector),
  };
}

function convertSelector(selector: JSONPathQuery["segments"][number]["selectors"][number]): Selector {
  if (selector instanceof selectors.NameSelector) return { kind: "name", name: selector.name };
  if (selector instanceof selectors.IndexSelector) return { kind: "index", index: selector.index };
  if (selector instanceof selectors.WildcardSelector) return { kind: "wildcard" };
  if (selector instanceof selectors.SliceSelector) {
    return { kind: "slice", from: selector.start, to: selector.stop, step: selector.step };
  }
  if (selector instanceof selectors.FilterSelector) {
    return { kind: "filter", filter: convertFilter(selector.expression.expression) };
  }
  throw new TypeError("unknown selector");
}

function convertFilter(node: LibraryExpression): Filter {
  const start = node.token.index;
  if (node instanceof expressions.PrefixExpression) {
    return { kind: "not", operand: convertFilter(node.right), start };
  }
  if (node instanceof expressions.InfixExpression) return convertInfix(node);
  if (node instanceof expressions.FunctionExtension) return convertCall(node);
  if (node instanceof expressions.FilterQuery) return { kind: "exists", path: convertPath(node), start };
  throw new TypeError("unknown filter");
}

function convertInfix(node: InstanceType<typeof expressions.InfixExpression>): Filter {
  const op = comparisons.find((candidate) => candidate === node.operator);
  if (op !== undefined) {
    const left = convertComparable(node.left);
    return { kind: "compare", op, left, right: convertComparable(node.right), start: left.start };
  }
  const left = convertFilter(node.left);
  const right = convertFilter(node.right);
  const kind = node.operator === "&&" ? "and" : "or";
  // `a && b && c` is one conjunction, not a tree as deep as it is long.
  const operands = [left, right].flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]));
  return { kind, operands, start: left.start };
}

const comparisons: readonly ComparisonOperator[] = ["==", "!=", "<", "<=", ">", ">="];

function convertComparable(node: LibraryExpression): Comparable {
  const start = node.token.index;
  if (node instanceof expressions.NullLiteral) return { kind: "literal", value: null, start };
  // The library's token of a text begins behind the quote.
  if (node instanceof expressions.StringLiteral) return { kind: "literal", value: node.value, start: start - 1 };
  if (node instanceof expressions.BooleanLiteral || node instanceof expressions.NumberLiteral) {
    return { kind: "literal", value: node.value, start };
  }
  if (node instanceof expressions.FunctionExtension) return convertCall(node);
  if (node instanceof expressions.FilterQuery) return convertPath(node);
  throw new TypeError("unknown comparable");
}

function convertPath(node: InstanceType<typeof expressions.FilterQuery>): FilterPath {
  const from = node instanceof expressions.RootQuery ? "root" : "current";
  return { kind: "path", from, query: convertQuery(node.path), start: node.token.index };
}

function convertCall(node: InstanceType<typeof expressions.FunctionExtension>): FunctionCall {
  return { kind: "call", name: node.name, arguments: node.args.map(convertArgument), start: node.token.index };
}

function convertArgument(node: LibraryExpression): Comparable | Filter {
  const logical = node instanceof expressions.InfixExpression || node instanceof expressions.PrefixExpression;
  return logical ? convertFilter(node) : convertComparable(node);
}
