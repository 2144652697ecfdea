// Written by twilio-workflows with each run: what is changed here is lost.
/** How a value is written into a path. */
export interface PathPart {
  /** What must not be empty or climb. */
  readonly pieces: readonly unknown[];
  /** Asked for only if the pieces are sound. */
  readonly text: () => string;
}

/**
 * Puts values, encoded, into the `{parameters}` of a path. Refuses those that would make it another path than the
 * document's: none, the empty string, objects, and dot segments, which climb the path even when they are encoded.
 * @param write Says how a parameter is written, where that may be otherwise than plainly
 */
export function encodePath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  write: (name: string, value: unknown) => PathPart = plainPart,
): string {
  const complaints: string[] = [];
  let path = "";
  let carets = "";
  template.split(/\{([^{}]*)\}/).forEach((part, index) => {
    const isName = index % 2 === 1;
    const value = Object.hasOwn(values, part) ? values[part] : undefined;
    const { pieces, text: written } = write(part, value);
    const complaint = isName ? pieces.map(complaintAbout).find((found) => found !== undefined) : undefined;
    if (complaint !== undefined) complaints.push(`${part} ${complaint}`);
    const text = !isName ? part : complaint === undefined ? written() : `{${part}}`;
    path += text;
    carets += (complaint === undefined ? " " : "^").repeat(text.length);
  });
  if (complaints.length === 0) return path;
  throw new TypeError(`path parameter ${complaints.join("; ")}\n  ${path}\n  ${carets.trimEnd()}`);
}

/** The value itself, encoded. */
export function plainPart(_name: string, value: unknown): PathPart {
  return { pieces: [value], text: () => encodeURIComponent(String(value)) };
}

export function complaintAbout(value: unknown): string | undefined {
  if (value === "") return "is empty";
  if (value === undefined || value === null) return `is ${value}`;
  if (typeof value === "number" ? !Number.isFinite(value) : !/^(string|boolean|bigint)$/.test(typeof value)) {
    return "is no text or number";
  }
  const text = String(value);
  if (/\p{Surrogate}/u.test(text)) return "ends amid a character";
  // A proxy may decode once more than the server behind it.
  const decoded = text.replace(/%(?:25)*2e/gi, ".").replace(/%(?:25)*(?:2f|5c)/gi, "/");
  const climbs = decoded.split(/[/\\]/).some((segment) => segment === "." || segment === "..");
  return climbs ? `climbs the path: ${JSON.stringify(text)}` : undefined;
}
