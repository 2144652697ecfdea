import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import type { GeneratedWorkflow } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const api = yaml`
  paths:
    /calls/{kind}:
      parameters:
      - { name: kind, in: path, required: true, schema: { type: string, enum: [in, out, both] } }
      post:
        operationId: placeCall
        parameters: [{ name: note, in: query, schema: { type: string } }]
        requestBody:
          required: true
          content: { application/json: { schema: { $ref: "#/components/schemas/PlaceCallRequest" } } }
        responses:
          "200":
            description: The call.
            content: { application/json: { schema: { $ref: "#/components/schemas/Call" } } }
    /rooms:
      put:
        requestBody:
          content:
            application/json:
              schema:
                type: object
                properties:
                  room_type: { type: string, enum: [go, group, small] }
                  room: { $ref: "#/components/schemas/Room" }
        responses:
          "200":
            description: The rooms.
            content:
              application/json:
                schema:
                  type: object
                  required: [state, room]
                  properties:
                    state: { type: string, enum: [open, shut, gone] }
                    room: { $ref: "#/components/schemas/Room" }
  components:
    schemas:
      PlaceCallRequest:
        type: object
        properties:
          Quality: { type: string, enum: [low, mid, high], description: How well it sounds. }
          level: { $ref: "#/components/schemas/call_enum_level" }
      call_enum_level: { type: string, enum: [a, b, c] }
      Room:
        type: object
        properties: { room_type: { type: string, enum: [go, group, small] } }
      Call:
        type: object
        required: [status, maybe, level, price, ends, tags, pair, two, parts, list]
        properties:
          status: { type: string, enum: [queued, ringing, done], description: How far it is. }
          maybe: { type: [string, "null"], enum: [yes, no, later, null] }
          level: { $ref: "#/components/schemas/call_enum_level" }
          price: { type: object, required: [amount], properties: { amount: { type: number }, unit: { type: string }, paid: { type: boolean } } }
          ends: { type: object, properties: { from: { type: object, properties: { kind: { type: string, enum: [sip, tel, app] } } } } }
          tags: { type: array, items: { type: string, enum: [red, green, blue] } }
          pair: { type: object, properties: { a: { type: string }, b: { type: string } } }
          two: { type: string, enum: [on, off] }
          parts: { type: array, items: { type: object, properties: { id: { type: string }, size: { type: integer }, name: { type: string } } } }
          list: { type: integer, enum: [6, 7, 8] }
`;

const reading = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: call
      operationId: placeCall
      parameters: [{ name: kind, in: path, value: in }]
      requestBody: { payload: {} }
      outputs: { x: "$response.body<pointer>" }
    outputs: { x: $steps.call.outputs.x }
