import { expect, test } from "vitest";
import { resolve } from "node:path";
import { generate } from "../../generator/generate.js";
import { compile } from "../support/compile.js";
import { yaml } from "../support/yaml.js";

const documents = {
  arazzo: yaml`
    workflows:
    - workflowId: second
      inputs: { properties: { b: { type: string }, a: { type: string } } }
      steps:
      - stepId: one
        operationId: make
        requestBody: { payload: { z: $inputs.b, a: $inputs.a } }
        outputs: { state: $response.body#/state }
      outputs: { z: $steps.one.outputs.state, a: $steps.one.outputs.state }
    - workflowId: first
      steps: [{ stepId: one, operationId: make }]
  `,
  openapi: yaml`
    paths:
      /things:
        post:
          operationId: make
          requestBody: { content: { application/json: { schema: { type: object, properties: { z: {}, a: {} } } } } }
          responses:
            "200":
              description: Made.
              content:
                application/json:
                  schema: { type: object, properties: { state: { $ref: "#/components/schemas/State" } } }
    components: { schemas: { State: { type: string, enum: [b, a] } } }
  `,
};

test("the same documents give the same bytes, wherever they lie", async () => {
  const first = await compile(documents);
  const second = await compile(documents);
  expect(first.files.size).toBeGreaterThan(0);
  expect([...second.files]).toEqual([...first.files]);
});

test("documents that differ in their comments and quotes only give the same bytes", async () => {
  const first = await compile(documents);
  const arazzo = `# A comment\n${documents.arazzo.replace("workflowId: first", `workflowId: "first" # again`)}`;
  const second = await compile({ ...documents, arazzo });
  expect([...second.files]).toEqual([...first.files]);
});

test("nothing in the files tells of the machine or of the time", async () => {
  const { files } = await compile(documents);
  for (const text of files.values()) {
    expect(text).not.toContain(resolve("."));
    expect(text).not.toContain("/tmp");
    expect(text).not.toContain(String(new Date().getFullYear()));
  }
});

test("the order of the documents on the command line does not matter to each workflow's file", async () => {
  const options = { overlays: [], sources: new Map<string, string>() };
  const arazzo = "specs/arazzo/twilio-send-message-track-status-workflow.yml";
  const other = "specs/arazzo/twilio-provision-messaging-service-add-number-workflow.yml";
  const [a, b] = await Promise.all([
    generate({ ...options, documents: [arazzo, other] }),
    generate({ ...options, documents: [other, arazzo] }),
  ]);
  const name = "workflows/send-message-track-status.ts";
  expect(a.files?.get(name)).toBeDefined();
  expect(b.files?.get(name)).toBe(a.files?.get(name));
});
