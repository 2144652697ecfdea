import type { CallStatement, Field, RequestStatement, TransferStatement, Value } from "./model.js";

/** A statement that hands values on. */
export type Sending = RequestStatement | CallStatement | TransferStatement;

/** Another value for each that is to be changed; `undefined` of those that are looked into instead. */
export type Change = (value: Value) => Value | undefined;

/** The statement with other values. */
export function withValues<S extends Sending>(statement: S, change: Change): S | Sending {
  const fields = (all: readonly Field[]): readonly Field[] => all.map((field) => fieldWith(field, change));
  if (statement.kind === "request") {
    const { parameters, headers, wholeQuery, body, follows } = statement;
    return {
      ...statement,
      parameters: parameters.map((group) => ({ ...group, fields: fields(group.fields) })),
      headers: fields(headers),
      wholeQuery: wholeQuery && { ...wholeQuery, value: valueWith(wholeQuery.value, change) },
      body: body && valueWith(body, change),
      follows: follows && { ...follows, url: valueWith(follows.url, change) },
    };
  }
  const { call } = statement;
  const dependencies = call.dependencies && fields(call.dependencies);
  return { ...statement, call: { ...call, inputs: fields(call.inputs), dependencies } };
}

function fieldWith({ name, value }: Field, change: Change): Field {
  return { name, value: valueWith(value, change) };
}

function valueWith(value: Value, change: Change): Value {
  const changed = change(value);
  if (changed !== undefined) return changed;
  const inner = (part: Value): Value => valueWith(part, change);
  switch (value.kind) {
    case "object":
      return { ...value, fields: value.fields.map((field) => fieldWith(field, change)) };
    case "array":
      return { ...value, items: value.items.map(inner) };
    case "template":
      return { ...value, parts: value.parts.map((part) => (typeof part === "string" ? part : inner(part))) };
    case "text":
    case "made":
    case "present":
    case "checked":
    case "each":
    case "query":
      return { ...value, value: inner(value.value) };
    case "replaced":
      return { ...value, value: inner(value.value), by: inner(value.by) };
    case "member":
      return { ...value, of: inner(value.of) };
    case "paged":
      return { ...value, items: inner(value.items), next: value.next && inner(value.next) };
    case "or": {
      const otherwise = value.otherwise === "NaN" ? value.otherwise : inner(value.otherwise);
      return { ...value, value: inner(value.value), otherwise };
    }
    default:
      return value;
  }
}
