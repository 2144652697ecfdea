import type { Expression, Selector, TemplatePart } from "../../arazzo/index.js";
import type { Place } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { Field, Json, Maker } from "../../ir/model.js";
import type { Schema } from "../../schema/index.js";
import type { ObjectField, Type } from "../../types/type.js";

/**
 * A value of a document on its way to a target, checked against the target's schema as far as it can be without the
 * values of expressions.
 */
export type CheckedValue =
  | CheckedLeaf
  | {
      readonly kind: "object";
      readonly fields: readonly { readonly name: string; readonly value: CheckedValue }[];
      /** Fields that have to be written though nothing is sent for them. */
      readonly absent: readonly Field[];
      /** The values of fields that the target does not have: they are checked, and not sent. */
      readonly strays: readonly CheckedValue[];
      /** A field is missing or unknown, which has been reported. */
      readonly refused: boolean;
    }
  | { readonly kind: "array"; readonly items: readonly CheckedValue[] }
  /** A value that is sent as JSON text. */
  | { readonly kind: "json"; readonly value: CheckedValue }
  /** The header that signs a request: a token, or a user and a password. */
  | { readonly kind: "authorization"; readonly scheme: "Basic" | "Bearer"; readonly parts: readonly CheckedValue[] }
  /** A value with another one at a place inside of it. */
  | {
      readonly kind: "replaced";
      readonly value: CheckedValue;
      readonly path: readonly (string | number)[];
      readonly by: CheckedValue;
    }
  /** A value that the target cannot take, which has been reported. */
  | { readonly kind: "refused" };

/** A value that goes to its target as a whole. */
export interface CheckedLeaf {
  readonly kind: "leaf";
  readonly source: LeafSource;
  /** What a finding calls the value. */
  readonly text: string;
  readonly target: LeafTarget;
}

/** What a leaf gets its value from. */
export type LeafSource =
  /** @param written How a number, true or false is written, where it stands in the document as such */
  | { readonly kind: "literal"; readonly value: Json; readonly written?: string | undefined }
  | { readonly kind: "expression"; readonly expression: Expression; readonly text: string }
  | { readonly kind: "selector"; readonly selector: Selector; readonly at: Path }
  | { readonly kind: "template"; readonly parts: readonly PlacedPart[] }
  /** An input that is given later, and that a called workflow asks for itself, which tells what is known by then. */
  | { readonly kind: "handedOn"; readonly input: string; readonly known: readonly ObjectField[] };

/** A part of a text, where it stands, and what writes its value if that is more than to write it down. */
export type PlacedPart = TemplatePart & { readonly place: Place; readonly by?: Maker };

/** What a target takes, and what a finding says of it. */
export interface LeafTarget {
  readonly type: Type;
  readonly required: boolean;
  /** It travels as text, whatever its type: objects where text is wanted are sent as JSON. */
  readonly asText: boolean;
  /** Files go there, whatever its type. */
  readonly asFile?: boolean | undefined;
  /** It goes to an API, which takes nothing that is `readOnly` in the schema. */
  readonly sent?: boolean | undefined;
  readonly what: string;
  readonly schema: Schema | undefined;
  /** Where the value stands. */
  readonly at: Path;
  readonly place: Place;
}

/** The leaves of a value, in the order of the document. */
export function leavesOf(value: CheckedValue): readonly CheckedLeaf[] {
  switch (value.kind) {
    case "leaf":
      return [value];
    case "object":
      return [...value.fields.map((field) => field.value), ...value.strays].flatMap(leavesOf);
    case "array":
      return value.items.flatMap(leavesOf);
    case "authorization":
      return value.parts.flatMap(leavesOf);
    case "json":
      return leavesOf(value.value);
    case "replaced":
      return [...leavesOf(value.value), ...leavesOf(value.by)];
    case "refused":
      return [];
  }
}
