import { formatPointer } from "../documents/index.js";
import type { Operation } from "../openapi/index.js";
import type { LinkedDocument, LinkedSource } from "./linked.js";

/** The `operationPath` of an operation, as the specification writes it. */
export function operationPathOf({ name }: LinkedSource, { path, method }: Operation): string {
  return `{$sourceDescriptions.${name}.url}#${formatPointer(["paths", path, method])}`;
}

const byPointer = /^([^#{}$]*)#(\/paths\/.+)$/su;
const byMethod = /^(?:(get|put|post|delete|options|head|patch|trace) +)?(\/\S*)$/iu;

/**
 * The `operationPath` that is meant by one that lacks what tells which document it leads into: `api#/paths/~1things/get`,
 * `#/paths/~1things/get`, or `GET /things`. `undefined` where more than one operation could be meant, or none.
 */
export function meantPath(text: string, { sources }: LinkedDocument): string | undefined {
  const found = [...sources.values()].flatMap((source) =>
    (source.api?.operations ?? [])
      .filter((operation) => isMeant(text, source, operation))
      .map((operation) => operationPathOf(source, operation)),
  );
  const [only, ...others] = new Set(found);
  return others.length === 0 ? only : undefined;
}

function isMeant(text: string, { name }: LinkedSource, { path, method }: Operation): boolean {
  const [, source, pointer] = byPointer.exec(text) ?? [];
  if (pointer !== undefined) {
    return (source === "" || source === name) && pointer === formatPointer(["paths", path, method]);
  }
  const [, verb, meant] = byMethod.exec(text) ?? [];
  return meant === path && (verb === undefined || verb.toLowerCase() === method);
}
