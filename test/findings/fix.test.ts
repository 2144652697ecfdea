import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { writeFixes } from "../../generator/fix.js";
import { lint, type Generation } from "../../generator/generate.js";
import { completedApi, completedArazzo } from "../support/documents.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { yaml } from "../support/yaml.js";

function folderOf(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeFolder(files);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}

function check(documents: readonly string[], overlays: readonly string[] = []): Generation {
  return lint({ documents, overlays, sources: new Map(), strict: true });
}

const codesOf = ({ findings }: Generation): readonly string[] => findings.map(({ code }) => code).toSorted();

test("published workflows are corrected by what is written, and then have no findings", () => {
  const folder = folderOf();
  cpSync("specs", folder, { recursive: true, filter: (path) => !path.includes("overlays") });
  const documents = filesIn(join(folder, "arazzo"));
  const before = documents.map((file) => readFileSync(file, "utf8"));

  const found = check(documents);
  const written = writeFixes(found.findings, join(folder, "overlays"));

  expect([...new Set(codesOf(found))]).toEqual([
    "jsonpath-predicate",
    "poll-inferred",
    "success-status-ambiguous",
    "success-status-mismatch",
  ]);
  expect(written.map(({ actions }) => actions)).toEqual([3, 1, 3, 2]);
  expect(check(documents, filesIn(join(folder, "overlays"))).findings).toEqual([]);
  expect(documents.map((file) => readFileSync(file, "utf8"))).toEqual(before);
});

const twoHosts = completedApi(yaml`
  servers: [{ url: https://one.example.com }, { url: https://two.example.com }]
  paths:
    /it's/{id}:
      get: { operationId: read, responses: { "200": { description: It. } }, parameters: [{ name: id, in: path, required: true }] }
`);

const reading = completedArazzo(yaml`
  workflows:
  - workflowId: read
    steps:
    - stepId: read
      operationId: read
      parameters: [{ name: id, in: path, value: "1" }]
      successCriteria: [{ condition: $statusCode == 204 }]
`);

