import { randomUUID } from "node:crypto";
import type { Account } from "../account.js";
import { iso, rfc2822 } from "../dates.js";

/** A schema of an answer, with its references resolved. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

export type Fields = Readonly<Record<string, unknown>>;

/** Where a resource stands, and what is known of it before its schema is looked at. */
export interface Origin {
  readonly account: Account;
  /** Host and path of the collection, and of the resource if it has one already. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** What the request says of it. */
  readonly fields: Fields;
  /** What goes before all of this, and what stands in for it. */
  readonly known: Fields;
  readonly usual?: Fields;
}

/** Makes up a resource by its schema: what the request and the path say of it, and for the rest the least there is. */
export function makeUp(schema: Schema, origin: Origin): Record<string, unknown> {
  const said = snakeFields(origin.fields);
  const params = snakeFields(origin.params);
  const entries = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    if (name in origin.known) return [name, origin.known[name]];
    if (name in said) return [name, fitted(said[name], field)];
    if (name in params && new RegExp(field.pattern ?? "").test(String(params[name]))) return [name, params[name]];
    if (origin.usual && name in origin.usual) return [name, origin.usual[name]];
    return [name, valueOf(name, field, origin)];
  });
  return Object.fromEntries(entries);
}

/** What an update says, in the words of the resource. */
export function updates(schema: Schema, fields: Fields): Fields {
  const said = Object.entries(snakeFields(fields)).filter(([name]) => name in (schema.properties ?? {}));
  return Object.fromEntries(said.map(([name, value]) => [name, fitted(value, schema.properties?.[name] ?? {})]));
}

/** `FriendlyName` as `friendly_name`; of `Configuration.Url` and its like one object is made. */
function snakeFields(fields: Fields): Record<string, unknown> {
  const snake: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const [first = name, ...rest] = name.split(".").map(snakeCase);
    if (rest.length === 0) snake[first] = value;
    else snake[first] = { ...Object(snake[first]), [rest.join("_")]: value };
  }
  return snake;
}

function snakeCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/** JSON text becomes what it says, unless the resource has it as text. */
function fitted(value: unknown, schema: Schema): unknown {
  if (schema.type === "string") return typeof value === "object" ? JSON.stringify(value) : String(value);
  if (typeof value !== "string" || schema.enum) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function valueOf(name: string, schema: Schema, origin: Origin): unknown {
  const { account, path } = origin;
  const prefix = /^\^([A-Z]{2})\[/.exec(schema.pattern ?? "")?.[1];
  if (name === "sid") return prefix === undefined ? randomUUID() : account.newSid(prefix);
  if (name === "account_sid") return account.sid;
  if (name === "url") return `https://${path}`;
  if (name === "uri") return `${path.slice(path.indexOf("/"))}.json`;
  if (/^date_(created|updated)$/.test(name)) return dateOf(schema, account);
  if (name === "call_sid" && prefix !== undefined) return account.newSid(prefix);
  return emptyValue(schema);
}

function dateOf({ format }: Schema, { now }: Account): string {
  return format === "date-time-rfc-2822" ? rfc2822(now()) : iso(now());
}

function emptyValue(schema: Schema): unknown {
  // By the letter of OpenAPI 3.0 a value with an enum is null only where the enum says so.
  if (schema.enum) return schema.default ?? schema.enum[0];
  if (schema.nullable) return null;
  if (schema.default !== undefined) return schema.default;
  const empty: Readonly<Record<string, unknown>> = {
    boolean: false,
    integer: 0,
    number: 0,
    array: [],
    object: {},
    string: "",
  };
  return empty[schema.type ?? ""] ?? null;
}
