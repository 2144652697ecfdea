import { Findings } from "../../../generator/diagnostics.js";
import { readDocumentText } from "../../../generator/documents/index.js";
import { commentLines } from "../../../generator/emit/comment.js";
import { formatTypeScript } from "../../../generator/emit/format.js";
import { pruneApi, readApi, writeApiTypes, type Api, type Operation } from "../../../generator/openapi/index.js";

/** What a document may have beside its paths. */
export interface GivenDocument {
  readonly openapi?: string;
  readonly servers?: readonly object[];
  readonly paths?: object;
  readonly components?: object;
}

/** An OpenAPI document that was read, and what there was to say about it. */
export class Given {
  readonly findings = new Findings();
  readonly api: Api;

  constructor(given: GivenDocument) {
    const whole = { openapi: "3.0.3", info: { title: "Given", version: "1" }, paths: {}, ...given };
    const document = readDocumentText("/given/api.json", JSON.stringify(whole), this.findings);
    const api = document && readApi(document, this.findings);
    if (api === undefined) throw new Error(this.problems().join("\n"));
    this.api = api;
  }

  /** The one operation of the document. */
  get operation(): Operation {
    const [operation] = this.api.operations;
    if (operation === undefined) throw new Error("the document has no operation");
    return operation;
  }

  /** `code: message` of each finding. */
  problems(): readonly string[] {
    return this.findings.list().map(({ code, message }) => `${code}: ${message}`);
  }

  pruned(operations: readonly Operation[] = this.api.operations): Record<string, unknown> {
    return pruneApi(this.api, operations, this.findings);
  }

  types(aliases: Readonly<Record<string, string>> = {}): Promise<string> {
    return typesOf(this.pruned(), aliases);
  }
}

/** The types of a pruned document, formatted as they are when they are written. */
export async function typesOf(
  pruned: Record<string, unknown>,
  aliases: Readonly<Record<string, string>> = {},
  interfaceName = "GivenApi",
): Promise<string> {
  const text = await writeApiTypes(pruned, {
    interfaceName,
    aliases: new Map(Object.entries(aliases)),
    docLines: commentLines,
  });
  return formatTypeScript(text);
}

/** A document with one operation, whose response is JSON of this schema. */
export function answering(schema: object | boolean, given: GivenDocument = {}): Given {
  const get = { responses: { 200: { description: "", content: { "application/json": { schema } } } } };
  return new Given({ paths: { "/things": { get } }, ...given });
}

/** A document with one operation, whose form is of this schema. */
export function taking(schema: object | boolean, given: GivenDocument = {}): Given {
  const content = { "application/x-www-form-urlencoded": { schema } };
  const post = { requestBody: { required: true, content }, responses: { 204: { description: "" } } };
  return new Given({ paths: { "/things": { post } }, ...given });
}

/** A reference to a component schema. */
export function ref(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** The components that all operations of the document reach. */
export function componentsOf(given: Given): Record<string, unknown> {
  return given.pruned()["components"] as Record<string, unknown>;
}
