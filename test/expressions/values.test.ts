import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

const things = yaml`
  paths:
    /things/{Sid}:
      post:
        operationId: change
        parameters:
        - { name: Sid, in: path, required: true, schema: { type: string } }
        - { name: Filter, in: query, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
        requestBody:
          content:
            application/json:
              schema:
                type: object
                properties:
                  Text: { type: string }
                  State: { type: string, enum: [active, closed] }
                  Count: { type: integer }
                  Owner: { type: object, properties: { Name: { type: string }, Tags: { type: array, items: { type: string } } } }
        responses:
          "200":
            description: The thing.
            content:
              application/json:
                schema:
                  type: object
                  required: [id]
                  properties:
                    id: { type: string }
                    count: { type: integer }
`;

/** One step, and an output of it that the workflow returns. */
const oneStep = yaml`
  arazzo: 1.1.0
  $self: https://example.com/things.arazzo.yaml
  sourceDescriptions: [{ name: api, url: ./openapi.yaml, type: openapi, x-owner: { team: Things } }]
  workflows:
  - workflowId: test
    inputs:
      required: [sid, customer]
      properties:
        sid: { type: string }
        size: { type: integer }
        customer: { type: object, required: [name], properties: { name: { type: string }, address: { type: object, properties: { city: { type: string } } } } }
        anything: {}
        "dotted.name": { type: string }
    steps:
    - stepId: change
      operationId: change
      parameters:
      - { name: Sid, in: path, value: $inputs.sid }
      - { name: Filter, in: query, value: all }
      - { name: x-trace, in: header, value: "trace-{$inputs.sid}" }
      requestBody:
        contentType: application/json
        payload: { Text: hi, State: active, Count: $inputs.size, Owner: { Name: $inputs.customer.name, Tags: [a, $inputs.sid] } }
      outputs: { x: <given> }
    outputs: { x: $steps.change.outputs.x }
  components:
    parameters: { page: { name: Page, in: query, value: 3 } }
`;

describe("an output of a step is", () => {
  testEach([
    { name: "the URL", given: "$url", want: ["x: string;", "return { x: change.response.url };"] },
    { name: "the method", given: "$method", want: ['x: "POST";', 'return { x: "POST" };'] },
    { name: "the status", given: "$statusCode", want: ["x: number;", "return { x: change.status };"] },
    {
      name: "a header of the answer",
      given: "$response.header.Location",
      want: ["x: string | null;", 'return { x: change.response.headers.get("Location") };'],
    },
    {
      name: "a value of the answer",
      given: "$response.body#/id",
      want: ["x: string;", "return { x: change.data.id };"],
    },
    {
      name: "the same in the words of conditions",
      given: "$response.body.id",
      want: ["x: string;", "return { x: change.data.id };"],
    },
    { name: "a parameter of the path", given: "$request.path.Sid", want: ["x: string;", "return { x: input.sid };"] },
    { name: "a parameter of the query", given: "$request.query.Filter", want: ['x: "all";', 'return { x: "all" };'] },
    {
      name: "a header of the request, whatever its case",
      given: "$request.header.X-TRACE",
      want: ["x: string;", "return { x: `trace-${input.sid}` };"],
    },
    {
      name: "the media type of the request",
      given: "$request.header.content-type",
      want: ['x: "application/json";', 'return { x: "application/json" };'],
    },
    {
      name: "a constant of the body",
      given: "$request.body#/State",
      want: ['x: "active";', 'return { x: "active" };'],
    },
    {
      name: "an input that the body takes, in its own type",
      given: "$request.body#/Count",
      want: ["x?: number | undefined;", "return { x: input.size };"],
    },
    {
      name: "a value deep in the body",
      given: "$request.body#/Owner/Tags/1",
      want: ["x: string;", "return { x: input.sid };"],
    },
    {
      name: "an object in the body",
      given: "$request.body#/Owner",
      want: [
        "x: {\n    Name: string;\n    Tags: string[];\n  };",
        'return { x: { Name: input.customer.name, Tags: ["a", input.sid] } };',
      ],
    },
    { name: "an input", given: "$inputs.sid", want: ["x: string;", "return { x: input.sid };"] },
    {
      name: "an input with a dot in its name",
      given: "$inputs.dotted.name",
      want: ["x?: string | undefined;", 'return { x: input["dotted.name"] };'],
    },
    {
      name: "a property of an input",
      given: "$inputs.customer.address.city",
      want: ["x?: string | undefined;", "return { x: input.customer.address?.city };"],
    },
    {
      name: "a property of an input by a pointer",
      given: "$inputs.customer#/name",
      want: ["x: string;", "return { x: input.customer.name };"],
    },
    {
      name: "a property of an input that may be anything",
      given: "$inputs.anything#/a/0",
      want: ["x?: unknown;", 'return { x: at(input.anything, "a", 0) };'],
    },
    {
      name: "the URL of a source description",
      given: "$sourceDescriptions.api.url",
      want: ['x: "./openapi.yaml";', 'return { x: "./openapi.yaml" };'],
    },
    {
      name: "another field of a source description",
      given: "$sourceDescriptions.api.x-owner",
      want: ['x: {\n    team: "Things";\n  };', 'return { x: { team: "Things" } };'],
    },
    {
      name: "the URI of the document",
      given: "$self",
      want: ['x: "https://example.com/things.arazzo.yaml";', 'return { x: "https://example.com/things.arazzo.yaml" };'],
    },
    {
      name: "the value of a parameter among the components",
      given: "$components.parameters.page",
      want: ["x: 3;", "return { x: 3 };"],
    },
    {
      name: "a text with expressions in it",
      given: '"{$method} of {$inputs.sid}: {$statusCode}, {$inputs.customer}"',
      want: ["x: string;", "return { x: `POST of ${input.sid}: ${change.status}, ${toText(input.customer)}` };"],
    },
  ])(async ({ given, want }) => {
    const told = await compiler.told({ arazzo: within(oneStep, given), openapi: things }, ({ output, statements }) =>
      [field(output), /return [^]*/.exec(statements)?.[0]].join("\n"),
    );
    expectText(told, want.join("\n"));
  });
});

