import { markup, type Markup } from "../diagram/index.js";

/** A long name, which may be broken before its capitals, or a path or URL before its slashes. */
export function breakable(name: string): Markup {
  const parts = name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[^/:])(?=\/)/);
  return markup`${parts.map((part, index) => (index === 0 ? markup`${part}` : markup`<wbr>${part}`))}`;
}

/** What stands between backticks is code. */
export function withCode(text: string): Markup {
  const parts = text.split(/`([^`]+)`/);
  return markup`${parts.map((part, index) => (index % 2 === 0 ? markup`${part}` : markup`<code>${part}</code>`))}`;
}
