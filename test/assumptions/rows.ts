import type { Reply } from "../runtime/support/server.js";
import { yaml } from "../support/yaml.js";

/** A document that is sloppy but clear, and what is made of it. */
export interface Row {
  readonly name: string;
  /** The workflows of the Arazzo document, in YAML. */
  readonly workflows: string;
  /** The API's document, if it is not the one below. */
  readonly openapi?: string;
  /** Each warning: its code, its message, and what is assumed. */
  readonly warnings: readonly string[];
  /** Lines that stand in what is generated. */
  readonly lines: readonly string[];
  /** The workflow that is run: the first, if none is named. */
  readonly run?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** What the workflows returned that it depends on. */
  readonly dependencies?: Readonly<Record<string, unknown>>;
  readonly replies?: readonly Reply[];
  /** What comes over the wire, a line each. */
  readonly sends: readonly string[];
  /** What the function returns, or how it fails. */
  readonly returns?: unknown;
  readonly fails?: string;
  /** What is left to say once `lint --fix` has written the assumptions down. Default: nothing of it. */
  readonly stays?: true;
}

const answer = "content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }";

/** An API that leaves things out. */
export const api = yaml`
  paths:
    /things:
      get:
        operationId: list
        parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: all, in: query, schema: { type: boolean } }
        - { name: tags, in: query, schema: { type: array, items: { type: string } } }
        - { name: $filter, in: query, schema: { type: string } }
        responses: { "200": { description: One., ${answer} } }
      post:
        operationId: make
        requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewThing" } } } }
        responses: { "201": { description: Made., ${answer} } }
    /things/{id}:
      get:
        operationId: read
        parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: view, in: query, required: true, schema: { type: string } }
        responses: { "200": { description: It., ${answer} } }
    /forms:
      post:
        operationId: form
        requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { Count: { type: integer }, Open: { type: boolean } } } } } }
        responses: { "200": { description: Done. } }
    /gone:
      delete: { operationId: remove, responses: { "200": { description: Gone. } } }
    /text:
      get: { operationId: text, responses: { "200": { description: Text., content: { text/plain: { schema: { type: string } } } } } }
  components:
    schemas:
      Thing: { type: object, properties: { id: { type: string }, any: {}, list: { type: array, items: { type: object, properties: { a: { type: string } } } } } }
      NewThing: { type: object, required: [name], properties: { name: { type: string }, count: { type: integer }, open: { type: boolean } } }
`;

export const one = (step: string, inputs = "{}", more = ""): string =>
  [
    `workflows:`,
    `- workflowId: test`,
    `  inputs: { type: object, properties: ${inputs} }`,
    `  steps:`,
    `  - stepId: one`,
    ...step
      .trim()
      .split("\n")
      .map((line) => `    ${line}`),
    ...more.split("\n").map((line) => `  ${line}`),
  ].join("\n");

export const outputs = (value: string): string => `outputs: { out: ${value} }`;
const unread = "Not in the API's document; assumed, because step `one` reads it.";
const unsent = "Not in the API's document; assumed, because step `one` sends it.";

