import type { Path } from "./document.js";

/**
 * The tokens of a JSON Pointer, unescaped; `undefined` where the text is none.
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-3
 */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * The tokens of the JSON Pointer in a URI fragment, given with its `#`.
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-6
 */
export function parsePointerFragment(fragment: string): string[] | undefined {
  if (!fragment.startsWith("#")) return undefined;
  try {
    return parsePointer(decodeURIComponent(fragment.slice(1)));
  } catch {
    // A `%` that begins no escape: documents written by hand use the name as it is.
    return parsePointer(fragment.slice(1));
  }
}

/** The JSON Pointer for a path. */
export function formatPointer(path: Path): string {
  return path.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
