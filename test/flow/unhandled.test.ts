import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { things } from "./support/things.js";

const compiler = new Compiler();

/** A workflow that looks at a thing, and drops or reads it where no action says otherwise. */
function looking(actions: readonly string[], { next = "drop", more = "" } = {}): string {
  return yaml`
    workflows:
    - workflowId: test
      inputs: { type: object, required: [id], properties: { id: { type: string } } }
      steps:
      - stepId: look
        operationId: look
        ${more}
        parameters: [{ name: id, in: path, value: $inputs.id }]
        onSuccess:
        ${actions.join("\n        ")}
      - stepId: next
        operationId: ${next}
        parameters: [{ name: id, in: path, value: $inputs.id }]
  `;
}

const goOn = (condition: string): string =>
  `- { name: on, type: goto, stepId: next, criteria: [{ condition: "${condition}" }] }`;
const end = (condition: string, name = "off"): string =>
  `- { name: ${name}, type: end, criteria: [{ condition: "${condition}" }] }`;
const filter = (condition: string, kind: string): string =>
  `- { name: on, ${kind}, criteria: [{ context: $response.body, type: jsonpath, condition: "${condition}" }] }`;
const state = "$response.body#/state";

describe("values with which a run goes on to a write, though no action names them", () => {
  const rows: readonly { readonly name: string; readonly given: string; readonly want: readonly string[] }[] = [
    {
      name: "are named",
      given: looking([goOn(`${state} == 'new'`), end(`${state} == 'ready'`)]),
      want: ["'broken'"],
    },
    {
      name: "are all that is left, whatever the case of what is named",
      given: looking([goOn(`${state} == 'NEW'`)]),
      want: ["'ready' or 'broken'"],
    },
    {
      name: "are found in a query",
      given: looking([filter("$.state == 'new' || $.state == 'broken'", "type: goto, stepId: next")]),
      want: ["'ready'"],
    },
    {
      name: "are none where all are named",
      given: looking([goOn(`${state} == 'new'`), end(`${state} != 'new'`)]),
      want: [],
    },
    {
      name: "are none where a last action takes what is left",
      given: looking([goOn(`${state} == 'new'`), "- { name: otherwise, type: end }"]),
      want: [],
    },
    {
      name: "are none where the run goes on to a read",
      given: looking([goOn(`${state} == 'new'`)], { next: "look" }),
      want: [],
    },
    {
      name: "are not told where a value is compared with another one",
      given: looking([goOn(`${state} == $inputs.id`)]),
      want: [],
    },
    { name: "are meant where no action goes on", given: looking([end(`${state} == 'broken'`)]), want: [] },
    {
      name: "are not told where actions ask for more than one value",
      given: looking([goOn(`${state} == 'new' && $response.body#/name == 'a'`)]),
      want: [],
    },
    {
      name: "are not told of what has no list of values",
      given: looking([goOn("$response.body#/name == 'a'")]),
      want: [],
    },
    {
      name: "do not count where the success criteria refuse them",
      given: looking([goOn(`${state} == 'new'`), end(`${state} == 'ready'`)], {
        more: `successCriteria: [{ condition: "${state} != 'broken'" }]`,
      }),
      want: [],
    },
  ];
  test.each(rows)("$name", async ({ given, want }) => {
    const { findings } = await compiler.compile({ arazzo: given, openapi: things });
    const told = findings.filter((finding) => finding.includes(" unhandled-status"));
    expect(told.map((finding) => /state' is (.*); the run/.exec(finding)?.[1])).toEqual(want);
  });
});

compiler.testTypes();
