import { join } from "node:path";
import { describe, expect, onTestFinished } from "vitest";
import { lint } from "../../generator/generate.js";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { completedApi, completedArazzo } from "../support/documents.js";
import { makeFolder, removeFolder } from "../support/folder.js";

// An OpenAPI document may refer to what stands in files beside it.

const compiler = new Compiler();

const arazzo = `
workflows:
- workflowId: make
  inputs: { type: object, properties: { name: { type: string } }, required: [name] }
  steps:
  - stepId: make
    operationId: make
    requestBody: { payload: { name: $inputs.name } }
    outputs: { id: $response.body#/id }
  outputs: { id: $steps.make.outputs.id }
`;

/** An operation with this schema for what is sent, and this for the answer. */
function operation(sent: string, answer: string): string {
  const content = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
  const responses = `{ "201": { description: Made., ${content(answer)} } }`;
  return ` { operationId: make, requestBody: { ${content(sent)} }, responses: ${responses} }`;
}

function api(paths: string, others = ""): string {
  return `paths:\n  /things:\n${paths}\n${others}`;
}

const thing = "type: object\nproperties: { id: { type: string }, name: { type: string } }\nrequired: [name]\n";

describe("what stands in another file:", () => {
  testEach([
    {
      name: "a schema",
      openapi: api(`    post:${operation("{ $ref: './schemas.yml#/Thing' }", "{ $ref: 'schemas.yml#/Thing' }")}`),
      files: { "schemas.yml": `Thing:\n  ${thing.replaceAll("\n", "\n  ")}` },
    },
    {
      name: "a schema that is the whole of its file",
      openapi: api(`    post:${operation("{ $ref: ./schemas/thing.yml }", "{ $ref: schemas/thing.yml }")}`),
      files: { "schemas/thing.yml": thing },
    },
    {
      name: "a path item, and what it refers to from where it stands",
      openapi: api("    $ref: ./paths/things.yml"),
      files: {
        "paths/things.yml": `post:${operation("{ $ref: '../schemas/thing.yml' }", "{ $ref: '#/answer' }")}\nanswer: { $ref: '../schemas/all.json#/Thing' }`,
        "schemas/thing.yml": thing,
        "schemas/all.json": `{ "Thing": { "$ref": "thing.yml" } }`,
      },
    },
    {
      name: "an operation",
      openapi: api("    post: { $ref: 'operations/make.yml' }"),
      files: {
        "operations/make.yml": operation(
          "{ $ref: ../thing.yml }",
          "{ $ref: '../openapi.yaml#/components/schemas/Made' }",
        ),
        "thing.yml": thing,
      },
      others: "components: { schemas: { Made: { $ref: ./thing.yml } } }",
    },
    {
      name: "a request body, a response and a parameter",
      openapi: api(`    post:
      operationId: make
      parameters: [{ $ref: 'parts.yml#/parameters/trace' }]
      requestBody: { $ref: 'parts.yml#/bodies/thing' }
      responses: { "201": { $ref: 'parts.yml#/responses/made' } }`),
      files: {
        "parts.yml": `
parameters: { trace: { name: trace, in: query, schema: { type: string } } }
bodies: { thing: { content: { application/json: { schema: { $ref: '#/schemas/Thing' } } } } }
responses: { made: { description: Made., content: { application/json: { schema: { $ref: '#/schemas/Thing' } } } } }
schemas:
  Thing:
    ${thing.replaceAll("\n", "\n    ")}`,
      },
    },
  ])(async ({ openapi, files, others = "" }) => {
    const said = await compiler.told({ arazzo, openapi: openapi + others, files }, (workflow) => {
      return `${workflow.output}\n${workflow.body}`;
    });
    expectText(
      said,
      `
      export interface MakeOutput {
        id?: string | undefined;
      }
      { name: input.name }
      `,
    );
  });
});

