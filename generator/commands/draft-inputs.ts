import type { Schema } from "../schema/index.js";
import { alike, draftName } from "./draft-names.js";

interface Wanted {
  readonly name: string;
  readonly schema: Schema | undefined;
  readonly required: boolean;
  readonly description?: string | undefined;
}

/** The inputs of a draft. */
export class DraftInputs {
  readonly #properties = new Map<string, object>();
  readonly #required: string[] = [];

  /** The input that is called so, whatever the case. */
  named(name: string): string | undefined {
    return [...this.#properties.keys()].find((known) => alike(known, name));
  }

  /** Adds an input for what is sent somewhere. @returns its name */
  add({ name, schema, required, description }: Wanted, isAccount: boolean): string {
    const input = draftName(name);
    const said = description ?? schema?.description;
    this.#properties.set(input, {
      ...typeOf(schema),
      ...(said !== undefined && { description: said }),
      ...(isAccount && { "x-default": "$credentials.accountSid" }),
    });
    if (required && !isAccount) this.#required.push(input);
    return input;
  }

  /** The schema of all of them; `undefined` where there are none. */
  schema(): object | undefined {
    if (this.#properties.size === 0) return undefined;
    return {
      type: "object",
      ...(this.#required.length > 0 && { required: this.#required }),
      properties: Object.fromEntries(this.#properties),
    };
  }
}

/** What a plain value is; of others nothing is said, so that they have the type of the place that they go to. */
function typeOf(schema: Schema | undefined): object {
  const [type, ...others] = schema?.types ?? [];
  if (type === undefined || others.length > 0 || type === "object" || type === "array") return {};
  const values = schema?.values ?? [];
  return values.length > 0 ? { type, enum: values } : { type };
}
