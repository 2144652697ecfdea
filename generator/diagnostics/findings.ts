import { allows, type Allowance } from "./allowance.js";
import type { Assumed, Assumption } from "./assumption.js";
import { found, kindNamed, type Code, type Found, type Kind, type Severity } from "./codes.js";
import type { Finding, Place } from "./finding.js";
import { identityOf, removedBy, wholesOf, type Fix, type FixAction } from "./fix.js";

/** How much the kinds of finding are to weigh. What is an error by the table remains one. */
export interface Levels {
  /** Makes errors of the findings that the table marks so. */
  readonly strict?: boolean | undefined;
  /** Codes that are errors here. */
  readonly deny?: Iterable<Code> | undefined;
  /** Codes that are not reported; goes before `strict` and `deny`. */
  readonly allow?: Iterable<Code> | undefined;
  /** Lets pass, with a warning, what is sloppy but clear. Default: `false`. */
  readonly assume?: boolean | undefined;
}

/** Collects what the stages have to say, so that one run reports all of it. */
export class Findings {
  readonly #strict: boolean;
  readonly #denied: ReadonlySet<Code>;
  readonly #allowed: ReadonlySet<Code>;
  readonly #assumes: boolean;
  readonly #made: Set<string>;
  readonly #round: number;
  readonly #assumed: Assumed[] = [];
  #found: Finding[] = [];
  readonly #known = new Set<string>();
  readonly #echoes: ((code: Code, place: Place | undefined) => boolean)[] = [];

  /** @param before What the documents have been amended by already, and what was found then */
  constructor({ strict = false, deny = [], allow = [], assume = false }: Levels = {}, before?: Findings) {
    this.#assumes = assume;
    this.#made = new Set(before === undefined ? [] : before.#made);
    this.#round = before === undefined ? 0 : before.#round + 1;
    this.#strict = strict;
    this.#denied = new Set(deny);
    this.#allowed = new Set(allow);
  }

  /** Adds what was found at a place; the same at the same place counts once. */
  report(place: Place | undefined, what: Found, fix?: Fix): void {
    this.#add(place, what, this.#severityOf(what.kind), fix);
  }

  /**
   * Adds what was found where the meaning is plain, and notes what has to be assumed. It is a warning then; where
   * nothing may be assumed, or the same has been assumed in vain, it is what it would be without.
   * @param assumption `undefined` where the meaning is not plain after all
   * @param fix What would be a way out also where nothing is assumed
   */
  assume(place: Place | undefined, what: Found, assumption: Assumption | undefined, fix?: Fix): void {
    if (this.#isEcho(what.kind.code, place)) return;
    const actions = this.mayAssume(what) ? assumption?.actions() : undefined;
    if (assumption === undefined || actions === undefined || this.#isMade(actions)) {
      this.report(place, what, fix);
      return;
    }
    this.#assumed.push({ actions, place });
    this.#tolerate(place, what, assumption.that, actions);
  }

  /** Notes what a document leaves to be understood, of which there is nothing to say to anybody. */
  amend(place: Place | undefined, actions: Fix | undefined): void {
    if (actions !== undefined && !this.#isMade(actions)) this.#assumed.push({ actions, place });
  }

  /**
   * Adds what was found where the meaning is plain, and no document has to be amended. @returns whether it is let pass;
   * else it is what it would be without
   * @param that What is taken to be meant, in a sentence that begins with a small letter and has no full stop
   */
  letPass(place: Place | undefined, what: Found, that: string, fix?: () => Fix | undefined): boolean {
    if (this.mayAssume(what)) this.#tolerate(place, what, that, fix?.());
    else this.report(place, what);
    return this.mayAssume(what);
  }

  #isMade(fix: Fix): boolean {
    return wholesOf(fix).every((whole) => this.#made.has(madeBy(fix, whole)));
  }

  /**
   * What has to be assumed by what was found, each action once. Of several that put something else in one place, one: the
   * others are found again where there is still a need of them.
   */
  takeAssumed(): readonly Assumed[] {
    const replaced = new Set<string>();
    return this.#assumed.splice(0).map(({ actions: fix, place }) => {
      const wholes = wholesOf(fix).filter((whole) => !this.#made.has(madeBy(fix, whole)));
      const removed = wholes.flatMap((whole) => removedBy(fix, whole));
      if (removed.some((target) => replaced.has(target))) {
        this.#found = this.#found.filter((finding) => finding.fix !== fix);
        return { actions: { ...fix, actions: [] }, place };
      }
      for (const whole of wholes) this.#made.add(madeBy(fix, whole));
      for (const target of removed) replaced.add(target);
      return { actions: { ...fix, actions: wholes.flat() }, place };
    });
  }

  /** Adds what was found elsewhere. */
  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const identity = identityOfFinding(finding);
      if (!this.#known.has(identity)) this.#found.push(finding);
      this.#known.add(identity);
    }
  }

  /** Those that were let pass because something is assumed. */
  get tolerated(): readonly Finding[] {
    return this.#found.filter(({ assumed }) => assumed === true);
  }

  /** Whether such a finding may be let pass where its meaning is plain. */
  mayAssume({ kind: { code } }: Found): boolean {
    return this.#assumes && !this.#denied.has(code);
  }

  #tolerate(place: Place | undefined, what: Found, that: string, fix: Fix | undefined): void {
    if (this.#allowed.has(what.kind.code)) return;
    const said = { ...what, hint: `Assumed: ${that}.` };
    this.#add(place, said, "warning", fix, { assumed: true, round: this.#round });
  }

  #isEcho(code: Code, place: Place | undefined): boolean {
    return this.#echoes.some((isEcho) => isEcho(code, place));
  }

  #add(
    place: Place | undefined,
    { kind: { code }, message, hint }: Found,
    severity: Severity | undefined,
    fix: Fix | undefined,
    more: Pick<Finding, "assumed" | "round"> = {},
  ): void {
    if (severity === undefined || this.#isEcho(code, place)) return;
    const said = { message: shortened(message), hint: hint && shortened(hint) };
    const identity = identityOfFinding({ code, place, message });
    if (this.#known.has(identity)) return;
    this.#known.add(identity);
    this.#found.push({ code, severity, ...said, place, fix, ...more });
  }

  /** Adds what others have found, as if it had been reported here. */
  take(others: Findings): void {
    for (const { code, message, hint, place, fix } of others.#found) {
      const kind = kindNamed(code);
      if (kind !== undefined) this.report(place, { kind, message, hint }, fix);
    }
  }

  /** Takes back what was found at a place before it was known what that is for. */
  withdraw(code: Code, place: Place): void {
    const isIt = (one: Finding): boolean =>
      one.code === code && one.place?.source === place.source && one.place.start === place.start;
    this.#found = this.#found.filter((one) => !isIt(one));
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
    const passes = (finding: Finding): boolean => finding.assumed === true || !isAlwaysError(finding);
    this.#found = this.#found.filter((finding) => !passes(finding) || !allowances.some((one) => allows(one, finding)));
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

function isAlwaysError({ code }: Finding): boolean {
  return kindNamed(code)?.severity === "error";
}

function madeBy({ file }: Fix, whole: readonly FixAction[]): string {
  return `${file} ${identityOf(whole)}`;
}

function identityOfFinding({ code, place, message }: Pick<Finding, "code" | "place" | "message">): string {
  return JSON.stringify([code, place?.source.path, place?.start, message]);
}

/** Nobody reads on behind this; a document may quote megabytes. */
const longest = 1_000;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