`;

const outputAndImports = ({ output, imports }: GeneratedWorkflow): string =>
  [/x\??:[^;]*;/.exec(output)?.[0], /import .*apis.*/.exec(imports)?.[0]].join("\n");

describe("an output has a name of its own", () => {
  testEach([
    {
      name: "where it is a list of values: that of its owner and its own",
      pointer: "#/status",
      want: 'x: CallStatus;\nimport type { Api, CallStatus } from "../apis/api.js";',
    },
    {
      name: "also where it is one of two values",
      pointer: "#/two",
      want: 'x: CallTwo;\nimport type { Api, CallTwo } from "../apis/api.js";',
    },
    {
      name: "where it is a list of numbers",
      pointer: "#/list",
      want: 'x: CallList;\nimport type { Api, CallList } from "../apis/api.js";',
    },
    {
      name: "to which null comes where the list has it",
      pointer: "#/maybe",
      want: 'x: CallMaybe | null;\nimport type { Api, CallMaybe } from "../apis/api.js";',
    },
    {
      name: "without the word that says what the schema is",
      pointer: "#/level",
      want: 'x: CallLevel;\nimport type { Api, CallLevel } from "../apis/api.js";',
    },
    {
      name: "where it is an object of three fields",
      pointer: "#/price",
      want: 'x: CallPrice;\nimport type { Api, CallPrice } from "../apis/api.js";',
    },
    {
      name: "of the last two words where it stands deep",
      pointer: "#/ends/from/kind",
      want: 'x?: FromKind | undefined;\nimport type { Api, FromKind } from "../apis/api.js";',
    },
    {
      name: "in the singular where it is an item",
      pointer: "#/tags",
      want: 'x: CallTag[];\nimport type { Api, CallTag } from "../apis/api.js";',
    },
    {
      name: "and so have objects in a list",
      pointer: "#/parts",
      want: 'x: CallPart[];\nimport type { Api, CallPart } from "../apis/api.js";',
    },
  ])(async ({ pointer, want }) => {
    const arazzo = reading.replace("<pointer>", () => pointer);
    expectText(await compiler.told({ arazzo, openapi: api }, outputAndImports), want);
  });
});

describe("an output is written out", () => {
  testEach([
    {
      name: "where it is an object of two fields",
      pointer: "#/pair",
      want: 'x: {\n    a?: string | undefined;\nimport type { Api } from "../apis/api.js";',
    },
  ])(async ({ pointer, want }) => {
    const arazzo = reading.replace("<pointer>", () => pointer);
    expectText(await compiler.told({ arazzo, openapi: api }, outputAndImports), want);
  });
});

const sending = yaml`
  workflows:
  - workflowId: test
    inputs:
      type: object
      properties:
        kind: { type: string }
        quality: { type: string }
        level: { type: string }
        same: { type: string, enum: [low, mid, high] }
        fewer: { type: string, enum: [low, mid] }
        roomType: { type: string }
        room: { type: string }
    steps:
    - stepId: call
      operationId: placeCall
      parameters: [{ name: kind, in: path, value: $inputs.kind }]
      requestBody: { payload: { Quality: $inputs.quality, level: $inputs.level } }
    - stepId: same
      operationId: placeCall
      parameters: [{ name: kind, in: path, value: in }]
      requestBody: { payload: { Quality: $inputs.same } }
    - stepId: fewer
      operationId: placeCall
      parameters: [{ name: kind, in: path, value: in }]
      requestBody: { payload: { Quality: $inputs.fewer } }
      outputs: { level: $response.body#/level }
    - stepId: room
      operationPath: "{$sourceDescriptions.api.url}#/paths/~1rooms/put"
      requestBody: { payload: { room_type: $inputs.roomType, room: { room_type: $inputs.room } } }
      outputs: { state: $response.body#/state, type: $response.body#/room/room_type }
    outputs:
      level: $steps.fewer.outputs.level
      state: $steps.room.outputs.state
      type: $steps.room.outputs.type
`;

test("inputs have the names of what takes them, alike ones the same, and answers the shorter ones where both need one", async () => {
  const { workflow, findings } = await compiler.compile({ arazzo: sending, openapi: api });
  expect(findings.filter((finding) => finding.includes(" error "))).toEqual([]);
  expectText(
    [workflow().input, workflow().output].join("\n"),
    `
      export interface TestInput {
        kind: CallsKind;
        quality?: PlaceCallQuality | undefined;
        level?: CallLevelInput | undefined;
        same?: PlaceCallQuality | undefined;
        fewer?: "low" | "mid" | undefined;
        roomType?: RoomsRoomType | undefined;
        room?: RoomsRoomType | undefined;
      }
      export interface TestOutput {
        level: CallLevel;
        state: RoomsState;
        type?: RoomType | undefined;
      }
    `,
  );
});

test("the file of an API declares a name once, uses it itself, and index.ts exports it", async () => {
  const arazzo = reading.replace("<pointer>", "#/status");
  const { files } = await compiler.compile({ arazzo, openapi: api });
  const text = files.get("apis/api.ts") ?? "";
  expectText(
    text
      .split("\n")
      .filter((line) => /CallStatus|queued|CallMaybe|How far/.test(line))
      .join("\n"),
    `
            /** How far it is. */
            status: components["schemas"]["CallStatus"];
          /** How far it is. */
          CallStatus: "queued" | "ringing" | "done" | Undocumented;
      /** How far it is. */
      export type CallStatus = components["schemas"]["CallStatus"];
    `,
  );
  expect(files.get("index.ts")).toContain('export type { CallStatus } from "./apis/api.js";\n');
});

test("a name that null is no part of", async () => {
  const arazzo = reading.replace("<pointer>", "#/maybe");
  const { files } = await compiler.compile({ arazzo, openapi: api });
  const text = files.get("apis/api.ts") ?? "";
  expect(text).toContain('export type CallMaybe = NonNullable<components["schemas"]["CallMaybe"]>;\n');
});

test("a name that the document has for another schema is left to that", async () => {
  const arazzo = reading.replace("<pointer>", "#/status");
  const openapi = `${api}\n    CallStatus: { type: object, properties: { a: { type: string } } }`;
  const { files } = await compiler.compile({ arazzo, openapi });
  expect(files.get("apis/api.ts")).toContain('export type CallStatus = components["schemas"]["CallStatus"];\n');
});

test("a function narrows a name by what it has asked", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: call
        operationId: placeCall
        parameters: [{ name: kind, in: path, value: in }]
        requestBody: { payload: {} }
        outputs: { x: $response.body#/status }
        onSuccess:
        - { name: done, type: end, criteria: [{ condition: "$[?@.status == 'done']", context: $response.body, type: jsonpath }] }
        - { name: other, type: end }
      outputs: { x: $steps.call.outputs.x }
  `;
  const { workflow } = await compiler.compile({ arazzo, openapi: api });
  expectText(
    workflow().output,
    `
      export type TestOutput = {
        /** How far it is. */
        x: CallStatus;
      } & (
        | {
            outcome: "done";
            x: "done";
          }
        | {
            outcome: "other";
            x: Exclude<CallStatus, "done">;
          }
      );
    `,
  );
});

