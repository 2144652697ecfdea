import { Composer, Lexer, Parser, isScalar, type CST, type Document, type ParsedNode, type YAMLError } from "yaml";
import { found, positionAt, type Findings, type Found, type Place, type Source } from "../diagnostics.js";
import { limits } from "./limits.js";

/** What follows the first faults of a text is mostly their consequence. */
const MOST_FAULTS = 3;

/** Controls that neither YAML nor JSON allow; the lexer gives some of them a meaning of its own. */
const CONTROL = /[^\P{Cc}\t\n\r\u007f-\u009f]/u;

/** The content of a stream with one document, or findings and `undefined`. */
export function parseYaml(source: Source, findings: Findings): ParsedNode | undefined {
  const control = CONTROL.exec(source.text);
  if (control) {
    const name = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    findings.report(placeAt(source, control.index), found.syntaxError.control(name));
    return undefined;
  }
  const document = parse(source, findings);
  if (!document) return undefined;
  const faults = [...document.errors, ...document.warnings.filter((warning) => warning.code === "TAG_RESOLVE_FAILED")];
  for (const fault of firstOfEachLine(faults, source).slice(0, MOST_FAULTS)) {
    const [start, end] = fault.pos;
    findings.report({ source, start, end: Math.max(start, end) }, foundIn(fault, source.text.slice(start, end)));
  }
  if (faults.length > 0) return undefined;
  const node = document.contents;
  if (!node || (isScalar(node) && node.value === null && node.source === "" && node.tag === undefined)) {
    findings.report(placeAt(source, 0), found.syntaxError.empty());
    return undefined;
  }
  return node;
}

function foundIn({ code, message }: YAMLError, text: string): Found {
  if (code === "TAG_RESOLVE_FAILED") return found.unsupportedYaml.tag(text);
  if (code === "RESOURCE_EXHAUSTION") return found.documentTooLarge.library(sentence(message));
  return found.syntaxError.library(sentence(message), advice[code]);
}

/** What follows a fault in its line is mostly its consequence. */
function firstOfEachLine<T extends YAMLError>(faults: readonly T[], source: Source): readonly T[] {
  const seen = new Set<number>();
  return faults.filter(({ pos: [start] }) => {
    const { line } = positionAt(source, start);
    return !seen.has(line) && seen.add(line);
  });
}

const advice: Readonly<Record<string, "quotes" | "spaces">> = {
  BLOCK_AS_IMPLICIT_KEY: "quotes",
  MULTILINE_IMPLICIT_KEY: "quotes",
  UNEXPECTED_TOKEN: "quotes",
  BAD_SCALAR_START: "quotes",
  TAB_AS_INDENT: "spaces",
};

function parse(source: Source, findings: Findings): Document.Parsed | undefined {
  try {
    const tokens = tokensOf(source, findings);
    return tokens && compose(source, tokens, findings);
  } catch (error) {
    // The library reports rather than throws; should it ever throw, that is no reason to show a stack trace.
    const reason = error instanceof Error ? sentence(error.message) : "no reason given";
    findings.report(placeAt(source, 0), found.syntaxError.unparsed(reason));
    return undefined;
  }
}

/** The tokens of the text; stops at too many of them, or at too great a depth, which the library does not survive. */
function tokensOf(source: Source, findings: Findings): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    tokens.push(...parser.next(lexeme));
    if (++lexemes > limits.lexemes) {
      findings.report(placeAt(source, parser.offset), found.documentTooLarge.lexemes(limits.lexemes));
      return undefined;
    }
    // The stack holds the document, the containers that are open, and the scalar being read.
    if (parser.stack.length > limits.depth + 2) {
      findings.report(placeAt(source, parser.offset), found.documentTooLarge.depth(limits.depth));
      return undefined;
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

function compose(source: Source, tokens: CST.Token[], findings: Findings): Document.Parsed | undefined {
  const composer = new Composer({
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    logLevel: "silent",
    prettyErrors: false,
    // The library's check compares every key with every other; ours uses a set.
    uniqueKeys: false,
  });
  let first: Document.Parsed | undefined;
  for (const document of composer.compose(tokens, true, source.text.length)) {
    if (!first) {
      first = document as Document.Parsed;
      continue;
    }
    findings.report(placeAt(source, document.range[0]), found.unsupportedYaml.secondDocument());
    return undefined;
  }
  return first;
}

function placeAt(source: Source, offset: number): Place {
  return { source, start: offset, end: Math.min(offset + 1, source.text.length) };
}

/** The first sentence of a message, without what the library quotes of the text: the code frame shows it. */
function sentence(message: string): string {
  return message.split("\n", 1)[0]?.slice(0, 200) ?? message;
}
