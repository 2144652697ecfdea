import type * as TypeScript from "typescript";
import type { Compiler } from "./openapi-typescript.js";

/** Lets an object type of a single member, if that has no comment, stand on one line where it fits. */
export function onOneLine(ts: Compiler, type: TypeScript.TypeLiteralNode): TypeScript.TypeLiteralNode {
  const [first, ...others] = type.members;
  const explained = first !== undefined && (ts.getSyntheticLeadingComments(first) ?? []).length > 0;
  return others.length > 0 || explained ? type : ts.setEmitFlags(type, ts.EmitFlags.SingleLine);
}
