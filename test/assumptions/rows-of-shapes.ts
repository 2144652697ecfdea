import { yaml } from "../support/yaml.js";
import { api, one, outputs, type Row } from "./rows.js";

/** Documents with parts that are not of the shape that the specifications ask for, and clear all the same. */
export const rowsOfShapes: readonly Row[] = [
  {
    name: "a field with nothing in it is as if it were not there",
    workflows: one(
      'operationId: list\ndescription: ""\noperationPath: ""\nparameters: null\noutputs: null\nonFailure: null',
    ),
    warnings: [
      "invalid-document `operationPath` has to be text that is not empty | Assumed: it is as if it were not there.",
      "invalid-document `parameters` has to be a list, not null | Assumed: it is as if it were not there.",
      "invalid-document `outputs` has to be an object, not null | Assumed: it is as if it were not there.",
      "invalid-document `onFailure` has to be a list, not null | Assumed: it is as if it were not there.",
    ],
    lines: ['api.GET("/things", {'],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "a text where a list belongs is a list of one",
    workflows: yaml`
      workflows:
      - workflowId: first
        steps:
        - { stepId: one, operationId: list }
        outputs: { id: $steps.one.outputs.id }
      - workflowId: test
        dependsOn: first
        steps:
        - { stepId: one, operationId: text }
    `.replace("operationId: list }", "operationId: list, outputs: { id: $response.body#/id } }"),
    warnings: ["invalid-document `dependsOn` has to be a list, not text | Assumed: it is a list of this one."],
    lines: ["dependencies"],
    run: "first",
    replies: [{ body: { id: "a" } }],
    sends: ["GET /things"],
    returns: { id: "a" },
  },
  {
    name: "an action without a name is called by its list and its type",
    workflows: one(yaml`
      operationId: list
      onFailure:
      - { type: end, criteria: [{ condition: $statusCode == 404 }] }
      - { type: end }
    `),
    warnings: [
      "invalid-document `name` is missing | Assumed: it is called `onFailure-end`.",
      "invalid-document `name` is missing | Assumed: it is called `onFailure-end-2`.",
    ],
    lines: ['outcome: "onFailure-end"', 'outcome: "onFailure-end-2"'],
    replies: [{ status: 500 }],
    sends: ["GET /things"],
    returns: { outcome: "onFailure-end-2" },
  },
  {
    name: "what belongs to a retry says nothing in another action",
    workflows: one(yaml`
      operationId: list
      onFailure: [{ name: gone, type: end, retryAfter: 0, retryLimit: 3 }]
    `),
    warnings: [
      "invalid-document `retryAfter` belongs to an action of type `retry` | Assumed: it says nothing, and is ignored.",
      "invalid-document `retryLimit` belongs to an action of type `retry` | Assumed: it says nothing, and is ignored.",
    ],
    lines: ['outcome: "gone"'],
    replies: [{ status: 404 }],
    sends: ["GET /things"],
    returns: { outcome: "gone" },
  },
  {
    name: "a condition that needs a context and has none is about the body",
    workflows: one(yaml`
      operationId: text
      successCriteria: [{ condition: ^ok, type: regex }]
    `),
    warnings: [
      "invalid-document a condition of type `regex` needs a `context` | Assumed: the condition is about the body of the answer.",
    ],
    lines: ["/^ok/"],
    replies: [{ headers: { "content-type": "text/plain" }, body: "ok" }],
    sends: ["GET /text"],
    returns: {},
  },
  {
    name: "a type that JSON Schema does not have is the one that is meant",
    openapi: api
      .replace("id: { type: string }", "id: { type: uuid }, price: { type: float }")
      .replace("any: {}", "any: { type: any }"),
    workflows: one(
      "operationId: list\noutputs: { price: $response.body#/price, any: $response.body#/any }",
      "{}",
      "outputs: { price: $steps.one.outputs.price, any: $steps.one.outputs.any }",
    ),
    warnings: [
      "invalid-document `uuid` is no type that JSON Schema knows | Assumed: `string` is meant.",
      "invalid-document `float` is no type that JSON Schema knows | Assumed: `number` is meant.",
      "invalid-document `any` is no type that JSON Schema knows | Assumed: it is of any type.",
    ],
    lines: ["price?: number | undefined;", "any?: unknown;"],
    replies: [{ body: { price: 1.5, any: "a" } }],
    sends: ["GET /things"],
    returns: { price: 1.5, any: "a" },
  },
  {
    name: "a keyword of a schema that is not of its kind says nothing",
    openapi: api.replace("Thing: { type: object,", "Thing: { required: true, type: object,"),
    workflows: one(
      "operationId: list\noutputs: { a: $response.body#/list/0/a }",
      "{}",
      outputs("$steps.one.outputs.a"),
    ),
    warnings: [
      "invalid-document `required` has to be a list, not true or false | Assumed: it says nothing, and is ignored.",
    ],
    lines: ["out?: string | undefined;"],
    replies: [{ body: { list: [{ a: "b" }] } }],
    sends: ["GET /things"],
    returns: { out: "b" },
  },
  {
    name: "a parameter of a path that is not described is a text",
    openapi: api.replace(
      "- { name: id, in: path, required: true, schema: { type: string } }",
      "- { name: more, in: query }",
    ),
    workflows: one(
      "operationId: read\nparameters: [{ name: id, in: path, value: $inputs.id }, { name: view, in: query, value: b }]",
      "{ id: { type: string } }",
    ),
    warnings: ["invalid-document no path parameter describes `{id}` of `/things/{id}` | Assumed: it is a text."],
    lines: ["id: string;", "path: { id: input.id }"],
    input: { id: "a" },
    sends: ["GET /things/a?view=b"],
    returns: {},
  },
  {
    name: "a server whose variable has no default is named by whoever calls",
    openapi: `${api}\nservers: [{ url: "{Endpoint}", variables: { Endpoint: { description: Yours. } } }]`,
    workflows: one("operationId: list"),
    warnings: [
      'no-server the server `{Endpoint}` leaves {Endpoint} open: the variable has no default | Name it: --server api=URL, or give each call the option baseUrl: { "api": URL }.',
      "invalid-document `default` is missing | Assumed: whoever calls names the server.",
    ],
    lines: ['"source:api"'],
    sends: ["GET /things"],
    returns: {},
    stays: true,
  },
  {
    name: "an output that is an object holds its expression as `value`, beside which things are said of it",
    workflows: one(
      yaml`
        operationId: list
        outputs:
          id: { value: $response.body#/id, description: Which one., type: string }
          any: { expression: $response.body#/any }
      `,
      "{}",
      "outputs: { id: { description: Which one., value: $steps.one.outputs.id }, any: $steps.one.outputs.any }",
    ),
    warnings: [
      "invalid-document an output is a runtime expression or a Selector Object, and no other object | Assumed: it is `$response.body#/id`.",
      "invalid-document an output is a runtime expression or a Selector Object, and no other object | Assumed: it is `$response.body#/any`.",
      "invalid-document an output is a runtime expression or a Selector Object, and no other object | Assumed: it is `$steps.one.outputs.id`.",
    ],
    lines: ["id?: string | undefined;", "return { id: one.data.id, any: one.data.any };"],
    replies: [{ body: { id: "T1", any: 3 } }],
    sends: ["GET /things"],
    returns: { id: "T1", any: 3 },
  },
];
