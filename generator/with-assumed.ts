import { Findings, type Assumed, type Finding, type Levels } from "./diagnostics.js";

/** More than these nobody needs: each brings to light what those before it have hidden. */
const mostRounds = 20;

/** What becomes of the documents between two attempts. */
export interface Assuming {
  readonly levels: Levels;
  /** Makes the documents what they are assumed to be. */
  readonly amend: (assumed: readonly Assumed[]) => void;
  /** What was found before the first attempt. */
  readonly before?: Findings | undefined;
}

/**
 * Attempts something with documents; and again, for as long as something has to be assumed of them.
 * @returns the last attempt, whose findings are those of all
 */
export function withAssumed<Attempt extends { readonly findings: Findings }>(
  attempt: (findings: Findings) => Attempt,
  { levels, amend, before }: Assuming,
): Attempt {
  let last = attempt(new Findings(levels, before));
  const tolerated: Finding[] = [];
  for (let round = 1, left = last.findings.takeAssumed(); left.length > 0; round++) {
    tolerated.push(...last.findings.tolerated);
    amend(left);
    last = attempt(new Findings({ ...levels, assume: round < mostRounds }, last.findings));
    left = last.findings.takeAssumed();
  }
  last.findings.add(tolerated);
  return last;
}
