import { assumedField } from "../../assume/index.js";
import { endsInWords, type Assumption } from "../../diagnostics.js";
import type { Path, SourceDocument } from "../../documents/index.js";
import { placeOf } from "../../link/payload/payload-source.js";
import type { Schema } from "../../schema/index.js";
import { forbidsOthers, propertiesOf, requiredOf } from "../../types/object-schema.js";
import type { Target } from "./target.js";

/**
 * The field that is meant by one that the schema forbids, the only one that it does not have: the only one that it
 * requires and that is not given, if the name of the former ends in its words.
 * @param given The names of all fields that are given
 */
export function nameMeant(name: string, given: readonly string[], schema: Schema | undefined): string | undefined {
  if (schema === undefined || !forbidsOthers(schema)) return undefined;
  const properties = propertiesOf(schema);
  const [missing = "", ...others] = [...requiredOf(schema)].filter((one) => !given.includes(one));
  const isOnly = others.length === 0 && given.every((one) => one === name || properties.has(one));
  return isOnly && endsInWords(name, missing) ? missing : undefined;
}

/** That such a field is meant. */
export function meantField(
  at: Path,
  given: readonly string[],
  { schema, source }: Target,
  document: SourceDocument,
): Assumption | undefined {
  const meant = nameMeant(String(at.at(-1)), given, schema);
  return meant === undefined ? undefined : assumedField(document, placeOf(at, source), meant);
}
