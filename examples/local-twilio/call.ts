import { invalidParameter } from "./errors.js";
import type { Reply } from "./reply.js";

/** The operations of one product, by their operationIds. */
export type Product = Readonly<Record<string, (call: Call) => Reply>>;

/** A request that its document allows, as a product sees it. What was not sent reads as `null`, as Twilio answers it. */
export class Call {
  /** The path of the request, for errors to name. */
  readonly path: string;
  readonly #params: Readonly<Record<string, string>>;
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(path: string, params: Readonly<Record<string, string>>, fields: Readonly<Record<string, unknown>>) {
    this.path = path;
    this.#params = params;
    this.#fields = fields;
  }

  /** A parameter of the path, decoded. */
  param(name: string): string {
    return this.#params[name] ?? "";
  }

  text(name: string): string | null {
    const value = this.#fields[name];
    return typeof value === "string" ? value : null;
  }

  texts(name: string): readonly string[] {
    const value = this.#fields[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  flag(name: string): boolean | null {
    const value = this.#fields[name];
    return typeof value === "boolean" ? value : null;
  }

  integer(name: string): number | null {
    const value = this.#fields[name];
    return typeof value === "number" ? value : null;
  }

  date(name: string): Date | null {
    const text = this.text(name);
    return text === null ? null : new Date(text);
  }

  /** A field that must hold the JSON text of an object. */
  object(name: string): object | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = parseJson(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw invalidParameter(`Invalid parameter ${name}: must be the JSON text of an object`);
    }
    return value;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
