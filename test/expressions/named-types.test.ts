import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import type { GeneratedWorkflow } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const api = yaml`
  paths:
    /messages:
      get:
        operationId: read
        responses:
          "200":
            description: What there is.
            content: { application/json: { schema: { $ref: "#/components/schemas/Answer" } } }
    /others:
      post:
        operationId: write
        requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Message" } } } }
        responses:
          "200":
            description: What there is.
            content: { application/json: { schema: { $ref: "#/components/schemas/Message" } } }
  components:
    schemas:
      Answer:
        type: object
        required: [message, messages, tree, kind, sid, note, described, maybe, pet, labels, Error, output, secret]
        properties:
          message: { $ref: "#/components/schemas/Message" }
          messages: { type: array, items: { $ref: "#/components/schemas/Message" } }
          list: { $ref: "#/components/schemas/MessageList" }
          tree: { $ref: "#/components/schemas/Tree" }
          kind: { $ref: "#/components/schemas/Kind" }
          sid: { $ref: "#/components/schemas/Sid" }
          note: { $ref: "#/components/schemas/Note" }
          described: { description: The one that counts., allOf: [{ $ref: "#/components/schemas/Message" }] }
          maybe: { oneOf: [{ type: "null" }, { $ref: "#/components/schemas/Message" }] }
          pet: { $ref: "#/components/schemas/pet.v2" }
          labels: { $ref: "#/components/schemas/Labels" }
          Error: { $ref: "#/components/schemas/Error" }
          output: { $ref: "#/components/schemas/TestOutput" }
          secret: { $ref: "#/components/schemas/Secret" }
          inline: { type: object, properties: { message: { $ref: "#/components/schemas/Message" } } }
      Message: { type: object, required: [id], properties: { id: { type: string }, state: { $ref: "#/components/schemas/Kind" } } }
      MessageList: { type: array, items: { $ref: "#/components/schemas/Message" } }
      Tree: { type: object, properties: { label: { type: string }, branches: { type: array, items: { $ref: "#/components/schemas/Tree" } } } }
      Kind: { type: string, enum: [big, small] }
      Sid: { type: string }
      Note: { type: [object, "null"], properties: { text: { type: string } } }
      pet.v2: { oneOf: [{ $ref: "#/components/schemas/Message" }, { $ref: "#/components/schemas/Tree" }] }
      Labels: { type: object, additionalProperties: { type: string } }
      Error: { type: object, properties: { code: { type: integer } } }
      TestOutput: { type: object, properties: { x: { type: integer } } }
      Secret: { type: object, properties: { id: { type: string, readOnly: true }, password: { type: string, writeOnly: true } } }
`;

const reading = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: read
      operationId: read
      outputs: { x: "$response.body<pointer>" }
    outputs: { x: $steps.read.outputs.x }
