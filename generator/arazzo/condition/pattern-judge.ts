import type * as Recheck from "recheck";
import { loadPackage } from "../../load-package.js";

/** Milliseconds for one pattern. */
const longest = 5_000;

/** Tells regular expressions that can take for ever on some text from those that cannot. All of a run share one. */
export class PatternJudge {
  readonly #complaints = new Map<string, string | undefined>();
  readonly #time: number;
  #left: number;

  /** @param time How long all patterns together may take, in milliseconds. Those that come later are not judged. */
  constructor(time = 10_000) {
    this.#time = time;
    this.#left = time;
  }

  /** What is wrong with matching a pattern; `undefined` if it is shown to end soon on every text. */
  complaintAbout(pattern: string, flags: string): string | undefined {
    const key = `${flags}/${pattern}`;
    if (!this.#complaints.has(key)) this.#complaints.set(key, this.#judge(pattern, flags));
    return this.#complaints.get(key);
  }

  #judge(pattern: string, flags: string): string | undefined {
    if (this.#left <= 0) {
      const seconds = this.#time / 1_000;
      return `cannot be shown to end soon: looking at the patterns before it took the ${seconds} s there are for all`;
    }
    const begun = performance.now();
    const status = statusOf(pattern, flags, Math.min(longest, Math.ceil(this.#left)));
    this.#left -= performance.now() - begun;
    if (status === "safe") return undefined;
    return status === "vulnerable" ? "can take for ever" : "cannot be shown to end soon";
  }
}

function statusOf(pattern: string, flags: string, time: number): Recheck.Diagnostics["status"] {
  // The build for browsers is JavaScript alone: it starts no other program. It takes a sixth of a second to load.
  const { checkSync }: typeof Recheck = loadPackage("recheck/lib/browser.js");
  const check = (text: string, timeout: number): Recheck.Diagnostics =>
    checkSync(text, flags, { checker: "automaton", timeout });
  // Large counts would make automata of that size. What is exponential with them is so without an end to them; what is
  // polynomial is so without them.
  const begun = performance.now();
  const endless = check(
    withCounts(pattern, (least) => `${Math.min(least, 1)},`),
    time,
  );
  if (endless.status !== "vulnerable" || endless.complexity.type !== "polynomial") return endless.status;
  const left = Math.max(1, Math.ceil(time - (performance.now() - begun)));
  return check(
    withCounts(pattern, (least) => (least === 0 ? "0,1" : "1")),
    left,
  ).status;
}

/** From this number on a count is large. */
const large = 10;

function withCounts(pattern: string, count: (least: number) => string): string {
  const counts = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|\{(\d+)(?:,(\d+))?\}/gu;
  return pattern.replace(counts, (written: string, least?: string, most = least) =>
    least !== undefined && Number(most) >= large ? `{${count(Number(least))}}` : written,
  );
}
