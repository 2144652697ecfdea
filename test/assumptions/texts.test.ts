import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { writeFixes } from "../../generator/fix.js";
import { generate, type Generation } from "../../generator/generate.js";
import { to } from "../runtime/support/options.js";
import { serve } from "../runtime/support/server.js";
import { completedApi, completedArazzo } from "../support/documents.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { Loaded } from "../support/load.js";
import { yaml } from "../support/yaml.js";

const openapi = yaml`
  paths:
    /things/{id}:
      post:
        operationId: make
        parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: q, in: query, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
        requestBody:
          content:
            application/json: { schema: { type: object } }
            application/x-www-form-urlencoded: { schema: { type: object } }
            text/xml: { schema: { type: string } }
        responses: { "200": { description: Made., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
`;

/** A workflow of two steps, the second of which sends what the row is about. */
function workflows(second: string): string {
  return [
    "workflows:",
    "- workflowId: test",
    "  inputs: { type: object, properties: { name: { type: string }, n: { type: integer }, user: { type: object, properties: { city: { type: string } } }, raw: { type: string, default: 'say {{$inputs.name}}' } } }",
    "  steps:",
    "  - stepId: one",
    "    operationId: make",
    "    parameters: [{ name: id, in: path, value: a }]",
    "    requestBody: { contentType: application/json, payload: {} }",
    "    outputs: { id: $response.body#/id }",
    "  - stepId: two",
    "    operationId: make",
    ...second.split("\n").map((line) => `    ${line}`),
  ].join("\n");
}

const input = { name: "Ann", n: 5, user: { city: "Rome" } };

function inFolder(second: string): string {
  const folder = makeFolder({
    "arazzo.yaml": completedArazzo(workflows(second)),
    "openapi.yaml": completedApi(openapi),
  });
  onTestFinished(() => removeFolder(folder));
  return folder;
}

function compiled(folder: string, strict = false): Promise<Generation> {
  const overlays = readdirSync(folder).includes("overlays") ? [join(folder, "overlays/arazzo-fixes.yaml")] : [];
  return generate({ documents: [join(folder, "arazzo.yaml")], overlays, sources: new Map(), strict });
}

/** What came over the wire with the second request. */
async function sentBy({ files = new Map<string, string>() }: Generation): Promise<string> {
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const { url, requests } = await serve([{ body: { id: "7" } }, { body: {} }]);
  await (
    await loaded.fn("test")
  )(input, to(url, { retries: 0 }));
  const { url: path = "", headers = {}, body = "" } = requests[1] ?? {};
  return [path, headers["x-trace"] ?? "", body].filter((line) => line !== "").join("\n");
}

function said({ findings }: Generation): readonly string[] {
  const aside = ["unused-input", "input-required"];
  return findings
    .filter(({ code }) => !aside.includes(code))
    .map(({ severity, code, message, hint = "" }) => `${severity} ${code} ${message} | ${hint}`);
}

const form = (text: string, meant: string): string =>
  `warning expression-in-text \`${text}\` is not the form of an expression in a text | Assumed: \`${meant}\` is meant.`;

/** A text, what is sent where it stands, and what is meant by each part of it that is said to be something else. */
type TextRow = readonly [text: string, sent: string, meant?: readonly (readonly [text: string, meant: string])[]];

