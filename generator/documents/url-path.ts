/** The path that a relative URL names, in the notation of this system, or why it names none that is read. */
export type UrlPath = { readonly path: string } | { readonly problem: string };

/**
 * Takes a URL reference apart, as a path: an absolute one, or one relative to the document that holds it.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-4.2
 */
export function fileReferenceToPath(url: string): UrlPath {
  if (url.trim() === "") return { problem: "names no file" };
  if (/^https?:/i.test(url)) return { problem: "is an address on the network; nothing is fetched" };
  if (/^[a-z][a-z0-9+.-]*:/i.test(url))
    return { problem: "is neither a path nor a relative URL; only those are followed" };
  if (/^(?:\/|\\|%2f){2}/i.test(url)) return { problem: "names a host; nothing is fetched" };
  if (/[?#]/.test(url)) return { problem: "has a query or a fragment; it has to name a whole file" };
  const path = decodedIfEncoded(url);
  if (path === undefined || /[\p{Cc}\\]/u.test(path)) {
    return { problem: "holds characters that no path of a document has" };
  }
  return { path };
}

/** The last segment of any URL or path, decoded: what the document is called, wherever it lies. */
export function fileNameOf(url: string): string {
  const path = url.replace(/[?#].*$/s, "");
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return decoded(name);
}

/** A text without percent-encoding; as it is, where a `%` in it encodes nothing. */
export function decoded(text: string): string {
  return decodedIfEncoded(text) ?? text;
}

function decodedIfEncoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
