import type { Draw } from "./draws.js";
import { patternOf } from "./fits.js";

/** Repetitions that have no limit, and those with a high one, come to few. */
const mostMore = 3;
/** No text gets longer. */
const longest = 10_000;

/**
 * A text that a regular expression matches: of its alternatives one, of its classes a character each. `undefined` where
 * it has parts that look around or back, or none is found.
 */
export function textMatching(pattern: string, draw: Draw): string | undefined {
  const reader = new PatternReader(pattern, draw);
  const text = reader.read();
  return text !== undefined && patternOf(pattern)?.test(text) ? text : undefined;
}

const printable = charactersBetween(" ", "~");
const word = [...charactersBetween("a", "z"), ...charactersBetween("A", "Z"), ...charactersBetween("0", "9"), "_"];

/** What a class stands for, in the order in which it is preferred. */
const classes: Readonly<Record<string, readonly string[]>> = {
  d: charactersBetween("0", "9"),
  w: word,
  s: [" "],
  D: charactersBetween("a", "z"),
  W: ["-", ".", " "],
  S: word,
};

const escaped: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", f: "\f", v: "\v", 0: "\0" };

/** Something that cannot be made up. */
class NotMade extends Error {}

class PatternReader {
  readonly #pattern: string;
  readonly #draw: Draw;
  #at = 0;
  #length = 0;

  constructor(pattern: string, draw: Draw) {
    this.#pattern = pattern;
    this.#draw = draw;
  }

  read(): string | undefined {
    try {
      const text = this.#alternatives()();
      return this.#at < this.#pattern.length ? undefined : text;
    } catch (error) {
      if (error instanceof NotMade) return undefined;
      throw error;
    }
  }

  /** What is read is made afterwards, and where it is repeated, several times. */
  #alternatives(): () => string {
    const all = [this.#sequence()];
    while (this.#takes("|")) all.push(this.#sequence());
    return () => all[this.#draw(all.length)]?.() ?? "";
  }

  #sequence(): () => string {
    const parts: (() => string)[] = [];
    while (this.#at < this.#pattern.length && !/[|)]/.test(this.#next())) {
      const part = this.#part();
      const [least, most] = this.#repetitions();
      parts.push(() => {
        const count = least + this.#draw(Math.min(most - least, mostMore) + 1);
        this.#length += count;
        if (this.#length > longest) throw new NotMade();
        return Array.from({ length: count }, part).join("");
      });
    }
    return () => parts.map((part) => part()).join("");
  }

  #part(): () => string {
    const character = this.#take();
    if (character === "^" || character === "$") return () => "";
    if (character === ".") return this.#oneOf(word);
    if (character === "[") return this.#oneOf(this.#class());
    if (character === "\\") return this.#escape();
    if (character !== "(") return () => character;
    if (this.#takes("?")) {
      // A name is of no matter; what looks ahead or behind cannot be made up.
      if (!this.#takes(":") && !this.#takesMatch(/^<[A-Za-z]\w*>/)) throw new NotMade();
    }
    const inside = this.#alternatives();
    if (!this.#takes(")")) throw new NotMade();
    return inside;
  }

  #escape(): () => string {
    if (this.#takes("b") || this.#takes("B")) return () => "";
    return this.#oneOf(this.#escapedCharacters());
  }

  /** The characters that the escape behind a `\` stands for. */
  #escapedCharacters(): readonly string[] {
    const code = this.#takesMatch(/^u\{[0-9a-f]+\}|^u[0-9a-f]{4}|^x[0-9a-f]{2}/i);
    if (code !== undefined) return [String.fromCodePoint(Number.parseInt(code.replaceAll(/[^0-9a-f]/gi, ""), 16))];
    const name = this.#take();
    if (/[pPk1-9]/.test(name)) throw new NotMade();
    return classes[name] ?? [escaped[name] ?? name];
  }

  #class(): readonly string[] {
    const isNot = this.#takes("^");
    const listed: string[] = [];
    while (this.#next() !== "]") {
      const from = this.#classCharacters();
      const isRange = from.length === 1 && /^-[^\]]/.test(this.#pattern.slice(this.#at));
      if (!isRange) listed.push(...from);
      else {
        this.#take();
        listed.push(...charactersBetween(from[0] ?? "", this.#classCharacters()[0] ?? ""));
      }
    }
    this.#take();
    return isNot ? [...word, ...printable].filter((one) => !listed.includes(one)) : listed;
  }

  #classCharacters(): readonly string[] {
    const character = this.#take();
    return character === "\\" ? this.#escapedCharacters() : [character];
  }

  #oneOf(characters: readonly string[]): () => string {
    if (characters.length === 0) throw new NotMade();
    return () => characters[this.#draw(characters.length)] ?? "";
  }

  #repetitions(): readonly [least: number, most: number] {
    const mark = this.#takesMatch(/^(?:[*+?]|\{\d+(?:,\d*)?\})/);
    if (mark === undefined) return [1, 1];
    this.#takes("?");
    if (mark === "?") return [0, 1];
    if (mark === "*" || mark === "+") return [1, Number.POSITIVE_INFINITY];
    const [least = "", most] = mark.slice(1, -1).split(",");
    return [Number(least), most === undefined ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most)];
  }

  #next(): string {
    const code = this.#pattern.codePointAt(this.#at);
    if (code === undefined) throw new NotMade();
    return String.fromCodePoint(code);
  }

  #take(): string {
    const character = this.#next();
    this.#at += character.length;
    return character;
  }

  #takes(text: string): boolean {
    const isHere = this.#pattern.startsWith(text, this.#at);
    if (isHere) this.#at += text.length;
    return isHere;
  }

  #takesMatch(expected: RegExp): string | undefined {
    const [text] = expected.exec(this.#pattern.slice(this.#at)) ?? [];
    this.#at += text?.length ?? 0;
    return text;
  }
}

/** Ranges of whole alphabets are cut short. */
function charactersBetween(first: string, last: string): readonly string[] {
  const [from = 0, to = 0] = [first.codePointAt(0), last.codePointAt(0)];
  const length = Math.min(Math.max(to - from + 1, 0), 256);
  return Array.from({ length }, (_, index) => String.fromCodePoint(from + index));
}
