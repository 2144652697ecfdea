import { describe, expect, test } from "vitest";
import type { Compiled } from "../../support/compile.js";
import { Compiler } from "../../support/compiler.js";
import { within } from "../../support/fragment.js";
import { dedent, yaml } from "../../support/yaml.js";

/** One operation that answers a thing, one that answers a list of pets; both may answer a problem. */
export const things = yaml`
  paths:
    /things:
      get:
        operationId: read
        responses:
          "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
          "404": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } } }
    /pets:
      get:
        operationId: list
        responses:
          "200":
            description: x
            content:
              application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } }
  components:
    schemas:
      Problem:
        type: object
        required: [code]
        properties: { code: { type: integer }, message: { type: string }, state: { type: integer } }
      Pet:
        type: object
        required: [name]
        properties: { name: { type: string }, price: { type: [number, "null"] }, sold: { type: boolean } }
      Thing:
        type: object
        required: [id, state, done, count, date, level]
        properties:
          id: { type: string }
          state: { type: string, enum: [active, in-progress, closed] }
          done: { type: boolean }
          maybe: { type: boolean }
          count: { type: integer }
          limit: { type: integer }
          nothing: { type: [integer, "null"] }
          level: { type: integer, enum: [1, 2, 3] }
          price: { type: [string, "null"] }
          date: { type: string, format: date-time }
          ended: { type: string, format: date-time }
          pets: { type: array, items: { $ref: "#/components/schemas/Pet" } }
          tags: { type: array, items: { type: string } }
          labels: { type: object, additionalProperties: { type: string } }
          owner: { type: object, properties: { name: { type: string } } }
          mixed: { type: [string, integer] }
          any: {}
`;

const inputs = yaml`
  properties:
    text: { type: string }
    number: { type: number }
    flag: { type: boolean }
    mode: { type: string, enum: [Fast, slow] }
    list: { type: array, items: { type: string } }
    any: {}
`;

/** A workflow that ends as `yes` if its one criterion holds, and else as `no`. */
function workflow(id: string, operationId: string, fields: string): string {
  const head = `- workflowId: ${id}\n  inputs:\n    ${indented(inputs, 4)}\n  steps:\n  - stepId: one`;
  const step = `operationId: ${operationId}\n    x-poll: false\n    onSuccess:\n    - name: "yes"\n      type: end`;
  return `${head}\n    ${step}\n      criteria:\n      - ${indented(fields, 8)}\n    - { name: "no", type: end }`;
}

function indented(text: string, by: number): string {
  return text.replaceAll(/\n(?=.)/g, `\n${" ".repeat(by)}`);
}

export interface Case {
  readonly name?: string;
  /** The fields of the criterion. */
  readonly given: string;
  readonly operationId?: string;
}

export const compiler = (): Compiler =>
  new Compiler({
    ignoring: [
      "unused-input",
      "jsonpath-predicate",
      "success-status-ambiguous",
      "constant-condition",
      "unreachable-action",
    ],
  });

/** A document with a workflow for each case: `case-1`, `case-2` and so on. */
export function documentOf(cases: readonly Case[]): string {
  const workflows = cases.map(({ given, operationId = "read" }, index) =>
    workflow(`case-${index + 1}`, operationId, dedent(given)),
  );
  return `workflows:\n${workflows.join("\n")}`;
}

/** The same with several actions in each: one named `yes-1`, `yes-2` and so on for each criterion, and `no` behind them. */
export function documentOfSeveral(cases: readonly (readonly string[])[]): string {
  const workflows = cases.map((actions, index) => {
    const names = actions.map((fields, number) => action(`yes-${number + 1}`, fields)).join("\n    ");
    const one = workflow(`case-${index + 1}`, "read", "<given>");
    return one.replace(/- name: "yes"[^]*?(?=\n {4}- \{ name: "no")/, () => names);
  });
  return `workflows:\n${workflows.join("\n")}`;
}

function action(name: string, fields: string): string {
  return `- name: ${name}\n      type: end\n      criteria:\n      - ${indented(fields, 8)}`;
}

/** What is asked where the criteria are those of the cases; all of them are compiled in one go. */
export function testConditions(
  name: string,
  compilerOfFile: Compiler,
  cases: readonly (Case & { readonly want: string })[],
): void {
  describe(name, () => {
    let compiled: Promise<Compiled> | undefined;
    test.each(cases.map((each, index) => ({ ...each, index, title: each.name ?? each.given.trim() })))(
      "$title",
      async ({ index, want }) => {
        compiled ??= compilerOfFile.compile({ arazzo: documentOf(cases), openapi: things });
        const { findings, files, workflow: made } = await compiled;
        expect(files.size, findings.join("\n")).toBeGreaterThan(0);
        expect(made(`case-${index + 1}`).conditions).toEqual([want]);
      },
    );
  });
}

/** What there is to say of a criterion; columns and lines count from its first field. */
export async function toldOf(compilerOfFile: Compiler, { given, operationId = "read" }: Case): Promise<string> {
  const arazzo = within(`workflows:\n${workflow("test", operationId, "<given>")}`, given);
  return compilerOfFile.told({ arazzo, openapi: things }, ({ conditions }) => conditions.join("\n"));
}

/** The fields of a criterion; its context is the body where none is named. */
export function criterion(
  type: "simple" | "jsonpath" | "regex",
  condition: string,
  context = "$response.body",
): string {
  const fields = `condition: ${JSON.stringify(condition)}`;
  return type === "simple" ? fields : `${fields}\ntype: ${type}\ncontext: ${context}`;
}
