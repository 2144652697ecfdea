import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFindings, type Finding } from "../../generator/diagnostics.js";
import { formatTypeScript } from "../../generator/emit/format.js";
import { generate, type Generation } from "../../generator/generate.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { typeErrors } from "../support/type-check.js";
import { documents, textsOf, type Documents } from "./documents.js";
import { smallest } from "./smallest.js";

const runs = Number(process.env["PROPERTY_RUNS"] ?? 60);
const seed = Number(process.env["PROPERTY_SEED"] ?? 20_260_502);
/** How long to look for a smaller example, in milliseconds. */
const patience = 120_000;

test(
  "what is accepted compiles, what is refused is refused at a place, and all of it twice the same",
  { timeout: 7_200_000 },
  async () => {
    const accepted: { readonly given: Documents; readonly files: ReadonlyMap<string, string> }[] = [];
    const refusals = new Map<string, number>();
    const property = fc.asyncProperty(documents, async (given) => {
      const files = await checked(given, refusals);
      if (files !== undefined) accepted.push({ given, files });
    });
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
    if (process.env["PROPERTY_RUNS"])
      console.log(
        `${accepted.length} of ${runs} accepted`,
        [...refusals].sort(([, a], [, b]) => b - a),
      );

    for (let start = 0; start < accepted.length; start += 100) await expectTypes(accepted.slice(start, start + 100));
    expect(accepted.length).toBeGreaterThan(runs / 3);
  },
);

/** What was generated; throws where something about it is wrong, with the least documents that show it. */
async function checked(
  given: Documents,
  refusals: Map<string, number>,
): Promise<ReadonlyMap<string, string> | undefined> {
  const { wrong, generation } = await complaint(given);
  for (const { code, severity, message } of generation?.findings ?? []) {
    if (severity === "error")
      refusals.set(
        `${code} ${message.replaceAll(/`[^`]*`/g, "…")}`,
        (refusals.get(`${code} ${message.replaceAll(/`[^`]*`/g, "…")}`) ?? 0) + 1,
      );
  }
  if (wrong === undefined) return generation?.files;
  const kind = kindOf(wrong);
  const least = await smallest(
    given,
    async (less) => kindOf((await complaint(less)).wrong ?? "") === kind,
    Date.now() + patience,
  );
  throw new Error([wrong, ...shown(least)].join("\n\n"));
}

interface Verdict {
  readonly wrong: string | undefined;
  readonly generation: Generation | undefined;
}

async function complaint(given: Documents): Promise<Verdict> {
  const folder = makeFolder(textsOf(given));
  const options = { documents: [join(folder, "arazzo.yaml")], overlays: [], sources: new Map() };
  try {
    const generation = await generate(options);
    const again = await generate(options);
    const wrong = complaintOf(generation, again) ?? (await unformatted(generation.files));
    return { wrong, generation };
  } catch (error) {
    return { wrong: error instanceof Error ? (error.stack ?? error.message) : String(error), generation: undefined };
  } finally {
    removeFolder(folder);
  }
}

function complaintOf({ findings, files }: Generation, again: Generation): string | undefined {
  const isRefused = findings.some(({ severity }) => severity === "error");
  if (isRefused === (files !== undefined))
    return isRefused ? "refused, and yet written" : "nothing is written, and nothing says why";
  const unplaced = findings.find((finding) => !hasPlace(finding));
  if (unplaced !== undefined) return `no place: ${unplaced.code} ${unplaced.message}`;
  for (const format of ["pretty", "json", "github"] as const) formatFindings(findings, format, { color: false });
  const [first, second] = [findings, again.findings].map((list) => formatFindings(list, "json", { color: false }));
  if (first !== second) return "other findings for the second time";
  const other = [...(files ?? [])].find(([name, text]) => again.files?.get(name) !== text);
  return other === undefined ? undefined : `another ${other[0]} for the second time`;
}

function hasPlace({ place }: Finding): boolean {
  return place !== undefined && 0 <= place.start && place.start <= place.end && place.end <= place.source.text.length;
}

async function unformatted(files: ReadonlyMap<string, string> | undefined): Promise<string | undefined> {
  for (const [name, text] of files ?? []) {
    if (name.startsWith("runtime/") || (await formatTypeScript(text)) === text) continue;
    return `prettier would write ${name} differently`;
  }
  return undefined;
}

async function expectTypes(
  accepted: readonly { readonly given: Documents; readonly files: ReadonlyMap<string, string> }[],
): Promise<void> {
  const errors = typeErrors(accepted.map(({ files }) => files));
  const [error] = errors;
  if (error === undefined) return;
  const found = accepted[Number(/^\d+/.exec(error)?.[0])];
  if (found === undefined) throw new Error(error);
  const kind = /TS\d+/.exec(error)?.[0] ?? "";
  const fails = async (less: Documents): Promise<boolean> => {
    const { generation } = await complaint(less);
    return generation?.files !== undefined && typeErrors([generation.files]).some((line) => line.includes(kind));
  };
  const least = await smallest(found.given, fails, Date.now() + patience);
  const { generation } = await complaint(least);
  const workflows = [...(generation?.files ?? [])]
    .filter(([name]) => name.startsWith("workflows/"))
    .map(([, text]) => text);
  throw new Error([errors.join("\n"), ...shown(least), ...workflows].join("\n\n"));
}

/** What stays the same while the documents around a defect get less. */
function kindOf(wrong: string): string {
  return wrong
    .replaceAll(/`[^`]*`|"[^"]*"|\d+|[\w-]+\.ts/g, "…")
    .split("\n")
    .slice(0, 3)
    .join("\n");
}

function shown(given: Documents): readonly string[] {
  return Object.entries(textsOf(given)).map(([name, text]) => `# ${name}\n${text}`);
}