`;

const outputAndImports = ({ output, imports }: GeneratedWorkflow): string =>
  [/x\??:[^;]*;/.exec(output)?.[0], /import .*apis.*/.exec(imports)?.[0]].join("\n");

describe("an output has the name that its schema has in the document:", () => {
  testEach([
    {
      name: "an object",
      pointer: "#/message",
      want: `
        x: Message;
        import type { Api, Message } from "../apis/api.js";
      `,
    },
    {
      name: "the items of a list",
      pointer: "#/messages",
      want: `
        x: Message[];
        import type { Api, Message } from "../apis/api.js";
      `,
    },
    {
      name: "the whole answer",
      pointer: "",
      want: `
        x: ApiAnswer;
        import type { Api, ApiAnswer } from "../apis/api.js";
      `,
    },
    {
      name: "an object that holds itself",
      pointer: "#/tree",
      want: `
        x: Tree;
        import type { Api, Tree } from "../apis/api.js";
      `,
    },
    {
      name: "what stands deep inside of an object that holds itself",
      pointer: "#/tree/branches/0/branches",
      want: `
        x?: Tree[] | undefined;
        import type { Api, Tree } from "../apis/api.js";
      `,
    },
    {
      name: "a list of values",
      pointer: "#/kind",
      want: `
        x: Kind;
        import type { Api, Kind } from "../apis/api.js";
      `,
    },
    {
      name: "an object that may be null",
      pointer: "#/note",
      want: `
        x: Note | null;
        import type { Api, Note } from "../apis/api.js";
      `,
    },
    {
      name: "an object or null",
      pointer: "#/maybe",
      want: `
        x: null | Message;
        import type { Api, Message } from "../apis/api.js";
      `,
    },
    {
      name: "an object with another description",
      pointer: "#/described",
      want: `
        x: Message;
        import type { Api, Message } from "../apis/api.js";
      `,
    },
    {
      name: "alternatives, and a name that is no identifier",
      pointer: "#/pet",
      want: `
        x: PetV2;
        import type { Api, PetV2 } from "../apis/api.js";
      `,
    },
    {
      name: "a map",
      pointer: "#/labels",
      want: `
        x: Labels;
        import type { Api, Labels } from "../apis/api.js";
      `,
    },
    {
      name: "an object that requests and answers know in different forms",
      pointer: "#/secret",
      want: `
        x: ApiSecret;
        import type { Api, ApiSecret } from "../apis/api.js";
      `,
    },
    {
      name: "with that of its API before it where the language has the name",
      pointer: "#/Error",
      want: `
        x: ApiError;
        import type { Api, ApiError } from "../apis/api.js";
      `,
    },
    {
      name: "with that of its API before it where a workflow has the name",
      pointer: "#/output",
      want: `
        x: ApiTestOutput;
        import type { Api, ApiTestOutput } from "../apis/api.js";
      `,
    },
  ])(async ({ pointer, want }) => {
    const arazzo = reading.replace("<pointer>", () => pointer);
    expectText(await compiler.told({ arazzo, openapi: api }, outputAndImports), want);
  });
});

describe("an output is written out", () => {
  testEach([
    {
      name: "where the schema is a plain text with a name",
      pointer: "#/sid",
      want: 'x: string;\nimport type { Api } from "../apis/api.js";',
    },
    {
      name: "where the schema is a list with a name",
      pointer: "#/list",
      want: 'x?: Message[] | undefined;\nimport type { Api, Message } from "../apis/api.js";',
    },
    {
      name: "where the object has no name, with the names in it",
      pointer: "#/inline",
      want: 'x?:\n    | {\n        message?: Message | undefined;\nimport type { Api, Message } from "../apis/api.js";',
    },
  ])(async ({ pointer, want }) => {
    const arazzo = reading.replace("<pointer>", () => pointer);
    expectText(await compiler.told({ arazzo, openapi: api }, outputAndImports), want);
  });
});

test("the file of an API exports the names that functions use, and no others", async () => {
  const arazzo = reading.replace("<pointer>", "#/message");
  const { files } = await compiler.compile({ arazzo, openapi: api });
  expect(files.get("apis/api.ts")?.match(/^export .*/gm)).toEqual([
    "export interface Api {",
    "export interface components {",
    'export type Message = components["schemas"]["Message"];',
  ]);
});

test("two APIs with a schema of the same name keep theirs apart", async () => {
  const arazzo = yaml`
    sourceDescriptions: [{ name: api, url: ./openapi.yaml, type: openapi }, { name: others, url: ./others.yaml, type: openapi }]
    workflows:
    - workflowId: test
      steps:
      - stepId: one
        operationId: $sourceDescriptions.api.read
        outputs: { x: $response.body#/message }
      - stepId: two
        operationId: $sourceDescriptions.others.read
        outputs: { x: $response.body#/message }
      outputs: { one: $steps.one.outputs.x, two: $steps.two.outputs.x }
  `;
  const others = `openapi: 3.1.0\ninfo: { title: Others, version: 1.0.0 }\nservers: [{ url: https://others.example.com }]\n${api}`;
  const { workflow } = await compiler.compile({ arazzo, openapi: api, files: { "others.yaml": others } });
  expectText(
    workflow().output,
    `
      export interface TestOutput {
        one: Message;
        two: OthersMessage;
      }
    `,
  );
});

test("what is read in a loop and declared outside of it has its name there", async () => {
  const arazzo = within(
    yaml`
      workflows:
      - workflowId: test
        steps:
        - stepId: read
          operationId: read
          outputs: { x: $response.body#/message, kind: $response.body#/kind }
          onSuccess:
          - { name: again, type: goto, stepId: read, criteria: [{ condition: $response.body.kind == 'small' }] }
        - { stepId: next, operationId: read }
        outputs: <given>
    `,
    "{ x: $steps.read.outputs.x }",
  );
  const { workflow, findings } = await compiler.compile({ arazzo, openapi: api });
  expect(findings.filter((finding) => finding.includes(" error "))).toEqual([]);
  expect(workflow().statements).toContain("let x: Message;");
});

compiler.testTypes();
