import { allows, type Allowance } from "./allowance.js";
import { found, kindNamed, type Code, type Found, type Kind, type Severity } from "./codes.js";
import type { Finding, Place } from "./finding.js";
import type { Fix } from "./fix.js";

/** How much the kinds of finding are to weigh. What is an error by the table remains one. */
export interface Levels {
  /** Makes errors of the findings that the table marks so. */
  readonly strict?: boolean | undefined;
  /** Codes that are errors here. */
  readonly deny?: Iterable<Code> | undefined;
  /** Codes that are not reported; goes before `strict` and `deny`. */
  readonly allow?: Iterable<Code> | undefined;
}

/** Collects what the stages have to say, so that one run reports all of it. */
export class Findings {
  readonly #strict: boolean;
  readonly #denied: ReadonlySet<Code>;
  readonly #allowed: ReadonlySet<Code>;
  #found: Finding[] = [];
  readonly #known = new Set<string>();
  readonly #echoes: ((code: Code, place: Place | undefined) => boolean)[] = [];

  constructor({ strict = false, deny = [], allow = [] }: Levels = {}) {
    this.#strict = strict;
    this.#denied = new Set(deny);
    this.#allowed = new Set(allow);
  }

  /** Adds what was found at a place; the same at the same place counts once. */
  report(place: Place | undefined, { kind, message, hint }: Found, fix?: Fix): void {
    const { code } = kind;
    const severity = this.#severityOf(kind);
    const identity = JSON.stringify([code, place?.source.path, place?.start, message]);
    if (severity === undefined || this.#known.has(identity)) return;
    if (this.#echoes.some((isEcho) => isEcho(code, place))) return;
    this.#known.add(identity);
    const said = { message: shortened(message), hint: hint && shortened(hint) };
    this.#found.push({ code, severity, ...said, place, fix });
  }

  /** Adds what others have found, as if it had been reported here. */
  take(others: Findings): void {
    for (const { code, message, hint, place, fix } of others.#found) {
      const kind = kindNamed(code);
      if (kind !== undefined) this.report(place, { kind, message, hint }, fix);
    }
  }

  /** From now on leaves out what is only an echo of something that was reported before. */
  ignore(isEcho: (code: Code, place: Place | undefined) => boolean): void {
    this.#echoes.push(isEcho);
  }

  /**
   * Takes away what the documents let pass. An allowance that nothing was found for is a finding itself, unless an
   * error has kept what it is about from being found.
   */
  silence(allowances: readonly Allowance[]): void {
    const unused = allowances.filter((one) => !this.#found.some((finding) => allows(one, finding)));
    this.#found = this.#found.filter((finding) => !allowances.some((one) => allows(one, finding)));
    if (this.hasErrors) return;
    for (const { code, place } of unused) {
      if (!this.#allowed.has(code)) this.report(place, found.unusedAllow(code));
    }
  }

  get hasErrors(): boolean {
    return this.#found.some((finding) => finding.severity === "error");
  }

  /** All findings, by document and place; those without a place first. */
  list(): readonly Finding[] {
    return [...this.#found].sort(
      (a, b) =>
        compareText(a.place?.source.path ?? "", b.place?.source.path ?? "") ||
        (a.place?.start ?? 0) - (b.place?.start ?? 0) ||
        compareText(a.code, b.code),
    );
  }

  #severityOf({ code, severity, strict }: Kind): Severity | undefined {
    if (severity === "error") return severity;
    if (this.#allowed.has(code)) return undefined;
    return this.#denied.has(code) || (this.#strict && strict) ? "error" : severity;
  }
}

/** Nobody reads on behind this; a document may quote megabytes. */
const longest = 1_000;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