describe("a name", () => {
  testEach([
    {
      name: "is that of the component that only refers to it",
      schema: "{ $ref: '#/components/schemas/Made' }",
      others: "components: { schemas: { Made: { $ref: 'a.yml#/Thing' } } }",
      want: "  made: Made;",
    },
    { name: "is that in the file", schema: "{ $ref: 'a.yml#/Thing' }", others: "", want: "  made: Thing;" },
    { name: "is that of the file", schema: "{ $ref: 'b.yml' }", others: "", want: "  made: B;" },
    {
      name: "that another schema has gets that of the file before it",
      schema: "{ $ref: 'a.yml#/Thing' }",
      others: "components: { schemas: { Thing: { type: string } } }",
      want: "  made: AThing;",
    },
  ])(async ({ schema, others, want }) => {
    const sameThing = `Thing:\n  ${thing.replaceAll("\n", "\n  ")}`;
    const said = await compiler.told(
      {
        arazzo: arazzo
          .replace("outputs: { id: $response.body#/id }", "outputs: { made: $response.body }")
          .replace("outputs: { id: $steps.make.outputs.id }", "outputs: { made: $steps.make.outputs.made }"),
        openapi: api(
          `    post:${operation("{ type: object, properties: { name: { type: string } } }", schema)}`,
          others,
        ),
        files: { "a.yml": sameThing, "b.yml": thing },
      },
      (workflow) => workflow.output,
    );
    expectText(said, `export interface MakeOutput {\n${want}\n}`);
  });
});

describe("two schemas of one name", () => {
  testEach([{ name: "in two files are two types" }])(async () => {
    const said = await compiler.compile({
      arazzo,
      openapi: api(`    post:${operation("{ $ref: 'a.yml#/Thing' }", "{ $ref: 'b.yml#/Thing' }")}`),
      files: {
        "a.yml": "Thing: { type: object, properties: { name: { $ref: '#/Name' } } }\nName: { type: string }",
        "b.yml":
          "Thing: { type: object, properties: { id: { $ref: '#/Name' } }, required: [name] }\nName: { type: integer }",
      },
    });
    expectText(said.workflow().output, "export interface MakeOutput {\n  id?: number | undefined;\n}");
  });
});

describe("an overlay", () => {
  const gone = "$ref: ./gone.yml";
  const overlay = (extended: string, target: string, update: string): string => `
overlay: 1.0.0
info: { title: Given, version: 1.0.0 }
extends: ${extended}
actions: [{ target: "${target}", update: ${update} }]
`;
  testEach([
    {
      name: "changes a document before its references are followed",
      overlay: overlay("./openapi.yaml", "$.paths['/things']", "{ $ref: ./paths/other.yml }"),
      files: { "paths/other.yml": `post:${operation("{ $ref: ../thing.yml }", "{ $ref: ../thing.yml }")}` },
    },
    {
      name: "changes a file that a document refers to",
      overlay: overlay("./gone.yml", "$", `{ post: ${operation("{ $ref: thing.yml }", "{ $ref: thing.yml }")} }`),
      files: { "gone.yml": "{}" },
    },
  ])(async ({ overlay: text, files }) => {
    const given = { arazzo, openapi: api(`    ${gone}`), overlays: [text], files: { "thing.yml": thing, ...files } };
    expectText(await compiler.told(given, (workflow) => workflow.body), "{ name: input.name }");
  });
});

describe("what is assumed", () => {
  testEach([{ name: "is assumed of the file in which the text stands" }])(async () => {
    const said = await compiler.told(
      {
        arazzo: arazzo.replace("$response.body#/id", "$response.body#/other"),
        openapi: api(`    post:${operation("{ $ref: thing.yml }", "{ $ref: thing.yml }")}`),
        assume: true,
        files: { "thing.yml": thing },
      },
      (workflow) => workflow.output,
    );
    expectText(
      said,
      `
      9:20 warning unknown-pointer '$response.body#/other': the schema knows no 'other' there
        | Assumed: the API's document does not list 'other', and it is there all the same, of any type.
      export interface MakeOutput {
        /** Not in the API's document; assumed, because step \`make\` reads it. */
        id?: unknown;
      }
      `,
    );
  });
});

describe("a file found in a folder of sources", () => {
  testEach([{ name: "may refer to those beside it" }])(async () => {
    const folder = makeFolder({
      "flows/deep/arazzo.yaml": completedArazzo(arazzo),
      "apis/all/openapi.yaml": completedApi(
        api(`    post:${operation("{ $ref: ../thing.yml }", "{ $ref: ../thing.yml }")}`),
      ),
      "apis/thing.yml": thing,
    });
    onTestFinished(() => removeFolder(folder));
    const documents = [join(folder, "flows/deep/arazzo.yaml")];
    const given = { documents, overlays: [], sources: new Map<string, string>() };
    expect(lint({ ...given, sourceFolders: [join(folder, "apis")] }).findings).toEqual([]);
  });
});

