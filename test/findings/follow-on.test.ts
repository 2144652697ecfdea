import { describe, expect, test } from "vitest";
import { compile } from "../support/compile.js";

// What one mistake hides, and what it makes other parts look like: neither is to be seen.

const items = `
  /items:
    get:
      operationId: listItems
      parameters: [{ name: page, in: query, schema: { type: string } }]
      responses:
        "200":
          description: Some items.
          content:
            application/json: { schema: { type: object, properties: { next: { type: string } } } }
`;
const noServer = `servers: []\npaths: ${items}`;
const oddServer = `servers: [{ url: "https://user:word@api.example.com" }]\npaths: ${items}`;
const missing = "[{ name: api, url: ./missing.yaml, type: openapi }]";

const nested = `
workflows:
- workflowId: outermost
  steps: [{ stepId: in, workflowId: outer, outputs: { n: $outputs.n } }]
  outputs: { n: $steps.in.outputs.n }
- workflowId: outer
  steps: [{ stepId: in, workflowId: inner, outputs: { n: $outputs.next } }]
  outputs: { n: $steps.in.outputs.n }
- workflowId: inner
  steps: [{ stepId: a, operationId: listItems, outputs: { next: $response.body#/next } }]
  outputs: { next: $steps.a.outputs.next }
`;

const misspelt = `
workflows:
- workflowId: one
  steps: [{ stepId: a, operationId: listItems, parameters: [{ name: pag, in: query, value: x }] }]
`;

const loose = `
sourceDescriptions: ${missing}
workflows:
- workflowId: one
  steps: [{ stepId: a, operationPath: GET /items }]
`;

const reading = `
sourceDescriptions: ${missing}
workflows:
- workflowId: one
  inputs: { properties: { id: { type: string }, note: { type: string }, kind: { type: string }, more: {}, none: {} } }
  parameters: [{ name: more, in: query, value: $inputs.more }]
  steps:
  - stepId: a
    operationId: get
    parameters: [{ name: id, in: path, value: $inputs.id }, { name: x, in: query, value: $inputs.x }]
    requestBody: { payload: { notes: ["{$inputs.note}", $steps.b.outputs.x, $method] } }
    successCriteria: [{ condition: $response.body#/kind == $inputs.kind }]
`;

describe("beside", () => {
  test.each([
    { name: "a server that is missing, the called workflow has its outputs", arazzo: nested, openapi: noServer },
    { name: "a refused server, the called workflow has its outputs", arazzo: nested, openapi: oddServer },
    {
      name: "a source that cannot be read, the called workflow has its outputs",
      arazzo: `sourceDescriptions: ${missing}\n${nested}`,
      openapi: noServer,
    },
    {
      name: "an output that leads nowhere, those who read it hear nothing of it",
      arazzo: nested.replace("body#/next", "body#/nxt"),
      openapi: `paths: ${items}`,
      want: ["10:65 unknown-pointer"],
    },
    {
      name: "a server that is missing, a parameter is unknown all the same",
      arazzo: misspelt,
      openapi: noServer,
      want: ["4:69 unknown-parameter"],
    },
    {
      name: "a source that cannot be read, what a step sends is read, and looked at",
      arazzo: reading,
      openapi: noServer,
      want: ["5:107 unused-input", "10:90 unknown-input", "11:57 unknown-step"],
    },
    {
      name: "a source that cannot be read, a path without the source may be one of it",
      arazzo: loose,
      openapi: noServer,
      assume: true,
    },
    {
      name: "a source that cannot be read, where nothing is assumed such a path is wrong all the same",
      arazzo: loose,
      openapi: noServer,
      want: ["5:39 invalid-expression"],
    },
  ])("$name", async ({ arazzo, openapi, assume, want = [] }) => {
    const { findings } = await compile({ arazzo, openapi, assume });
    const others = findings.filter((text) => !/^\S+ .*(no-server|refused-server)|file-unreadable/.test(text));
    expect(others.map((text) => text.replace(/^(\S+) \w+ (\S+) .*/, "$1 $2"))).toEqual(want);
  });
});
