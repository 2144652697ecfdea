import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import type { GeneratedWorkflow } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unused-input", "poll-inferred"] });

const api = yaml`
  paths:
    /things:
      get:
        operationId: list
        parameters: [{ name: PageToken, in: query, schema: { type: string } }]
        responses:
          "200":
            description: A page.
            content: { application/json: { schema: { type: object, properties: { next: { type: [string, "null"] }, count: { type: integer } } } } }
      post:
        operationId: create
        requestBody:
          required: true
          content: { application/json: { schema: { type: object, required: [Name], properties: { Name: { type: string }, Kind: { type: string, enum: [a, b] }, Note: { type: string } } } } }
        responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
  components:
    schemas:
      Thing: { type: object, required: [id, owner], properties: { id: { type: string }, state: { type: string }, owner: { type: object, required: [name], properties: { name: { type: string } } }, any: {} } }
`;

/** Two steps, the second of them behind a criterion, and what the workflow returns. */
const twoSteps = yaml`
  arazzo: 1.1.0
  workflows:
  - workflowId: test
    inputs: { required: [name], properties: { name: { type: string } } }
    steps:
    - stepId: one
      operationId: create
      requestBody: { contentType: application/json, payload: { Name: $inputs.name, Kind: a } }
      outputs:
        id: $response.body#/id
        all: $response.body
        any: $response.body#/any
        label: "{$inputs.name}: {$response.body#/id}"
        sent: $request.body
        url: $url
        status: $statusCode
        name: $inputs.name
        dotted.name: $response.body#/state
      <skip>
    - stepId: two
      operationId: create
      requestBody: { contentType: application/json, payload: { Name: $steps.one.outputs.id, Note: $steps.one.outputs.label } }
      outputs: { id: $response.body#/id, name: $inputs.name, status: $statusCode, label: "{$response.body#/id}" }
    <third>
    outputs:
      <given>
`;

/** The fields of the outputs, what is bound of the first answer, and what is returned. */
function shown({ output, statements }: GeneratedWorkflow): string {
  const fields = /\{\n([^]*)\n\}$/.exec(output)?.[1]?.replaceAll(/^ {2}/gm, "") ?? output;
  const [, bound = ""] = /run\.step\("one"[^]*?^\}\);\n([^]*?)\n*(?:const two = )?await /m.exec(statements) ?? [];
  return [fields, bound, /return \{[^]*/.exec(statements)?.[0] ?? ""].filter((part) => part !== "").join("\n");
}