describe("a correction", () => {
  testEach([{ name: "is for the file in which the text stands" }])(async () => {
    const folder = makeFolder({
      "arazzo.yaml": completedArazzo(arazzo),
      "openapi.yaml": completedApi(
        api("    $ref: paths/things.yml", "servers: [{ url: https://a.example.com }, { url: https://b.example.com }]"),
      ),
      "paths/things.yml": `post:${operation("{ $ref: ../thing.yml }", "{ $ref: ../thing.yml }")}`,
      "thing.yml": thing,
    });
    onTestFinished(() => removeFolder(folder));
    const documents = [join(folder, "arazzo.yaml")];
    const { findings } = lint({ documents, overlays: [], sources: new Map() });
    const fixes = findings.flatMap(({ code, fix }) => (fix === undefined ? [] : [{ code, ...fix }]));
    expect(fixes).toMatchObject([
      { code: "ambiguous-server", file: join(folder, "paths/things.yml"), actions: [{ target: "$.post" }] },
    ]);
  });
});

describe("references over several files", () => {
  const tree =
    "type: object\nproperties: { id: { type: string }, name: { type: string }, next: { $ref: NEXT } }\nrequired: [name]\n";
  testEach([
    {
      name: "in a circle by way of a property are compiled",
      files: { "a.yml": tree.replace("NEXT", "b.yml"), "b.yml": tree.replace("NEXT", "a.yml") },
      want: "export interface MakeOutput {\n  id?: string | undefined;\n}",
    },
    {
      name: "in a circle of nothing else",
      files: { "a.yml": "$ref: b.yml", "b.yml": "$ref: a.yml" },
      want: "openapi.yaml 3:94 error reference-cycle the reference leads back to itself\nopenapi.yaml 3:198 error reference-cycle the reference leads back to itself",
    },
    {
      name: "to a file that is not there",
      files: {},
      want: "openapi.yaml 3:94 error file-unreadable There is no file 'FOLDER/a.yml'\n  | Correct the path, or add the file.\nopenapi.yaml 3:198 error file-unreadable There is no file 'FOLDER/a.yml'\n  | Correct the path, or add the file.",
    },
    {
      name: "to a file that leads on to one that is not there",
      files: { "a.yml": "$ref: gone/b.yml" },
      want: "a.yml 1:7 error file-unreadable There is no file 'FOLDER/gone/b.yml'\n  | Correct the path, or add the file.",
    },
    {
      name: "to a file that cannot be read",
      files: { "a.yml": "a: [" },
      want: "a.yml 1:5 error syntax-error Flow sequence in block collection must be sufficiently indented and end with a ]",
    },
    {
      name: "to nothing in a file",
      files: { "a.yml": "$ref: 'b.yml#/Thig'", "b.yml": "Thing: {}" },
      want: "a.yml 1:7 error reference-unresolved 'b.yml#/Thig' points to nothing: there is no 'Thig' in '#'\n  | Did you mean 'Thing'?",
    },
    {
      name: "to a file outside",
      files: { "a.yml": "$ref: ../../../../../../etc/passwd" },
      want: "a.yml 1:7 error reference-refused '../../../../../../etc/passwd' leads out of the folders that may be read: ROOTS\n  | Keep the file beside the document, or open its folder: --root DIR",
    },
    {
      name: "to the network",
      files: { "a.yml": "$ref: https://example.com/a.yml#/Thing" },
      want: "a.yml 1:7 error not-fetched there is no copy of 'https://example.com/a.yml', and nothing is fetched here\n  | Run 'twilio-workflows fetch' on the Arazzo document",
    },
  ])(async ({ files, want }) => {
    const openapi = api(`    post:${operation("{ $ref: a.yml }", "{ $ref: a.yml }")}`);
    const said = await compiler.told({ arazzo, openapi, files }, (workflow) => workflow.output);
    const shown = said
      .replace(/^.* unused-input .*\n.*\n/, "")
      .replaceAll(/[^\s']*twilio-workflows-\w+(?=\/)/g, "FOLDER")
      .replace(/(?<=may be read: ).*/, "ROOTS");
    expectText(shown, want);
  });
});

compiler.testTypes();
