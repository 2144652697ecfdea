import fc from "fast-check";
import { expect, test } from "vitest";
import { isFailure, parseCondition } from "../../generator/arazzo/index.js";
import { to } from "../runtime/support/options.js";
import { serve } from "../runtime/support/server.js";
import { Loaded } from "../support/load.js";
import { sequences, worlds, type Criterion } from "./support/arbitraries.js";
import { compiler, criterion, documentOfSeveral, things } from "./support/cases.js";
import { holds, type World } from "./support/interpret.js";

const own = compiler();

/** Those that the generator takes. */
async function accepted(candidates: readonly (readonly Criterion[])[]): Promise<readonly (readonly Criterion[])[]> {
  const arazzo = documentOfSeveral(candidates.map(asCase));
  const { findings } = await own.compile({ arazzo, openapi: things });
  const starts = [...arazzo.matchAll(/^- workflowId:/gm)].map(({ index }) => arazzo.slice(0, index).split("\n").length);
  const refused = findings
    .filter((finding) => finding.includes(" error "))
    .map((finding) => {
      const line = Number(/^(\d+):/.exec(finding)?.[1]);
      // A finding without a place in the document would be one about no condition.
      expect(line, finding).toBeGreaterThan(0);
      return starts.findLastIndex((start) => start <= line);
    });
  return candidates.filter((_, index) => !refused.includes(index));
}

function asCase(actions: readonly Criterion[]): readonly string[] {
  return actions.map(({ type, condition, context }) => criterion(type, condition, context));
}

/** The first action whose criterion holds, by the trees of the criteria alone. */
function outcomeOf(actions: readonly Criterion[], world: World): string {
  const first = actions.findIndex((action) => {
    const parsed = parseCondition(action);
    if (isFailure(parsed)) throw new Error(parsed.message);
    return holds(parsed.condition, world);
  });
  return first < 0 ? "no" : `yes-${first + 1}`;
}

/** Always the same, so that the suite ends the same; `SEED` looks elsewhere. */
const seed = Number(process.env["SEED"] ?? 48_565_911);

test("whatever is accepted compiles, and does what its tree says", { timeout: 120_000 }, async () => {
  const taken = await accepted(fc.sample(sequences, { numRuns: 150, seed }));
  const { files, findings } = await own.compile({ arazzo: documentOfSeveral(taken.map(asCase)), openapi: things });
  expect(files.size, findings.join("\n")).toBeGreaterThan(0);
  const loaded = new Loaded(files);
  try {
    for (const world of fc.sample(worlds, { numRuns: 8, seed })) {
      const server = await serve([{ status: world.status, headers: world.headers, body: world.body }]);
      for (const [index, each] of taken.entries()) {
        const fn = await loaded.fn(`case${index + 1}`);
        const came = await fn(world.inputs, to(server.url));
        const want = { outcome: outcomeOf(each, world) };
        expect(came, `seed ${seed}: ${JSON.stringify(each)} of ${JSON.stringify(world)}`).toEqual(want);
      }
    }
  } finally {
    loaded.remove();
  }
});

own.testTypes();
