import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/generate.js";
import { completedApi, completedArazzo } from "../support/documents.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { refusedTypes } from "../support/refused-types.js";
import { yaml } from "../support/yaml.js";

const workflow = (workflowId: string, operationId: string): string =>
  completedArazzo(yaml`
    workflows:
    - workflowId: ${workflowId}
      steps:
      - stepId: read
        operationId: ${operationId}
        outputs: { all: $response.body }
      outputs: { all: $steps.read.outputs.all }
  `);

const api = (operationId: string, field: string): string =>
  completedApi(yaml`
    paths:
      /${operationId}:
        get:
          operationId: ${operationId}
          responses:
            "200":
              description: It.
              content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
    components:
      schemas:
        Thing: { type: object, required: [${field}], properties: { ${field}: { type: string } } }
  `);

const folder = makeFolder({
  "one/arazzo.yaml": workflow("first", "readOne"),
  "one/openapi.yaml": api("readOne", "one"),
  "two/arazzo.yaml": workflow("second", "readTwo"),
  "two/openapi.yaml": api("readTwo", "two"),
  "three/arazzo.yaml": workflow("third", "readOne").replace("./openapi.yaml", "../one/openapi.yaml"),
});
afterAll(() => removeFolder(folder));

function run(...documents: readonly string[]): ReturnType<typeof generate> {
  return generate({ documents: documents.map((name) => join(folder, name)), overlays: [], sources: new Map() });
}

describe("source descriptions of one name in two Arazzo documents", () => {
  test("are two APIs where they name two files", async () => {
    const { findings, files = new Map() } = await run("one/arazzo.yaml", "two/arazzo.yaml");
    expect(findings).toEqual([]);
    expect([...files.keys()].filter((name) => name.startsWith("apis/"))).toEqual(["apis/api.ts", "apis/api-paths.ts"]);
    expect(files.get("workflows/first.ts")).toContain('import type { Api, Thing } from "../apis/api.js";');
    expect(files.get("workflows/second.ts")).toContain(
      'import type { ApiPaths, ApiPathsThing } from "../apis/api-paths.js";',
    );
    expect(refusedTypes([files])).toEqual([]);
  });

  test("are one API where they name one file", async () => {
    const { findings, files = new Map() } = await run("one/arazzo.yaml", "three/arazzo.yaml");
    expect(findings).toEqual([]);
    expect([...files.keys()].filter((name) => name.startsWith("apis/"))).toEqual(["apis/api.ts"]);
    expect(refusedTypes([files])).toEqual([]);
  });
});
