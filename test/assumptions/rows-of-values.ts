import { yaml } from "../support/yaml.js";
import { api, one, outputs, type Row } from "./rows.js";

/** Documents with values in other forms than they have to be in, and clear all the same. */
export const rowsOfValues: readonly Row[] = [
  {
    name: "an output that is no expression is what it says",
    workflows: one(
      "operationId: list\noutputs: { found: true, kind: a thing }",
      "{}",
      yaml`
        - stepId: two
          operationId: read
          parameters:
          - { name: id, in: path, value: $steps.one.outputs.kind }
          - { name: view, in: query, value: 'found {$steps.one.outputs.found}' }
          onFailure: [{ name: gone, type: end }]
        outputs: { status: Done, isNew: false, count: 0, found: $steps.one.outputs.found }
      `,
    ),
    warnings: [
      "invalid-document `found` has to be text, not true or false | Assumed: the output is true.",
      'invalid-expression `a thing`: a runtime expression starts with `$` | Assumed: the output is "a thing".',
      'invalid-expression `Done`: a runtime expression starts with `$` | Assumed: the output is "Done".',
      "invalid-document `isNew` has to be text, not true or false | Assumed: the output is false.",
      "invalid-document `count` has to be text, not `0` | Assumed: the output is 0.",
    ],
    lines: [
      'status: "Done";',
      "isNew: false;",
      "count: 0;",
      "found: true;",
      'params: { path: { id: "a thing" }, query: { view: "found true" } },',
      'return { outcome: "completed", status: "Done", isNew: false, count: 0, found: true };',
    ],
    sends: ["GET /things", "GET /things/a%20thing?view=found%20true"],
    returns: { outcome: "completed", status: "Done", isNew: false, count: 0, found: true },
    stays: true,
  },
  {
    name: "any item of a list is the first, where one value is taken and it is only read",
    workflows: one(
      "operationId: list\noutputs: { things: $response.body#/list }",
      "{}",
      yaml`
        - stepId: two
          operationId: read
          parameters:
          - { name: id, in: path, value: '$steps.one.outputs.things[*].a' }
          - { name: view, in: query, value: 'of {$steps.one.outputs.things[n].a}' }
      `,
    ),
    warnings: [
      "invalid-expression `$steps.one.outputs.things[*].a`: expected an index or a quoted name between `[` and `]` | Assumed: `$steps.one.outputs.things.a` is meant.",
      "unknown-pointer `$steps.one.outputs.things.a`: there is a list, which has no `a`; its items have | Assumed: the first item of the list is meant: `$steps.one.outputs.things#/0/a`.",
      "invalid-expression `of {$steps.one.outputs.things[n].a}`: expected an index or a quoted name between `[` and `]` | Assumed: `$steps.one.outputs.things.a` is meant.",
      "unknown-pointer `$steps.one.outputs.things.a`: there is a list, which has no `a`; its items have | Assumed: the first item of the list is meant: `$steps.one.outputs.things#/0/a`.",
    ],
    lines: ['run.required(one, "list", 0, "a")'],
    replies: [{ body: { list: [{ a: "A" }, { a: "B" }] } }, { body: {} }],
    sends: ["GET /things", "GET /things/A?view=of%20A"],
    returns: {},
  },
  {
    name: "and each of them, where a list is taken",
    workflows: one(
      "operationId: list\noutputs: { things: $response.body#/list }",
      "{}",
      "- { stepId: two, operationId: list, parameters: [{ name: tags, in: query, value: '$steps.one.outputs.things[].a' }] }",
    ),
    warnings: [
      "invalid-expression `$steps.one.outputs.things[].a`: expected an index or a quoted name between `[` and `]` | Assumed: `$[*].a` in `$steps.one.outputs.things` is meant, which is a list.",
    ],
    lines: ['params: { query: { tags: each(one.data.list, "a") } },'],
    replies: [{ body: { list: [{ a: "A" }, { a: "B" }] } }, { body: {} }],
    sends: ["GET /things", "GET /things?tags=A&tags=B"],
    returns: {},
  },
  {
    name: "an output that is called like a part of the answer is that part",
    workflows: one(
      "operationId: list",
      "{}",
      "outputs: { id: $steps.one.outputs.response.body.id, a: '$steps.one.outputs.response.body#/list/0/a' }",
    ),
    warnings: [
      "unknown-output `$steps.one.outputs.response.body.id`: `one` has no output `response.body.id` | Assumed: the output is `$response.body.id`.",
      "unknown-output `$steps.one.outputs.response.body#/list/0/a`: `one` has no output `response.body` | Assumed: the output is `$response.body`.",
    ],
    lines: ["return { id: one.data.id, a: one.data.list?.[0]?.a };"],
    replies: [{ body: { id: "I", list: [{ a: "A" }] } }],
    sends: ["GET /things"],
    returns: { id: "I", a: "A" },
  },
  {
    name: "a default of another type is the value that it is written like, and an empty one is none",
    workflows: one(
      yaml`
        operationId: list
        parameters:
        - { name: limit, in: query, value: $inputs.limit }
        - { name: all, in: query, value: $inputs.all }
        - { name: tags, in: query, value: $inputs.tags }
      `,
      '{ limit: { type: integer, default: "10" }, all: { type: boolean, default: "true" }, tags: { type: array, items: { type: string }, default: "" } }',
    ),
    warnings: [
      'type-conflict the default of the input `limit` is "10", where a number is wanted | Assumed: it is 10.',
      'type-conflict the default of the input `all` is "true", where true or false is wanted | Assumed: it is true.',
      'type-conflict the default of the input `tags` is "", where a list (each text) is wanted | Assumed: nothing stands in for the input.',
    ],
    lines: ["const limit = input.limit ?? 10;", "const all = input.all ?? true;", "tags: input.tags"],
    sends: ["GET /things?limit=10&all=true"],
    returns: {},
  },
  {
    name: "words without quotes behind `==` and `!=` are a text",
    workflows: one(yaml`
      operationId: list
      successCriteria:
      - condition: $response.body#/id == in progress && $response.body#/list/0/a != done
      - condition: ($response.body#/any == open || $response.body#/any == True)
    `),
    warnings: [
      "invalid-condition `in progress` is neither text in quotes nor a runtime expression | Assumed: `$response.body#/id == 'in progress' && $response.body#/list/0/a != 'done'` is meant.",
      "invalid-condition `open` is neither text in quotes nor a runtime expression | Assumed: `($response.body#/any == 'open' || $response.body#/any == true)` is meant.",
    ],
    lines: ['sameText(one.data.id, "in progress")', 'sameText(one.data.list?.[0]?.a, "done")'],
    replies: [{ body: { id: "In Progress", list: [{ a: "b" }], any: true } }],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "a condition in three fields is a comparison",
    workflows: one(yaml`
      operationId: list
      successCriteria:
      - { context: $statusCode, condition: ==, value: 200 }
      - { context: $response.body.id, condition: "!=", value: it's }
    `),
    warnings: [
      "invalid-document `value` is no field that is known here | Assumed: the condition is `$statusCode == 200`.",
      "invalid-document `value` is no field that is known here | Assumed: the condition is `$response.body.id != 'it''s'`.",
    ],
    lines: ["expect: 200", `if (sameText(one.data.id, "it's")) run.fail`],
    replies: [{ body: { id: "IT'S" } }],
    sends: ["GET /things"],
    fails: "StepFailedError: workflow test, step one: GET URL/things answered 200; expected: id is not 'it''s'",
  },
  {
    name: "a step without an id is called by its place, and a component by its key",
    workflows: yaml`
      workflows:
      - workflowId: test
        steps:
        - operationId: list
          onFailure: [{ name: $components.failureActions.again }]
      components:
        failureActions: { again: { type: retry, retryLimit: 1 } }
    `,
    openapi: api,
    warnings: [
      "invalid-document `stepId` is missing | Assumed: it is called `step-1`.",
      "invalid-document `type` is missing | Assumed: `reference: $components.failureActions.again` is meant.",
      "invalid-document `name` is missing | Assumed: it is called `again`.",
    ],
    lines: ['run.retry("step-1")', 'name: "again", limit: 1'],
    replies: [{ status: 404 }, { body: {} }],
    sends: ["GET /things", "GET /things"],
    returns: {},
  },
  {
    name: "the length of a list is the number of its items",
    workflows: one(
      yaml`
        operationId: list
        successCriteria: [{ condition: $response.body.list.length > 0 }]
        outputs: { count: $response.body#/list/length, things: $response.body#/list }
      `,
      "{}",
      yaml`
        - stepId: two
          operationId: make
          requestBody: { payload: { name: 'of {$steps.one.outputs.things.length}', count: $steps.one.outputs.count } }
        outputs: { count: $steps.one.outputs.count }
      `,
    ),
    warnings: [
      "unknown-pointer `$response.body.list.length`: the schema knows no `length` there | Assumed: the number of its items is meant.",
      "unknown-pointer `$response.body#/list/length`: the schema knows no `length` there | Assumed: the number of its items is meant.",
      "unknown-pointer `$steps.one.outputs.things.length`: the schema knows no `length` there | Assumed: the number of its items is meant.",
    ],
    lines: ["run.present(one.data.list?.length,", "count: number;"],
    replies: [{ body: { list: [{ a: "A" }, {}] } }, { status: 201, body: {} }],
    sends: ["GET /things", "POST /things", '{"name":"of 2","count":2}'],
    returns: { count: 2 },
    stays: true,
  },
  {
    name: "a list of which nothing more is known is sent where a list is taken",
    workflows: one(
      "operationId: list\noutputs: { all: $response.body#/any }",
      "{}",
      "- { stepId: two, operationId: list, parameters: [{ name: tags, in: query, value: '$steps.one.outputs.all[*].id' }] }",
    ),
    warnings: [
      "invalid-expression `$steps.one.outputs.all[*].id`: expected an index or a quoted name between `[` and `]` | Assumed: `$[*].id` in `$steps.one.outputs.all` is meant, which is a list.",
      "type-conflict the query parameter `tags` takes a list (each text), and what the Selector Object picks is a list | Assumed: the query parameter `tags` takes it as it is given.",
    ],
    lines: ['queryJson(run, one.data.any, "$[*].id")', "tags?: unknown;"],
    replies: [{ body: { any: [{ id: 1 }, { id: 2 }] } }, { body: {} }],
    sends: ["GET /things", "GET /things?tags=1&tags=2"],
    returns: {},
  },
  {
    name: "a name with brackets that is declared is that name",
    workflows: one(
      "operationId: list\nparameters: [{ name: tags, in: query, value: '$inputs.tag[]' }]",
      "{ 'tag[]': { type: array, items: { type: string } } }",
    ),
    warnings: [
      "invalid-expression `$inputs.tag[]`: expected an index or a quoted name between `[` and `]` | Assumed: `$inputs#/tag[]` is meant.",
    ],
    lines: ['tags: input["tag[]"]'],
    input: { "tag[]": ["a"] },
    sends: ["GET /things?tags=a"],
    returns: {},
  },
  {
    name: "a field of a payload that is called like the schema of the body is the body",
    openapi: api,
    workflows: one(
      "operationId: make\nrequestBody: { payload: { NewThing: { name: a, count: 1 } } }",
      "{}",
      "- { stepId: two, operationId: make, requestBody: { payload: { NewThing: $inputs.thing } } }",
    ).replace("properties: {}", "properties: { thing: { type: object } }, required: [thing]"),
    warnings: [
      "unknown-field the body of `make` has no field `NewThing` | Assumed: it is the body itself.",
      "unknown-field the body of `make` has no field `NewThing` | Assumed: it is the body itself.",
    ],
    lines: ['body: { name: "a", count: 1 },', "body: input.thing,"],
    input: { thing: { name: "b" } },
    replies: [
      { status: 201, body: {} },
      { status: 201, body: {} },
    ],
    sends: ["POST /things", '{"name":"a","count":1}', "POST /things", '{"name":"b"}'],
    returns: {},
  },
  {
    name: "a property of an answer that is a list of which nothing more is known is there",
    openapi: api.replace(
      '"200": { description: Text., content: { text/plain: { schema: { type: string } } } }',
      '"200": { description: Text., content: { application/json: { schema: { type: array } } } }',
    ),
    workflows: one("operationId: text\noutputs: { ok: $response.body#/ok }", "{}", outputs("$steps.one.outputs.ok")),
    warnings: [
      "unknown-pointer `$response.body#/ok`: the schema knows no `ok` there | Assumed: the API's document is wrong there, and the answer is of any type.",
    ],
    lines: ["out?: unknown;"],
    replies: [{ body: { ok: true } }],
    sends: ["GET /text"],
    returns: { out: true },
  },
  {
    name: "an operationPath in place of an operationId is that path",
    workflows: one("operationId: $sourceDescriptions.api#/paths/~1things/get"),
    warnings: [
      "invalid-expression expected `.` and an operationId, a workflowId or `url` after the name of a source description | Assumed: it is an `operationPath`.",
    ],
    lines: ['api.GET("/things", {'],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "of several operations of one id that is meant which is not deprecated",
    openapi: api.replace(
      "/text:",
      "/old:\n    get: { operationId: text, deprecated: true, responses: { '200': { description: Old. } } }\n  /text:",
    ),
    workflows: one("operationId: text"),
    warnings: [
      "ambiguous-operation several operations have the id `text` | Assumed: `{$sourceDescriptions.api.url}#/paths/~1text/get` is meant, the only one of these that is not deprecated.",
    ],
    lines: ['api.GET("/text", {'],
    replies: [{ headers: { "content-type": "text/plain" }, body: "ok" }],
    sends: ["GET /text"],
    returns: {},
  },
  {
    name: "or whose body has the fields that are given",
    openapi: api.replace(
      "/text:",
      "/names:\n    post: { operationId: make, requestBody: { content: { application/json: { schema: { type: object, properties: { text: { type: string } } } } } }, responses: { '200': { description: Done. } } }\n  /text:",
    ),
    workflows: one("operationId: make\nrequestBody: { payload: { text: a } }"),
    warnings: [
      "ambiguous-operation several operations have the id `make` | Assumed: `{$sourceDescriptions.api.url}#/paths/~1names/post` is meant, the only one whose body has the fields that the step gives.",
    ],
    lines: ['api.POST("/names", {'],
    sends: ["POST /names", '{"text":"a"}'],
    returns: {},
  },
  {
    name: "of steps of one id the last is meant by what comes behind all of them",
    workflows: one(
      "operationId: form",
      "{}",
      yaml`
        - { stepId: one, operationId: list, outputs: { id: $response.body#/id } }
        - { stepId: two, operationId: make, requestBody: { payload: { name: $steps.one.outputs.id } } }
        outputs: { id: $steps.one.outputs.id }
      `,
    ),
    warnings: ["duplicate-id another step of the workflow is called `one` | Assumed: that one is called `one-1`."],
    lines: ['run.step("one-1",', "body: { name: id },", "return { id };"],
    replies: [{ body: {} }, { body: { id: "I" } }, { status: 201, body: {} }],
    sends: ["POST /forms", "GET /things", "POST /things", '{"name":"I"}'],
    returns: { id: "I" },
  },
];
