import { found, nearest, type Findings, type Found } from "../diagnostics.js";
import { longestName } from "./longest-name.js";
import type { Path, SourceDocument } from "../documents/index.js";
import type { Schema } from "../schema/index.js";
import { checkDefault, fallbackOf, reportUnquoted } from "./default-value.js";
import { readInputs } from "./input-schema.js";
import type { InputTypes } from "./input-types.js";
import type { DeferredInput, Fallback, InputPlan } from "../ir/model.js";
import type { Scope } from "./names.js";
import { limitsOf } from "../types/schema-limits.js";
import { typeOfSchema } from "../types/type-of-schema.js";
import { optionalType, type Type } from "../types/type.js";
import type { TypedValue } from "../ir/typed-value.js";

interface Declared {
  readonly schema: Schema;
  readonly at: Path;
  /** What the document says that it is by default. */
  readonly default: Fallback | undefined;
  /** What stands in where it is not given, which a required one always is. */
  readonly fallback: InputPlan["fallback"];
  readonly type: Type;
  readonly required: boolean;
}

/** What a document declares, and what was said of it. */
interface Declaration {
  readonly document: SourceDocument;
  readonly findings: Findings;
  readonly inputs: ReadonlyMap<string, Declared>;
  readonly marksRequired: boolean;
  /** The names that were declared in a way that was refused; `undefined` where that may be any. */
  readonly refused: ReadonlySet<string> | undefined;
  /** The names that something reads. */
  readonly used: Set<string>;
}

/** What can be given for an input. */
export interface InputType {
  readonly type: Type;
  readonly required: boolean;
}

/**
 * Reads the inputs that a workflow declares, each of the type that its schema says.
 * @param at Where the schema of the inputs stands
 * @param types Names of types that inputs are made of
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object
 */
export function declaredInputs(
  document: SourceDocument,
  at: Path,
  scope: Scope,
  types: InputTypes,
  findings: Findings,
): Inputs {
  const { properties, marksRequired, refused } = readInputs(document, at, findings);
  const inputs = properties.map(({ name, schema, required, at: place }): [string, Declared] => {
    const type = typeOfSchema(schema, types.use);
    const initial = fallbackOf(schema, type);
    const isRequired = required && initial?.kind !== "credential";
    return [
      name,
      {
        schema,
        at: place,
        type,
        required: isRequired,
        default: initial,
        fallback: isRequired || !initial ? undefined : { value: initial, local: scope.take(name, `${name}Input`) },
      },
    ];
  });
  const declaration = { document, findings, inputs: new Map(inputs), marksRequired, refused, used: new Set<string>() };
  return new Inputs(declaration, declaration.inputs);
}

/** The inputs of a workflow, and the types that they have. */
export class Inputs {
  readonly #declaration: Declaration;
  /** The types, by the names of the inputs. */
  readonly types: ReadonlyMap<string, InputType>;

  constructor(declaration: Declaration, types: ReadonlyMap<string, InputType>) {
    this.#declaration = declaration;
    this.types = types;
  }

  /** The same inputs with other types. */
  withTypes(types: ReadonlyMap<string, InputType>): Inputs {
    return new Inputs(this.#declaration, types);
  }

  get #declared(): ReadonlyMap<string, Declared> {
    return this.#declaration.inputs;
  }

  /** The longest declared name that the path begins with, and what is left of the path. */
  find(
    path: readonly string[],
  ): { readonly name: string; readonly schema: Schema; readonly rest: readonly string[] } | undefined {
    const named = longestName(path, this.#declared.keys());
    const declared = named && this.#declared.get(named.name);
    if (named === undefined || declared === undefined) return undefined;
    this.#declaration.used.add(named.name);
    return { ...named, schema: declared.schema };
  }

  /** Whether an input of this name may well be declared, but in a way that was refused. */
  isRefused([name = ""]: readonly string[]): boolean {
    const { refused } = this.#declaration;
    return refused === undefined || refused.has(name);
  }

  /** The value of a declared input. */
  value(name: string): TypedValue | undefined {
    const declared = this.#declared.get(name);
    if (declared === undefined) return undefined;
    const { fallback, schema } = declared;
    const { type, required } = this.types.get(name) ?? declared;
    return {
      value: { kind: "input", name, local: fallback?.local, steps: [] },
      type: required || fallback !== undefined ? type : optionalType(type),
      description: schema.description,
    };
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

  /** The names that are declared, where another one was asked for. The one that was meant counts as used. */
  insteadOf(name: string): Iterable<string> {
    const meant = nearest(name, this.#declared.keys());
    if (meant !== undefined) this.#declaration.used.add(meant);
    return this.#declared.keys();
  }

  /**
   * The fields of the input interface.
   * @param deferred Those that are given later
   * @param mentioned The variables that are read
   * @param knowsAccount Whether the credentials can name an account
   */
  finish(
    deferred: ReadonlyMap<string, DeferredInput>,
    mentioned: ReadonlySet<string>,
    knowsAccount: boolean,
  ): readonly InputPlan[] {
    return [...this.#declared].map(([name, declared]) => {
      const { fallback, schema } = declared;
      const { type, required } = this.types.get(name) ?? declared;
      const { used, marksRequired } = this.#declaration;
      if (!used.has(name)) this.#report(declared, found.unusedInput(name));
      else if (required && !declared.required && marksRequired) this.#report(declared, found.inputRequired(name));
      const { description, deprecated } = schema;
      if (declared.default !== undefined)
        this.#checkDefault(name, declared.default, { ...declared, type }, knowsAccount);
      return {
        name,
        type,
        optional: !required,
        description,
        format: schema.format,
        limits: limitsOf(schema),
        default: defaultText(declared.default),
        deprecated,
        // What nothing reads needs no variable.
        fallback: fallback !== undefined && mentioned.has(fallback.local) ? fallback : undefined,
        deferred: deferred.get(name),
        schema,
      };
    });
  }

  #checkDefault(name: string, fallback: Fallback, { at, type, schema }: Declared, knowsAccount: boolean): void {
    const { document, findings } = this.#declaration;
    const place = document.place([...at, fallback.kind === "literal" ? "default" : "x-default"]);
    reportUnquoted(name, fallback, schema, findings);
    checkDefault(name, fallback, { type, schema }, place, findings);
    if (fallback.kind === "credential" && !knowsAccount) {
      findings.report(place, found.invalidDocument.rule("no step calls Twilio, whose credentials name an account"));
    }
  }

  #report({ at }: Declared, what: Found): void {
    const { document, findings } = this.#declaration;
    findings.report(document.place(at, "key"), what);
  }
}

function defaultText(fallback: Fallback | undefined): string | undefined {
  if (fallback === undefined) return undefined;
  return fallback.kind === "literal" ? JSON.stringify(fallback.value) : "the account of the credentials";
}
