import { readFileSync } from "node:fs";
import { type ExportedDeclarations, type JSDocableNode, Node, Project, type SourceFile } from "ts-morph";

// What the package exports, read from its sources: names, types, and what their comments say.

/** A module that an app may import. */
export interface Entry {
  /** As it is imported. */
  readonly name: string;
  /** What the first comment of the module says of it; the empty string where it says nothing. */
  readonly about: string;
  readonly exports: readonly Exported[];
}

export interface Exported {
  readonly name: string;
  readonly kind: "function" | "class" | "interface" | "type" | "constant";
  /** Markdown. */
  readonly about: string;
  /** The declaration, without what stands inside of it; several where a function has several. */
  readonly code: string;
  /** The fields of an interface, and the public fields and methods of a class. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** Markdown. */
  readonly about: string;
}

/** All entries but those of single functions, which have pages of their own. */
export function readEntries(): readonly Entry[] {
  const project = new Project({
    tsConfigFilePath: "tsconfig.json",
    skipAddingFilesFromTsConfig: true,
    // Nothing is checked, so that types of platforms are not needed.
    skipLoadingLibFiles: true,
    compilerOptions: { types: [] },
  });
  const files = entryFiles().map(([name, file]) => [name, project.addSourceFileAtPath(file)] as const);
  project.resolveSourceFileDependencies();
  return files.map(([name, file]) => ({ name, about: aboutModule(file), exports: exportsOf(file) }));
}

function entryFiles(): readonly (readonly [name: string, file: string])[] {
  const manifest: { exports: Record<string, string | { types: string }> } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  return Object.entries(manifest.exports).flatMap(([name, target]) => {
    if (typeof target === "string" || name.includes("*") || target.types.includes("/products/")) return [];
    const file = target.types.replace("./dist/", "").replace(/\.d\.ts$/, ".ts");
    // What is published of the generator is made of this file.
    return [[`twilio-workflows${name.slice(1)}`, file === "generator/index.ts" ? "generator/api.ts" : file]];
  });
}

/** The comment in lines of its own at the top of a module, which is about all of it. */
function aboutModule(file: SourceFile): string {
  const lines = [...file.getFullText().matchAll(/^\/\/ (`twilio-workflows.*)$/gm)].map(([, line = ""]) => line);
  return lines.join(" ");
}

function exportsOf(file: SourceFile): readonly Exported[] {
  return [...file.getExportedDeclarations()].flatMap(([name, declarations]) => {
    const own = declarations.filter((one) => !/\/generated\/(?:workflows|apis|testing)\//.test(pathOf(one)));
    // An interface of the same name adds fields to a class.
    const first = own.find(Node.isClassDeclaration) ?? own[0];
    if (first === undefined || name.startsWith("_")) return [];
    return [{ name, ...describe(name, first, own) }];
  });
}

function pathOf(declaration: ExportedDeclarations): string {
  return declaration.getSourceFile().getFilePath();
}

function describe(
  name: string,
  node: ExportedDeclarations,
  all: readonly ExportedDeclarations[],
): Omit<Exported, "name"> {
  if (Node.isInterfaceDeclaration(node)) {
    const members = [...node.getProperties(), ...node.getMethods(), ...node.getCallSignatures()].map(memberOf);
    return { kind: "interface", about: aboutOf(node), code: headOf(node.getText()), members };
  }
  if (Node.isClassDeclaration(node)) {
    const own = [...node.getInstanceMembers(), ...node.getStaticMembers()].filter(
      (one) => !one.getName().startsWith("#") && !/^(?:private|static \{)/.test(one.getText()),
    );
    const merged = all
      .filter(Node.isInterfaceDeclaration)
      .flatMap((one) => one.getExtends().map((type) => type.getType()));
    const added = merged.flatMap((type) => type.getProperties().flatMap((property) => property.getDeclarations()));
    const shown = [...own, ...added];
    return { kind: "class", about: aboutOf(node), code: headOf(node.getText()), members: shown.map(memberOf) };
  }
  if (Node.isFunctionDeclaration(node)) {
    const signatures = all.filter(Node.isFunctionDeclaration).flatMap((one) => [...one.getOverloads(), one]);
    const shown = signatures.length > 1 ? signatures.filter((one) => one.isOverload()) : signatures;
    const code = shown.map((one) => one.getText().slice(0, bodyStart(one)).trim()).join("\n");
    return { kind: "function", about: aboutOf(shown[0] ?? node), code, members: [] };
  }
  if (Node.isTypeAliasDeclaration(node)) {
    return { kind: "type", about: aboutOf(node), code: node.getText(), members: [] };
  }
  const statement = Node.isVariableDeclaration(node) ? node.getVariableStatement() : undefined;
  const type = Node.isVariableDeclaration(node) ? node.getType().getText(node) : "unknown";
  const about = statement === undefined ? "" : aboutOf(statement);
  return {
    kind: "constant",
    about,
    code: `const ${name}: ${type.replaceAll(/import\("[^"]*"\)\./g, "")}`,
    members: [],
  };
}

/** A declaration up to its brace. */
function headOf(text: string): string {
  return text.slice(0, text.search(/\{\s*(?:\n|\})|\{$/)).trim();
}

function bodyStart(node: Node): number {
  const body = Node.isBodyable(node) ? node.getBody() : undefined;
  return body === undefined ? node.getText().length : body.getStart() - node.getStart();
}

function memberOf(node: Node): Member {
  const name = Node.hasName(node) ? node.getName() : "";
  const optional = Node.isQuestionTokenable(node) && node.hasQuestionToken();
  const about = Node.isJSDocable(node) ? aboutOf(node) : "";
  return { name, optional, about, type: typeOf(node) };
}

function typeOf(node: Node): string {
  if (Node.isPropertySignature(node)) return node.getTypeNode()?.getText() ?? "unknown";
  if (Node.isPropertyDeclaration(node) || Node.isGetAccessorDeclaration(node)) {
    const said = Node.isPropertyDeclaration(node) ? node.getTypeNode() : node.getReturnTypeNode();
    return said?.getText() ?? node.getType().getText(node);
  }
  const parameters = Node.isParametered(node) ? node.getParameters().map((one) => one.getText()) : [];
  const returned = Node.isReturnTyped(node) ? (node.getReturnTypeNode()?.getText() ?? "void") : "void";
  return `(${parameters.join(", ")}) => ${returned}`;
}

/** What the comment of a declaration says, with its tags as words. */
function aboutOf(node: JSDocableNode): string {
  const [doc] = node.getJsDocs().slice(-1);
  if (doc === undefined) return "";
  const tags = doc.getTags().map((tag) => {
    const parameter = Node.isJSDocParameterTag(tag) ? `\`${tag.getName()}\`: ` : "";
    const words = tagWords[tag.getTagName()] ?? `${tag.getTagName()}: `;
    // The compiler takes the scheme of a URL for a name.
    const text = linked(tag.getCommentText() ?? "").replace(/^:\/\//, "https://");
    return `- ${words}${parameter}${text}`;
  });
  return [linked(doc.getDescription().trim()), tags.join("\n")].filter((part) => part !== "").join("\n\n");
}

const tagWords: Readonly<Record<string, string>> = {
  default: "Default: ",
  param: "",
  returns: "Returns: ",
  throws: "Throws ",
  see: "See ",
};

function linked(text: string): string {
  return text.replaceAll(/\{@link ([^}|]+)(?:\|[^}]*)?\}/g, "`$1`");
}
