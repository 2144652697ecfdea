import { found } from "../../diagnostics.js";
import type { ArazzoDescription } from "../model/arazzo-document.js";
import { isPlainKey, plainKeys } from "../model/shape.js";
import { partsOf } from "../walk.js";
import type { Fault } from "./fault.js";

/** Names of outputs that the specification does not allow. In code they stand in quotes. */
export function* oddOutputNames(description: ArazzoDescription): Iterable<Fault> {
  for (const { kind, value, at } of partsOf(description)) {
    for (const name of kind === "outputs" ? Object.keys(value) : []) {
      if (isPlainKey(name)) continue;
      const what = found.invalidDocument.rule(plainKeys, undefined);
      yield { what, path: [...at, name], part: "key", passes: "the output is called that" };
    }
  }
}
