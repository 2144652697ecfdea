import { yaml } from "../support/yaml.js";
import { one, outputs, type Row } from "./rows.js";

/** Documents with parts that are written from the habit of other formats and languages. */
export const rowsOfHabits: readonly Row[] = [
  {
    name: "a condition where a criterion belongs is that criterion",
    workflows: one(yaml`
      operationId: list
      successCriteria: [$statusCode == 200, { condition: $response.body#/id == 'a' }]
    `),
    warnings: ["invalid-document `successCriteria[0]` has to be an object, not text | Assumed: it is the condition."],
    lines: ["expect: 200"],
    replies: [{ body: { id: "a" } }],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "one criterion or action where a list belongs is a list of it",
    workflows: one(yaml`
      operationId: list
      successCriteria: { condition: $statusCode == 200 }
      onFailure: { name: gone, type: end }
    `),
    warnings: [
      "invalid-document `successCriteria` has to be a list, not an object | Assumed: it is a list of this one.",
      "invalid-document `onFailure` has to be a list, not an object | Assumed: it is a list of this one.",
    ],
    lines: ['return { outcome: "gone" };'],
    replies: [{ status: 500 }],
    sends: ["GET /things"],
    returns: { outcome: "gone" },
  },
  {
    name: "a list of outputs with names is the object of them",
    workflows: one(
      "operationId: list\noutputs: [{ name: id, value: $response.body#/id }]",
      "{}",
      "outputs: [{ name: id, value: $steps.one.outputs.id }]",
    ),
    warnings: [
      "invalid-document `outputs` has to be an object, not a list | Assumed: each is called by its `name`.",
      "invalid-document `outputs` has to be an object, not a list | Assumed: each is called by its `name`.",
    ],
    lines: ["return { id: one.data.id };"],
    replies: [{ body: { id: "a" } }],
    sends: ["GET /things"],
    returns: { id: "a" },
  },
  {
    name: "words in another case and numbers as texts are what they say",
    workflows: one(yaml`
      operationId: list
      parameters: [{ name: limit, in: Query, value: 1 }]
      onFailure: [{ name: again, type: RETRY, retryAfter: "0", retryLimit: "1" }]
    `),
    warnings: [
      'invalid-document `in` has to be `path`, `query`, `querystring`, `header` or `cookie`, not `Query` | Assumed: it is "query".',
      'invalid-document `type` has to be `end`, `goto` or `retry`, not `RETRY` | Assumed: it is "retry".',
      "invalid-document `retryAfter` has to be a number, not text | Assumed: it is 0.",
      "invalid-document `retryLimit` has to be a number, not text | Assumed: it is 1.",
    ],
    lines: ['retry.again(one.response, { name: "again", limit: 1, after: 0 })'],
    replies: [{ status: 404 }, { body: {} }],
    sends: ["GET /things?limit=1", "GET /things?limit=1"],
    returns: {},
  },
  {
    name: "fields of a body beside where its payload belongs are its payload",
    workflows: one("operationId: make\nrequestBody: { name: a, count: 1 }"),
    warnings: [
      "invalid-document `name` is no field that is known here | Assumed: it is a field of the payload.",
      "invalid-document `count` is no field that is known here | Assumed: it is a field of the payload.",
    ],
    lines: ['body: { name: "a", count: 1 },'],
    replies: [{ status: 201, body: {} }],
    sends: ["POST /things", '{"name":"a","count":1}'],
    returns: {},
  },
  {
    name: "inputs without the object around them are its properties",
    workflows: one("operationId: list\nparameters: [{ name: limit, in: query, value: $inputs.limit }]").replace(
      "inputs: { type: object, properties: {} }",
      "inputs: { limit: { type: integer } }",
    ),
    warnings: ["invalid-document the inputs are no schema of an object | Assumed: each is an input of this name."],
    lines: ["limit?: number | undefined;"],
    input: { limit: 2 },
    sends: ["GET /things?limit=2"],
    returns: {},
  },
  {
    name: "a version of two numbers, and one that is none, are the first of them",
    workflows: `${one("operationId: list")}\narazzo: 1.0\ninfo: { title: Given, version: 1.0 }`,
    warnings: [
      "unsupported-version `1` is no version of Arazzo that is read here | Assumed: it is 1.0.1.",
      "invalid-document `version` has to be text, not `1` | Assumed: it is the text `1.0`.",
    ],
    lines: [],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "operators of other languages are those of conditions, and an expression may lack its `$`",
    workflows: one(yaml`
      operationId: list
      successCriteria:
      - condition: $statusCode === 200
      - condition: statusCode = 200 and response.body#/id <> 'b'
      - condition: $response.body#/id == 'b' or $response.body#/list/0/a !== 'c'
    `),
    warnings: [
      "invalid-condition expected a value | Assumed: `$statusCode == 200` is meant.",
      "invalid-condition `statusCode` is neither text in quotes nor a runtime expression | Assumed: `$statusCode == 200 && $response.body#/id != 'b'` is meant.",
      "invalid-condition `or` is no operator of conditions | Assumed: `$response.body#/id == 'b' || $response.body#/list/0/a != 'c'` is meant.",
    ],
    lines: ['if (sameText(one.data.id, "b")) run.fail(one, "HTTP status is 200 and id is not b");'],
    replies: [{ body: { id: "a", list: [{ a: "d" }] } }],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "an expression without its `$`, by way of the step, or as a JSONPath in the answer is that expression",
    workflows: one(
      "operationId: list\noutputs: { id: response.body#/id, a: '$.list[0].a', b: '$response.body#/list[0]/a' }",
      "{}",
      yaml`
        - stepId: two
          operationId: make
          requestBody: { payload: { name: $steps.one.outputs.id } }
        outputs: { id: $steps.one.outputs.id, a: $steps.one.outputs.a, b: $steps.one.outputs.b, made: $steps.two.response.body#/id }
      `,
    ),
    warnings: [
      "invalid-expression `response.body#/id`: a runtime expression starts with `$` | Assumed: `$response.body#/id` is meant.",
      "invalid-expression `$.list[0].a`: expected a word after `$` | Assumed: `$response.body.list[0].a` is meant.",
      "unknown-pointer `$response.body#/list[0]/a`: the schema knows no `list[0]` there | Assumed: `$response.body#/list/0/a` is meant.",
      "invalid-expression `$steps.two.response.body#/id`: expected `.outputs.` after the id | Assumed: `$steps.two.outputs.response.body#/id` is meant.",
      "unknown-output `$steps.two.outputs.response.body#/id`: `two` has no output `response.body` | Assumed: the output is `$response.body`.",
    ],
    lines: ["body: { name: id },"],
    replies: [{ body: { id: "T", list: [{ a: "A" }] } }, { status: 201, body: { id: "U" } }],
    sends: ["GET /things", "POST /things", '{"name":"T"}'],
    returns: { id: "T", a: "A", b: "A", made: "U" },
  },
  {
    name: "a method and a path where an operationId belongs is the operation",
    workflows: one(
      "operationId: GET /things\noutputs: { id: $response.body#/id }",
      "{}",
      outputs("$steps.one.outputs.id"),
    ),
    warnings: [
      "unknown-operation no source description has an operation `GET /things` | Assumed: it is an `operationPath`.",
    ],
    lines: ['api.GET("/things", {'],
    replies: [{ body: { id: "a" } }],
    sends: ["GET /things"],
    returns: { out: "a" },
  },
];