/** What an interface of one field says of it. */
function field(output: string): string {
  return /\{\n([^]*)\n\}$/.exec(output)?.[1]?.replace(/^ {2}/, "") ?? output;
}

describe("no output of a step is", () => {
  testEach([
    {
      name: "a field of what is a number",
      given: "$request.body#/Count/x",
      want: `
        1:1 error unknown-pointer '$request.body#/Count/x': the schema knows no 'x' there
      `,
    },
    {
      name: "a parameter that the step does not give",
      given: "$request.query.Filtr",
      want: `
        1:1 error unknown-parameter '$request.query.Filtr': the step 'change' sends no query parameter 'Filtr'
          | Did you mean 'Filter'?
      `,
    },
    {
      name: "a field that the body lacks",
      given: "$request.body#/Txt",
      want: `
        1:1 error unknown-pointer '$request.body#/Txt': there is no 'Txt' in this value
          | Did you mean 'Text'?
      `,
    },
    {
      name: "a field of a source description that it lacks",
      given: "$sourceDescriptions.api.uri",
      want: `
        1:1 error unknown-field '$sourceDescriptions.api.uri': the source description has no field 'uri'
          | Did you mean 'url'?
      `,
    },
    {
      name: "a field of a source description that there is not",
      given: "$sourceDescriptions.apj.url",
      want: `
        1:1 error unknown-source there is no source description 'apj'
          | Did you mean 'api'?
      `,
    },
    {
      name: "an operation",
      given: "$sourceDescriptions.api.change",
      want: "1:1 error invalid-expression '$sourceDescriptions.api.change' is an operation, which has no value",
    },
    {
      name: "an action",
      given: "$components.successActions.done",
      want: "1:1 error invalid-expression '$components.successActions.done' is no value: of the components only parameters have one",
    },
    {
      name: "a component that there is not",
      given: "$components.parameters.pages",
      want: `
        1:1 error unknown-component '$components.parameters.pages': there is no such component
          | Did you mean 'page'?
      `,
    },
    {
      name: "a constant",
      given: "Hello",
      want: "1:1 error invalid-expression 'Hello': a runtime expression starts with '$'",
    },
  ])(async ({ given, want }) => {
    const told = await compiler.told(
      { arazzo: within(oneStep, given), openapi: things },
      ({ statements }) => statements,
    );
    expectText(told, want);
  });
});

compiler.testTypes();
