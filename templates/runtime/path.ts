/**
 * Puts the values of its parameters into a path, each encoded. Refuses values that would make it another path than the
 * document's: none, the empty string, objects, and dot segments, which climb the path even when they are encoded.
 */
export function encodePath(template: string, values: Readonly<Record<string, unknown>>): string {
  const complaints: string[] = [];
  let path = "";
  let carets = "";
  for (const [part, name] of partsOf(template)) {
    const value = name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
    const complaint = name === undefined ? undefined : complaintAbout(value);
    if (complaint !== undefined) complaints.push(`${name} ${complaint}`);
    const text = name === undefined || complaint !== undefined ? part : encodeURIComponent(String(value));
    carets += (complaint === undefined ? " " : "^").repeat(text.length);
    path += text;
  }
  if (complaints.length > 0) {
    throw new TypeError(`path parameter ${complaints.join("; ")}\n  ${path}\n  ${carets.trimEnd()}`);
  }
  const climb = /(?<=\/)\.{1,2}(?=\/|$)/.exec(path);
  if (climb) {
    throw new TypeError(
      `the parameters climb the path\n  ${path}\n  ${" ".repeat(climb.index)}${"^".repeat(climb[0].length)}`,
    );
  }
  return path;
}

/** The text between parameters, and each `{parameter}` with its name. */
function* partsOf(template: string): Generator<readonly [part: string, name?: string]> {
  for (const part of template.split(/(\{[^{}]*\})/)) {
    yield part.startsWith("{") && part.endsWith("}") ? [part, part.slice(1, -1)] : [part];
  }
}

function complaintAbout(value: unknown): string | undefined {
  if (value === "") return "is empty";
  if (value === undefined || value === null) return `is ${value}`;
  if (typeof value === "object" || typeof value === "function") return "is no text or number";
  return decoded(String(value))
    .split(/[/\\]/)
    .some((segment) => segment === "." || segment === "..")
    ? `climbs the path: ${JSON.stringify(value)}`
    : undefined;
}

/** Dots and slashes decoded, however often they were encoded: a proxy may decode once more than the server behind it. */
function decoded(value: string): string {
  return value.replace(/%(?:25)*2e/gi, ".").replace(/%(?:25)*(?:2f|5c)/gi, "/");
}
