import { expect, test } from "vitest";
import { Compiler } from "../../support/compiler.js";
import { yaml } from "../../support/yaml.js";

/** Documents that random ones were made smaller to, which were accepted though their functions did not compile. */
export interface Found {
  readonly name: string;
  readonly arazzo: string;
  readonly openapi: string;
  /** The errors that are found; nothing where the documents are accepted. */
  readonly want?: string;
}

/** Tests what becomes of documents now. */
export function testFound(rows: readonly Found[]): void {
  const compiler = new Compiler();
  test.each(rows)("$name", async ({ arazzo, openapi, want }) => {
    const { findings, files } = await compiler.compile({ arazzo, openapi });
    expect(findings.filter((finding) => finding.includes(" error ")).join("\n")).toBe(want ?? "");
    expect(files.size > 0).toBe(want === undefined);
  });
  compiler.testTypes();
}

/** An API of one operation, `look`, which answers with this. */
export function answering(schema: string): string {
  return yaml`
    paths:
      /it:
        get:
          operationId: look
          responses:
            "200":
              description: It.
              headers: { Location: { schema: { type: string } } }
              content:
                application/json:
                  schema:
                    ${schema.replaceAll("\n", `\n${" ".repeat(20)}`)}
  `;
}

/** An API of one operation, `make`, which takes this. */
export function taking(schema: string): string {
  return yaml`
    openapi: 3.1.0
    paths:
      /it:
        post:
          operationId: make
          requestBody:
            content:
              application/json:
                schema:
                  ${schema.replaceAll("\n", `\n${" ".repeat(18)}`)}
          responses: { "204": { description: It. } }
  `;
}
