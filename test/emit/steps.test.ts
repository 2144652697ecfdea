import { expect, onTestFinished, test } from "vitest";
import { answers } from "../../templates/testing/index.js";
import { things } from "../flow/support/things.js";
import { Compiler, expectText } from "../support/compiler.js";
import { Loaded } from "../support/load.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const arazzo = yaml`
  arazzo: 1.0.1
  workflows:
  - workflowId: make-both
    steps:
    - { stepId: first, workflowId: make-one, parameters: [{ name: name, value: pen }], outputs: { id: $outputs.id } }
    - stepId: second-time
      operationId: look
      parameters: [{ name: id, in: path, value: $steps.first.outputs.id }]
      onFailure:
      - name: instead
        type: goto
        workflowId: find-one
        criteria: [{ condition: $statusCode == 404 }]
      outputs: { state: $response.body#/state }
    outputs: { id: $steps.first.outputs.id }
  - workflowId: make-one
    inputs: { type: object, required: [name], properties: { name: { type: string } } }
    steps:
    - stepId: make
      operationId: make
      requestBody: { payload: { name: $inputs.name } }
      successCriteria: [{ condition: $statusCode == 201 }]
      outputs: { id: $response.body#/id }
    outputs: { id: $steps.make.outputs.id }
  - workflowId: find-one
    steps: [{ stepId: list, operationId: list, outputs: { next: $response.body#/next } }]
    outputs: { next: $steps.list.outputs.next }
`;

test("the steps of workflows have types, by which tests answer them", async () => {
  const { files } = await compiler.compile({ arazzo, openapi: things });

  expectText(
    (files.get("testing/steps.ts") ?? "").split("\n").slice(4).join("\n").trim(),
    `
    import type { Api } from "../apis/api.js";

    /** The steps of \`makeBoth\`. */
    export interface MakeBothSteps {
      first: MakeOneSteps;
      "second-time": Api["/things/{id}"]["get"];
      "second-time@instead": FindOneSteps;
    }

    /** The steps of \`makeOne\`. */
    export interface MakeOneSteps {
      make: Api["/things"]["post"];
    }

    /** The steps of \`findOne\`. */
    export interface FindOneSteps {
      list: Api["/things"]["get"];
    }
    `,
  );
  expect(files.get("index.ts")).not.toContain("Steps");
});

test("the steps of a workflow that a step calls are answered inside of that one's", async () => {
  const { files } = await compiler.compile({ arazzo, openapi: things });
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const makeBoth = await loaded.fn("makeBoth");
  const api = answers({
    first: { make: { status: 201, body: { id: "1" } } },
    "second-time": { status: 404 },
    "second-time@instead": { list: { body: { next: "a" } } },
  });

  expect(await makeBoth({}, api.options)).toEqual({ outcome: "instead", next: "a" });
  expect(api.asked.map(({ step }) => step)).toEqual(["first/make", "second-time", "second-time@instead/list"]);
});

compiler.testTypes();
