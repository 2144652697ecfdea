import { commentLines } from "./comment.js";
import { patternText } from "./pattern.js";
import { escapeUnseen } from "./unseen.js";

/** A tag at the end of a doc comment. */
export interface DocTag {
  readonly name: "generated" | "format" | "default" | "example" | "throws" | "see" | "deprecated";
  readonly text: string;
}

/**
 * Text that may stand in a generated file. Only the functions of this file make it, each for one kind of thing,
 * so that a name or a text of a document cannot become code by being forgotten: a plain string does not type-check
 * where code is wanted.
 */
export class Code {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** The text, for the file that is written. */
  toString(): string {
    return this.#text;
  }

  /** Our own source text, with code between. */
  static template(strings: TemplateStringsArray, parts: readonly (Code | readonly Code[])[]): Code {
    return new Code(strings.map((text, index) => text + Code.#textOf(parts[index] ?? [])).join(""));
  }

  static #textOf(part: Code | readonly Code[]): string {
    return part instanceof Code ? part.#text : part.map((each) => each.#text).join("");
  }

  /** @throws RangeError if the name is not an identifier; the planner refuses such names before. */
  static identifier(name: string): Code {
    if (!isIdentifier(name)) throw new RangeError(`not an identifier: ${JSON.stringify(name)}`);
    return new Code(name);
  }

  /** A whole number with its thousands apart. */
  static count(value: number): Code {
    return new Code(Number.isSafeInteger(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, "_") : String(value));
  }

  /** @throws RangeError for a number that JSON cannot hold. */
  static literal(value: string | number | boolean | null): Code {
    if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`not a JSON number: ${value}`);
    return new Code(escapeUnseen(JSON.stringify(value)));
  }

  /** Text between the backticks of a template literal. */
  static templateText(text: string): Code {
    const quoted = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
    return new Code(escapeUnseen(quoted.replaceAll("`", "\\`").replaceAll("${", "\\${")));
  }

  /** @throws SyntaxError for a text that is no regular expression; the planner refuses such texts before. */
  static pattern(pattern: string, flags: string): Code {
    const body = patternText(pattern);
    return new Code(`/${new RegExp(body, flags).source}/${flags}`);
  }

  /** A comment of whole lines; nothing for an empty text. */
  static comment(text: string): Code {
    return new Code(
      commentLines(text)
        .map((line) => (line === "" ? "//\n" : `// ${line}\n`))
        .join(""),
    );
  }

  /** A doc comment; nothing where neither a paragraph nor a tag holds text. */
  static docComment(paragraphs: readonly string[], tags: readonly DocTag[] = []): Code {
    const blocks = paragraphs.map(commentLines);
    const tagLines = tags.flatMap(({ name, text }) => {
      const [first = "", ...rest] = commentLines(text);
      return [`@${name} ${first}`.trimEnd(), ...rest.map((line) => `  ${line}`)];
    });
    const lines = [...blocks, tagLines]
      .filter((block) => block.some((line) => line !== ""))
      .flatMap((block, index) => (index === 0 ? block : ["", ...block]));
    if (lines.length === 0) return new Code("");
    if (lines.length === 1) return new Code(`/** ${lines[0]} */\n`);
    return new Code(`/**\n${lines.map((line) => ` * ${line}`.trimEnd() + "\n").join("")} */\n`);
  }
}

/** Code with code between: `` code`const ${name} = ${value};` ``. */
export function code(strings: TemplateStringsArray, ...parts: readonly (Code | readonly Code[])[]): Code {
  return Code.template(strings, parts);
}

/** `items` with `separator` between them. */
export function join(items: readonly Code[], separator: Code): Code {
  return code`${items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]))}`;
}

/** `items` as arguments, or as entries of a list. */
export function commas(items: readonly Code[]): Code {
  return join(items, code`, `);
}

/** The key of a property in a type: bare where it can be. */
export function propertyKey(name: string): Code {
  return isIdentifier(name) ? Code.identifier(name) : Code.literal(name);
}

/** A property that is bound to a variable in a pattern, in shorthand where that has its name. */
export function bindingCode(name: string, local: Code): Code {
  const key = propertyKey(name);
  return key.toString() === local.toString() ? local : code`${key}: ${local}`;
}

/** The key of a property in an object: `["__proto__"]`, because `__proto__:` would set the prototype instead. */
export function objectKey(name: string): Code {
  return name === "__proto__" ? code`[${Code.literal(name)}]` : propertyKey(name);
}

/** ASCII only: letters that look like others do not belong into names that people import. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}
