import { yaml } from "../support/yaml.js";
import { api, one, outputs, type Row } from "./rows.js";

const takes = (schema: string): string =>
  api.replace('schema: { $ref: "#/components/schemas/NewThing" }', `schema: ${schema}`);
const things = one(
  "operationId: list\noutputs: { things: $response.body#/list, id: $response.body#/id }",
  "{}",
  yaml`
    - stepId: two
      operationId: make
      requestBody: { payload: { name: 'Of {$steps.one.outputs.things.a}' } }
  `,
);
const oneItem =
  "unknown-pointer `$steps.one.outputs.things.a`: there is a list, which has no `a`; its items have | Assumed: the list has one item, which is meant; several are an error, and `$steps.one.outputs.things#/0/a` would be the first.";

/** Documents that take one for many, or many for one. */
export const rowsOfLists: readonly Row[] = [
  {
    name: "a property of a list is that of its only item, where something is changed with it",
    workflows: things,
    warnings: [oneItem],
    lines: ['only(run, one.data.list, "one", "$steps.one.outputs.things.a")?.a', "body: { name: `Of ${a}` },"],
    replies: [{ body: { list: [{ a: "A" }] } }, { status: 201, body: {} }],
    sends: ["GET /things", "POST /things", '{"name":"Of A"}'],
    returns: {},
    stays: true,
  },
  {
    name: "and nothing is sent where the list has several",
    workflows: things,
    warnings: [oneItem],
    lines: [],
    replies: [{ body: { list: [{ a: "A" }, { a: "B" }] } }],
    sends: ["GET /things"],
    fails:
      "InvalidInputError: workflow test, step one: $steps.one.outputs.things.a means the only item of a list, which has 2",
    stays: true,
  },
  {
    name: "a property of a list in a parameter of all steps is that of its only item",
    openapi: api.replace(
      "get: { operationId: text,",
      "get: { operationId: text, parameters: [{ name: X-Trace, in: header, schema: { type: string } }],",
    ),
    workflows: yaml`
      workflows:
      - workflowId: test
        parameters: [{ name: X-Trace, in: header, value: $steps.one.outputs.things.a }]
        steps:
        - { stepId: one, operationId: list, outputs: { things: $response.body#/list } }
        - { stepId: two, operationId: text }
    `,
    warnings: [oneItem],
    lines: ["only(run, one.data.list,"],
    replies: [{ body: { list: [{ a: "A" }] } }, { headers: { "content-type": "text/plain" }, body: "" }],
    sends: ["GET /things", "GET /text", "x-trace: A"],
    returns: {},
    stays: true,
  },
  {
    name: "a value where a list is taken is a list of this one",
    openapi: takes("{ type: object, properties: { names: { type: array, items: { type: string } } } }"),
    workflows: things.replace("{ name: 'Of {$steps.one.outputs.things.a}' }", "{ names: $steps.one.outputs.id }"),
    warnings: [
      "type-conflict the field `names` takes a list (each text), and `$steps.one.outputs.id` is text or absent | Assumed: it is a list of this one.",
    ],
    lines: ["body: { names: [id] },"],
    replies: [{ body: { id: "A" } }, { status: 201, body: {} }],
    sends: ["GET /things", "POST /things", '{"names":["A"]}'],
    returns: {},
  },
  {
    name: "an object in place of a body that is a list is the only item of it",
    openapi: takes('{ type: array, items: { $ref: "#/components/schemas/NewThing" } }'),
    workflows: one("operationId: make\nrequestBody: { payload: { name: a, count: 1 } }"),
    warnings: [
      "type-conflict the body of `make` takes a list (each an object), not this one | Assumed: it is a list of this one.",
    ],
    lines: ['body: [{ name: "a", count: 1 }],'],
    replies: [{ status: 201, body: {} }],
    sends: ["POST /things", '[{"name":"a","count":1}]'],
    returns: {},
  },
  {
    name: "a text with commas in it is the list of what stands between them",
    openapi: api.replace(
      "limit, in: query, schema: { type: integer }",
      "limit, in: query, schema: { type: array, items: { type: integer } }",
    ),
    workflows: one(
      'operationId: list\nparameters: [{ name: tags, in: query, value: "a, b" }, { name: limit, in: query, value: "1,2" }]',
    ),
    warnings: [
      'type-conflict the query parameter `tags` takes a list (each text), not "a, b" | Assumed: it is the list ["a","b"].',
      'type-conflict the query parameter `limit` takes a list (each a number), not "1,2" | Assumed: it is the list [1,2].',
    ],
    lines: ['query: { tags: ["a", "b"], limit: [1, 2] }'],
    sends: ["GET /things?tags=a&tags=b&limit=1&limit=2"],
    returns: {},
  },
  {
    name: "an answer that is documented under a name as something else is of any type",
    openapi: api
      .replace(
        "content: { text/plain: { schema: { type: string } } }",
        'content: { application/json: { schema: { $ref: "#/components/schemas/Names" } } }',
      )
      .replace("NewThing: {", "Names: { type: array, items: { type: string } }\n    NewThing: {"),
    workflows: one("operationId: text\noutputs: { x: $response.body#/0/a }", "{}", outputs("$steps.one.outputs.x")),
    warnings: [
      "unknown-pointer `$response.body#/0/a`: the schema knows no `a` there | Assumed: the API's document is wrong there, and the answer is of any type.",
    ],
    lines: ["out?: unknown;"],
    replies: [{ body: [{ a: 1 }] }],
    sends: ["GET /text"],
    returns: { out: 1 },
  },
  {
    name: "a property that neither a list nor its items have is one of the items",
    workflows: one(
      "operationId: list\noutputs: { things: $response.body#/list }",
      "{}",
      outputs("$steps.one.outputs.things.extra"),
    ),
    warnings: [
      "unknown-pointer `$steps.one.outputs.things.extra`: the schema knows no `extra` there | Assumed: the API's document does not list `extra`, and it is there all the same, of any type.",
      "unknown-pointer `$steps.one.outputs.things.extra`: there is a list, which has no `extra`; its items have | Assumed: the first item of the list is meant: `$steps.one.outputs.things#/0/extra`.",
    ],
    lines: ["extra?: unknown;", "return { out: one.data.list?.[0]?.extra };"],
    replies: [{ body: { list: [{ extra: 1 }] } }],
    sends: ["GET /things"],
    returns: { out: 1 },
  },
  {
    name: "and the answer is of any type where it is a list itself, and an output for all reads it",
    openapi: api.replace(
      "content: { text/plain: { schema: { type: string } } }",
      "content: { application/json: { schema: { type: array, items: { type: object, properties: { a: { type: string } } } } } }",
    ),
    workflows: one("operationId: text\noutputs: { x: $response.body#/extra }", "{}", outputs("$steps.one.outputs.x")),
    warnings: [
      "unknown-pointer `$response.body#/extra`: the schema knows no `extra` there | Assumed: the API's document is wrong there, and the answer is of any type.",
    ],
    lines: ["out?: unknown;"],
    replies: [{ body: { extra: 1 } }],
    sends: ["GET /text"],
    returns: { out: 1 },
  },
];
