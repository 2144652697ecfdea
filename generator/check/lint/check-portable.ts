import { changingExtensions, found, type Findings } from "../../diagnostics.js";
import type { Path } from "../../documents/index.js";
import type { LinkedDocument } from "../../link/linked.js";

/** Reports the extensions of a document without which a run would do something else, since other tools pass over them. */
export function checkPortable({ document, arazzo }: LinkedDocument, findings: Findings): void {
  const check = (given: object, at: Path): void => {
    for (const [extension, value] of Object.entries(given)) {
      const elsewhere = Object.hasOwn(changingExtensions, extension) ? changingExtensions[extension] : undefined;
      // `x-poll: false` asks for what other tools do.
      if (elsewhere === undefined || value === false) continue;
      const { others, wayOut } = elsewhere;
      findings.report(document.place([...at, extension], "key"), found.notPortable(extension, others, wayOut));
    }
  };
  arazzo.sourceDescriptions.forEach((source, index) => check(source, ["sourceDescriptions", index]));
  arazzo.workflows.forEach((workflow, index) => {
    const at = ["workflows", index];
    check(workflow, at);
    for (const [name, input] of Object.entries(Object(workflow.inputs?.["properties"]))) {
      check(Object(input), [...at, "inputs", "properties", name]);
    }
    workflow.steps.forEach((step, position) => check(step, [...at, "steps", position]));
  });
}
