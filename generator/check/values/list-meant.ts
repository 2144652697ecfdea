import { isExpression } from "../../arazzo/index.js";
import { assumedList } from "../../assume/index.js";
import type { Assumption } from "../../diagnostics.js";
import { valueAt, type Path, type SourceDocument } from "../../documents/index.js";
import type { Json } from "../../ir/model.js";
import { assignable } from "../../types/assignability.js";
import { literals, present, type Type } from "../../types/type.js";
import { literalAsTaken, shapeFor } from "./coerce.js";
import { itemsIn } from "./items-in.js";

/** That the value of an expression is the only item of the list that its target takes. */
export function listOfOne(document: SourceDocument, at: Path, is: Type, target: Type): Assumption | undefined {
  const written = valueAt(document.root, at);
  const isTaken = itemsIn(target).some((type) => shapeFor(present(is), { type, required: true }) !== undefined);
  const isAlone = typeof written === "string" && isExpression(written);
  return isTaken && isAlone ? assumedList(document, at, [written]) : undefined;
}

/** That a literal is the only item of the list that its target takes, or that commas in it stand between the items. */
export function listOfLiteral(document: SourceDocument, at: Path, value: Json, target: Type): Assumption | undefined {
  if (valueAt(document.root, at) !== value) return undefined;
  const parts = typeof value === "string" ? value.split(",").map((part) => part.trim()) : [value];
  const lists = itemsIn(target).map((type) => parts.flatMap((part) => itemMeant(part, type) ?? []));
  const items = lists.find((list) => list.length === parts.length);
  return items && assumedList(document, at, items);
}

function itemMeant(part: Json, type: Type): Json | undefined {
  const is = literals([part]);
  return is !== undefined && assignable(is, type)
    ? part
    : literalAsTaken({ kind: "literal", value: part }, type)?.value;
}
