import type { GlobalContext, OpenAPI3, transformSchema } from "openapi-typescript";
import type * as TypeScript from "typescript";
import { valueAt, type Mapping } from "../../documents/index.js";
import { loadPackage } from "../../load-package.js";

/** TypeScript's compiler API, in the version that openapi-typescript builds its trees with. */
export type Compiler = typeof TypeScript;

/** The types of a document as openapi-typescript makes them, and what they can be worked on with. */
export interface TypeTree {
  readonly ts: Compiler;
  readonly statements: readonly TypeScript.Node[];
}

/**
 * The one place that knows openapi-typescript.
 *
 * Of it, only the transformation is used. Its main function has a linter and a bundler before that, which take half of
 * the time and would follow references to the network and the disk; all that they could find has been looked after
 * when the document was pruned. Both packages are loaded when there are types to write, and as CommonJS: that takes
 * 0.2 s instead of more than one.
 *
 * @param document Has no references but to its own components.
 */
export function transformDocument(document: Mapping): TypeTree {
  const ts: Compiler = loadPackage("typescript");
  const transform: typeof transformSchema = loadPackage("openapi-typescript/dist/transform/index.cjs");
  const context: Omit<GlobalContext, "redoc"> = {
    ...settings,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: <T>(reference: string) => valueAt(document, reference.split("/").slice(1)) as T | undefined,
  };
  // `redoc` configures the bundler and is not read here; that the document is one of OpenAPI is what pruning is for.
  const statements = transform(document as unknown as OpenAPI3, context as GlobalContext);
  return { ts, statements };
}

const settings = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  // Else every property with a default would have to be there.
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  // Writes names of the document into the code as they are.
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform: undefined,
  transformProperty: undefined,
} as const;
