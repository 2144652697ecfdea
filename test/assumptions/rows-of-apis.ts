import { expect } from "vitest";
import { api, one, outputs, type Row } from "./rows.js";

const takes = (schema: string): string =>
  api.replace('schema: { $ref: "#/components/schemas/NewThing" }', `schema: ${schema}`);
const things = '{ type: array, items: { $ref: "#/components/schemas/NewThing" } }';
const reports = api.replace(
  "/gone:",
  `/report:
    get:
      operationId: report
      responses:
        "200": { description: It., content: { application/pdf: {} } }
        "202": { description: Soon., content: { application/json: { schema: { type: object, properties: { state: { type: string } } } } } }
  /gone:`,
);
const readsAny = one(
  "operationId: list\noutputs: { any: $response.body#/any }",
  "{}",
  outputs("$steps.one.outputs.any"),
);

/** Documents of APIs that are sloppy but clear. */
export const rowsOfApis: readonly Row[] = [
  {
    name: "a schema that is referred to and is not there is one of anything",
    openapi: api.replace("any: {}", "any: { $ref: '#/components/schemas/Elsewhere' }"),
    workflows: readsAny,
    warnings: [
      "reference-unresolved `#/components/schemas/Elsewhere` points to nothing: there is no `Elsewhere` in `#/components/schemas` | Assumed: nothing is known of it, and it is of any type.",
    ],
    lines: ["any?: unknown;"],
    replies: [{ body: { any: [1] } }],
    sends: ["GET /things"],
    returns: { out: [1] },
  },
  {
    name: "so is one in a file that is not there",
    openapi: api.replace("any: {}", "any: { $ref: './missing.yaml#/Elsewhere' }"),
    workflows: readsAny,
    warnings: [
      "file-unreadable There is no file `FOLDER/missing.yaml` | Assumed: nothing is known of it, and it is of any type.",
    ],
    lines: ["any?: unknown;"],
    replies: [{ body: { any: "a" } }],
    sends: ["GET /things"],
    returns: { out: "a" },
  },
  {
    name: "and what is sent there is sent as it is given",
    openapi: api.replace("count: { type: integer }", "count: { $ref: '#/components/schemas/Elsewhere' }"),
    workflows: one("operationId: make\nrequestBody: { payload: { name: a, count: 3 } }"),
    warnings: [
      "reference-unresolved `#/components/schemas/Elsewhere` points to nothing: there is no `Elsewhere` in `#/components/schemas` | Assumed: nothing is known of it, and it is of any type.",
    ],
    lines: ["count?: unknown;"],
    replies: [{ status: 201, body: {} }],
    sends: ["POST /things", '{"name":"a","count":3}'],
    returns: {},
  },
  {
    name: "an operationId in another case is that of the operation",
    workflows: one("operationId: LIST"),
    warnings: ["unknown-operation no source description has an operation `LIST` | Assumed: `list` is meant."],
    lines: ['api.GET("/things", {'],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "also behind the name of its source",
    workflows: one("operationId: $sourceDescriptions.api.List"),
    warnings: [
      "unknown-operation no source description has an operation `List` | Assumed: `$sourceDescriptions.api.list` is meant.",
    ],
    lines: ['api.GET("/things", {'],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "of several operations of one id that is meant whose path has the parameters that are given",
    openapi: api
      .replace("operationId: list", "operationId: read")
      .replace(
        "required: true, schema: { type: string } }\n        responses",
        "schema: { type: string } }\n        responses",
      ),
    workflows: one(
      "operationId: read\nparameters: [{ name: id, in: path, value: a }, { name: view, in: query, value: b }]",
    ),
    warnings: [
      "ambiguous-operation several operations have the id `read` | Assumed: `{$sourceDescriptions.api.url}#/paths/~1things~1{id}/get` is meant, the only one whose path has the parameters that the step gives.",
    ],
    lines: ['api.GET("/things/{id}", {'],
    sends: ["GET /things/a?view=b"],
    returns: {},
  },
  {
    name: "an input that is declared as any object and is a body that is a list is that list",
    openapi: takes(things),
    workflows: one(
      "operationId: make\nrequestBody: { payload: $inputs.body }",
      "{ body: { type: object, description: What to make. } }",
    ),
    warnings: [
      "type-conflict the body of `make` takes a list (each an object), and `$inputs.body` is an object or absent | Assumed: the input is what the body of `make` takes.",
    ],
    lines: ["body: {", "name: string;", "}[];"],
    input: { body: [{ name: "a" }] },
    replies: [{ status: 201, body: {} }],
    sends: ["POST /things", '[{"name":"a"}]'],
    returns: {},
  },
  {
    name: "or is a file",
    openapi: api.replace(
      'application/json: { schema: { $ref: "#/components/schemas/NewThing" } }',
      "application/octet-stream: { schema: { type: string, format: binary } }",
    ),
    workflows: one("operationId: make\nrequestBody: { payload: $inputs.body }", "{ body: { type: object } }"),
    warnings: [
      "type-conflict the body of `make` takes a file or text, and `$inputs.body` is an object or absent | Assumed: the input is what the body of `make` takes.",
    ],
    lines: ["body: Blob | string;"],
    input: { body: "a,b" },
    replies: [{ status: 201, body: {} }],
    sends: ["POST /things", "a,b"],
    returns: {},
  },
  {
    name: "an input that is declared as text and goes to an object is that object",
    openapi: takes('{ type: object, properties: { inner: { $ref: "#/components/schemas/NewThing" } } }'),
    workflows: one(
      "operationId: make\nrequestBody: { payload: { inner: $inputs.inner } }",
      "{ inner: { type: string } }",
    ),
    warnings: [
      "type-conflict the field `inner` takes an object, and `$inputs.inner` is text or absent | Assumed: the input is what the field `inner` takes.",
    ],
    lines: ["inner?:", "name: string;"],
    input: { inner: { name: "a" } },
    replies: [{ status: 201, body: {} }],
    sends: ["POST /things", '{"inner":{"name":"a"}}'],
    returns: {},
  },
  {
    name: "of a file and of JSON, that is meant which comes with the status that the step asks for",
    openapi: reports,
    workflows: one(
      "operationId: report\nsuccessCriteria: [{ condition: $statusCode == 200 && $response.header.x-kind == 'a' }]\noutputs: { file: $response.body }",
      "{}",
      outputs("$steps.one.outputs.file"),
    ),
    warnings: [
      "success-status-ambiguous `report` also succeeds with 202, which `$statusCode == 200 && $response.header.x-kind == 'a'` takes for a failure | To accept it, write `condition: $statusCode == 200 || $statusCode == 202`.",
      "unsupported-feature `$response.body`: the answer of `report` is a file, or something else | Assumed: the body that comes with 200 is meant, and no other is read.",
    ],
    lines: ['parseAs: "blob"', "return { out: one.data };"],
    replies: [{ headers: { "content-type": "application/pdf", "x-kind": "a" }, body: "%PDF" }],
    sends: ["GET /report"],
    returns: { out: expect.any(Blob) },
  },
  {
    name: "and JSON where a step reads something inside",
    openapi: reports,
    workflows: one(
      "operationId: report\noutputs: { state: $response.body#/state }",
      "{}",
      outputs("$steps.one.outputs.state"),
    ),
    warnings: [
      "unsupported-feature `$response.body#/state`: the answer of `report` is a file, or something else | Assumed: the body that comes with 202 is meant, and no other is read.",
    ],
    lines: ["return { out: one.data?.state };"],
    replies: [{ status: 202, body: { state: "made" } }],
    sends: ["GET /report"],
    returns: { out: "made" },
  },
  {
    name: "paths that differ in their query alone are two, each with its query",
    openapi: api.replace(
      "/gone:",
      `/things?as=copy:
    post: { operationId: copy, responses: { "200": { description: Copied. } } }
  /gone:`,
    ),
    workflows: one(
      "operationId: make\nrequestBody: { payload: { name: a } }",
      "{}",
      "- { stepId: two, operationId: copy }\n- { stepId: three, operationPath: '{$sourceDescriptions.api.url}#/paths/~1things?as=copy/post' }",
    ),
    warnings: [
      'missing-parameter the operation `copy` requires the path parameter `things-as-copy` | Assumed: it is "things", the only value that it has.',
      'missing-parameter the operation `copy` requires the query parameter `as` | Assumed: it is "copy", the only value that it has.',
      'missing-parameter the operation `copy` requires the path parameter `things-as-copy` | Assumed: it is "things", the only value that it has.',
      'missing-parameter the operation `copy` requires the query parameter `as` | Assumed: it is "copy", the only value that it has.',
      "unknown-operation `api` has no operation `POST /things?as=copy` | Assumed: `{$sourceDescriptions.api.url}#/paths/~1{things-as-copy}/post` is meant.",
      "invalid-document the path `/things?as=copy` holds `?`, which would not be sent as it is written | Assumed: `/things` is meant, with the query.",
    ],
    lines: ['params: { path: { "things-as-copy": "things" }, query: { as: "copy" } }'],
    sends: ["POST /things", '{"name":"a"}', "POST /things?as=copy", "POST /things?as=copy"],
    returns: {},
  },
  {
    name: "an object of an answer is sent as it came, though its fields are described otherwise where it goes",
    openapi: api.replace(
      "list: { type: array",
      "thing: { type: object, properties: { name: { type: [string, 'null'] }, count: { type: string }, more: {} } }, list: { type: array",
    ),
    workflows: one(
      "operationId: list\noutputs: { thing: $response.body#/thing }",
      "{}",
      "- { stepId: two, operationId: make, requestBody: { payload: $steps.one.outputs.thing } }",
    ),
    warnings: [
      "type-conflict the body of `make` takes an object, and `$steps.one.outputs.thing` is an object or absent | Assumed: it is sent as it came, `name`, `count` whatever they are.",
    ],
    lines: ["name?: unknown;", "count?: unknown;", "body: thing,"],
    replies: [{ body: { thing: { name: null, count: "3" } } }, { status: 201, body: {} }],
    sends: ["GET /things", "POST /things", '{"name":null,"count":"3"}'],
    returns: {},
  },
];