describe("the workflow returns", () => {
  const always = twoSteps.replace("<skip>", "").replace("<third>", "");
  testEach([
    {
      name: "a property of an output",
      given: "x: $steps.one.outputs.all.owner.name",
      want: `
        x: string;
        const id = run.required(one, "id");
        return { x: one.data.owner.name };
      `,
    },
    {
      name: "a property of an output by a pointer",
      given: "x: $steps.one.outputs.all#/owner/name",
      want: `
        x: string;
        const id = run.required(one, "id");
        return { x: one.data.owner.name };
      `,
    },
    {
      name: "what stands below an output that may be anything",
      given: "x: $steps.one.outputs.any.a.b",
      want: `
        /** Its type is not in the API's document. */
        x?: unknown;
        const id = run.required(one, "id");
        return { x: at(one.data.any, "a", "b") };
      `,
    },
    {
      name: "an output with a dot in its name",
      given: "x: $steps.one.outputs.dotted.name",
      want: `
        x?: string | undefined;
        const id = run.required(one, "id");
        return { x: one.data.state };
      `,
    },
    {
      name: "an output that is a text",
      given: "{ x: $steps.one.outputs.label, y: $steps.one.outputs.label }",
      want: `
        x: string;
        y: string;
        const id = run.required(one, "id");
        const label = \`\${input.name}: \${id}\`;
        return { x: label, y: label };
      `,
    },
    {
      name: "what was sent, and a part of it",
      given: "{ x: $steps.one.outputs.sent, y: $steps.one.outputs.sent.Name, z: $steps.one.outputs.sent#/Kind }",
      want: `
        x: {
          Name: string;
          Kind: "a";
        };
        y: string;
        z: "a";
        const id = run.required(one, "id");
        return { x: { Name: input.name, Kind: "a" }, y: input.name, z: "a" };
      `,
    },
    {
      name: "all outputs of a step",
      given: "x: $steps.one.outputs",
      want: `
        x: {
          id: string;
          all: Thing;
          /** Its type is not in the API's document. */
          any?: unknown;
          label: string;
          sent: {
            Name: string;
            Kind: "a";
          };
          url: string;
          status: number;
          name: string;
          "dotted.name"?: string | undefined;
        };
        const id = run.required(one, "id");
        const label = \`\${input.name}: \${id}\`;
        return {
          x: {
            id,
            all: one.data,
            any: one.data.any,
            label,
            sent: { Name: input.name, Kind: "a" },
            url: one.response.url,
            status: one.status,
            name: input.name,
            "dotted.name": one.data.state,
          },
        };
      `,
    },
    {
      name: "one of all outputs by a pointer",
      given: "x: $steps.one.outputs#/all/id",
      want: `
        x: string;
        const id = run.required(one, "id");
        return { x: id };
      `,
    },
    {
      name: "another output of its own",
      given: "{ x: $outputs.y, y: $steps.one.outputs.id }",
      want: `
        x: string;
        y: string;
        const id = run.required(one, "id");
        return { x: id, y: id };
      `,
    },
    {
      name: "a property of another output of its own",
      given: "{ x: $outputs.y.owner.name, y: $steps.one.outputs.all }",
      want: `
        x: string;
        y: Thing;
        const id = run.required(one, "id");
        return { x: one.data.owner.name, y: one.data };
      `,
    },
    {
      name: "an input and a constant of the documents",
      given: "{ x: $inputs.name, y: $sourceDescriptions.api.type }",
      want: `
        x: string;
        y: "openapi";
        const id = run.required(one, "id");
        return { x: input.name, y: "openapi" };
      `,
    },
    {
      name: "a text of several outputs",
      given: 'x: "{$steps.one.outputs.id}/{$steps.one.outputs.status}"',
      want: `
        x: string;
        const id = run.required(one, "id");
        return { x: \`\${id}/\${one.status}\` };
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: within(always, given), openapi: api }, shown), want);
  });
});

const skipping = twoSteps
  .replace(
    "<skip>",
    "onSuccess: [{ name: skip, type: goto, stepId: three, criteria: [{ condition: $statusCode == 201 }] }]",
  )
  .replace("<third>", "- { stepId: three, operationId: list }");

describe("of a step that may not have run the workflow returns", () => {
  testEach([
    {
      name: "a value of its answer",
      given: "x: $steps.two.outputs.id",
      want: `
        x?: string | undefined;
        const { id } = one.data;

        let twoId: string | undefined;
        if (one.status !== 201) {
          …
          twoId = two.data.id;
        }
        return { x: twoId };
      `,
    },
    {
      name: "an input, which is missing where the step has not run",
      given: "x: $steps.two.outputs.name",
      want: `
        x?: string | undefined;
        const { id } = one.data;

        let name: string | undefined;
        if (one.status !== 201) {
          …
          name = input.name;
        }
        return { x: name };
      `,
    },
    {
      name: "the status",
      given: "x: $steps.two.outputs.status",
      want: `
        x?: number | undefined;
        const { id } = one.data;

        let status: number | undefined;
        if (one.status !== 201) {
          …
          status = two.status;
        }
        return { x: status };
      `,
    },
    {
      name: "a text",
      given: "x: $steps.two.outputs.label",
      want: `
        x?: string | undefined;
        const { id } = one.data;

        let twoId: string | undefined;
        if (one.status !== 201) {
          …
          twoId = two.data.id;
        }
        return { x: twoId };
      `,
    },
    {
      name: "all outputs, each of which may be missing",
      given: "x: $steps.two.outputs",
      want: `
        x: {
          id?: string | undefined;
          name?: string | undefined;
          status?: number | undefined;
          label?: string | undefined;
        };
        const { id } = one.data;

        let twoId: string | undefined;
        let name: string | undefined;
        let status: number | undefined;
        if (one.status !== 201) {
          …
          twoId = two.data.id;
          status = two.status;
          name = input.name;
        }
        return { x: { id: twoId, name, status, label: twoId } };
      `,
    },
  ])(async ({ given, want }) => {
    const told = await compiler.told({ arazzo: within(skipping, given), openapi: api }, ({ output, statements }) => {
      const fields = /\{\n([^]*)\n\}$/.exec(output)?.[1]?.replaceAll(/^ {2}/gm, "") ?? output;
      const [, behind = statements] =
        /run\.step\("one"[^]*?^\}\);\n(?:run\.expect\(one.*;\n)?([^]*)/m.exec(statements) ?? [];
      return `${fields}\n${behind.replace(/\n*(?:const three = )?await api\.GET[^]*?\n\n/, "\n").replaceAll(/(?:const two = )?await [^]*?;\n/g, "…\n")}`;
    });
    expectText(told, want);
  });
});

/** A step that goes back to itself with what its own answer says. */
const paging = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: page
      operationId: list
      x-poll: false
      parameters: [{ name: PageToken, in: query, value: $steps.page.outputs.next }]
      outputs: { next: $response.body#/next, sent: $request.query.PageToken, count: $response.body#/count }
      onSuccess: [{ name: more, type: goto, stepId: page, criteria: [{ condition: <given> }] }]
    outputs: { sent: $steps.page.outputs.sent }
`;

describe("a step that goes back to itself with what it was answered", () => {
  testEach([
    {
      name: "returns what it has sent last, and not what it would send next",
      given: "$response.body.next != null",
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let next: string | null | undefined;

        for (;;) {
          const page = await api.GET("/things", {
            ...run.step("page", { expect: "2xx" }),
            params: { query: { PageToken: next ?? undefined } },
          });
          const sent = next;
          next = page.data.next;
          if (next == null) return { sent };
        }
      `,
    },
    {
      name: "asks what it has sent",
      given: "$request.query.PageToken == null",
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        let next: string | null | undefined;

        for (;;) {
          const page = await api.GET("/things", {
            ...run.step("page", { expect: "2xx" }),
            params: { query: { PageToken: next ?? undefined } },
          });
          const sent = next;
          next = page.data.next;
          if (sent != null) return { sent };
        }
      `,
    },
  ])(async ({ given, want }) => {
    expectText(
      await compiler.told({ arazzo: within(paging, given), openapi: api }, ({ statements }) => statements),
      want,
    );
  });
});

describe("it is an error", () => {
  const always = twoSteps.replace("<skip>", "").replace("<third>", "");
  testEach([
    {
      name: "to ask for an output that the step does not have",
      given: "x: $steps.one.outputs.sentt",
      want: `
      1:4 error unknown-output '$steps.one.outputs.sentt': 'one' has no output 'sentt'
        | Did you mean 'sent'?
    `,
    },
    {
      name: "to ask for all outputs and one that the step does not have",
      given: "x: $steps.one.outputs#/idd",
      want: `
        1:4 error unknown-output '$steps.one.outputs#/idd': 'one' has no output 'idd'
          | Did you mean 'id'?
      `,
    },
    {
      name: "to ask for an output that the workflow does not have",
      given: "{ x: $outputs.idd, id: $steps.one.outputs.id }",
      want: `
        1:6 error unknown-output '$outputs.idd': the workflow has no output 'idd'
          | Did you mean 'id'?
      `,
    },
    {
      name: "to ask for a step that there is not",
      given: "x: $steps.on.outputs.id",
      want: `
      1:4 error unknown-step '$steps.on.outputs.id': there is no step 'on'
        | Did you mean 'one'?
    `,
    },
    {
      name: "to ask for what the schema does not have",
      given: "x: $steps.one.outputs.all.owner.nam",
      want: `
      1:4 error unknown-pointer '$steps.one.outputs.all.owner.nam': the schema knows no 'nam' there
        | Did you mean 'name'?
    `,
    },
    {
      name: "to make an output of itself",
      given: "{ x: $outputs.x }",
      want: "1:6 error forward-reference '$outputs.x': the value is made of itself",
    },
    {
      name: "to make two outputs of each other",
      given: "{ x: $outputs.y, y: '{$outputs.x}!' }",
      want: `
      1:6 error forward-reference '$outputs.y': the value is made of itself
      1:21 error forward-reference '$outputs.x': the value is made of itself
    `,
    },
    {
      name: "to ask for an answer where there is no step",
      given: "x: $response.body#/id",
      want: `
      1:4 error forward-reference '$response.body#/id': there is no answer at this point
        | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
    `,
    },
    {
      name: "to ask for a status where there is no step",
      given: "x: $statusCode",
      want: `
      1:4 error forward-reference '$statusCode': there is no answer at this point
        | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
    `,
    },
    {
      name: "to ask for a method where there is no step",
      given: "x: $method",
      want: `
      1:4 error forward-reference '$method': no step is sending a request here
        | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
    `,
    },
    {
      name: "to ask for a URL where there is no step",
      given: "x: $url",
      want: `
      1:4 error forward-reference '$url': there is no answer at this point
        | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
    `,
    },
    {
      name: "to ask for what is sent where there is no step",
      given: "x: $request.body#/Name",
      want: `
      1:4 error forward-reference '$request.body#/Name': no step is sending a request here
        | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
    `,
    },
    {
      name: "to ask for a parameter that is sent where there is no step",
      given: "x: $request.query.PageToken",
      want: `
        1:4 error forward-reference '$request.query.PageToken': no step is sending a request here
          | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
      `,
    },
    {
      name: "to return a constant",
      given: "x: Hello",
      want: "1:4 error invalid-expression 'Hello': a runtime expression starts with '$'",
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: within(always, given), openapi: api }, shown), want);
  });
});

const threeSteps = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: one
      operationId: create
      requestBody: { contentType: application/json, payload: { Name: a, Note: <given> } }
      outputs: { id: $response.body#/id, made: <output> }
    - stepId: two
      operationId: create
      requestBody: { contentType: application/json, payload: { Name: b } }
      outputs: { id: $response.body#/id }
      onSuccess: [{ name: done, type: end }]
    - stepId: three
      operationId: create
      requestBody: { contentType: application/json, payload: { Name: c } }
      outputs: { id: $response.body#/id }
    outputs: { id: <workflow> }
`;

describe("it is too early", () => {
  const given = (note: string, output: string, workflow: string): string =>
    threeSteps
      .replace("<given>", () => note)
      .replace("<output>", () => output)
      .replace("<workflow>", () => workflow);
  testEach([
    {
      name: "for a payload to know the answer that it gets",
      arazzo: given("$response.body#/id", "$response.body#/id", "$steps.one.outputs.id"),
      want: `
        6:77 error forward-reference '$response.body#/id': there is no answer at this point
          | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
        13:13 warning unreachable-step no way leads to the step 'three'
          | Remove it, or let a 'goto' lead to it.
      `,
    },
    {
      name: "for a payload to know the status",
      arazzo: given("$statusCode", "$response.body#/id", "$steps.one.outputs.id"),
      want: `
        6:77 error forward-reference '$statusCode': there is no answer at this point
          | Give the step an output, and take the value from '$steps.<stepId>.outputs.<name>'.
        13:13 warning unreachable-step no way leads to the step 'three'
          | Remove it, or let a 'goto' lead to it.
      `,
    },
    {
      name: "for a payload to be made of itself",
      arazzo: given("$request.body#/Note", "$response.body#/id", "$steps.one.outputs.id"),
      want: `
        6:77 error forward-reference '$request.body#/Note': the value is made of itself
        13:13 warning unreachable-step no way leads to the step 'three'
          | Remove it, or let a 'goto' lead to it.
      `,
    },
    {
      name: "for a payload to read a later step",
      arazzo: given("$steps.two.outputs.id", "$response.body#/id", "$steps.one.outputs.id"),
      want: `
        6:77 error forward-reference '$steps.two.outputs.id': the step 'two' runs later, if at all
          | Take the value from a step that has run before, or move the step.
        13:13 warning unreachable-step no way leads to the step 'three'
          | Remove it, or let a 'goto' lead to it.
      `,
    },
    {
      name: "for an output to read a later step",
      arazzo: given("a", "$steps.two.outputs.id", "$steps.one.outputs.id"),
      want: `
        7:46 error forward-reference '$steps.two.outputs.id': the step 'two' runs later, if at all
          | Take the value from a step that has run before, or move the step.
        13:13 warning unreachable-step no way leads to the step 'three'
          | Remove it, or let a 'goto' lead to it.
      `,
    },
    {
      name: "for an output to be made of itself",
      arazzo: given("a", "$steps.one.outputs.made", "$steps.one.outputs.id"),
      want: `
        7:46 error forward-reference '$steps.one.outputs.made': the value is made of itself
        13:13 warning unreachable-step no way leads to the step 'three'
          | Remove it, or let a 'goto' lead to it.
      `,
    },
    {
      name: "for what is never set",
      arazzo: given("a", "$response.body#/id", "$steps.three.outputs.id"),
      want: `
        13:13 warning unreachable-step no way leads to the step 'three'
          | Remove it, or let a 'goto' lead to it.
        17:18 warning output-never-set nothing sets the output 'id': no way leads to the step 'three'
          | Remove the output, or let something lead to the step.
        export interface TestOutput {}
      `,
    },
  ])(async ({ arazzo, want }) => {
    expectText(await compiler.told({ arazzo, openapi: api }, ({ output }) => output), want);
  });
});

describe("a request that takes an output of a step that may not have run", () => {
  const maybe = (field: string): string =>
    skipping
      .replace(
        "- { stepId: three, operationId: list }",
        `- { stepId: three, operationId: create, requestBody: { payload: { ${field} } } }`,
      )
      .replace("<given>", "x: $inputs.name");
  testEach([
    {
      name: "and needs it, ends in an error where it has not: a warning",
      field: "Name: $steps.two.outputs.label",
      want: `
        24:75 warning output-maybe-unset the field 'Name' needs '$steps.two.outputs.label', and the step 'two' may not have run by then
          | Let every way that leads here go through that step.
        { Name: run.present(twoId, "two", "$response.body#/id") }
      `,
    },
    {
      name: "and can do without it, leaves it out where it has not",
      field: "Name: a, Note: $steps.two.outputs.label",
      want: '{ Name: "a", Note: twoId }',
    },
  ])(async ({ field, want }) => {
    expectText(
      await compiler.told({ arazzo: maybe(field), openapi: api }, (workflow) => workflow.sent("body", "three")),
      want,
    );
  });
});

compiler.testTypes();
