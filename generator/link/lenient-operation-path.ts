import { formatPointer } from "../documents/index.js";
import type { Operation } from "../openapi/index.js";
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

/** Which operations a text may mean. */
function meaningOf(text: string): (source: LinkedSource, operation: Operation) => boolean {
  const [, name, pointer] = byPointer.exec(text) ?? [];
  if (pointer !== undefined) {
    return (source, operation) => (name === "" || name === source.name) && pointer === pointerTo(operation);
  }
  const [, verb, meant] = byMethod.exec(text) ?? [];
  return (_, { path, method }) => meant === path && (verb === undefined || verb.toLowerCase() === method);
}
