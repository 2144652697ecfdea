import { describe, expect, onTestFinished, test } from "vitest";
import { at, to as toOther } from "../runtime/support/options.js";
import { serve } from "../runtime/support/server.js";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { Loaded } from "../support/load.js";

const compiler = new Compiler({ ignoring: ["unhandled-status"] });

interface Row {
  readonly name: string;
  /** The criteria of a failure action, in YAML. */
  readonly criteria: string;
  /** What is documented beside the success, in YAML. */
  readonly errors?: string;
  readonly server?: string;
  readonly successCriteria?: string;
  readonly want: string;
}

function documents({
  criteria,
  errors = "",
  server = "https://api.example.com",
  successCriteria,
}: Omit<Row, "name" | "want">) {
  const openapi = `
servers: [{ url: "${server}" }]
paths:
  /v1/Things:
    post:
      operationId: make
      responses:
        "201": { description: Made., content: { application/json: { schema: { type: object, properties: { sid: { type: string }, state: { type: string } } } } } }
        ${errors}
`;
  const arazzo = `
workflows:
- workflowId: test
  steps:
  - stepId: make
    operationId: make
    ${successCriteria === undefined ? "" : `successCriteria: ${successCriteria}`}
    onFailure: [{ name: known, type: end, criteria: ${criteria} }]
    outputs: { sid: $response.body#/sid }
  outputs: { sid: $steps.make.outputs.sid }
`;
  return { openapi, arazzo };
}

const conflict =
  '"409": { description: There., content: { application/json: { schema: { type: object, properties: { reason: { type: string, enum: [twice, late] } } } } } }';
const missing =
  '"404": { description: Gone., content: { application/json: { schema: { type: object, properties: { hint: { type: string } } } } } }';
const twilio = "https://things.twilio.com";

