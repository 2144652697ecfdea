import type * as TypeScript from "typescript";
import { onOneLine } from "./on-one-line.js";
import type { Compiler } from "./openapi-typescript.js";
import { anyFile, anyOtherText, type Prepared } from "./prepare.js";
import { writeDoc } from "./write-doc.js";

/** The type of the runtime for texts that an open enum does not list. */
export const undocumented = "Undocumented";

/** Amends what is the same wherever it stands: comments, texts, open enums, optional properties. */
export function amendTypes(
  ts: Compiler,
  statement: TypeScript.Statement,
  { docs, standIns }: Prepared,
): TypeScript.Statement {
  const { factory } = ts;
  const string = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const undefinedType = factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const otherText = factory.createTypeReferenceNode(undocumented);
  const file = factory.createTypeReferenceNode("Blob");

  function amend(node: TypeScript.Node): TypeScript.Node {
    // openapi-typescript writes texts as identifiers that happen to have quotes.
    if (ts.isIdentifier(node) && node.text.startsWith('"')) return textType(JSON.parse(node.text));
    if (ts.isStringLiteral(node)) return literal(node.text);
    const visited = ts.visitEachChild(node, amend, undefined);
    if (ts.isTypeLiteralNode(visited)) return onOneLine(ts, visited);
    if (isListOfNegatives(visited)) return factory.createTypeReferenceNode("Array", [visited.elementType]);
    if (ts.isIndexSignatureDeclaration(visited)) return openToAbsence(visited);
    if (!ts.isPropertySignature(visited)) return visited;
    const [comment] = ts.getSyntheticLeadingComments(node) ?? [];
    return writeDoc(ts, optional(visited), docs[Number(comment?.text.match(/#(\d+)/)?.[1])] ?? []);
  }

  function textType(text: string): TypeScript.TypeNode {
    if (text === anyFile.response) return file;
    if (text === anyFile.request) return factory.createUnionTypeNode([file, string]);
    return text === anyOtherText ? otherText : factory.createLiteralTypeNode(literal(text));
  }

  /** `Array<-1>`: printers and formatters make `-1[]` of `(-1)[]`, which not every parser takes. */
  function isListOfNegatives(list: TypeScript.Node): list is TypeScript.ArrayTypeNode {
    if (!ts.isArrayTypeNode(list) || !ts.isLiteralTypeNode(list.elementType)) return false;
    return ts.isPrefixUnaryExpression(list.elementType.literal);
  }

  function literal(text: string): TypeScript.StringLiteral {
    const original = standIns.get(text) ?? text;
    const written = factory.createStringLiteral(original);
    // Letters of every language are written as they are, and only what a reader would not see in escapes.
    return /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u.test(original)
      ? written
      : ts.setEmitFlags(written, ts.EmitFlags.NoAsciiEscaping);
  }

  /** `?: T | undefined`, so that a value that may be absent can be handed on under `exactOptionalPropertyTypes`. */
  function optional(property: TypeScript.PropertySignature): TypeScript.PropertySignature {
    const { type, questionToken } = property;
    if (questionToken === undefined || type === undefined || isNever(ts, type)) return property;
    if (type.kind === ts.SyntaxKind.UnknownKeyword) return property;
    return factory.updatePropertySignature(property, property.modifiers, property.name, questionToken, orAbsent(type));
  }

  /** The same of the entries of a map, since such an object may have fields that are optional. */
  function openToAbsence(entries: TypeScript.IndexSignatureDeclaration): TypeScript.IndexSignatureDeclaration {
    const { modifiers, parameters, type } = entries;
    if (type.kind === ts.SyntaxKind.UnknownKeyword) return entries;
    return factory.updateIndexSignature(entries, modifiers, parameters, orAbsent(type));
  }

  function orAbsent(type: TypeScript.TypeNode): TypeScript.TypeNode {
    return factory.createUnionTypeNode([...(ts.isUnionTypeNode(type) ? type.types : [type]), undefinedType]);
  }

  return ts.visitNode(statement, amend, ts.isStatement);
}

export function isNever(ts: Compiler, type: TypeScript.TypeNode | undefined): boolean {
  return type?.kind === ts.SyntaxKind.NeverKeyword;
}
