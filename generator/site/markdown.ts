import { Markup } from "../diagram/index.js";

/** Makes HTML of the CommonMark of a document. */
export type Markdown = (text: string) => Markup;

/** Without HTML of its own, pictures from elsewhere, and headings, which would not be those of the page. */
export async function loadMarkdown(): Promise<Markdown> {
  const { default: MarkdownIt } = await import("markdown-it");
  const parser = new MarkdownIt({ html: false, linkify: false });
  parser.disable(["image", "heading", "lheading", "html_block", "html_inline"]);
  parser.validateLink = (url) => /^(?:https?:|mailto:|#)/i.test(url.trim());
  return (text) => Markup.trusted(parser.render(text));
}
