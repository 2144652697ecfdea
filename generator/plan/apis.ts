import type { Api, Operation } from "../openapi/index.js";
import type { Schema } from "../schema/index.js";
import type { LinkedOperation } from "./link-step.js";
import type { ApiPlan } from "./model.js";
import { FileNames, isName, kebabCase, pascalCase, TypeNames } from "./names.js";
import type { SchemaUse } from "./type-of-schema.js";
import { literals, type Type } from "./type.js";

interface ApiDraft {
  readonly fileName: string;
  readonly interfaceName: string;
  readonly api: Api;
  readonly operations: Set<Operation>;
  readonly aliases: Map<string, string>;
  readonly use: SchemaUse;
}

/** The APIs that the workflows use, each under the name of the source description that named it first. */
export class Apis {
  readonly #drafts = new Map<Api, ApiDraft>();
  readonly #files = new FileNames();
  readonly #types: TypeNames;

  constructor(types: TypeNames) {
    this.#types = types;
  }

  /** Notes that an operation is used; answers with the names under which its types are known. */
  use(api: Api, { source, operation }: LinkedOperation): ApiDraft {
    const draft = this.#drafts.get(api) ?? this.#open(api, source.name);
    draft.operations.add(operation);
    return draft;
  }

  finish(): readonly ApiPlan[] {
    const plans = [...this.#drafts.values()];
    return plans.map(({ fileName, interfaceName, api, operations, aliases }) => ({
      fileName,
      interfaceName,
      api,
      operations: api.operations.filter((operation) => operations.has(operation)),
      aliases,
    }));
  }

  #open(api: Api, sourceName: string): ApiDraft {
    const wanted = pascalCase(sourceName);
    const interfaceName = this.#types.take(isName(wanted) ? wanted : `Api${wanted}`, `${wanted}Paths`);
    const fileName = this.#files.take(kebabCase(interfaceName));
    const aliases = new Map<string, string>();
    const use: SchemaUse = {
      open: true,
      nameOf: (schema, is) => this.#alias(schema, is, fileName, interfaceName, aliases),
    };
    const draft = { fileName, interfaceName, api, operations: new Set<Operation>(), aliases, use };
    this.#drafts.set(api, draft);
    return draft;
  }

  /** Lists of values that have a name in the document keep it; everything else is written out. */
  #alias(schema: Schema, is: () => Type, file: string, owner: string, aliases: Map<string, string>): Type | undefined {
    const { component, values } = schema;
    if (component === undefined || values === undefined || literals(values) === undefined) return undefined;
    const wanted = pascalCase(component);
    const name =
      aliases.get(component) ?? this.#types.take(isName(wanted) ? wanted : `${owner}${wanted}`, `${owner}${wanted}`);
    aliases.set(component, name);
    return { kind: "named", name, file, is: is() };
  }
}
