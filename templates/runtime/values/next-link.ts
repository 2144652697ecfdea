/**
 * The URL of the next page in a `Link` header, if it has one.
 * @see https://www.rfc-editor.org/rfc/rfc8288.html#section-3
 */
export function nextLink(header: string | null | undefined): string | undefined {
  for (const [, url, parameters] of (header ?? "").matchAll(/<([^>]*)>((?:[^,"<]|"[^"]*")*)/g)) {
    for (const [, name, quoted, plain] of String(parameters).matchAll(
      /;\s*([^\s=;]+)\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/g,
    )) {
      const relations = (quoted ?? String(plain)).toLowerCase().split(/\s+/);
      if (String(name).toLowerCase() === "rel" && relations.includes("next")) return url;
    }
  }
  return undefined;
}
