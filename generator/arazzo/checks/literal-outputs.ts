import { found, type Found } from "../../diagnostics.js";
import { isLiteralText } from "../expression/literal.js";
import { parseExpression } from "../expression/parse.js";
import { isFailure } from "../failure.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import type { Outputs } from "../model/selector.js";
import { partsOf } from "../walk.js";
import type { Fault } from "./fault.js";

/** Outputs that are values and no expressions. */
export function* literalOutputs(description: ArazzoDescription): Iterable<Fault> {
  for (const { kind, value, at } of partsOf(description)) {
    for (const [name, output] of kind === "outputs" ? Object.entries(value) : []) {
      const what = literal(name, output);
      if (what !== undefined) yield { what, path: [...at, name], passes: `the output is ${JSON.stringify(output)}` };
    }
  }
}

function literal(name: string, output: Outputs[string]): Found | undefined {
  if (typeof output === "object") return undefined;
  if (typeof output === "number") return found.invalidDocument.hasToBe(name, "text", `\`${output}\``);
  if (typeof output === "boolean") return found.invalidDocument.hasToBe(name, "text", "true or false");
  const failed = parseExpression(output);
  return isFailure(failed) && isLiteralText(output) ? found.invalidExpression.text(failed, output) : undefined;
}