const texts: readonly TextRow[] = [
  ["{$inputs.name}", "Ann"],
  ["{{$inputs.name}}", "Ann", [["{{$inputs.name}}", "{$inputs.name}"]]],
  ["{{{$inputs.name}}}", "Ann", [["{{{$inputs.name}}}", "{$inputs.name}"]]],
  ["{{ $inputs.name }}", "Ann", [["{{ $inputs.name }}", "{$inputs.name}"]]],
  ["{{inputs.name}}", "Ann", [["{{inputs.name}}", "{$inputs.name}"]]],
  ["${$inputs.name}", "Ann", [["${$inputs.name}", "{$inputs.name}"]]],
  ["of ${inputs.name}", "of Ann", [["${inputs.name}", "{$inputs.name}"]]],
  ["{ $inputs.name }", "Ann", [["{ $inputs.name }", "{$inputs.name}"]]],
  ["{inputs.name}", "Ann", [["{inputs.name}", "{$inputs.name}"]]],
  ["inputs.name", "Ann", [["inputs.name", "{$inputs.name}"]]],
  ["steps.one.outputs.id", "7", [["steps.one.outputs.id", "{$steps.one.outputs.id}"]]],
  ["inputs.other", "inputs.other"],
  ["Hi $inputs.name", "Hi Ann", [["$inputs.name", "{$inputs.name}"]]],
  ["Hi $inputs.name.", "Hi Ann.", [["$inputs.name", "{$inputs.name}"]]],
  [
    "in $inputs.user.city, $inputs.n",
    "in Rome, 5",
    [
      ["$inputs.user.city", "{$inputs.user.city}"],
      ["$inputs.n", "{$inputs.n}"],
    ],
  ],
  ["no. $steps.one.outputs.id", "no. 7", [["$steps.one.outputs.id", "{$steps.one.outputs.id}"]]],
  ["{steps.one.outputs.id}", "7", [["{steps.one.outputs.id}", "{$steps.one.outputs.id}"]]],
  [
    "$inputs.name $inputs.n",
    "Ann 5",
    [
      ["$inputs.name", "{$inputs.name}"],
      ["$inputs.n", "{$inputs.n}"],
    ],
  ],
  ["{{input.name}}", "Ann", [["{{input.name}}", "{$inputs.name}"]]],
  ['{ "1": "$inputs.name" }', '{"1":"Ann"}', [["$inputs.name", "{$inputs.name}"]]],
  ['{"1":"{{inputs.n}}", "2":[3]}', '{"1":"5","2":[3]}', [["{{inputs.n}}", "{$inputs.n}"]]],
  ['say "$inputs.name"', 'say "Ann"', [["$inputs.name", "{$inputs.name}"]]],
  ["$inputs.name", "Ann"],
  // What is none of these is text.
  ["{{1}} and {{name}}", "{{1}} and {{name}}"],
  ["{name}", "{name}"],
  ["{{input.other}}", "{{input.other}}"],
  ['{ "1": "$inputs.coupon" }', '{ "1": "$inputs.coupon" }'],
  ["{inputs.other}", "{inputs.other}"],
  ["Write $inputs.coupon here", "Write $inputs.coupon here"],
  ["my$inputs.nameless", "my$inputs.nameless"],
  ["pay $5 or ${HOME}", "pay $5 or ${HOME}"],
];

describe.each(texts.map(([text, wanted, meant = []]) => ({ text, wanted, meant })))(
  "$text",
  ({ text, wanted, meant }) => {
    const second = (value: string): string =>
      `parameters: [{ name: id, in: path, value: a }]\nrequestBody: { contentType: application/json, payload: { a: [{ b: ${JSON.stringify(value)} }] } }`;

    test("is sent as it is meant, which is said", async () => {
      const result = await compiled(inFolder(second(text)));

      expect(said(result)).toEqual(meant.map((pair) => form(...pair)));
      expect(await sentBy(result)).toBe(`/things/a\n${JSON.stringify({ a: [{ b: wanted }] })}`);
    });

    test("and so once that is written down", async () => {
      const folder = inFolder(second(text));
      const before = await compiled(folder);
      writeFixes(before.findings, join(folder, "overlays"));
      const after = await compiled(folder);

      expect(said(after)).toEqual([]);
      expect(after.files).toEqual(before.files);
    });
  },
);

/** Places where a text is sent, and what comes of `{{$inputs.name}}` there. */
const places: readonly (readonly [place: string, second: string, sent: string])[] = [
  ["a parameter of the path", "parameters: [{ name: id, in: path, value: 'x-{{$inputs.name}}' }]", "/things/x-Ann"],
  [
    "a query parameter",
    "parameters: [{ name: id, in: path, value: a }, { name: q, in: query, value: '{{$inputs.name}}' }]",
    "/things/a?q=Ann",
  ],
  [
    "a header",
    "parameters: [{ name: id, in: path, value: a }, { name: X-Trace, in: header, value: '{{$inputs.name}}' }]",
    "/things/a\nAnn",
  ],
  [
    "a form",
    "parameters: [{ name: id, in: path, value: a }]\nrequestBody: { contentType: application/x-www-form-urlencoded, payload: { a: '{{$inputs.name}}' } }",
    "/things/a\na=Ann",
  ],
  [
    "a form that is a text",
    "parameters: [{ name: id, in: path, value: a }]\nrequestBody: { contentType: application/x-www-form-urlencoded, payload: 'a={{$inputs.name}}&b=1' }",
    "/things/a\na=Ann&b=1",
  ],
  [
    "JSON that is a text",
    `parameters: [{ name: id, in: path, value: a }]\nrequestBody: { contentType: application/json, payload: '{"a":{"b":{{$inputs.name}}}}' }`,
    '/things/a\n{"a":{"b":"Ann"}}',
  ],
  [
    "another text",
    "parameters: [{ name: id, in: path, value: a }]\nrequestBody: { contentType: text/xml, payload: '<a>{{$inputs.name}}</a>' }",
    "/things/a\n<a>Ann</a>",
  ],
  [
    "a list",
    "parameters: [{ name: id, in: path, value: a }]\nrequestBody: { contentType: application/json, payload: { a: [x, '{{$inputs.name}}'] } }",
    '/things/a\n{"a":["x","Ann"]}',
  ],
  [
    "a replacement",
    "parameters: [{ name: id, in: path, value: a }]\nrequestBody: { contentType: application/json, payload: { a: b }, replacements: [{ target: /a, value: '{{$inputs.name}}' }] }",
    '/things/a\n{"a":"Ann"}',
  ],
];

