import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import type { GeneratedWorkflow } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";
import { things } from "./thing-api.js";

const compiler = new Compiler();

/** A step reads a thing and gives `x` to a second one, by the path and the fields of its form. */
const sending = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: read
      operationId: read
      outputs: { x: <given> }
    - stepId: send
      operationId: send
      parameters: [{ name: Sid, in: path, value: <sid> }]
      requestBody: { payload: <payload> }
`;

describe("what a later step needs", () => {
  const sid = "$steps.read.outputs.x";
  testEach([
    {
      name: "is there",
      given: "$response.body#/id",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "id");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: {},
        });
      `,
    },
    {
      name: "may be missing, and then is an error",
      given: "$response.body#/text",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "text");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: {},
        });
      `,
    },
    {
      name: "may be null, and then is an error",
      given: "$response.body#/nullable",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "nullable");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: {},
        });
      `,
    },
    {
      name: "is needed in one place and welcome in another",
      given: "$response.body#/text",
      sid,
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        const x = run.required(read, "text");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: { Text: x },
        });
      `,
    },
    {
      name: "is deep inside",
      given: "$response.body#/owner/name",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "owner", "name");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: {},
        });
      `,
    },
    {
      name: "is below what may be null",
      given: "$response.body#/parent/id",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "parent", "id");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: {},
        });
      `,
    },
    {
      name: "is an item of a list",
      given: "$response.body#/tags/0",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "tags", 0);

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: {},
        });
      `,
    },
    {
      name: "is inside an item of a list",
      given: "$response.body#/rows/1/id",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "rows", 1, "id");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: {},
        });
      `,
    },
    {
      name: "is an entry of a map",
      given: "$response.body#/labels/color",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "labels", "color");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: {},
        });
      `,
    },
    {
      name: "is a number",
      given: "$response.body#/count",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "count");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: String(x) } },
          body: {},
        });
      `,
    },
    {
      name: "is one of a list of values",
      given: "$response.body#/state",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "state");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: x } },
          body: {},
        });
      `,
    },
    {
      name: "is anything, which goes into text as JSON: our rule",
      given: "$response.body#/any",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "any");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: toText(x) } },
          body: {},
        });
      `,
    },
    {
      name: "is a list, which goes into text as JSON: our rule",
      given: "$response.body#/tags",
      sid,
      payload: "{}",
      want: `
        const x = run.required(read, "tags");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: toText(x) } },
          body: {},
        });
      `,
    },
  ])(async ({ given, sid: path, payload, want }) => {
    const document = sending.replace("<sid>", () => path).replace("<payload>", () => payload);
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, between), want);
  });
});

describe("what a later step can do without", () => {
  testEach([
    {
      name: "is there",
      given: "$response.body#/id",
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: "TH1" } },
          body: { Text: read.data.id },
        });
      `,
    },
    {
      name: "is demanded all the same, where its document does not say that it may be null",
      given: "$response.body#/text",
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        const x = run.required(read, "text");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: "TH1" } },
          body: { Text: x },
        });
      `,
    },
    {
      name: "may be null",
      given: "$response.body#/nullable",
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: "TH1" } },
          body: { Text: read.data.nullable ?? undefined },
        });
      `,
    },
    {
      name: "may be null, and may be sent so",
      given: "$response.body#/nullable",
      payload: "{ Maybe: $steps.read.outputs.x }",
      want: `
        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: "TH1" } },
          body: { Maybe: read.data.nullable },
        });
      `,
    },
    {
      name: "is read twice",
      given: "$response.body#/maybe",
      payload: "{ Text: $steps.read.outputs.x, Other: $steps.read.outputs.x }",
      want: `
        const { maybe: x } = read.data;

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: "TH1" } },
          body: { Text: x ?? undefined, Other: x ?? undefined },
        });
      `,
    },
    {
      name: "is below what may be null",
      given: "$response.body#/parent/id",
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: "TH1" } },
          body: { Text: read.data.parent?.id },
        });
      `,
    },
    {
      name: "is a number that may be missing, and is demanded like a text",
      given: "$response.body#/count",
      payload: "{ Text: $steps.read.outputs.x }",
      want: `
        const x = run.required(read, "count");

        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: "TH1" } },
          body: { Text: String(x) },
        });
      `,
    },
    {
      name: "is read deeper than the output says",
      given: "$response.body#/owner",
      payload: `{ Text: "$steps.read.outputs.x#/name" }`,
      want: `
        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: "TH1" } },
          body: { Text: read.data.owner.name },
        });
      `,
    },
    {
      name: "is read deeper, by a dot",
      given: "$response.body#/owner",
      payload: `{ Text: $steps.read.outputs.x.name }`,
      want: `
        await api.POST("/things/{Sid}", {
          ...run.step("send", { expect: "2xx", unread: true }),
          params: { path: { Sid: "TH1" } },
          body: { Text: read.data.owner.name },
        });
      `,
    },
    {
      name: "is read deeper, to nothing",
      given: "$response.body#/owner",
      payload: `{ Text: $steps.read.outputs.x.nam }`,
      want: `
        outside 10:37 error unknown-pointer '$steps.read.outputs.x.nam': the schema knows no 'nam' there
          | Did you mean 'name'?
      `,
    },
  ])(async ({ given, payload, want }) => {
    const document = sending.replace("<sid>", "TH1").replace("<payload>", () => payload);
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, between), want);
  });
});

/** Between the judgement of the first step and the end of the second request. */
function between({ statements }: GeneratedWorkflow): string {
  return (
    /run\.step\("read"[^]*?^\}\);\n(?:run\.expect\(read.*;\n)?([^]*?^\}\);)/m.exec(statements)?.[1]?.trim() ??
    statements
  );
}

compiler.testTypes();
