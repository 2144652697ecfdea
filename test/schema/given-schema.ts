import { Findings } from "../../generator/diagnostics.js";
import { schemaAt, type Dialect, type Schema } from "../../generator/schema/index.js";
import { brief, given } from "../documents/given.js";

/** The schema `it` of a document of this text; fails where anything is found to be wrong. */
export function schemaOf(yaml: string, dialect: Dialect = "3.1"): Schema {
  const findings = new Findings();
  const schema = schemaAt(given(yaml), ["it"], dialect, findings);
  if (!schema || findings.hasErrors) throw new Error(brief(findings).join("\n"));
  return schema;
}

/** What `look` finds wrong with the schema `it` of this text. */
export function findingsOf(
  yaml: string,
  look: (schema: Schema) => unknown = () => undefined,
  dialect: Dialect = "3.1",
): string[] {
  const findings = new Findings();
  const schema = schemaAt(given(yaml), ["it"], dialect, findings);
  if (schema) look(schema);
  return brief(findings);
}