test.each(places)("in %s", async (_, second, wanted) => {
  const result = await compiled(inFolder(second));

  expect(said(result)).toEqual([form("{{$inputs.name}}", "{$inputs.name}")]);
  expect(await sentBy(result)).toBe(wanted);
});

test("an output in such braces has the type of what is read", async () => {
  const folder = makeFolder({
    "arazzo.yaml": completedArazzo(
      "workflows:\n- workflowId: test\n  inputs: { type: object, properties: { n: { type: integer } } }\n  steps:\n  - { stepId: one, operationId: make, parameters: [{ name: id, in: path, value: a }], outputs: { n: '{{$inputs.n}}' } }\n  outputs: { n: '{ $steps.one.outputs.n }' }",
    ),
    "openapi.yaml": completedApi(openapi),
  });
  onTestFinished(() => removeFolder(folder));
  const result = await compiled(folder);

  expect(said(result)).toEqual([
    form("{{$inputs.n}}", "$inputs.n"),
    form("{ $steps.one.outputs.n }", "$steps.one.outputs.n"),
  ]);
  expect(result.files?.get("workflows/test.ts")).toContain("n?: number | undefined;");
});

const payload = (value: string): string =>
  `parameters: [{ name: id, in: path, value: a }]\nrequestBody: { contentType: application/json, payload: { a: ${JSON.stringify(value)} } }`;

/** What is told and sent as it stands. */
const told: readonly (readonly [text: string, sent: string, finding: string])[] = [
  [
    "Total: ${$inputs.n}",
    "Total: $5",
    "warning expression-in-text `${$inputs.n}` is a `$` and the value of an expression | Leave the `$` out where no amount of money is meant.",
  ],
  [
    "Hi $inputs.nmae",
    "Hi $inputs.nmae",
    "warning expression-in-text `$inputs.nmae` is not the form of an expression in a text | Write `{$…}` where one is meant; a text that is to be sent as it stands can be the `default` of an input.",
  ],
  [
    "{ $inputs.nmae }",
    "{ $inputs.nmae }",
    "warning expression-in-text `{ $inputs.nmae }` is not the form of an expression in a text | Write `{$…}` where one is meant; a text that is to be sent as it stands can be the `default` of an input.",
  ],
];

test.each(told)("%s is sent as it stands, which is said", async (text, wanted, finding) => {
  const result = await compiled(inFolder(payload(text)));

  expect(said(result)).toEqual([finding]);
  expect(await sentBy(result)).toBe(`/things/a\n${JSON.stringify({ a: wanted })}`);
});

test("such a text is sent as it stands by way of the default of an input", async () => {
  const result = await compiled(inFolder(payload("$inputs.raw")));

  expect(said(result)).toEqual([]);
  expect(await sentBy(result)).toBe(`/things/a\n${JSON.stringify({ a: "say {{$inputs.name}}" })}`);
});

test("nothing is assumed with --strict: it is told, and sent as it stands", async () => {
  const result = await compiled(inFolder(payload("{ $inputs.name }")), true);

  expect(said(result)).toEqual([
    "warning expression-in-text `{ $inputs.name }` is not the form of an expression in a text | Write `{$inputs.name}`.",
  ]);
  expect(await sentBy(result)).toBe(`/things/a\n${JSON.stringify({ a: "{ $inputs.name }" })}`);
});

test("two texts of one list that are rewritten for different reasons are both as they are meant", async () => {
  const second =
    "parameters: [{ name: id, in: path, value: a }]\nrequestBody: { contentType: application/json, payload: { a: ['{{$inputs.name}}', '{$steps.one.id}', 'Total: ${$inputs.n}'] } }";
  const folder = inFolder(second);
  const before = await compiled(folder);
  writeFixes(before.findings, join(folder, "overlays"));
  const after = await compiled(folder);

  expect(said(before)).toEqual([
    form("{{$inputs.name}}", "{$inputs.name}"),
    expect.stringContaining("Assumed: `$steps.one.outputs.id` is meant."),
    expect.stringContaining("is a `$` and the value"),
  ]);
  expect(await sentBy(before)).toBe('/things/a\n{"a":["Ann","7","Total: $5"]}');
  expect(after.files).toEqual(before.files);
});
