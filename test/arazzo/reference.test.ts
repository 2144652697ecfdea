import { describe, expect, test } from "vitest";
import {
  parseOperationPath,
  parseOperationReference,
  parseStepReference,
  parseWorkflowReference,
} from "../../generator/arazzo/index.js";
import { show } from "./support/show.js";

interface Row {
  readonly given: string;
  readonly want: string | readonly string[];
}

const showId = ({ source, id }: { readonly source: string | undefined; readonly id: string }): string =>
  `${source ?? "-"} ${id}`;

describe("operations by id", () => {
  const table: readonly Row[] = [
    { given: "getPet", want: "- getPet" },
    { given: "$sourceDescriptions.petstore.getPet", want: "petstore getPet" },
    { given: "$sourceDescriptions.petstore.pets.get", want: "petstore pets.get" },
    // OpenAPI takes any text.
    { given: "GET /pets", want: "- GET /pets" },
    { given: "$odd", want: "- $odd" },
    { given: "", want: ["^", "expected an operationId"] },
    { given: "$inputs.a", want: ["^^^^^^^^^", "expected an operationId, or `$sourceDescriptions.<name>.` before it"] },
    {
      given: "$sourceDescription.a.b",
      want: [
        "^^^^^^^^^^^^^^^^^^",
        "`$sourceDescription` is no runtime expression",
        "Did you mean `$sourceDescriptions`?",
      ],
    },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show(parseOperationReference(given), showId)).toEqual(want);
  });
});

describe("workflows by id", () => {
  const table: readonly Row[] = [
    { given: "login", want: "- login" },
    { given: "$sourceDescriptions.shared.login", want: "shared login" },
    {
      given: "$workflows.login.outputs",
      want: ["^^^^^^^^^^^^^^^^^^^^^^^^", "expected a workflowId, or `$sourceDescriptions.<name>.` before it"],
    },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show(parseWorkflowReference(given), showId)).toEqual(want);
  });
});

describe("operations by path", () => {
  const table: readonly Row[] = [
    { given: "{$sourceDescriptions.a.url}#/paths/~1pets/get", want: "a /paths/~1pets/get = paths | /pets | get" },
    { given: "$sourceDescriptions.a.url#/paths/~1pets/get", want: "a /paths/~1pets/get = paths | /pets | get" },
    {
      given: "{$sourceDescriptions.a-b.url}#/paths/~1pets~1{id}~1x~0y/delete",
      want: "a-b /paths/~1pets~1{id}~1x~0y/delete = paths | /pets/{id}/x~y | delete",
    },
    {
      given: "{$sourceDescriptions.a.url}#/paths/~1p~1%7Bid%7D/get",
      want: "a /paths/~1p~1{id}/get = paths | /p/{id} | get",
    },
    { given: "{$sourceDescriptions.a.url}#/paths/~1100%/get", want: "a /paths/~1100%/get = paths | /100% | get" },
    {
      given: "/paths/~1pets/get",
      want: [
        "^^^^^^^^^^^^^^^^^",
        "an operationPath names a source description and an operation in it",
        "Write `{$sourceDescriptions.<name>.url}#/paths/<path, / as ~1>/<method>`.",
      ],
    },
    {
      given: "{$sourceDescriptions.a.url}#/paths/~1pets",
      want: [
        "                            ^^^^^^^^^^^^^",
        "expected `/paths/<path>/<method>`, the `/` of the path as `~1`",
      ],
    },
    {
      given: "{$sourceDescriptions.a.url}#/paths/~2/get",
      want: [
        "                                   ^",
        "in a JSON Pointer `~` stands before `0` or `1` only",
        "Write `~0` for `~` and `~1` for `/`.",
      ],
    },
  ];
  test.each(table)("$given", ({ given, want }) => {
    const found = parseOperationPath(given);
    const shown = show(found, ({ source, pointer, tokens }) => `${source} ${pointer} = ${tokens.join(" | ")}`);
    expect(shown).toEqual(want);
  });
});

describe("steps that a step depends on", () => {
  const hint =
    "Write `$workflows.<workflowId>.steps.<stepId>` or `$sourceDescriptions.<name>.<workflowId>.steps.<stepId>`.";
  const table: readonly Row[] = [
    { given: "placeOrder", want: "- - placeOrder" },
    { given: "$workflows.auth.steps.login", want: "- auth login" },
    { given: "$sourceDescriptions.shared.auth.steps.login", want: "shared auth login" },
    { given: "", want: ["^", "expected a stepId"] },
    { given: "$steps.login", want: ["^^^^^^^^^^^^", "expected a stepId, or the way to one in another workflow", hint] },
  ];
  test.each(table)("$given", ({ given, want }) => {
    const found = parseStepReference(given);
    const shown = show(found, ({ source, workflowId, stepId }) => [source ?? "-", workflowId ?? "-", stepId].join(" "));
    expect(shown).toEqual(want);
  });
});
