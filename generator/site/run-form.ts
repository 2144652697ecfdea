import { markup, type Markup } from "../diagram/index.js";
import type { WorkflowPlan } from "../ir/model.js";
import { membersOf, type ObjectField, type Type } from "../types/type.js";

/** A form that runs a workflow, on a page that comes from a server. */
export function runSection(plan: WorkflowPlan): Markup {
  return markup`<section id="run" class="run"><h2>Run it</h2>
<p>Against its own OpenAPI documents, which are played in this process: nothing is sent to anybody, and nothing costs anything.</p>
${runForm(plan, sampleInput(plan))}</section>`;
}

/** @param input JSON to begin with */
export function runForm({ fileName, functionName }: WorkflowPlan, input: string): Markup {
  const rows = Math.min(20, input.split("\n").length + 1);
  return markup`<form class="run" method="post" action="/workflows/${fileName}/runs"><label for="input">What <code>${functionName}</code> is given, as JSON</label>
<textarea id="input" name="input" rows="${rows}" spellcheck="false">${input}</textarea>
<button>Run</button></form>
`;
}

/** What has to be given, as JSON, with a value of its type each. */
function sampleInput({ inputs }: WorkflowPlan): string {
  const needed = inputs.filter(({ optional, deferred }) => !optional || deferred !== undefined);
  return JSON.stringify(objectOf(needed), undefined, 2);
}

function objectOf(fields: readonly ObjectField[]): object {
  return Object.fromEntries(fields.map(({ name, type }) => [name, valueOf(type, name)]));
}

function valueOf(type: Type, name: string): unknown {
  switch (type.kind) {
    case "literal":
      return type.value;
    case "number":
      return 1;
    case "boolean":
      return true;
    case "array":
      return [valueOf(type.items, name)];
    case "tuple":
      return type.items.map((item) => valueOf(item, name));
    case "object":
      return objectOf(type.fields.filter(({ optional }) => !optional));
    case "union": {
      const first = membersOf(type).find(({ kind }) => kind !== "undefined" && kind !== "null");
      return first === undefined ? null : valueOf(first, name);
    }
    case "named":
      return valueOf(type.is, name);
    case "null":
      return null;
    case "blob":
      return { base64: "", mediaType: "text/plain" };
    default:
      return /^(?:to|from)$|phone|number$/i.test(name) ? "+15558675310" : name;
  }
}
