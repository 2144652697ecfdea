import { Imports } from "../../../generator/emit/imports.js";
import { typeCode } from "../../../generator/emit/type-code.js";
import { Given, typesOf } from "../../openapi/support/given.js";
import { compile } from "../../openapi/support/compile.js";
import type { Schema } from "../../../generator/schema/index.js";
import { given, typeOfSchema, type SchemaUse } from "../../../generator/types/type-of-schema.js";
import type { Type } from "../../../generator/types/type.js";

const answered: SchemaUse = { open: true, nameOf: () => undefined };

/** What the planner and the file of the API make of schemas. */
export class Schemas {
  readonly #given: Given;
  readonly #count: number;

  /** @param components What the schemas may refer to. */
  constructor(schemas: readonly (object | boolean)[], openapi: string, components: object = {}) {
    const tried = Object.fromEntries(schemas.map((schema, index) => [`S${index}`, schema]));
    const paths = Object.fromEntries(
      schemas.map((_, index) => {
        const content = { "application/json": { schema: { $ref: `#/components/schemas/S${index}` } } };
        const responses = { 200: { description: "", content } };
        return [`/${index}`, { post: { requestBody: { required: true, content }, responses } }];
      }),
    );
    this.#given = new Given({ openapi, paths, components: { schemas: { ...tried, ...components } } });
    this.#count = schemas.length;
  }

  /** The planner's type of what is sent. */
  sent(index: number): Type {
    return typeOfSchema(this.#schema(index, "request"), given);
  }

  /** The planner's type of what comes back. */
  received(index: number): Type {
    return typeOfSchema(this.#schema(index, "response"), answered);
  }

  /** What the compiler finds between the two, as `<index> <what>`. */
  async conflicts(): Promise<readonly string[]> {
    const lines = [...Array(this.#count).keys()].flatMap((index) => [
      `${index} sent|declare const s${index}: ${write(this.sent(index))};`,
      `${index} sent|export const ts${index}: Sent<"/${index}"> = s${index};`,
      `${index} received|declare const r${index}: Received<"/${index}">;`,
      `${index} received|export const or${index}: ${write(this.received(index))} = r${index};`,
    ]);
    return this.check(lines);
  }

  /** Checks lines of `<what>|<code>` with the API's types at hand. */
  async check(lines: readonly string[]): Promise<readonly string[]> {
    const head = [
      ...(lines.some((line) => line.includes("Undocumented"))
        ? [`import type { Undocumented } from "../runtime/index.js";`]
        : []),
      `import type { GivenApi } from "./given.js";`,
      `type Sent<P extends keyof GivenApi> = GivenApi[P]["post"]["requestBody"]["content"]["application/json"];`,
      `type Received<P extends keyof GivenApi> = GivenApi[P]["post"]["responses"][200]["content"]["application/json"];`,
    ];
    const text = [...head, ...lines.map((line) => line.slice(line.indexOf("|") + 1)), ""].join("\n");
    const errors = compile({ "given.ts": await typesOf(this.#given.pruned()), "check.ts": text });
    return errors.map((error) => {
      const [, row] = /^check\.ts:(\d+) /.exec(error) ?? [];
      const line = lines[Number(row) - head.length - 1];
      return line === undefined ? error : `${line.split("|")[0]}: ${error}\n    ${line}`;
    });
  }

  /** The file of the API. */
  types(): Promise<string> {
    return typesOf(this.#given.pruned());
  }

  #schema(index: number, side: "request" | "response"): Schema {
    const operation = this.#given.api.operations[index];
    const contents = side === "request" ? operation?.requestBody?.contents : operation?.responses[0]?.contents;
    const schema = contents?.[0]?.schema;
    if (schema === undefined) throw new Error(`there is no schema ${index}`);
    return schema;
  }
}

export function write(type: Type): string {
  return typeCode(type, new Imports()).toString().replaceAll(/\s+/g, " ");
}
