import type { DeclaredNames } from "../arazzo/index.js";
import {
  child,
  isList,
  isMapping,
  parsePointerFragment,
  valueAt,
  type Path,
  type SourceDocument,
} from "../documents/index.js";

/** Objects in inputs are looked into this deep. */
const deepest = 3;

/** What the workflow declares in which something stands. */
export function namesAt(at: Path, { root }: SourceDocument): DeclaredNames {
  const workflow = at.slice(0, 2);
  if (workflow[0] !== "workflows") return { inputs: [], paths: [], outputs: new Map(), dependencies: new Map() };
  const steps = valueAt(root, [...workflow, "steps"]);
  const outputs = (isList(steps) ? steps : []).map((step): [string, readonly string[]] => [
    String(child(step, "stepId")),
    keysOf(child(step, "outputs")),
  ]);
  const inputs = propertiesOf(valueAt(root, [...workflow, "inputs"]), root);
  return {
    inputs: keysOf(inputs),
    paths: pathsIn(inputs, deepest),
    outputs: new Map(outputs),
    dependencies: new Map(dependenciesOf(valueAt(root, workflow), root)),
  };
}

/** The workflows of the same document that one depends on, with their outputs. */
function dependenciesOf(
  workflow: unknown,
  root: unknown,
): readonly (readonly [id: string, outputs: readonly string[]])[] {
  const [ids, all] = [child(workflow, "dependsOn"), child(root, "workflows")];
  if (!isList(ids) || !isList(all)) return [];
  return all
    .filter((other) => ids.includes(child(other, "workflowId")))
    .map((other) => [String(child(other, "workflowId")), keysOf(child(other, "outputs"))]);
}

/** The properties of an input schema, which may be one of the components. */
function propertiesOf(schema: unknown, root: unknown): unknown {
  const reference = child(schema, "$ref");
  const tokens = typeof reference === "string" ? parsePointerFragment(reference) : undefined;
  return child(tokens === undefined ? schema : valueAt(root, tokens), "properties");
}

function pathsIn(properties: unknown, depth: number): readonly string[] {
  if (!isMapping(properties) || depth === 0) return [];
  return Object.entries(properties).flatMap(([name, schema]) => {
    const inside = pathsIn(child(schema, "properties"), depth - 1);
    return [name, ...inside.map((path) => `${name}.${path}`)];
  });
}

function keysOf(value: unknown): readonly string[] {
  return isMapping(value) ? Object.keys(value) : [];
}
