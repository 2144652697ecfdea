import { found, type Findings } from "../diagnostics.js";
import { valueAt, type Path, type SourceDocument } from "../documents/index.js";
import { anyOfSchemas, choicesOf, partsOf, schemaAt, type Schema } from "../schema/index.js";
import { propertiesOf, requiredOf } from "../types/object-schema.js";
import { SoundSchemas } from "../types/sound-schemas.js";

/** A property of the inputs of a workflow. */
export interface InputSchema {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  /** Where it is declared. */
  readonly at: Path;
}

/** What the inputs say as a whole. */
export interface InputSchemas {
  readonly properties: readonly InputSchema[];
  /** Some of the inputs are marked as required, so that the others are meant to be optional. */
  readonly marksRequired: boolean;
  /** Those that are declared, but cannot be used, which was reported; `undefined` where nothing is known of any. */
  readonly refused: ReadonlySet<string> | undefined;
}

/**
 * The properties of the inputs of a workflow: those of all of its `allOf`, and of each alternative, where one that only
 * some of them have need not be given.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#workflow-object
 */
export function readInputs(document: SourceDocument, at: Path, findings: Findings): InputSchemas {
  const isGiven = valueAt(document.root, at) !== undefined;
  const schema = isGiven ? schemaAt(document, at, "2020-12", findings) : undefined;
  const isSound = schema !== undefined && new SoundSchemas(findings).among([schema]);
  if (schema === undefined || !isSound)
    return { properties: [], marksRequired: false, refused: isGiven ? undefined : new Set() };
  const { types } = schema;
  if (types.size > 0 && !types.has("object")) {
    findings.report(document.place([...at, "type"]), found.invalidDocument.inputs());
  }
  const required = requiredIn(schema, new Set());
  const refused = new Set<string>();
  const properties = [...propertiesIn(schema, new Set())].flatMap(([name, property]): readonly InputSchema[] => {
    const declaredAt = placeOf(schema, name, new Set()) ?? at;
    if (name in Object.prototype) {
      findings.report(document.place(declaredAt, "key"), found.invalidName.input(name));
      refused.add(name);
      return [];
    }
    return [{ name, schema: property, required: required.has(name), at: declaredAt }];
  });
  return { properties, marksRequired: required.size > 0, refused };
}

type Outer = ReadonlySet<Schema>;

function propertiesIn(schema: Schema, outer: Outer): ReadonlyMap<string, Schema> {
  if (outer.has(schema)) return new Map();
  const all = new Map(propertiesOf(schema));
  const within = new Set([...outer, schema]);
  for (const choice of choicesOf(schema)) {
    const chosen = new Map<string, Schema>();
    for (const [name, property] of choice.flatMap((alternative) => [...propertiesIn(alternative, within)])) {
      const known = chosen.get(name);
      chosen.set(name, known === undefined ? property : anyOfSchemas(known, property));
    }
    for (const [name, property] of chosen) if (!all.has(name)) all.set(name, property);
  }
  return all;
}

function requiredIn(schema: Schema, outer: Outer): ReadonlySet<string> {
  if (outer.has(schema)) return new Set();
  const within = new Set([...outer, schema]);
  const own = partsOf(schema).flatMap((part) => [...part.required]);
  const chosen = choicesOf(schema).flatMap(([first, ...others]) => {
    const lists = others.map((alternative) => requiredIn(alternative, within));
    return first === undefined
      ? []
      : [...requiredIn(first, within)].filter((name) => lists.every((list) => list.has(name)));
  });
  return new Set([...own, ...chosen, ...requiredOf(schema)]);
}

/** Where a property is declared first. */
function placeOf(schema: Schema, name: string, outer: Outer): Path | undefined {
  if (outer.has(schema)) return undefined;
  const within = new Set([...outer, schema]);
  const owner = partsOf(schema).find((part) => part.properties.has(name));
  if (owner !== undefined) return [...owner.at, "properties", name];
  const alternatives = choicesOf(schema).flat();
  return alternatives.map((alternative) => placeOf(alternative, name, within)).find((place) => place !== undefined);
}
