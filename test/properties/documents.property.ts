import fc from "fast-check";
import { expect, test } from "vitest";
import { typeErrors } from "../support/type-check.js";
import { documents, textsOf, type Documents } from "./documents.js";
import { smallest } from "./smallest.js";
import { kindOf, verdictOn } from "./verdict.js";

const runs = Number(process.env["PROPERTY_RUNS"] ?? 60);
const seed = Number(process.env["PROPERTY_SEED"] ?? 20_260_502);
/** How long to look for a smaller example of each defect, in milliseconds. */
const patience = Number(process.env["PROPERTY_PATIENCE"] ?? 60_000);
/** As many documents as one program of the compiler looks at. */
const batchSize = 200;

interface Accepted {
  readonly given: Documents;
  readonly files: ReadonlyMap<string, string>;
}

test(
  "what is accepted compiles, what is refused is refused at a place, and all of it twice the same",
  { timeout: 36_000_000 },
  async () => {
    const defects = new Map<string, string>();
    const refusals = new Map<string, number>();
    let accepted = 0;
    for (let done = 0; done < runs; done += batchSize) {
      const batchSeed = seed + done / batchSize;
      const numRuns = Math.min(batchSize, runs - done);
      const taken = await batch(fc.sample(documents, { numRuns, seed: batchSeed }), defects, refusals);
      accepted += taken;
      if (runs > batchSize) console.log(`seed ${batchSeed}: ${taken} of ${numRuns} accepted, ${defects.size} defects`);
    }
    if (process.env["PROPERTY_RUNS"])
      console.log(
        `${accepted} of ${runs} accepted`,
        [...refusals].sort(([, a], [, b]) => b - a),
      );
    expect([...defects.values()].join("\n\n----------\n\n")).toBe("");
    expect(accepted).toBeGreaterThan(runs / 3);
  },
);

/** How many of the documents are accepted. */
async function batch(
  given: readonly Documents[],
  defects: Map<string, string>,
  refusals: Map<string, number>,
): Promise<number> {
  const accepted: Accepted[] = [];
  for (const one of given) {
    const { wrong, generation } = await verdictOn(one);
    for (const { code, severity, message } of generation?.findings ?? []) {
      if (severity !== "error") continue;
      const key = `${code} ${message.replaceAll(/`[^`]*`/g, "…")}`;
      refusals.set(key, (refusals.get(key) ?? 0) + 1);
    }
    if (wrong !== undefined) await report(defects, wrong, one);
    else if (generation?.files !== undefined) accepted.push({ given: one, files: generation.files });
  }
  const errors = typeErrors(accepted.map(({ files }) => files));
  for (const error of errors) await reportTypes(defects, error, accepted);
  return accepted.length;
}

async function report(defects: Map<string, string>, wrong: string, given: Documents): Promise<void> {
  const kind = kindOf(wrong);
  if (defects.has(kind)) return;
  const isSame = async (less: Documents): Promise<boolean> => kindOf((await verdictOn(less)).wrong ?? "") === kind;
  const least = await smallest(given, isSame, Date.now() + patience);
  defects.set(kind, [wrong, ...shown(least)].join("\n\n"));
  console.log(defects.get(kind));
}

async function reportTypes(defects: Map<string, string>, error: string, accepted: readonly Accepted[]): Promise<void> {
  const kind = kindOfError(error);
  if (defects.has(kind)) return;
  const found = accepted[Number(/^\d+/.exec(error)?.[0])];
  if (found === undefined) throw new Error(error);
  const fails = async (less: Documents): Promise<boolean> => {
    const { generation } = await verdictOn(less);
    return generation?.files !== undefined && typeErrors([generation.files]).some((line) => kindOfError(line) === kind);
  };
  const least = await smallest(found.given, fails, Date.now() + patience);
  const { generation } = await verdictOn(least);
  const files = generation?.files ?? new Map<string, string>();
  const workflows = [...files].filter(([name]) => name.startsWith("workflows/")).map(([, text]) => text);
  defects.set(kind, [error, ...typeErrors([files]), ...shown(least), ...workflows].join("\n\n"));
  console.log(defects.get(kind));
}

function kindOfError(error: string): string {
  return kindOf(/TS\d+.*/.exec(error)?.[0] ?? "").replace("TS…", /TS\d+/.exec(error)?.[0] ?? "");
}

function shown(given: Documents): readonly string[] {
  return Object.entries(textsOf(given)).map(([name, text]) => `# ${name}\n${text}`);
}
