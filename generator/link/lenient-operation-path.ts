import { decoded, formatPointer } from "../documents/index.js";
import { pathByQuery, type Operation } from "../openapi/index.js";
import type { LinkedDocument, LinkedSource } from "./linked.js";

/** The `operationPath` of an operation, as the specification writes it. */
export function operationPathOf({ name }: LinkedSource, operation: Operation): string {
  return `{$sourceDescriptions.${name}.url}#${pointerTo(operation)}`;
}

/** Where an operation stands in its OpenAPI document. */
export function pointerTo({ path, method }: Operation): string {
  return formatPointer(["paths", path, method]);
}

const byPointer = /^([^#{}$]*)#(\/paths\/.+)$/su;
const byMethod = /^(?:(get|put|post|delete|options|head|patch|trace) +)?(\/\S*)$/iu;

/**
 * The `operationPath` that is meant by one that lacks what tells which document it leads into: `api#/paths/~1things/get`,
 * `#/paths/~1things/get`, or `GET /things`. `undefined` where more than one operation could be meant, or none.
 */
export function meantPath(text: string, { sources }: LinkedDocument): string | undefined {
  const isMeant = meaningOf(text);
  const found = [...sources.values()].flatMap((source) =>
    (source.api?.operations ?? [])
      .filter((operation) => isMeant(source, operation))
      .map((operation) => operationPathOf(source, operation)),
  );
  const [only, ...others] = new Set(found);
  return others.length === 0 ? only : undefined;
}

/**
 * The `operationPath` that is meant by any other text that holds a path, before or behind a method, or alone where the
 * path has only one; and by one whose path calls its parameters by other names. `undefined` where more than one operation
 * could be meant, or none.
 */
export function looselyMeantPath(text: string, { sources }: LinkedDocument): string | undefined {
  const { rest, name } = withoutSource(text);
  const written = decoded(rest).replaceAll("~1", "/").replaceAll("~0", "~");
  const { method, path } = partsOf(written);
  const named = [...sources.values()].filter((source) => name === undefined || source.name === name);
  const own = pathByQuery(path);
  const isOwn = named.some(({ api }) => api?.operations.some((operation) => operation.path === own) === true);
  const found = named.flatMap((source) =>
    (source.api?.operations ?? [])
      .filter((operation) => (isOwn ? operation.path === own : shapeOf(operation.path) === shapeOf(path)))
      .filter((operation) => method === undefined || operation.method === method)
      .map((operation) => operationPathOf(source, operation)),
  );
  const [only, ...others] = new Set(found);
  return others.length === 0 ? only : undefined;
}

/** Whether the text holds a path, which may be one of a source description that could not be read. */
export function isOfUnread(text: string, { sources }: LinkedDocument): boolean {
  const { rest, name } = withoutSource(text);
  const named = [...sources.values()].filter((source) => name === undefined || source.name === name);
  return rest.includes("/") && named.some(({ api, arazzo }) => api === undefined && arazzo === undefined);
}

/** The text without what names the source description. */
function withoutSource(text: string): { readonly rest: string; readonly name: string | undefined } {
  const found = /\{?\$sourceDescriptions\.([A-Za-z0-9_-]+)(?:\.url)?\}?/.exec(text);
  if (found !== null) return { rest: text.replace(found[0], " "), name: found[1] };
  const [, name] = /^([A-Za-z0-9_-]+)#/.exec(text) ?? [];
  return { rest: name === undefined ? text : text.slice(name.length), name };
}

const methods = "get|put|post|delete|options|head|patch|trace";
const before = new RegExp(`^[#/. ]*(${methods})[ :#]+(?=/|\\{)`, "iu");
const behind = new RegExp(`[/. #:](${methods})$`, "iu");

/** The path and the method in a text, slashes and blanks around them aside. */
function partsOf(text: string): { readonly method: string | undefined; readonly path: string } {
  const clean = text.trim().replace(/^#/, "").trim();
  const method = (before.exec(clean) ?? behind.exec(clean))?.[1]?.toLowerCase();
  const path = clean.replace(before, "").replace(behind, "");
  const bare = path.replace(/^[#/ ]*(?:paths(?=\/))?[/ ]*/, "").replace(/[/ #]+$/, "");
  return { method, path: `/${bare}` };
}

/** What parameters are called makes no other path of it, nor does a slash at its end. */
export function shapeOf(path: string): string {
  return path
    .replace(/\?.*$/s, "")
    .replaceAll(/\{[^{}]*\}/g, "{}")
    .replace(/(?<=.)\/$/, "");
}

/** Which operations a text may mean. */
function meaningOf(text: string): (source: LinkedSource, operation: Operation) => boolean {
  const [, name, pointer] = byPointer.exec(text) ?? [];
  if (pointer !== undefined) {
    return (source, operation) => (name === "" || name === source.name) && pointer === pointerTo(operation);
  }
  const [, verb, meant] = byMethod.exec(text) ?? [];
  return (_, { path, method }) => meant === path && (verb === undefined || verb.toLowerCase() === method);
}
