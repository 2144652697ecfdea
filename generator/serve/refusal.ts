import { positionAt } from "../diagnostics.js";
import { formatPointer, type Path, type SourceDocument } from "../documents/index.js";

/** A rule of a document that a request breaks. */
export interface Violation {
  /** The part of the request: `body`, `path`, `query`, `header` or `cookie`. */
  readonly in: string;
  /** What in it: the name of a parameter, or a JSON Pointer into the body. */
  readonly at: string;
  readonly message: string;
  /** The rule, by its keyword. */
  readonly rule: string;
  /** Where the rule stands: `orders.yaml:24:17`. */
  readonly place: string;
  /** The same as a JSON Pointer into that document. */
  readonly pointer: string;
}

/** Where a rule stands, for those who read it and for programs. */
export function placeOf(document: SourceDocument, path: Path): Pick<Violation, "place" | "pointer"> {
  const { source, start } = document.place(path);
  const { line, column } = positionAt(source, start);
  return { place: `${source.path}:${line}:${column}`, pointer: `#${formatPointer(document.origin(path).path)}` };
}

/** What is said of a rule that is broken, and where that stands. */
export function sentence(message: string, place: string | undefined): string {
  const said = place === undefined ? message : `${message}, says ${place}`;
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;
}

/** A request that is not carried out, and why. */
export class Refusal extends Error {
  readonly status: number;
  readonly violations: readonly Violation[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    detail: string,
    violations: readonly Violation[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.status = status;
    this.violations = violations;
    this.headers = headers;
  }
}

/** The refusal of a request that breaks rules of its document, if it breaks any. */
export function refuseFor(violations: readonly Violation[]): void {
  const [first, ...others] = violations;
  if (first === undefined) return;
  const more = others.length === 0 ? "" : ` And ${others.length} more.`;
  throw new Refusal(400, `${sentence(first.message, first.place)}${more}`, violations);
}
