import type * as TypeScript from "typescript";
import { isList, isMapping, valueAt, type Mapping } from "../documents/index.js";
import { prunedName, type Side } from "./prune.js";
import { PathAmender } from "./types/amend-paths.js";
import { amendTypes, undocumented } from "./types/amend-types.js";
import { docOf, type DocLines } from "./types/doc-of.js";
import { transformDocument, type Compiler } from "./types/openapi-typescript.js";
import { markAlike, type Marked, type NameAt } from "./types/mark-alike.js";
import { prepare } from "./types/prepare.js";
import { withInlineNames } from "./types/inline-names.js";
import { writeDoc } from "./types/write-doc.js";

export type { DocLines } from "./types/doc-of.js";

/** How the types of an API are written. */
export interface ApiTypesOptions {
  /** The name of the interface that holds the paths. */
  readonly interfaceName: string;
  /** Component schemas, by their names in the document that was pruned, and the names to export them under. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The same, for what they are in requests. */
  readonly requestAliases?: ReadonlyMap<string, string>;
  /** Names to export, by the marks of the inline schemas that they stand for. */
  readonly inlineNames?: ReadonlyMap<string, string>;
  /** A name for what occurs more than once, by the place in the document where it stands first. Default: none has one. */
  readonly nameAt?: NameAt | undefined;
  /** What to import of the runtime. Default: that beside the types. */
  readonly runtime?: string | undefined;
  /** What makes doc comments of the document's texts. */
  readonly docLines: DocLines;
}

/**
 * The TypeScript types of a pruned document: an interface of its paths as openapi-fetch reads it, its component
 * schemas, and an exported name for each of the aliases and inline names. The text parses, and still has to be formatted.
 */
export async function writeApiTypes(given: Mapping, options: ApiTypesOptions): Promise<string> {
  const { inlineNames = new Map<string, string>(), nameAt } = options;
  const exported = new Set(inlineNames.values());
  const own: Marked = { document: given, names: inlineNames, ofSeveral: new Set() };
  const { document: pruned, components } = withInlineNames(nameAt ? markAlike(given, inlineNames, nameAt) : own);
  const inline = new Map([...components].filter(([, name]) => exported.has(name)));
  const prepared = prepare(pruned, options.docLines);
  const { ts, statements } = transformDocument(prepared.document);
  const amender = new PathAmender(ts);
  const kept: TypeScript.Statement[] = [];
  for (const statement of statements.filter(ts.isStatement)) {
    const amended = amendTypes(ts, statement, prepared);
    if (ts.isInterfaceDeclaration(amended) && amended.name.text === "paths") {
      const paths = renamed(ts, amended, options.interfaceName, amender.paths(amended.members));
      kept.push(writeDoc(ts, paths, docOf(asMapping(pruned["info"]), options.docLines)));
    } else if (ts.isInterfaceDeclaration(amended) && amended.name.text === "components") {
      const members = amender.components(amended.members);
      if (members.length > 0) kept.push(renamed(ts, amended, "components", members));
    } else if (ts.isTypeAliasDeclaration(amended) && amended.name.text === "WithRequired") {
      kept.push(withRequired(ts));
    }
  }
  for (const [side, aliases] of [
    ["response", options.aliases],
    ["request", options.requestAliases ?? new Map<string, string>()],
    ["response", inline],
  ] as const) {
    for (const [component, alias] of aliases)
      kept.push(aliasOf(ts, pruned, { component, side, alias }, options.docLines));
  }
  const file = ts.createSourceFile("types.ts", "", ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS);
  const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
  const isOpen = kept.some((statement) => mentions(ts, statement, undocumented));
  const { runtime = "../runtime/index.js" } = options;
  const imports = isOpen ? `import type { ${undocumented} } from "${runtime}";\n\n` : "";
  return imports + printer.printFile(ts.factory.updateSourceFile(file, kept));
}

function mentions(ts: Compiler, node: TypeScript.Node, type: string): boolean {
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && node.typeName.text === type) return true;
  return ts.forEachChild(node, (child) => mentions(ts, child, type) || undefined) ?? false;
}

function renamed(
  ts: Compiler,
  { modifiers }: TypeScript.InterfaceDeclaration,
  name: string,
  members: readonly TypeScript.TypeElement[],
): TypeScript.InterfaceDeclaration {
  return ts.factory.createInterfaceDeclaration(modifiers, name, undefined, undefined, members);
}

/**
 * The helper of openapi-typescript for `allOf`. Its own would let `undefined` stay in what is required, and not take
 * a type that may be `null`.
 */
function withRequired(ts: Compiler): TypeScript.Statement {
  const text = "type WithRequired<T, K> = T & { [P in K & keyof T]-?: Exclude<T[P], undefined> };";
  const [statement] = ts.createSourceFile("helper.ts", text, ts.ScriptTarget.ESNext).statements;
  if (statement === undefined) throw new TypeError("the helper does not parse");
  return statement;
}

/** A name that a component schema is exported under, and which version of it. */
interface Alias {
  readonly component: string;
  readonly side: Side;
  readonly alias: string;
}

function aliasOf(
  ts: Compiler,
  pruned: Mapping,
  { component, side, alias }: Alias,
  docLines: DocLines,
): TypeScript.Statement {
  const { factory } = ts;
  const name = prunedName(pruned, component, side);
  if (name === undefined) throw new TypeError(`${alias} would stand for ${component}, which no operation reaches`);
  const schema = asMapping(valueAt(pruned, ["components", "schemas", name]));
  const key = (text: string): TypeScript.TypeNode => factory.createLiteralTypeNode(factory.createStringLiteral(text));
  const components = factory.createTypeReferenceNode("components");
  const schemas = factory.createIndexedAccessTypeNode(components, key("schemas"));
  const whole = factory.createIndexedAccessTypeNode(schemas, key(name));
  const type = allowsNull(schema) ? factory.createTypeReferenceNode("NonNullable", [whole]) : whole;
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const statement = factory.createTypeAliasDeclaration(exported, alias, undefined, type);
  return writeDoc(ts, statement, docOf(schema, docLines));
}

/** Whether a schema says itself that a value may be null, which is no part of what its name stands for. */
function allowsNull({ nullable, type, enum: values }: Mapping): boolean {
  return nullable === true || [type].flat().includes("null") || (isList(values) && values.includes(null));
}

function asMapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}