describe("a failure action reads of an error", () => {
  testEach<Row>([
    {
      name: "of which nothing is documented, what may be anything",
      criteria: "[{ condition: $response.body#/code == 7 }]",
      want: 'if (!make.ok && toNumber(at(make.error, "code")) === 7)',
    },
    {
      name: "of which nothing is documented, and never what the success is documented to hold",
      criteria: "[{ condition: $response.body#/sid == 'x' }]",
      want: 'if (sameText(at(make.error, "sid"), "x"))',
    },
    {
      name: "that is documented without a body, what may be anything",
      errors: '"404": { description: Gone. }',
      criteria: "[{ condition: $response.body#/code == 7 }]",
      want: 'if (!make.ok && toNumber(at(make.error, "code")) === 7)',
    },
    {
      name: "what its own schema says",
      errors: conflict,
      criteria: "[{ condition: $response.body#/reason == 'late' }]",
      want: 'if (isOneOf(make.error?.reason, "late"))',
    },
    {
      name: "what the schema of its status says",
      errors: `${conflict}\n        ${missing}`,
      criteria: "[{ condition: $statusCode == 409 }, { condition: $response.body#/reason == 'late' }]",
      want: 'if (isOneOf(at(make.error, "reason"), "late"))',
    },
    {
      name: "what the schema of another status says: nothing",
      errors: `${conflict}\n        ${missing}`,
      criteria: "[{ condition: $statusCode == 404 }, { condition: $response.body#/reason == 'late' }]",
      want: `
        8:102 error unknown-pointer '$response.body#/reason': the schema knows no 'reason' there
          | Known here: 'hint'.
      `,
    },
    {
      name: "of a status that nothing is documented of, what may be anything",
      errors: conflict,
      criteria: "[{ condition: $statusCode == 422 }, { condition: $response.body#/field == 'name' }]",
      want: 'if (sameText(at(make.error, "field"), "name"))',
    },
    {
      name: "what the schema of all others says, where its status has none",
      errors:
        "default: { description: No., content: { application/json: { schema: { type: object, properties: { reason: { type: integer } } } } } }",
      criteria: "[{ condition: $statusCode == 409 }, { condition: $response.body#/reason == 3 }]",
      want: "if (make.error?.reason === 3)",
    },
    {
      name: "what a success holds that fails the criteria on its body",
      successCriteria: "[{ condition: $statusCode == 201 }, { condition: $response.body#/state == 'ok' }]",
      criteria: "[{ condition: $response.body#/state == 'late' }]",
      want: 'if (sameText(make.data?.state, "late"))',
    },
    {
      name: "what nobody documents, of an error or of a success that fails the criteria on its body",
      successCriteria: "[{ condition: $statusCode == 201 }, { condition: $response.body#/state == 'ok' }]",
      criteria: "[{ condition: $response.body#/why == 3 }]",
      want: `
        if (
            (make.status !== 201 || !sameText(make.data?.state, "ok")) &&
            toNumber(at(make.data ?? make.error, "why")) === 3
          )
      `,
    },
    {
      name: "of Twilio, what all of them hold",
      server: twilio,
      criteria: "[{ condition: $response.body#/code == 21610 }]",
      want: "if (make.error?.code === 21610)",
    },
    {
      name: "of Twilio, by a filter over it",
      server: twilio,
      criteria: '[{ context: $response.body, type: jsonpath, condition: "$[?@.code == 21610]" }]',
      want: "if (make.error?.code === 21610)",
    },
    {
      name: "of Twilio, by a filter over all of its members",
      server: twilio,
      criteria: '[{ context: $response.body, type: jsonpath, condition: "$[?@ == 21610]" }]',
      want: 'if (!make.ok && queryJson(run, make.error, "$[?@ == 21610]").length > 0)',
    },
    {
      name: "of Twilio, where an address of another host only looks like it",
      server: "https://things.nottwilio.com",
      criteria: "[{ condition: $response.body#/code == 21610 }]",
      want: 'if (!make.ok && toNumber(at(make.error, "code")) === 21610)',
    },
    {
      name: "of Twilio, what is documented where it is",
      server: twilio,
      errors: conflict,
      criteria: "[{ condition: $response.body#/reason == 'late' }]",
      want: 'if (isOneOf(make.error?.reason, "late"))',
    },
  ])(async ({ want, ...given }) => {
    expectText(
      await compiler.told(documents(given), ({ fn }) => /if \([^]*?\)(?= (return|\{))/.exec(fn)?.[0] ?? fn),
      want,
    );
  });
});

const codes: [name: string, criteria: string][] = [
  ["by its pointer", "[{ condition: $response.body#/code == 21610 }]"],
  ["by a filter over the members", '[{ context: $response.body, type: jsonpath, condition: "$[?@ == 21610]" }]'],
  ["by a regular expression", "[{ context: $response.body#/code, type: regex, condition: '^216' }]"],
];

test.each(codes)("the code of an error that Twilio does not document is found %s", async (_name, criteria) => {
  for (const server of [twilio, "https://api.example.com"]) {
    const { files, findings } = await compiler.compile(documents({ criteria, server }));
    expect(findings.filter((finding) => finding.includes(" error "))).toEqual([]);
    const loaded = new Loaded(files);
    onTestFinished(() => loaded.remove());
    const fn = await loaded.fn("test");
    const to = server === twilio ? at : toOther;
    const more = { message: "no", more_info: "https://www.twilio.com/docs/errors/21610", status: 400 };
    const stopped = await serve([{ status: 400, body: { code: 21610, ...more } }]);
    await expect(fn({}, to(stopped.url))).resolves.toEqual({ outcome: "known" });
    const other = await serve([{ status: 400, body: { code: 20003, ...more, message: "no" } }]);
    await expect(fn({}, to(other.url))).rejects.toMatchObject({ code: "step-failed", status: 400 });
    const page = await serve([{ status: 500, body: "<p>oops" }]);
    await expect(fn({}, to(page.url, { retries: 0 }))).rejects.toMatchObject({ code: "step-failed", status: 500 });
  }
});

describe("an ending of a failure hands out of its error", () => {
  const returned = (fn: string): string =>
    [...fn.matchAll(/return (.*?);/g)].map(([, text = ""]) => text.replace(/\s+/g, " ")).join("\n");
  testEach<{ name: string; given: { errors?: string; server?: string }; value: string; want: string }>([
    {
      name: "what its document says that errors alone have",
      given: { errors: conflict },
      value: "$response.body#/reason",
      want: `
        { outcome: "known", value: make.error?.reason }
        { outcome: "completed", sid: make.data.sid }
      `,
    },
    {
      name: "the code of Twilio",
      given: { server: twilio },
      value: "$response.body#/code",
      want: `
        { outcome: "known", value: make.error?.code }
        { outcome: "completed", sid: make.data.sid }
      `,
    },
    {
      name: "nothing that a success has as well",
      given: { errors: conflict.replace("reason", "state") },
      value: "$response.body#/state",
      want: `
        { outcome: "known" }
        { outcome: "completed", value: make.data.state, sid: make.data.sid }
      `,
    },
    {
      name: "nothing where errors are not documented, which do not say what is meant",
      given: {},
      value: "$response.body#/reason",
      want: `
        9:49 error unknown-pointer '$response.body#/reason': the schema knows no 'reason' there
          | Known here: 'sid', 'state'.
      `,
    },
  ])(async ({ given, value, want }) => {
    const { openapi, arazzo } = documents({ criteria: "[{ condition: $statusCode == 409 }]", ...given });
    const text = arazzo
      .replace("{ sid: $response.body#/sid }", `{ sid: $response.body#/sid, value: ${value} }`)
      .replace("outputs: { sid: $steps", "outputs: { value: $steps.make.outputs.value, sid: $steps");
    expectText(await compiler.told({ openapi, arazzo: text }, ({ fn }) => returned(fn)), want);
  });

  test("as it came", async () => {
    const { openapi, arazzo } = documents({ criteria: "[{ condition: $response.body#/code == 7 }]", server: twilio });
    const text = arazzo
      .replace("{ sid: $response.body#/sid }", "{ sid: $response.body#/sid, value: $response.body#/message }")
      .replace("outputs: { sid: $steps", "outputs: { value: $steps.make.outputs.value, sid: $steps");
    const { files, findings } = await compiler.compile({ openapi, arazzo: text });
    expect(findings).toEqual([]);
    const loaded = new Loaded(files);
    onTestFinished(() => loaded.remove());
    const fn = await loaded.fn("test");
    const refused = await serve([{ status: 400, body: { code: 7, message: "no" } }]);
    expect(await fn({}, at(refused.url))).toEqual({ outcome: "known", value: "no" });
    const made = await serve([{ status: 201, body: { sid: "S1" } }]);
    expect(await fn({}, at(made.url))).toEqual({ outcome: "completed", sid: "S1" });
  });
});

compiler.testTypes();
