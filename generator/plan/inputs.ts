import type { Findings } from "../diagnostics.js";
import { didYouMean, nearest, quoted } from "../diagnostics.js";
import type { Path, SourceDocument } from "../documents/index.js";
import type { Schema } from "../schema/index.js";
import { checkDefault } from "./default-value.js";
import { readInputs } from "./input-schema.js";
import type { InputTypes } from "./input-types.js";
import type { DeferredInput, Fallback, InputPlan, Json } from "../ir/model.js";
import type { Scope } from "../link/names.js";
import { narrowInside } from "../types/narrow-inside.js";
import { limitsOf } from "../types/schema-limits.js";
import { typeOfSchema } from "../types/type-of-schema.js";
import { optionalType, present, type Type } from "../types/type.js";
import type { TypedValue } from "../ir/typed-value.js";

interface Declared {
  readonly schema: Schema;
  readonly at: Path;
  readonly fallback: InputPlan["fallback"];
  readonly declaredRequired: boolean;
  type: Type;
  required: boolean;
  used: boolean;
}

/**
 * The inputs that a workflow declares. A declared type is where an input begins; each place that it goes to may
 * narrow it, so that a caller is held to what the API takes.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object
 */
export class Inputs {
  readonly #document: SourceDocument;
  readonly #findings: Findings;
  readonly #declared = new Map<string, Declared>();
  readonly #marksRequired: boolean;
  readonly #refused: ReadonlySet<string> | undefined;

  /**
   * @param at Where the schema of the inputs stands
   * @param types Names of types that inputs are made of
   */
  constructor(document: SourceDocument, at: Path, scope: Scope, types: InputTypes, findings: Findings) {
    this.#document = document;
    this.#findings = findings;
    const { properties, marksRequired, refused } = readInputs(document, at, findings);
    this.#marksRequired = marksRequired;
    this.#refused = refused;
    for (const { name, schema, required, at: place } of properties) {
      const fallback = fallbackOf(schema);
      const isRequired = required && fallback === undefined;
      this.#declared.set(name, {
        schema,
        at: place,
        type: typeOfSchema(schema, types.use),
        declaredRequired: isRequired,
        required: isRequired,
        fallback: fallback && { value: fallback, local: scope.take(name, `${name}Input`) },
        used: false,
      });
    }
  }

  /** The longest declared name that the path begins with, and what is left of the path. */
  find(
    path: readonly string[],
  ): { readonly name: string; readonly schema: Schema; readonly rest: readonly string[] } | undefined {
    for (let length = path.length; length > 0; length--) {
      const name = path.slice(0, length).join(".");
      const declared = this.#declared.get(name);
      if (declared === undefined) continue;
      declared.used = true;
      return { name, schema: declared.schema, rest: path.slice(length) };
    }
    return undefined;
  }

  /** Whether an input of this name may well be declared, but in a way that was refused. */
  isRefused([name = ""]: readonly string[]): boolean {
    return this.#refused === undefined || this.#refused.has(name);
  }

  /** The value of a declared input. */
  value(name: string): TypedValue | undefined {
    const declared = this.#declared.get(name);
    if (declared === undefined) return undefined;
    const { type, required, fallback, schema } = declared;
    return {
      value: { kind: "input", name, local: fallback?.local, steps: [] },
      type: required || fallback !== undefined ? type : optionalType(type),
      description: schema.description,
    };
  }

  /**
   * Holds an input, or what stands inside of it at some fields, to the type of the place that it goes to.
   * @returns `false` where no value would fit both
   */
  narrow(name: string, fields: readonly (string | number)[], to: Type, required: boolean): boolean {
    const declared = this.#declared.get(name);
    if (declared === undefined) return true;
    const both = narrowInside(declared.type, fields, to, required);
    if (both === undefined) return false;
    declared.type = both;
    if (required && declared.fallback === undefined) declared.required = true;
    return true;
  }

  /** Asks for an input, whatever the document says, and for one that is not null. */
  demand(name: string): void {
    const declared = this.#declared.get(name);
    if (declared === undefined) return;
    declared.type = present(declared.type);
    if (declared.fallback === undefined) declared.required = true;
  }

  /** The names of the inputs that are given later. */
  deferred(): readonly string[] {
    return [...this.#declared].flatMap(([name, { schema }]) => (schema.raw["x-deferred"] === true ? [name] : []));
  }

  /** Where an input is declared. */
  declaredAt(name: string): Path | undefined {
    return this.#declared.get(name)?.at;
  }

  /** The variable that holds an input or its default, if there is one. */
  local(name: string): string | undefined {
    return this.#declared.get(name)?.fallback?.local;
  }

  /** A hint for the name of an input that is not declared. The one that was meant counts as used. */
  suggestion(name: string): string | undefined {
    const names = [...this.#declared.keys()];
    const meant = nearest(name, names);
    const declared = meant === undefined ? undefined : this.#declared.get(meant);
    if (declared !== undefined) declared.used = true;
    return didYouMean(name, names);
  }

  /**
   * The fields of the input interface, as all that was planned has narrowed them.
   * @param deferred Those that are given later
   * @param mentioned The variables that are read
   */
  finish(deferred: ReadonlyMap<string, DeferredInput>, mentioned: ReadonlySet<string>): readonly InputPlan[] {
    return [...this.#declared].map(([name, declared]) => {
      if (!declared.used) this.#reportUnused(name, declared);
      else if (declared.required && !declared.declaredRequired && this.#marksRequired)
        this.#reportRequired(name, declared);
      const { type, required, fallback, schema } = declared;
      const { description, deprecated } = schema;
      if (fallback !== undefined) this.#checkDefault(name, fallback.value, declared);
      return {
        name,
        type,
        optional: !required,
        description,
        format: schema.format,
        limits: limitsOf(schema),
        default: defaultText(fallback?.value),
        deprecated,
        // What nothing reads needs no variable.
        fallback: fallback !== undefined && mentioned.has(fallback.local) ? fallback : undefined,
        deferred: deferred.get(name),
        schema,
      };
    });
  }

  #checkDefault(name: string, fallback: Fallback, { at, type }: Declared): void {
    const place = this.#document.place([...at, fallback.kind === "literal" ? "default" : "x-default"]);
    checkDefault(name, fallback, type, place, this.#findings);
  }

  #reportRequired(name: string, { at }: Declared): void {
    const message = `the input ${quoted(name)} is not among those that are required, and yet something needs it`;
    const hint = `Add \`${name}\` to the required inputs, or give it a default.`;
    this.#findings.add("input-required", this.#document.place(at, "key"), message, hint);
  }

  #reportUnused(name: string, { at }: Declared): void {
    const hint = "Read it in a step, or remove it from the inputs.";
    this.#findings.add(
      "unused-input",
      this.#document.place(at, "key"),
      `no step reads the input ${quoted(name)}`,
      hint,
    );
  }
}

function defaultText(fallback: Fallback | undefined): string | undefined {
  if (fallback === undefined) return undefined;
  return fallback.kind === "literal" ? JSON.stringify(fallback.value) : "the account of the credentials";
}

function fallbackOf(schema: Schema): Fallback | undefined {
  if (schema.raw["x-default"] === "$credentials.accountSid") return { kind: "credential", name: "accountSid" };
  return schema.hasDefault ? { kind: "literal", value: schema.default as Json } : undefined;
}
