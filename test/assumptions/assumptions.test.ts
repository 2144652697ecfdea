import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { writeFixes } from "../../generator/fix.js";
import { generate, type Generation } from "../../generator/generate.js";
import { to } from "../runtime/support/options.js";
import { serve } from "../runtime/support/server.js";
import { completedApi, completedArazzo } from "../support/documents.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { Loaded } from "../support/load.js";
import { refusedTypes } from "../support/refused-types.js";
import { yaml } from "../support/yaml.js";
import { rowsOfApis } from "./rows-of-apis.js";
import { rowsOfHabits } from "./rows-of-habits.js";
import { rowsOfLists } from "./rows-of-lists.js";
import { rowsOfNames } from "./rows-of-names.js";
import { rowsOfShapes } from "./rows-of-shapes.js";
import { rowsOfValues } from "./rows-of-values.js";
import { api, rows as rowsOfWorkflows, type Row } from "./rows.js";

const rows = [
  ...rowsOfWorkflows,
  ...rowsOfApis,
  ...rowsOfHabits,
  ...rowsOfLists,
  ...rowsOfNames,
  ...rowsOfShapes,
  ...rowsOfValues,
];

const accepted: ReadonlyMap<string, string>[] = [];

/** What is of no interest here. */
const aside = ["unused-input", "input-required"];

type Given = Pick<Row, "workflows" | "openapi">;

function filesOf({ workflows, openapi = api }: Given): Readonly<Record<string, string>> {
  return { "arazzo.yaml": completedArazzo(workflows), "openapi.yaml": completedApi(openapi) };
}

function folderOf(given: Given): string {
  const folder = makeFolder(filesOf(given));
  onTestFinished(() => removeFolder(folder));
  return folder;
}

function compiled(folder: string, strict = false): Promise<Generation> {
  const overlays = join(folder, "overlays");
  const files = readdirSync(folder).includes("overlays")
    ? readdirSync(overlays).map((name) => join(overlays, name))
    : [];
  return generate({ documents: [join(folder, "arazzo.yaml")], overlays: files, sources: new Map(), strict });
}

function said({ findings }: Generation, severity: string): readonly string[] {
  return findings
    .filter((finding) => finding.severity === severity && !aside.includes(finding.code))
    .map(({ code, message, hint = "" }) => `${code} ${message} | ${hint}`);
}

