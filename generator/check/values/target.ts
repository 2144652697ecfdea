import type { Findings, Place } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { Schema } from "../../schema/index.js";
import type { LinkedDocument } from "../../link/linked.js";
import { typeOfSchema, type SchemaUse } from "../../types/type-of-schema.js";
import { unknown, type Type } from "../../types/type.js";
import { placeOf, type PayloadSource } from "../../link/payload/payload-source.js";

/** A place that takes a value: a parameter, a body, or a field inside of one. */
export interface Target {
  /** Where the value stands. */
  readonly at: Path;
  readonly schema: Schema | undefined;
  /** What the target takes, where that is narrower than its schema. */
  readonly type?: Type | undefined;
  readonly required: boolean;
  /** What takes the value, for a reader: ``the field `To` ``. */
  readonly what: string;
  /** It travels as text, whatever its type. */
  readonly asText?: boolean | undefined;
  /** It is XML or HTML, in which values are texts. */
  readonly isMarkup?: boolean | undefined;
  /** How the schema becomes a type, where that is not as in other bodies of the API. */
  readonly use?: SchemaUse | undefined;
  /** The payload that the value is a part of. */
  readonly source?: PayloadSource | undefined;
}

/** What values are checked with before expressions in them are evaluated. */
export interface CheckSite {
  readonly linked: LinkedDocument;
  readonly findings: Findings;
  /** The step that sends the values, where one does. */
  readonly stepId?: string | undefined;
  /** How the schemas of what is sent become types. */
  readonly requestTypes: SchemaUse;
}

/** The type that a target takes. */
export function targetType({ schema, type, use }: Target, { requestTypes }: CheckSite): Type {
  if (type !== undefined) return type;
  return schema === undefined ? unknown : typeOfSchema(schema, use ?? requestTypes);
}

/** Where the value stands that a target takes. */
export function placeOfTarget({ at, source }: Target, { linked }: CheckSite): Place {
  return linked.document.place(placeOf(at, source));
}
