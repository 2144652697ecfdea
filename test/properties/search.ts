import { typeErrors } from "../support/type-check.js";
import { textsOf, type Documents } from "./documents.js";
import { featuresOf } from "./features.js";
import { withoutRefused } from "./repaired.js";
import { tell } from "./settings.js";
import { smallest } from "./smallest.js";
import { kindOf, verdictOn, type Verdict } from "./verdict.js";

interface Accepted {
  readonly given: Documents;
  readonly files: ReadonlyMap<string, string>;
}

/** How often documents lose what is refused of them. */
const mostRounds = 20;

/** What is generated twice. */
const oneInSoMany = 4;

/** Looks through documents for defects of the generator, and keeps one example of each kind. */
export class Search {
  /** How many documents were accepted as they came, or without what was refused of them. */
  accepted = 0;
  readonly #patience: number;
  readonly #defects = new Map<string, string>();
  readonly #codes = new Map<string, number>();
  readonly #features = new Map<string, number>();
  #given = 0;
  #asTheyCame = 0;
  #longest = 0;

  /** @param patience How long to look for a smaller example of each defect, in milliseconds. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  get defects(): readonly string[] {
    return [...this.#defects.values()];
  }

  get summary(): string {
    const { accepted, defects } = this;
    const seconds = (this.#longest / 1000).toFixed(1);
    return `${this.#given} documents, ${this.#asTheyCame} accepted as they came, ${accepted} in all; ${defects.length} defects; ${seconds} s for the slowest`;
  }

  /** How many documents were refused for what, and what those had in them that were accepted. */
  get details(): string {
    const table = (counts: ReadonlyMap<string, number>): string =>
      [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([name, count]) => `${String(count).padStart(7)} ${name}`)
        .join("\n");
    return ["refused for", table(this.#codes), "accepted with", table(this.#features)].join("\n");
  }

  async batch(documents: readonly Documents[]): Promise<void> {
    const accepted: Accepted[] = [];
    for (const given of documents) accepted.push(...(await this.#one(given)));
    for (const error of typeErrors(accepted.map(({ files }) => files))) await this.#reportTypes(error, accepted);
    for (const { given } of accepted) count(this.#features, featuresOf(given));
    this.accepted += accepted.length;
  }

  /** What is accepted of documents: all of them, or what is left without what is refused. */
  async #one(given: Documents): Promise<readonly Accepted[]> {
    this.#given += 1;
    const isChosen = this.#given % oneInSoMany === 0;
    // What is still refused of what is left was made twice when it was whole.
    const thorough = (round: number) => (!isChosen ? "none" : round === 0 ? "all" : "accepted");
    let least: Documents | undefined = given;
    for (let round = 0; round < mostRounds && least !== undefined; round++) {
      const began = performance.now();
      const { wrong, generation }: Verdict = await verdictOn(least, thorough(round));
      this.#longest = Math.max(this.#longest, performance.now() - began);
      if (wrong !== undefined) await this.#report(wrong, least);
      if (wrong !== undefined || generation === undefined) return [];
      if (generation.files !== undefined) {
        if (round === 0) this.#asTheyCame += 1;
        return [{ given: least, files: generation.files }];
      }
      const refused = generation.findings.filter(({ severity }) => severity === "error");
      if (round === 0) count(this.#codes, new Set(refused.map(({ code }) => code)));
      least = withoutRefused(least, refused);
    }
    return [];
  }

  async #report(wrong: string, given: Documents): Promise<void> {
    const kind = kindOf(wrong);
    const isSame = async (less: Documents): Promise<boolean> =>
      kindOf((await verdictOn(less, "all")).wrong ?? "") === kind;
    await this.#keep(kind, given, isSame, async () => [wrong]);
  }

  async #reportTypes(error: string, accepted: readonly Accepted[]): Promise<void> {
    const found = accepted[Number(/^\d+/.exec(error)?.[0])];
    if (found === undefined) throw new Error(error);
    const kind = kindOfTypeError(error);
    const filesOf = async (less: Documents) =>
      (await verdictOn(less, "none")).generation?.files ?? new Map<string, string>();
    const isSame = async (less: Documents): Promise<boolean> =>
      typeErrors([await filesOf(less)]).some((line) => kindOfTypeError(line) === kind);
    await this.#keep(kind, found.given, isSame, async (least) => {
      const files = await filesOf(least);
      const workflows = [...files].filter(([name]) => name.startsWith("workflows/")).map(([, text]) => text);
      return [error, ...typeErrors([files]), ...workflows];
    });
  }

  async #keep(
    kind: string,
    given: Documents,
    isSame: (less: Documents) => Promise<boolean>,
    explain: (least: Documents) => Promise<readonly string[]>,
  ): Promise<void> {
    if (this.#defects.has(kind)) return;
    const least = await smallest(given, isSame, Date.now() + this.#patience);
    const texts = Object.entries(textsOf(least)).map(([name, text]) => `# ${name}\n${text}`);
    const defect = [...(await explain(least)), ...texts].join("\n\n");
    this.#defects.set(kind, defect);
    tell(defect);
  }
}

function count(counts: Map<string, number>, names: Iterable<string>): void {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** What stays the same while the documents around a type error get less. */
function kindOfTypeError(error: string): string {
  const [code = ""] = /TS\d+/.exec(error) ?? [];
  return code + kindOf(/TS\d+(.*)/.exec(error)?.[1] ?? "");
}
