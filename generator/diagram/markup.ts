const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text of HTML or SVG in which nothing of a document is markup. Made by {@link markup} alone, and by `trusted`. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Takes what a library has made, which has to have escaped what it was given. */
  static trusted(text: string): Markup {
    return new Markup(text);
  }

  toString(): string {
    return this.#text;
  }
}

/** What can stand in markup: texts and numbers, which are escaped, markup, which is not, and lists of it. */
export type Part = string | number | Markup | readonly Markup[];

/** Markup as it is written, with each text in it escaped, in attributes too, all of which stand in double quotes. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const all = texts.map((text, index) => `${text}${index < parts.length ? written(parts[index] ?? "") : ""}`);
  return Markup.trusted(all.join(""));
}

function written(part: Part): string {
  if (typeof part === "string") return escaped(part);
  return part instanceof Markup || typeof part === "number" ? String(part) : part.map(String).join("");
}

/** A text that is nothing but text. Control characters, which neither HTML nor XML allows, are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, "")
    .replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}
