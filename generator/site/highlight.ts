import { Markup } from "../diagram/index.js";

/** Colours code: keywords, texts and so on get classes, and all else is escaped. */
export type Highlight = (code: string, language: "typescript" | "bash") => Markup;

/** Loaded here because only pages need it. */
export async function loadHighlight(): Promise<Highlight> {
  const [{ default: highlighter }, { default: typescript }, { default: bash }] = await Promise.all([
    import("highlight.js/lib/core"),
    import("highlight.js/lib/languages/typescript"),
    import("highlight.js/lib/languages/bash"),
  ]);
  highlighter.registerLanguage("typescript", typescript);
  highlighter.registerLanguage("bash", bash);
  return (code, language) => Markup.trusted(highlighter.highlight(code, { language, ignoreIllegals: true }).value);
}