export const rows: readonly Row[] = [
  {
    name: "a property that the schema does not list is there, of any type",
    workflows: one("operationId: list\noutputs: { x: $response.body#/extra }", "{}", outputs("$steps.one.outputs.x")),
    warnings: [
      "unknown-pointer `$response.body#/extra`: the schema knows no `extra` there | Assumed: the API's document does not list `extra`, and it is there all the same, of any type.",
    ],
    lines: [`/** ${unread} */`, "extra?: unknown;", "out?: unknown;", "return { out: one.data.extra };"],
    replies: [{ body: { extra: { a: 1 } } }],
    sends: ["GET /things"],
    returns: { out: { a: 1 } },
  },
  {
    name: "and so is one whose name has another word than one of them",
    workflows: one("operationId: list\noutputs: { x: $response.body#/listId }", "{}", outputs("$steps.one.outputs.x")),
    warnings: [
      "unknown-pointer `$response.body#/listId`: the schema knows no `listId` there | Assumed: the API's document does not list `listId`, and it is there all the same, of any type.",
    ],
    lines: ["listId?: unknown;", "return { out: one.data.listId };"],
    replies: [{ body: { listId: 7 } }],
    sends: ["GET /things"],
    returns: { out: 7 },
  },
  {
    name: "and all that is below it",
    workflows: one(
      "operationId: list\noutputs: { x: $response.body#/list/0/more/b }",
      "{}",
      outputs("$steps.one.outputs.x"),
    ),
    warnings: [
      "unknown-pointer `$response.body#/list/0/more/b`: the schema knows no `more` there | Assumed: the API's document does not list `more`, and it is there all the same, of any type.",
    ],
    lines: ["more?: unknown;"],
    replies: [{ body: { list: [{ more: { b: "x" } }] } }],
    sends: ["GET /things"],
    returns: { out: "x" },
  },
  {
    name: "a property of a list that its items have is that of the first, where it is only read",
    workflows: one(
      "operationId: list\noutputs: { things: $response.body#/list }",
      "{}",
      `- stepId: two
  operationId: read
  parameters:
  - { name: id, in: path, value: $steps.one.outputs.things.a }
  - { name: view, in: query, value: 'of {$steps.one.outputs.things.a}' }
- stepId: three
  operationId: list
  parameters: [{ name: tags, in: query, value: ['$steps.one.outputs.things#/0/a'] }]
${outputs("$steps.one.outputs.things.a")}`,
    ),
    warnings: Array.from(
      { length: 3 },
      () =>
        "unknown-pointer `$steps.one.outputs.things.a`: there is a list, which has no `a`; its items have | Assumed: the first item of the list is meant: `$steps.one.outputs.things#/0/a`.",
    ),
    lines: ['const a = run.required(one, "list", 0, "a");', "out: string;"],
    replies: [{ body: { list: [{ a: "A" }, { a: "B" }] } }],
    sends: ["GET /things", "GET /things/A?view=of%20A", "GET /things?tags=A"],
    returns: { out: "A" },
  },
  {
    name: "and an error where the list is empty and the value is needed",
    workflows: one(
      "operationId: list\noutputs: { things: $response.body#/list }",
      "{}",
      "- stepId: two\n  operationId: read\n  parameters: [{ name: id, in: path, value: $steps.one.outputs.things.a }, { name: view, in: query, value: b }]",
    ),
    warnings: [
      "unknown-pointer `$steps.one.outputs.things.a`: there is a list, which has no `a`; its items have | Assumed: the first item of the list is meant: `$steps.one.outputs.things#/0/a`.",
    ],
    lines: ['run.required(one, "list", 0, "a")'],
    replies: [{ body: { list: [] } }],
    sends: ["GET /things"],
    fails: "MissingOutputError: workflow test, step one: the answer has nothing at $response.body#/list/0/a",
  },
  {
    name: "an answer of which nothing is documented is JSON",
    workflows: one("operationId: remove\noutputs: { x: $response.body#/a }", "{}", outputs("$steps.one.outputs.x")),
    warnings: [
      "unknown-pointer `$response.body#/a`: no JSON is documented for the answer of `remove` | Assumed: the answer is JSON, of any type.",
    ],
    lines: ['200: { content: { "application/json": unknown } };', "out?: unknown;"],
    replies: [{ body: { a: 2 } }],
    sends: ["DELETE /gone"],
    returns: { out: 2 },
  },
  {
    name: "an answer that is documented as text is JSON where a part of it is read",
    workflows: one("operationId: text\noutputs: { x: $response.body#/a }", "{}", outputs("$steps.one.outputs.x")),
    warnings: [
      "unknown-pointer `$response.body#/a`: no JSON is documented for the answer of `text` | Assumed: the answer is JSON, of any type.",
    ],
    lines: ["out?: unknown;"],
    replies: [{ body: { a: 2 } }],
    sends: ["GET /text"],
    returns: { out: 2 },
  },
  {
    name: "an answer that is documented as a JSON text is of any type where a part of it is read",
    openapi: api.replace("{ text/plain: {", "{ application/json: {"),
    workflows: one(
      "operationId: text\noutputs: { x: $response.body#/a/b, y: $response.body#/c }",
      "{}",
      "outputs: { out: $steps.one.outputs.x, none: $steps.one.outputs.y }",
    ),
    warnings: [
      "unknown-pointer `$response.body#/a/b`: the schema knows no `a` there | Assumed: the API's document is wrong there, and the answer is of any type.",
      "unknown-pointer `$response.body#/c`: the schema knows no `c` there | Assumed: the API's document is wrong there, and the answer is of any type.",
    ],
    lines: ["out?: unknown;"],
    replies: [{ body: { a: { b: 2 } } }],
    sends: ["GET /text"],
    returns: { out: 2 },
  },
  {
    name: "and absent where the document was right",
    openapi: api.replace("{ text/plain: {", "{ application/json: {"),
    workflows: one("operationId: text\noutputs: { x: $response.body#/a }", "{}", outputs("$steps.one.outputs.x")),
    warnings: [
      "unknown-pointer `$response.body#/a`: the schema knows no `a` there | Assumed: the API's document is wrong there, and the answer is of any type.",
    ],
    lines: ["out?: unknown;"],
    replies: [{ body: 4 }],
    sends: ["GET /text"],
    returns: {},
  },
  {
    name: "a field that is not documented is sent as it is given",
    workflows: one(
      "operationId: make\nrequestBody: { payload: { name: a, colour: [1, $inputs.x] } }",
      "{ x: { type: string } }",
    ),
    warnings: [
      "unknown-field the body of `make` has no field `colour` | Assumed: the API's document does not list `colour`, and it is there all the same, of any type.",
    ],
    lines: [`/** ${unsent} */`, "colour?: unknown;", 'body: { name: "a", colour: [1, input.x] },'],
    input: { x: "b" },
    sends: ["POST /things", '{"name":"a","colour":[1,"b"]}'],
    returns: {},
  },
  {
    name: "a field that the schema forbids is sent in the path alone, if the step gives it there",
    openapi: api.replace(
      "/gone:",
      `/things/{thingId}/name:
  put:
    operationId: rename
    parameters: [{ name: thingId, in: path, required: true, schema: { type: string } }]
    requestBody: { content: { application/json: { schema: { type: object, additionalProperties: false, properties: { name: { type: string } } } } } }
    responses: { "204": { description: Done. } }
/gone:`.replaceAll("\n", "\n  "),
    ),
    workflows: one(
      "operationId: rename\nparameters: [{ name: thingId, in: path, value: $inputs.id }]\nrequestBody: { payload: { thingId: '{$inputs.id}', name: a } }",
      "{ id: { type: string } }",
    ).replace("properties: { id:", "required: [id], properties: { id:"),
    warnings: ["unknown-field the body of `rename` has no field `thingId` | Assumed: it is sent in the path alone."],
    lines: ['body: { name: "a" },'],
    input: { id: "T1" },
    sends: ["PUT /things/T1/name", '{"name":"a"}'],
    returns: {},
  },
  {
    name: "so is a parameter",
    workflows: one(
      "operationId: list\nparameters: [{ name: deep, in: query, value: 1 }, { name: X-Trace, in: header, value: $inputs.x }]",
      "{ x: { type: string } }",
    ),
    warnings: [
      "unknown-parameter the operation `list` has no query parameter `deep` | Assumed: the operation takes it, and it is sent as it is given.",
      "unknown-parameter the operation `list` has no header parameter `X-Trace` | Assumed: the operation takes it, and it is sent as it is given.",
    ],
    lines: [`/** ${unsent} */`, "deep?: unknown;", '"X-Trace"?: string | undefined;'],
    input: { x: "t" },
    sends: ["GET /things?deep=1", "x-trace: t"],
    returns: {},
  },
  {
    name: "a field that is required and not given is not sent",
    workflows: one("operationId: make\nrequestBody: { payload: { count: 1 } }"),
    warnings: [
      "missing-field the body of `make` requires the field `name` | Assumed: the operation can do without it.",
    ],
    lines: ["name?: string | undefined;", "body: { count: 1 },"],
    sends: ["POST /things", '{"count":1}'],
    returns: {},
  },
  {
    name: "nor is a parameter, or a body",
    workflows: one(
      "operationId: read\nparameters: [{ name: id, in: path, value: a }]",
      "{}",
      "- stepId: two\n  operationId: make",
    ).replace("  - stepId: two\n    operationId: make", "  - stepId: two\n    operationId: make"),
    warnings: [
      "missing-parameter the operation `read` requires the query parameter `view` | Assumed: the operation can do without it.",
      "missing-field the operation `make` requires a body | Assumed: the operation can do without one.",
    ],
    lines: ["query?: { view?: string | undefined };"],
    sends: ["GET /things/a", "POST /things"],
    returns: {},
  },
  {
    name: "an input that is declared as text is the number, boolean or list that its place takes",
    workflows: one(
      yaml`
        operationId: list
        parameters:
        - { name: limit, in: query, value: $inputs.number }
        - { name: all, in: query, value: $inputs.boolean }
        - { name: tags, in: query, value: $inputs.list }
      `,
      "{ number: { type: string, default: 5 }, boolean: { type: string }, list: { type: string } }",
    ),
    warnings: [
      "type-conflict the query parameter `limit` takes a number, and `$inputs.number` is text | Assumed: the input is what the query parameter `limit` takes.",
      "type-conflict the query parameter `all` takes true or false, and `$inputs.boolean` is text or absent | Assumed: the input is what the query parameter `all` takes.",
      "type-conflict the query parameter `tags` takes a list (each text), and `$inputs.list` is text or absent | Assumed: the input is what the query parameter `tags` takes.",
    ],
    lines: ["number?: number | undefined;", "boolean?: boolean | undefined;", "list?: string[] | undefined;"],
    input: { boolean: true, list: ["a", "b"] },
    sends: ["GET /things?limit=5&all=true&tags=a&tags=b"],
    returns: {},
  },
  {
    name: "the same in JSON and in a form",
    workflows: one(
      "operationId: make\nrequestBody: { payload: { name: a, count: $inputs.count } }",
      "{ count: { type: string } }",
      "- stepId: two\n  operationId: form\n  requestBody: { payload: { Count: $inputs.count } }",
    ),
    warnings: [
      "type-conflict the field `count` takes a number, and `$inputs.count` is text or absent | Assumed: the input is what the field `count` takes.",
      "type-conflict the field `Count` takes a number, and `$inputs.count` is text or absent | Assumed: the input is what the field `Count` takes.",
    ],
    lines: ["count?: number | undefined;"],
    input: { count: 3 },
    sends: ["POST /things", '{"name":"a","count":3}', "POST /forms", "Count=3"],
    returns: {},
  },
  {
    name: "where places disagree, an input stays what it is declared as, and they take it",
    workflows: one(
      "operationId: make\nrequestBody: { payload: { name: a, count: $inputs.x, open: $inputs.x } }",
      "{ x: { type: string } }",
    ),
    warnings: [
      "type-conflict the field `count` takes a number, and `$inputs.x` is text or absent | Assumed: the field `count` takes it as it is given.",
      "type-conflict the field `open` takes true or false, and `$inputs.x` is text or absent | Assumed: the field `open` takes it as it is given.",
    ],
    lines: ["x?: string | undefined;", "count?: unknown;", "open?: unknown;"],
    input: { x: "1" },
    sends: ["POST /things", '{"name":"a","count":"1","open":"1"}'],
    returns: {},
  },
  {
    name: "a literal of another type is as its place takes it",
    workflows: one("operationId: make\nrequestBody: { payload: { name: a, count: '7', open: 'true' } }"),
    warnings: [
      'type-conflict the field `count` takes a number, not "7" | Assumed: it is 7.',
      'type-conflict the field `open` takes true or false, not "true" | Assumed: it is true.',
    ],
    lines: ['body: { name: "a", count: 7, open: true },'],
    sends: ["POST /things", '{"name":"a","count":7,"open":true}'],
    returns: {},
  },
  {
    name: "a field that Arazzo does not have is ignored",
    workflows: one("operationId: list\nmood: blue"),
    warnings: ["invalid-document `mood` is no field that is known here | Assumed: it says nothing, and is ignored."],
    lines: [],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "a workflowId with dots and slashes becomes the name of a function",
    workflows: one("operationId: list").replace("workflowId: test", "workflowId: 2nd.things/list all"),
    warnings: [
      "invalid-name the workflowId `2nd.things/list all` cannot become the name of a function | Assumed: the function is called `workflow2ndThingsListAll`.",
    ],
    lines: ["export async function workflow2ndThingsListAll(", 'openWorkflow("2nd.things/list all"'],
    run: "workflow2ndThingsListAll",
    sends: ["GET /things"],
    returns: {},
    stays: true,
  },
  {
    name: "an output of any name is a quoted property",
    workflows: one(
      "operationId: list\noutputs: { 'the id': $response.body#/id }",
      "{}",
      "outputs: { 'the id': $steps.one.outputs#/the id }",
    ),
    warnings: [
      "invalid-document a name here consists of letters, digits, `.`, `-` and `_` | Assumed: the output is called that.",
      "invalid-document a name here consists of letters, digits, `.`, `-` and `_` | Assumed: the output is called that.",
    ],
    lines: ['"the id"?: string | undefined;', '"the id": one.data.id'],
    replies: [{ body: { id: "T1" } }],
    sends: ["GET /things"],
    returns: { "the id": "T1" },
    stays: true,
  },
  {
    name: "an expression in a form of its own is the one that it is near to",
    workflows: one(
      yaml`
        operationId: list
        parameters:
        - { name: limit, in: query, value: '$input.limit' }
        - { name: tags, in: query, value: ['$inputs.of a/b', "x{$inputs.track[title]}"] }
        successCriteria:
        - condition: $response.statusCode == 200
        - { context: $response.headers.x-kind, condition: '^k', type: regex }
        outputs: { kind: $response.headers.X-Kind, id: $response.body#id, a: '$response.body#list/0/a '}
      `,
      "{ limit: { type: integer }, 'of a/b': { type: string }, 'track[title]': { type: string } }",
      "outputs: { id: $steps.one.id, a: $steps.one.a, kind: $steps.one.kind }",
    ),
    warnings: [
      "invalid-expression `$input.limit`: `$input` is no runtime expression | Assumed: `$inputs.limit` is meant.",
      "invalid-expression `$inputs.of a/b`: unexpected white space after the expression | Assumed: `$inputs#/of a~1b` is meant.",
      "invalid-expression `x{$inputs.track[title]}`: expected an index or a quoted name between `[` and `]` | Assumed: `$inputs#/track[title]` is meant.",
      "invalid-condition expected `header.` or `body` after `$response.` | Assumed: `$statusCode` is meant.",
      "invalid-condition expected `header.` or `body` after `$response.` | Assumed: `$response.header.x-kind` is meant.",
      "invalid-expression `$response.headers.X-Kind`: expected `header.` or `body` after `$response.` | Assumed: `$response.header.X-Kind` is meant.",
      "invalid-expression `$response.body#id`: a JSON Pointer is empty or starts with `/` | Assumed: `$response.body#/id` is meant.",
      "invalid-expression `$response.body#list/0/a `: a JSON Pointer is empty or starts with `/` | Assumed: `$response.body#/list/0/a` is meant.",
      "invalid-expression `$steps.one.id`: expected `.outputs.` after the id | Assumed: `$steps.one.outputs.id` is meant.",
      "invalid-expression `$steps.one.a`: expected `.outputs.` after the id | Assumed: `$steps.one.outputs.a` is meant.",
      "invalid-expression `$steps.one.kind`: expected `.outputs.` after the id | Assumed: `$steps.one.outputs.kind` is meant.",
    ],
    lines: ['tags: [input["of a/b"], `x${input["track[title]"]}`]'],
    input: { limit: 1, "of a/b": "p", "track[title]": "q" },
    replies: [{ headers: { "x-kind": "k1" }, body: { id: "T", list: [{ a: "A" }] } }],
    sends: ["GET /things?limit=1&tags=p&tags=xq"],
    returns: { id: "T", a: "A", kind: "k1" },
  },
  {
    name: "the target of a replacement that is a JSONPath or a name is the JSON Pointer",
    workflows: one(
      "operationId: make\nrequestBody: { payload: { name: a, count: 1, open: true }, replacements: [{ target: $.name, value: b }, { target: count, value: 2 }] }",
    ),
    warnings: [
      "invalid-expression `$.name`: a JSON Pointer is empty or starts with `/` | Assumed: `/name` is meant.",
      "invalid-expression `count`: a JSON Pointer is empty or starts with `/` | Assumed: `/count` is meant.",
    ],
    lines: ['body: { name: "b", count: 2, open: true },'],
    sends: ["POST /things", '{"name":"b","count":2,"open":true}'],
    returns: {},
  },
  {
    name: "an operationPath without its method is the only operation of the path",
    workflows: one("operationPath: '{$sourceDescriptions.api.url}#/paths/~1gone'"),
    warnings: [
      "invalid-expression expected `/paths/<path>/<method>`, the `/` of the path as `~1` | Assumed: `{$sourceDescriptions.api.url}#/paths/~1gone/delete` is meant.",
    ],
    lines: ['api.DELETE("/gone", {'],
    sends: ["DELETE /gone"],
    returns: {},
  },
  {
    name: "an operationPath in a form of its own is the operation that it names",
    workflows: one(
      "operationPath: '{$sourceDescriptions.api.url}/things/{thing}#get'\nparameters: [{ name: id, in: path, value: a }, { name: view, in: query, value: b }]",
    ),
    warnings: [
      "invalid-expression an operationPath names a source description and an operation in it | Assumed: `{$sourceDescriptions.api.url}#/paths/~1things~1{id}/get` is meant.",
    ],
    lines: ['api.GET("/things/{id}", {'],
    sends: ["GET /things/a?view=b"],
    returns: {},
  },
  {
    name: "what asks for the answer of a step that calls a workflow is passed over",
    workflows: yaml`
      workflows:
      - workflowId: inner
        steps:
        - { stepId: one, operationId: list }
      - workflowId: test
        steps:
        - stepId: call
          workflowId: inner
          successCriteria: [{ condition: $statusCode == 200 }]
          onSuccess: [{ name: done, type: end, criteria: [{ condition: $statusCode == 200 }] }]
    `,
    warnings: [
      "forward-reference `$statusCode`: there is no answer at this point | Assumed: it is passed over, as that workflow fails where one of its steps does.",
      "forward-reference `$statusCode`: there is no answer at this point | Assumed: it is passed over, as that workflow fails where one of its steps does.",
    ],
    lines: ["await inner("],
    run: "test",
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "a query of the draft is read as one of RFC 9535",
    workflows: one(
      yaml`
        operationId: list
        successCriteria:
        - context: $response.body
          condition: $[?(@.id == 'a')]
          type: { type: jsonpath, version: draft-goessner-dispatch-jsonpath-00 }
      `,
    ),
    warnings: [
      "unsupported-feature JSONPath in its version `draft-goessner-dispatch-jsonpath-00` is not supported | Assumed: it means the same in RFC 9535.",
    ],
    lines: ['run.fail(one, "id is a");'],
    replies: [{ body: { id: "a" } }],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "a value of any type is checked where it is sent",
    workflows: one(
      "operationId: list\noutputs: { any: $response.body#/any }",
      "{}",
      "- stepId: two\n  operationId: make\n  requestBody: { payload: { name: $steps.one.outputs.any, count: $steps.one.outputs.any } }",
    ),
    warnings: [
      "type-conflict the field `name` takes text, and `$steps.one.outputs.any` is a value of any kind | Assumed: it is that, which is checked before it is sent.",
      "type-conflict the field `count` takes a number, and `$steps.one.outputs.any` is a value of any kind | Assumed: it is that, which is checked before it is sent.",
    ],
    lines: [
      'name: checked(run, any, "string", "two", "$steps.one.outputs.any"),',
      'count: checkedIfThere(run, any, "number", "two", "$steps.one.outputs.any"),',
    ],
    replies: [{ body: { any: 4 } }],
    sends: ["GET /things", "POST /things", '{"name":"4","count":4}'],
    returns: {},
    stays: true,
  },
  {
    name: "and is not sent where it does not fit",
    workflows: one(
      "operationId: list\noutputs: { any: $response.body#/any }",
      "{}",
      "- stepId: two\n  operationId: list\n  parameters: [{ name: limit, in: query, value: $steps.one.outputs.any }]",
    ),
    warnings: [
      "type-conflict the query parameter `limit` takes a number, and `$steps.one.outputs.any` is a value of any kind | Assumed: it is that, which is checked before it is sent.",
    ],
    lines: ['checkedIfThere(run, one.data.any, "number", "two", "$steps.one.outputs.any")'],
    replies: [{ body: { any: "four" } }],
    sends: ["GET /things"],
    fails:
      "InvalidInputError: workflow test, step two: $steps.one.outputs.any goes to where nothing fits but number, and is string",
    stays: true,
  },
  {
    name: "an operationId behind the name of its source is that of the source",
    workflows: one("operationId: api.list"),
    warnings: [
      "unknown-operation no source description has an operation `api.list` | Assumed: `$sourceDescriptions.api.list` is meant.",
    ],
    lines: ['api.GET("/things", {'],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "a number is the text of a list that is written like it",
    openapi: api.replace(
      "{ name: view, in: query, required: true, schema: { type: string } }",
      "{ name: view, in: query, schema: { enum: ['1.10', '2.0'] } }",
    ),
    workflows: one(
      "operationId: read\nparameters: [{ name: id, in: path, value: a }, { name: view, in: query, value: 1.10 }]",
    ),
    warnings: ['value-outside-enum the query parameter `view` does not take 1.10 | Assumed: it is "1.10".'],
    lines: ['query: { view: "1.10" }'],
    sends: ["GET /things/a?view=1.10"],
    returns: {},
  },
  {
    name: "what an API answers as text and takes as a number is sent as it came",
    workflows: one(
      "operationId: list\noutputs: { id: $response.body#/id }",
      "{}",
      "- stepId: two\n  operationId: make\n  requestBody: { payload: { name: a, count: $steps.one.outputs.id } }",
    ),
    warnings: [
      "type-conflict the field `count` takes a number, and `$steps.one.outputs.id` is text or absent | Assumed: the field `count` takes it as it is given.",
    ],
    lines: ["count?: unknown;"],
    replies: [{ body: { id: "12" } }],
    sends: ["GET /things", "POST /things", '{"name":"a","count":"12"}'],
    returns: {},
  },
  {
    name: "a path with `{+name}` in it is one with a parameter, and what stands behind `?` is the query",
    openapi: api
      .replace("/things/{id}:", "/things/{+id}?kind=a%20b:")
      .replace("{ name: view, in: query, required: true,", "{ name: view, in: query,"),
    workflows: one("operationId: read\nparameters: [{ name: id, in: path, value: a }]"),
    warnings: [
      'missing-parameter the operation `read` requires the query parameter `kind` | Assumed: it is "a b", the only value that it has.',
      "invalid-document the path `/things/{+id}?kind=a%20b` holds `?`, which would not be sent as it is written | Assumed: `/things/{id}` is meant, with the query.",
      "invalid-document no path parameter describes `{+id}` of `/things/{+id}?kind=a%20b` | Assumed: `/things/{id}` is meant, with the query.",
    ],
    lines: ['api.GET("/things/{id}", {', 'query: { kind: "a b" }'],
    sends: ["GET /things/a?kind=a%20b"],
    returns: {},
  },
];
