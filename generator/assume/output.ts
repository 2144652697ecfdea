import type { Assumption } from "../diagnostics.js";
import { formatPointer, overlayFix, type Path, type SourceDocument } from "../documents/index.js";

/** That a step has an output that it does not declare: the property of its answer that is called so, or a part of that. */
export function assumedOutput(
  name: string,
  stepAt: Path,
  document: SourceDocument,
  expression: string = `$response.body#${formatPointer([name])}`,
): Assumption {
  const update = { outputs: { [name]: expression } };
  return {
    that: `the output is \`${expression}\``,
    actions: () => overlayFix(document, [{ at: stepAt, description: "Read, and not declared.", update }]),
  };
}
