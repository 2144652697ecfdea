import { expect, test } from "vitest";
import { framesOf, type FrameRow } from "../support/frames.js";

// A step that names a status which the operation does not document, and an input that nothing reads.
const given = (allow = "", inputAllow = "", stepAllow = ""): string => `
  workflows:
  - workflowId: make
    ${allow}
    inputs:
      type: object
      properties: { note: { type: string${inputAllow} } }
    steps:
    - stepId: make
      operationId: createOrder
      ${stepAllow}
      requestBody: { payload: { article: pen } }
      successCriteria:
      - condition: $statusCode == 200
`;

const unused = 'x-allow: { unused-input: "Callers send it already." }';
const mismatch = 'x-allow: { success-status-mismatch: "Their document is wrong." }';

const overlay = (actions: string): string => `
  overlay: 1.0.0
  info: { title: Ours, version: 1.0.0 }
  extends: ./arazzo.yaml
  actions: [${actions}]
`;

const table: readonly (Omit<FrameRow, "want" | "code"> & {
  readonly name: string;
  readonly want: readonly string[];
})[] = [
  { name: "as the table has it", arazzo: given(), want: ["warning unused-input", "warning success-status-mismatch"] },
  {
    name: "--strict makes errors of some",
    arazzo: given(),
    strict: true,
    want: ["warning unused-input", "error success-status-mismatch"],
  },
  {
    name: "--deny makes an error of any",
    arazzo: given(),
    deny: ["unused-input"],
    want: ["error unused-input", "warning success-status-mismatch"],
  },
  {
    name: "--allow goes before --strict",
    arazzo: given(),
    strict: true,
    allow: ["success-status-mismatch"],
    want: ["warning unused-input"],
  },
  {
    name: "an error stays one, whatever is allowed",
    arazzo: given().replace("createOrder", "createOrders"),
    allow: ["unknown-operation", "unused-input"],
    want: ["error unknown-operation"],
  },
  { name: "x-allow beside what is found", arazzo: given("", `, ${unused}`), want: ["warning success-status-mismatch"] },
  { name: "x-allow above it", arazzo: given(unused), want: ["warning success-status-mismatch"] },
  { name: "x-allow at the top", arazzo: `${given()}\n  ${unused}`, want: ["warning success-status-mismatch"] },
  {
    name: "x-allow goes before --strict and --deny",
    arazzo: given(unused, "", mismatch),
    strict: true,
    deny: ["unused-input"],
    want: [],
  },
  {
    name: "--allow leaves x-allow without a use, and does not say so",
    arazzo: given(unused),
    allow: ["unused-input", "success-status-mismatch"],
    want: [],
  },
  {
    name: "x-allow that an overlay brings",
    arazzo: given("", "", mismatch),
    overlay: overlay(`{ target: "$.workflows[0]", update: { ${unused} } }`),
    want: [],
  },
  {
    name: "x-allow of the document about what an overlay brings",
    arazzo: given(unused, "", mismatch),
    overlay: overlay('{ target: "$.workflows[0].inputs.properties", update: { more: { type: string } } }'),
    want: [],
  },
  {
    name: "x-allow in an overlay itself",
    arazzo: given(unused, "", mismatch),
    overlay: overlay('{ target: $.nothing, remove: true, x-allow: { overlay-no-match: "It comes and goes." } }'),
    want: [],
  },
  {
    name: "x-allow of an OpenAPI document",
    openapi: `
        x-allow: { ambiguous-server: "Either will do." }
        servers: [{ url: https://one.example.com }, { url: https://two.example.com }]
        paths:
          /orders: { get: { operationId: listOrders, responses: { "200": { description: Orders. } } } }
      `,
    want: [],
  },
  {
    name: "x-allow that a payload or an input is called",
    arazzo: `
        workflows:
        - workflowId: make
          inputs: { type: object, required: [x-allow], properties: { x-allow: { type: string } } }
          steps:
          - stepId: make
            operationId: make
            requestBody: { payload: { x-allow: { value: $inputs.x-allow } } }
      `,
    openapi: `
        paths:
          /orders:
            post:
              operationId: make
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses: { "200": { description: Made. } }
      `,
    want: [],
  },
];

test.each(table)("$name", async ({ want, ...row }) => {
  const text = await framesOf({ ...row, code: "unused-input", want: "" });
  const found = text.split("\n").flatMap((line) => /^\S+: (\w+ [\w-]+): /.exec(line)?.[1] ?? []);
  expect(found).toEqual(want);
});