test("a type that inputs are made of is exported by index.ts", async () => {
  const arazzo = yaml`
    workflows:
    - workflowId: test
      inputs:
        type: object
        properties: { tree: { $ref: "#/components/inputs/Tree" } }
      steps:
      - stepId: call
        operationId: placeCall
        parameters: [{ name: kind, in: path, value: in }, { name: note, in: query, value: $inputs.tree.label }]
        requestBody: { payload: {} }
    components:
      inputs:
        Tree: { type: object, properties: { label: { type: string }, branch: { $ref: "#/components/inputs/Tree" } } }
  `;
  const { files } = await compiler.compile({ arazzo, openapi: api });
  expect(files.get("index.ts")).toContain("type TestTree,");
});

test("a list in a header, or in a query as a whole, has no name, since the file of an API does not tell of them", async () => {
  const openapi = yaml`
    paths:
      /lists:
        get:
          operationId: list
          parameters:
          - name: all
            in: querystring
            content:
              application/x-www-form-urlencoded:
                schema: { type: object, properties: { state: { type: string, enum: [open, shut, gone] } } }
          responses:
            "200":
              description: The list.
              headers: { X-State: { schema: { type: string, enum: [open, shut, gone] } } }
  `;
  const arazzo = yaml`
    workflows:
    - workflowId: test
      inputs: { type: object, properties: { state: { type: string } } }
      steps:
      - stepId: list
        operationId: list
        parameters: [{ name: all, in: querystring, value: { state: $inputs.state } }]
        outputs: { state: $response.header.X-State }
      outputs: { state: $steps.list.outputs.state }
  `;
  const { files, findings } = await compiler.compile({
    arazzo: `arazzo: 1.1.0\n${arazzo}`,
    openapi: `openapi: 3.2.0\n${openapi}`,
  });
  expect(findings.filter((finding) => finding.includes(" error "))).toEqual([]);
  expect(files.get("workflows/test.ts")).toContain(`state?: "open" | "shut" | "gone" | undefined;`);
});

test("an inline schema has a name below a response and a property that are called `default`, too", async () => {
  const openapi = yaml`
    paths:
      /lists:
        get:
          operationId: list
          responses:
            default:
              description: The list.
              content:
                application/json:
                  schema:
                    properties:
                      default: { type: object, properties: { state: { type: string, enum: [open, shut, gone] } } }
  `;
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: list
        operationId: list
        outputs: { state: $response.body#/default/state }
      outputs: { state: $steps.list.outputs.state }
  `;
  const { files } = await compiler.compile({ arazzo, openapi });
  expect(files.get("workflows/test.ts")).toContain("state?: DefaultState | undefined;");
  expect(files.get("apis/api.ts")).toContain("export type DefaultState = ");
});

test("objects within alike answers keep their own names, and are exported under them", async () => {
  const data = `{ type: object, properties: { id: { type: string }, to: { type: object, properties: { a: {}, b: {}, c: {} } } } }`;
  const answer = `{ description: It., content: { application/json: { schema: { type: object, properties: { data: ${data} } } } } }`;
  const openapi = yaml`
    paths:
      /things:
        get:
          operationId: thing
          responses: { "200": ${answer}, "202": ${answer} }
  `;
  const arazzo = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: thing
        operationId: thing
        outputs: { to: $response.body#/data/to }
      outputs: { to: $steps.thing.outputs.to }
  `;
  const { files } = await compiler.compile({ arazzo, openapi });
  const imported = /import type { Api, (.*) } from/.exec(files.get("workflows/test.ts") ?? "")?.[1]?.split(", ") ?? [];
  const exported = [...(files.get("apis/api.ts") ?? "").matchAll(/^export type (\w+) =/gm)].map(([, name]) => name);
  expect(imported).toEqual(["DataTo", "ThingDataTo"]);
  expect(exported).toEqual(imported);
});

compiler.testTypes();
