import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read, withStep } from "./support/read.js";

const specs = new URL("../../specs/arazzo/", import.meta.url);

test.each(readdirSync(specs))("our own %s", (file) => {
  expect(read(readFileSync(new URL(file, specs), "utf8"))).toMatchObject({ findings: [], arazzo: { version: "1.0" } });
});

describe("versions", () => {
  const readable = "Versions 1.0.x and 1.1.x are read: `arazzo: 1.0.1` or `arazzo: 1.1.0`.";
  test.each([
    { given: "1.0.0", want: "1.0" },
    { given: "1.0.1", want: "1.0" },
    { given: "1.0.17", want: "1.0" },
    { given: "1.1.0", want: "1.1" },
    { given: "1.1.0-rc1", want: "1.1" },
  ])("$given", ({ given, want }) => {
    expect(read(withStep("operationId: op", { version: given })).arazzo?.version).toBe(want);
  });
  test.each(["1.2.0", "2.0.0", "1.0", '"1.0"', "1", "latest", '"01.0.0"', '"1.0.0\\n"'])("not %s", (given) => {
    const { arazzo, findings } = read(withStep("operationId: op\nnonsense: 1", { version: given }));
    expect(arazzo).toBeUndefined();
    expect(findings).toEqual([
      expect.stringMatching(/^1: unsupported-version: `.*` is no version of Arazzo that is read here /),
    ]);
    expect(findings[0]).toContain(readable);
  });
  test("none", () => {
    expect(read("info: 1").findings).toContain("1: invalid-document: `arazzo` is missing");
  });
});

test("the model is the document's own data, so that paths lead to places", () => {
  const { arazzo } = read(
    withStep(`
      operationId: op
      x-poll: { interval: 500, factor: 1.5, maxInterval: 5000, deadline: 60000 }
      x-other: { kept: true }
      requestBody:
        contentType: application/json
        payload: { a: [$inputs.a, 1, null], context: x }
      outputs:
        my.out-put_1: $response.body#/sid
    `),
  );
  expect(arazzo).toMatchObject({
    version: "1.0",
    arazzo: "1.0.1",
    sourceDescriptions: [{ name: "api", url: "api.yml", type: "openapi" }],
    workflows: [
      {
        workflowId: "w",
        steps: [
          {
            stepId: "s",
            operationId: "op",
            "x-poll": { interval: 500, factor: 1.5, maxInterval: 5000, deadline: 60000 },
            requestBody: { contentType: "application/json", payload: { a: ["$inputs.a", 1, null], context: "x" } },
            outputs: { "my.out-put_1": "$response.body#/sid" },
          },
        ],
      },
    ],
  });
  const place = arazzo?.document.place(["workflows", 0, "steps", 0, "requestBody", "payload", "a", 1]);
  expect(place && place.source.text.slice(place.start, place.end)).toBe("1");
});

describe("shape", () => {
  const table: readonly { readonly name: string; readonly given: string; readonly want: readonly string[] }[] = [
    {
      name: "not an object",
      given: "- a",
      want: ["1: invalid-document: The document has to be an object, not a list"],
    },
    {
      name: "empty lists",
      given: "arazzo: 1.0.1\ninfo: { title: T, version: v }\nsourceDescriptions: []\nworkflows: []",
      want: [
        "3: invalid-document: `sourceDescriptions` has to have at least 1 entry",
        "4: invalid-document: `workflows` has to have at least 1 entry",
      ],
    },
    {
      name: "a misspelt field",
      given: withStep("operationID: op"),
      want: ["11: invalid-document: `operationID` is no field that is known here | Did you mean `operationId`?"],
    },
    {
      name: "a version that is a number",
      given: withStep("operationId: op").replace("version: 1.0.0", "version: 1.0"),
      want: ["2: invalid-document: `version` has to be text, not `1`"],
    },
    {
      name: "an unknown type of source",
      given: withStep("operationId: op").replace("type: openapi", "type: openap"),
      want: [
        "6: invalid-document: `type` has to be `openapi`, `arazzo` or `asyncapi`, not `openap` | Did you mean `openapi`?",
      ],
    },
    {
      name: "$self with a fragment",
      given: `$self: https://a.example/x#y\n${withStep("operationId: op", { version: "1.1.0" })}`,
      want: ["1: invalid-document: `$self` is a URI without a fragment"],
    },
    {
      name: "outputs that are no names",
      given: withStep("operationId: op\noutputs: { a b: $url, __proto__: $url }"),
      want: [
        "12: invalid-document: a name here consists of letters, digits, `.`, `-` and `_`",
        "12: invalid-document: `__proto__` is no name that can be used here",
      ],
    },
    {
      name: "outputs that are no names, without the name that JavaScript would mistake",
      given: withStep("operationId: op\noutputs: { a b: $url }"),
      want: ["12: invalid-document: a name here consists of letters, digits, `.`, `-` and `_`"],
    },
    {
      name: "component names",
      given: withStep("operationId: op", {
        rest: "components:\n  parameters:\n    a b: { name: a, in: query, value: 1 }",
      }),
      want: ["14: invalid-document: a name here consists of letters, digits, `.`, `-` and `_`"],
    },
    {
      name: "inputs that are no schema",
      given: withStep("operationId: op", { workflow: "inputs: string" }),
      want: ["12: invalid-document: `inputs` has to be an object, not text"],
    },
  ];
  test.each(table)("$name", ({ given, want }) => {
    const { findings } = read(given);
    expect(findings).toEqual(want);
  });
});
