import { codes, type Code } from "./codes.js";
import type { Finding, Place } from "./finding.js";

/** Collects what the stages have to say, so that one run reports all of it. */
export class Findings {
  readonly #strict: boolean;
  readonly #found: Finding[] = [];
  readonly #known = new Set<string>();

  /** @param options `strict` makes errors of the findings that the table marks so. */
  constructor(options: { readonly strict?: boolean } = {}) {
    this.#strict = options.strict ?? false;
  }

  /** Adds one finding; saying the same of the same place twice counts once. */
  add(code: Code, place: Place | undefined, message: string, hint?: string): void {
    const identity = JSON.stringify([code, place?.source.path, place?.start, message]);
    if (this.#known.has(identity)) return;
    this.#known.add(identity);
    const entry = codes[code];
    const severity = this.#strict && entry.strict ? "error" : entry.severity;
    this.#found.push({ code, severity, message, place, hint });
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
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