describe("corrections", () => {
  test("are written for each document by itself, with what it extends", () => {
    const folder = folderOf({
      "api/openapi.yaml": twoHosts,
      "arazzo.yaml": reading.replace("./openapi", "./api/openapi"),
    });
    const documents = [join(folder, "arazzo.yaml")];
    const overlays = join(folder, "of", "ours");

    writeFixes(check(documents).findings, overlays);

    expect(readFileSync(join(overlays, "openapi-fixes.yaml"), "utf8")).toBe(
      `${yaml`
        overlay: 1.0.0
        info:
          title: Corrections of openapi.yaml
          version: 1.0.0
        extends: ../../api/openapi.yaml
        actions:
        - target: $.paths['/it\\'s/{id}'].get
          description: GET /it's/{id} is served here; the document names other hosts as well, and does not say so.
          update:
            servers:
            - url: https://one.example.com
      `}\n`.replaceAll("\\\\", "\\"),
    );
    expect(check(documents, filesIn(overlays)).findings).toEqual([]);
  });

  const head = "# Ours.\noverlay: 1.0.0\ninfo: { title: Ours, version: '1' }\nextends: arazzo.yaml\n";
  const added = [
    "- target: $.workflows[?@.workflowId == 'read'].steps[?@.stepId == 'read'].successCriteria[0]",
    "  description: read answers 200 when it has succeeded; any other criterion fails the step though it took effect.",
    "  update:",
    "    condition: $statusCode == 200",
  ];

  const behind: readonly { readonly name: string; readonly given: string; readonly want: string }[] = [
    {
      name: "with comments",
      given:
        "actions: # all of them\n# the first\n- target: $.info # here\n  update: { summary: x } # why\n# the end\n",
      want: `actions: # all of them\n# the first\n- target: $.info # here\n  update: { summary: x } # why\n${added.join("\n")}\n# the end\n`,
    },
    {
      name: "indented, and without a line break at its end",
      given: "actions:\n    - target: $.info\n      update: { summary: x }",
      want: `actions:\n    - target: $.info\n      update: { summary: x }\n${added.map((line) => `    ${line}`).join("\n")}`,
    },
    {
      name: "with something behind it",
      given: "actions:\n- target: $.info\n  update:\n    summary: |\n      x\n\nx-more: 1\n",
      want: `actions:\n- target: $.info\n  update:\n    summary: |\n      x\n${added.join("\n")}\n\nx-more: 1\n`,
    },
    {
      name: "with the line breaks of Windows",
      given: "actions:\r\n- target: $.info\r\n  update: { summary: x }\r\n",
      want: `actions:\r\n- target: $.info\r\n  update: { summary: x }\r\n${added.join("\r\n")}\r\n`,
    },
  ];
  test.each(behind)("are added behind what is there, $name", ({ given, want }) => {
    const folder = folderOf({
      "arazzo.yaml": reading,
      "openapi.yaml": twoHosts.replace(", { url: https://two.example.com }", ""),
      "arazzo-fixes.yaml": head + given,
    });
    const [documents, overlay] = [[join(folder, "arazzo.yaml")], join(folder, "arazzo-fixes.yaml")];

    const found = check(documents, [overlay]);

    expect(writeFixes(found.findings, folder)).toEqual([{ file: overlay, actions: 1 }]);
    expect(readFileSync(overlay, "utf8")).toBe(head + want);
    expect(check(documents, [overlay]).findings).toEqual([]);
    // Somebody runs it without the overlay: what stands there already is not added again.
    expect(writeFixes(found.findings, folder)).toEqual([]);
    expect(readFileSync(overlay, "utf8")).toBe(head + want);
  });

  const refused: readonly { readonly name: string; readonly given: string; readonly want: string }[] = [
    {
      name: "of another document",
      given: head.replace("arazzo.yaml", "other.yaml") + "actions: [{ target: $.info }]\n",
      want: "cannot be added to: it extends another document",
    },
    { name: "that is none", given: "nothing: 1\n", want: "cannot be added to: it is no overlay that can be read" },
    {
      name: "in one line",
      given: `${head}actions: [{ target: $.info, update: {} }]\n`,
      want: "cannot be added to: its `actions` are no list with an entry a line",
    },
  ];
  test.each(refused)("are not written into an overlay $name, and nothing else is", ({ given, want }) => {
    const folder = folderOf({ "arazzo.yaml": reading, "openapi.yaml": twoHosts, "arazzo-fixes.yaml": given });
    const { findings } = check([join(folder, "arazzo.yaml")]);

    expect(() => writeFixes(findings, folder)).toThrow(want);
    expect(readdirSync(folder).toSorted()).toEqual(["arazzo-fixes.yaml", "arazzo.yaml", "openapi.yaml"]);
    expect(readFileSync(join(folder, "arazzo-fixes.yaml"), "utf8")).toBe(given);
  });

  test("do not touch what a criterion asks for beside the status", () => {
    const folder = folderOf({
      "arazzo.yaml": reading.replace("$statusCode == 204", "$statusCode == 204 && $inputs.a == 'b'"),
      "openapi.yaml": twoHosts.replace(", { url: https://two.example.com }", ""),
    });
    writeFileSync(
      join(folder, "arazzo.yaml"),
      readFileSync(join(folder, "arazzo.yaml"), "utf8").replace(
        "  steps:",
        "  inputs: { properties: { a: { type: string } } }\n  steps:",
      ),
    );
    const { findings } = check([join(folder, "arazzo.yaml")]);
    expect(findings.map(({ code, fix }) => [code, fix])).toEqual([["success-status-mismatch", undefined]]);
  });

  const orders = completedApi(yaml`
    paths:
      /orders:
        get:
          operationId: list
          responses: { "200": { description: Orders. } }
          parameters:
          - { name: page, in: query, schema: { type: integer } }
          - { name: share, in: query, schema: { type: number } }
          - { name: paid, in: query, schema: { type: boolean } }
          - { name: ids, in: query, schema: { type: array, items: { type: integer } } }
          - { name: filter, in: query, style: deepObject, schema: { type: object } }
  `);

  /** A workflow that hands its input on as the parameter of this name. */
  const handing = (name: string, inputs: string): string =>
    completedArazzo(yaml`
      workflows:
      - workflowId: list
        inputs: ${inputs}
        steps:
        - { stepId: list, operationId: list, parameters: [{ name: ${name}, in: query, value: $inputs.it }] }
      components:
        inputs:
          shared: { type: object, properties: { it: { type: string } } }
    `);

  const declared: readonly { readonly name: string; readonly inputs?: string; readonly want: object | undefined }[] = [
    { name: "page", want: { type: "integer" } },
    { name: "share", want: { type: "number" } },
    { name: "paid", want: { type: "boolean" } },
    { name: "ids", want: { type: "array", items: { type: "integer" } } },
    { name: "filter", want: undefined },
    // It says of text what is not true of a number.
    { name: "page", inputs: "{ properties: { it: { type: string, pattern: '^[0-9]+$' } } }", want: undefined },
    { name: "page", inputs: "{ $ref: '#/components/inputs/shared' }", want: undefined },
  ];
  test.each(declared)("declare an input as $name takes it: $want", ({ name, inputs, want }) => {
    const arazzo = handing(name, inputs ?? "{ properties: { it: { type: string, description: Which. } } }");
    const folder = folderOf({ "arazzo.yaml": arazzo, "openapi.yaml": orders });
    const documents = [join(folder, "arazzo.yaml")];

    const { findings } = check(documents);
    writeFixes(findings, join(folder, "overlays"));

    expect(findings.map(({ code, fix }) => [code, fix?.actions[0]?.update])).toEqual([["type-conflict", want]]);
    if (want !== undefined) expect(check(documents, filesIn(join(folder, "overlays"))).findings).toEqual([]);
  });

  test("write an operationPath out", () => {
    const arazzo = reading.replace("operationId: read", "operationPath: GET /it's/{id}").replace("204", "200");
    const api = twoHosts.replace(", { url: https://two.example.com }", "");
    const folder = folderOf({ "arazzo.yaml": arazzo, "openapi.yaml": api });
    const documents = [join(folder, "arazzo.yaml")];

    const { findings } = check(documents);
    writeFixes(findings, join(folder, "overlays"));

    expect(findings.map(({ code }) => code)).toEqual(["invalid-expression"]);
    expect(check(documents, filesIn(join(folder, "overlays"))).findings).toEqual([]);
  });
});
