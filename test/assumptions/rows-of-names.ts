import { yaml } from "../support/yaml.js";
import { api, one, outputs, type Row } from "./rows.js";

const closed = api.replace(
  'schema: { $ref: "#/components/schemas/NewThing" }',
  "schema: { type: object, additionalProperties: false, required: [status], properties: { status: { type: string }, note: { type: string } } }",
);
const statusMeant = "unknown-field the body of `make` has no field `thingStatus` | Assumed: `status` is meant.";
const person =
  "{ who: { oneOf: [{ type: object, properties: { name: { type: string } } }, { type: object, properties: { uri: { type: string } } }] } }";
const sendsPerson = (payload: string): string =>
  one(`operationId: make\nrequestBody: { payload: '${payload}' }`, person).replace(
    "properties: { who:",
    "required: [who], properties: { who:",
  );

/** Documents that call things by other names than they have, and leave others out. */
export const rowsOfNames: readonly Row[] = [
  {
    name: "a parameter that is called by the same words is that parameter",
    openapi: api.replaceAll("things/{id}", "things/{thingId}").replace("name: id, in: path", "name: thingId, in: path"),
    workflows: one(
      "operationId: read\nparameters: [{ name: thing_id, in: path, value: a }, { name: View, in: query, value: b }]",
    ),
    warnings: [
      "unknown-parameter the operation `read` has no path parameter `thing_id` | Assumed: `thingId` is meant.",
      "unknown-parameter the operation `read` has no query parameter `View` | Assumed: `view` is meant.",
    ],
    lines: ['path: { thingId: "a" }, query: { view: "b" }'],
    sends: ["GET /things/a?view=b"],
    returns: {},
  },
  {
    name: "a property that is read by the same words is that property",
    openapi: api.replace("any: {}", "ThingName: { type: string }"),
    workflows: one(
      "operationId: list\noutputs: { x: $response.body#/thing_name }",
      "{}",
      outputs("$steps.one.outputs.x"),
    ),
    warnings: [
      "unknown-pointer `$response.body#/thing_name`: the schema knows no `thing_name` there | Assumed: `$response.body#/ThingName` is meant.",
    ],
    lines: ["out?: string | undefined;", "return { out: one.data.ThingName };"],
    replies: [{ body: { ThingName: "a" } }],
    sends: ["GET /things"],
    returns: { out: "a" },
  },
  {
    name: "a field that ends in the name of the only one that is missing, and is the only one too many, is that one",
    openapi: closed,
    workflows: one("operationId: make\nrequestBody: { payload: { note: n, thingStatus: done } }"),
    warnings: [statusMeant],
    lines: ['status: "done"'],
    replies: [{ status: 201, body: {} }],
    sends: ["POST /things", '{"note":"n","status":"done"}'],
    returns: {},
  },
  {
    name: "the same in a text that is JSON",
    openapi: closed,
    workflows: one(`operationId: make\nrequestBody: { payload: '{ "thingStatus": "done" }' }`),
    warnings: [statusMeant],
    lines: ['body: { status: "done" },'],
    replies: [{ status: 201, body: {} }],
    sends: ["POST /things", '{"status":"done"}'],
    returns: {},
  },
  {
    name: "an output that a step does not declare is what its answer has of that name",
    workflows: one("operationId: list", "{}", outputs("$steps.one.outputs.list#/0/a")),
    warnings: [
      "unknown-output `$steps.one.outputs.list#/0/a`: `one` has no output `list` | Assumed: the output is `$response.body#/list`.",
    ],
    lines: ["out?: string | undefined;", "return { out: one.data.list?.[0]?.a };"],
    replies: [{ body: { list: [{ a: "A" }] } }],
    sends: ["GET /things"],
    returns: { out: "A" },
  },
  {
    name: "an output of the wrong step is that of the only one before it that has it",
    workflows: one(
      "operationId: list\noutputs: { made: $response.body#/id }",
      "{}",
      yaml`
        - stepId: two
          operationId: make
          requestBody: { payload: { name: $steps.two.outputs.made } }
        - stepId: three
          operationId: form
        outputs: { out: $steps.three.outputs.made }
      `,
    ),
    warnings: [
      "forward-reference `$steps.two.outputs.made`: the step `two` is this step | Assumed: `$steps.one.outputs.made` is meant.",
      "unknown-output `$steps.three.outputs.made`: `three` has no output `made` | Assumed: `$steps.one.outputs.made` is meant.",
    ],
    lines: ["body: { name: made },", "return { out: made };"],
    replies: [{ body: { id: "A" } }, { status: 201, body: {} }, { body: {} }],
    sends: ["GET /things", "POST /things", '{"name":"A"}', "POST /forms"],
    returns: { out: "A" },
  },
  {
    name: "a field that is but one expression is left out where its value is missing",
    workflows: sendsPerson('{ "name": "a", "nick": "{$inputs.who#/name}" }'),
    openapi: api.replace("count: { type: integer }", "nick: { type: string }"),
    warnings: [
      "type-conflict `$inputs.who#/name` may be missing, and cannot be a text | Assumed: the field is left out then.",
    ],
    stays: true,
    lines: ['nick: at(input.who, "name")'],
    input: { who: { uri: "b" } },
    replies: [{ status: 201, body: {} }],
    sends: ["POST /things", '{"name":"a"}'],
    returns: {},
  },
  {
    name: "a value that an input may not have is checked where a request cannot do without it",
    workflows: sendsPerson('{ "name": "{$inputs.who#/name}" }'),
    warnings: [
      "type-conflict `$inputs.who#/name` may be missing, and cannot be a text | Assumed: it is there, which is checked before it is sent.",
    ],
    lines: ['checked(run, at(input.who, "name"), "string", "one", "$inputs.who#/name")'],
    input: { who: { uri: "b" } },
    sends: [],
    fails:
      "InvalidInputError: workflow test, step one: $inputs.who#/name goes to where nothing fits but string, and is undefined",
    stays: true,
  },
  {
    name: "a document of 1.0 with what came with 1.1 is one of 1.1",
    workflows: one(
      "operationId: list\ntimeout: 2000\noutputs: { a: { context: $response.body, selector: '$.list[0].a', type: { type: jsonpath, version: draft-goessner-dispatch-jsonpath-00 } } }",
      "{}",
      "- { stepId: two, dependsOn: [one], operationId: list }\noutputs: { a: $steps.one.outputs.a }",
    ),
    warnings: [
      "invalid-document `timeout` of a step is a field of Arazzo 1.1, and this document is 1.0 | Assumed: the document is one of Arazzo 1.1.",
      "invalid-document a Selector Object is a part of Arazzo 1.1, and this document is 1.0 | Assumed: the document is one of Arazzo 1.1.",
      "unsupported-feature JSONPath in its version `draft-goessner-dispatch-jsonpath-00` is not supported | Assumed: it means the same in RFC 9535.",
      "invalid-document `dependsOn` of a step is a field of Arazzo 1.1, and this document is 1.0 | Assumed: the document is one of Arazzo 1.1.",
    ],
    lines: ["timeout: 2_000"],
    replies: [{ body: { list: [{ a: "A" }] } }, { body: {} }],
    sends: ["GET /things", "GET /things"],
    returns: { a: "A" },
  },
  {
    name: "a source description that no step needs is not read",
    workflows: `sourceDescriptions: [{ name: api, url: ./openapi.yaml }, { name: other, url: ./none.yaml }]\n${one("operationId: $sourceDescriptions.api.list")}`,
    warnings: [
      "file-unreadable There is no file `FOLDER/none.yaml` | Assumed: no step needs it, and nothing is read of it.",
    ],
    lines: ['api.GET("/things", {'],
    sends: ["GET /things"],
    returns: {},
    stays: true,
  },
  {
    name: "a workflow of a source description is named with a word too many",
    workflows: yaml`
      sourceDescriptions:
      - { name: api, url: ./openapi.yaml, type: openapi }
      - { name: own, url: ./arazzo.yaml, type: arazzo }
      workflows:
      - workflowId: inner
        steps: [{ stepId: one, operationId: list }]
      - workflowId: test
        steps: [{ stepId: call, workflowId: $sourceDescriptions.own.workflows.inner }]
    `,
    warnings: [
      "unknown-workflow the source description `own` has no workflow `workflows.inner` | Assumed: `$sourceDescriptions.own.inner` is meant.",
    ],
    lines: ["await inner("],
    sends: ["GET /things"],
    returns: {},
  },
  {
    name: "of steps of one id that nothing asks for each has its own",
    workflows: one(
      "operationId: list",
      "{}",
      "- { stepId: one, operationId: form }\n- { stepId: one, operationId: remove }",
    ),
    warnings: [
      "duplicate-id another step of the workflow is called `one` | Assumed: it is called `one-2`.",
      "duplicate-id another step of the workflow is called `one` | Assumed: it is called `one-3`.",
    ],
    lines: ['run.step("one-2",', 'run.step("one-3",'],
    sends: ["GET /things", "POST /forms", "DELETE /gone"],
    returns: {},
  },
  {
    name: "`$dependencies` is what a workflow that this one depends on returned, or a step",
    workflows: yaml`
      workflows:
      - workflowId: first
        steps:
        - { stepId: made, operationId: list, outputs: { id: $response.body#/id } }
        outputs: { id: $steps.made.outputs.id }
      - workflowId: test
        dependsOn: [first]
        steps:
        - stepId: one
          operationId: make
          requestBody: { payload: { name: $dependencies.first.id } }
          outputs: { name: $response.body#/id }
        - stepId: two
          operationId: list
          parameters: [{ name: tags, in: query, value: [$dependsOn.one.name, "a{$dependencies.first.outputs.id}"] }]
    `,
    warnings: [
      "invalid-expression `$dependencies.first.id`: `$dependencies` is no runtime expression | Assumed: `$workflows.first.outputs.id` is meant.",
      "invalid-expression `$dependsOn.one.name`: `$dependsOn` is no runtime expression | Assumed: `$steps.one.outputs.name` is meant.",
      "invalid-expression `a{$dependencies.first.outputs.id}`: `$dependencies` is no runtime expression | Assumed: `$workflows.first.outputs.id` is meant.",
    ],
    lines: ['run.present(dependencies.first.id, "one", "$workflows.first.outputs.id")', "tags: [name, `a${"],
    run: "test",
    dependencies: { first: { id: "F" } },
    replies: [{ status: 201, body: { id: "T1" } }, { body: {} }],
    sends: ["POST /things", '{"name":"F"}', "GET /things?tags=T1&tags=aF"],
    returns: {},
  },
  {
    name: "a property of a text that is called like the text itself is the text",
    workflows: one(
      "operationId: list\noutputs: { thing: $response.body#/id }",
      "{}",
      "- { stepId: two, operationId: make, requestBody: { payload: { name: $steps.one.outputs.thing.Id } } }",
    ),
    warnings: [
      "unknown-pointer `$steps.one.outputs.thing.Id`: the schema knows no `Id` there | Assumed: `$steps.one.outputs.thing` is meant.",
    ],
    lines: ["body: { name: thing },"],
    replies: [{ body: { id: "T1" } }, { status: 201, body: {} }],
    sends: ["GET /things", "POST /things", '{"name":"T1"}'],
    returns: {},
  },
];