describe.each(rows)("$name", (row) => {
  let folder: string;
  let result: Generation;
  beforeAll(async () => {
    folder = makeFolder(filesOf(row));
    result = await compiled(folder);
  });
  afterAll(() => removeFolder(folder));

  test("with a warning at the author's text, and this code", () => {
    expect(said(result, "error")).toEqual([]);
    expect(said(result, "warning").map((text) => text.replace(folder, "FOLDER"))).toEqual(row.warnings);
    const places = result.findings.map(({ place }) => place?.source.text.slice(place.start, place.end) ?? "");
    expect(places).not.toContain("");
    const { files = new Map<string, string>() } = result;
    accepted.push(files);
    const text = [...files]
      .filter(([name]) => /^(apis|workflows)/.test(name))
      .map(([, content]) => content)
      .join("\n");
    for (const line of row.lines) expect(text).toContain(line);
  });

  test("over HTTP", async () => {
    const { files = new Map<string, string>() } = result;
    const loaded = new Loaded(files);
    onTestFinished(() => loaded.remove());
    const { url, requests } = await serve(row.replies ?? [{ body: {} }]);
    const before = row.dependencies === undefined ? [] : [row.dependencies];
    const run = (await loaded.fn(row.run ?? "test"))(row.input ?? {}, ...before, to(url, { retries: 0 }));
    const outcome = await run.then(
      (returned) => ({ returned }),
      (error: unknown) => ({ failed: String(error).replace(url, "URL"), checkpoint: Object(error).checkpoint }),
    );

    expect(
      requests.flatMap(({ method, url: path, headers, body }) => [
        `${method} ${path}`,
        ...(headers["x-trace"] === undefined ? [] : [`x-trace: ${headers["x-trace"]}`]),
        ...(body === "" ? [] : [body]),
      ]),
    ).toEqual(row.sends);
    if (row.fails === undefined) expect(outcome).toEqual({ returned: row.returns });
    else
      expect(outcome).toEqual({
        failed: row.fails,
        checkpoint: expect.objectContaining({ answers: expect.anything() }),
      });
  });

  test("is refused by --strict, at the same places", async () => {
    const strict = await compiled(folder, true);

    expect(strict.files).toBeUndefined();
    const errors = strict.findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
    // What came to light by an assumption is not there without it.
    const assumed = result.findings.filter(({ assumed, round }) => assumed && round === 0).map(({ code }) => code);
    expect(errors).toEqual(expect.arrayContaining(assumed));
    expect(strict.findings.filter(({ hint = "" }) => hint.startsWith("Assumed: "))).toEqual([]);
  });

  test("is as --fix writes it down, and the same code comes of it", async () => {
    writeFixes(result.findings, join(folder, "overlays"));
    onTestFinished(() => removeFolder(join(folder, "overlays")));
    const after = await compiled(folder);

    expect(after.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const left = after.findings.filter(({ hint = "" }) => hint.startsWith("Assumed: ")).length;
    expect(left).toBe(row.stays ? row.warnings.filter((text) => text.includes("| Assumed: ")).length : 0);
    expect(after.files).toEqual(result.files);
  });
});

test("an input that is declared as any object has the type of the body that it is, with --strict as well", async () => {
  const workflows = yaml`
    workflows:
    - workflowId: test
      inputs: { type: object, properties: { thing: { type: object, description: What to make. } } }
      steps:
      - { stepId: one, operationId: make, requestBody: { payload: $inputs.thing } }
  `;
  const { findings, files = new Map<string, string>() } = await compiled(folderOf({ workflows }), true);

  expect(findings).toEqual([]);
  for (const line of ["thing: {", "name: string;", "count?: number | undefined;", "body: input.thing,"]) {
    expect(files.get("workflows/test.ts")).toContain(line);
  }
});

test("an output that is called as none should be is read by the name that it has", async () => {
  const workflows = yaml`
    workflows:
    - workflowId: test
      steps:
      - { stepId: one, operationId: list, outputs: { the id (of it): $response.body#/id } }
      outputs: { id: $steps.one.outputs.the id (of it) }
  `;
  const result = await compiled(folderOf({ workflows }));

  expect(said(result, "error")).toEqual([]);
  expect(said(result, "warning")).toContainEqual(
    expect.stringContaining("Assumed: `$steps.one.outputs#/the id (of it)` is meant."),
  );
  expect(result.files?.get("workflows/test.ts")).toContain("return { id: one.data.id };");
});

describe("what has no sensible reading stays an error", () => {
  const errors: readonly (readonly [name: string, step: string, error: string])[] = [
    ["a close name", "operationId: list\noutputs: { x: $response.body#/lists }", "unknown-pointer"],
    ["a part of a text", "operationId: list\noutputs: { x: $response.body#/id/more }", "unknown-pointer"],
    ["a misspelt field", "operationId: make\nrequestBody: { payload: { nmae: a } }", "unknown-field"],
    [
      "a misspelt parameter",
      "operationId: list\nparameters: [{ name: limt, in: query, value: 1 }]",
      "unknown-parameter",
    ],
    [
      "a path parameter that is not given",
      "operationId: read\nparameters: [{ name: view, in: query, value: a }]",
      "missing-parameter",
    ],
    ["an operation that does not exist", "operationId: nothing", "unknown-operation"],
    [
      "a path with several operations",
      "operationPath: '{$sourceDescriptions.api.url}#/paths/~1things'",
      "invalid-expression",
    ],
    [
      "an object that is sent as a number",
      "operationId: list\nparameters: [{ name: limit, in: query, value: $inputs.object }]",
      "type-conflict",
    ],
    [
      "a text that is no number",
      "operationId: make\nrequestBody: { payload: { name: a, count: many } }",
      "type-conflict",
    ],
    ["a misspelt field of Arazzo", "operationId: list\noutpts: {}", "invalid-document"],
  ];

  test.each(errors)("%s", async (_, step, error) => {
    const lines = step.split("\n").map((line) => `    ${line}`);
    const workflows = [
      "workflows:",
      "- workflowId: test",
      "  inputs: { type: object, properties: { object: { type: object, properties: { a: { type: string } } } } }",
      "  steps:",
      "  - stepId: one",
      ...lines,
    ].join("\n");
    const result = await compiled(folderOf({ workflows }));

    expect(result.files).toBeUndefined();
    const found = result.findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
    expect(found).toEqual([error]);
  });

  test("a field that the schema forbids", async () => {
    const openapi = api.replace("NewThing: { type: object,", "NewThing: { type: object, additionalProperties: false,");
    const workflows =
      "workflows:\n- workflowId: test\n  steps:\n  - { stepId: one, operationId: make, requestBody: { payload: { name: a, colour: red } } }";
    const { findings } = await compiled(folderOf({ workflows, openapi }));

    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["error unknown-field"]);
  });

  test("two workflows whose functions would have one name", async () => {
    const workflow = (id: string): string => `- workflowId: ${id}\n  steps: [{ stepId: one, operationId: list }]`;
    const { findings } = await compiled(folderOf({ workflows: `workflows:\n${workflow("a.b")}\n${workflow("a/b")}` }));

    expect(findings.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(["name-collision"]);
  });

  test("a property of a list that its items have, in an output for all who read it", async () => {
    const workflows = yaml`
      workflows:
      - workflowId: test
        steps:
        - { stepId: one, operationId: list, outputs: { things: $response.body#/list/a } }
        - { stepId: two, operationId: make, requestBody: { payload: { name: $steps.one.outputs.things } } }
    `;
    const result = await compiled(folderOf({ workflows }));

    expect(said(result, "error")).toEqual([
      expect.stringMatching(/^unknown-pointer .* \| Say which item is meant. `.*\/0\/a` is that of the first.$/),
    ]);
  });

  test("what is denied", async () => {
    const folder = folderOf(rows[0] ?? { workflows: "" });
    const given = { documents: [join(folder, "arazzo.yaml")], overlays: [], sources: new Map() };
    const denied = await generate({ ...given, deny: ["unknown-pointer"] });
    const allowed = await generate({ ...given, allow: ["unknown-pointer"] });

    expect(denied.findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["error unknown-pointer"]);
    expect(allowed.findings).toEqual([]);
    expect(allowed.files?.get("workflows/test.ts")).toContain("one.data.extra");
  });
});

test("everything that was accepted type-checks under every flag", { timeout: 120_000 }, () => {
  expect(accepted).toHaveLength(rows.length);
  expect(refusedTypes(accepted)).toEqual([]);
});
