import fc, { type Arbitrary } from "fast-check";
import { afterAll, expect, test } from "vitest";
import { compile } from "../support/compile.js";
import { GeneratedCode } from "./generated-code.js";
import { runGenerated } from "./generated-run.js";
import { arazzoOf, openapiOf } from "./graph-documents.js";
import { answer, errorBodies, graph } from "./graph-arbitraries.js";
import type { Answer, ErrorBodies, Graph } from "./graph.js";
import { interpret, type Trace, type World } from "./interpreter.js";
import { runsOf, seed, tell } from "./settings.js";

const runs = runsOf({ short: 10, long: 400 });

const code = new GeneratedCode();
afterAll(() => code.remove());

/** A workflow, and some scripts for the API that it meets. */
interface Case {
  readonly graph: Graph;
  readonly scripts: readonly (readonly Answer[])[];
}

interface Batch {
  readonly errors: ErrorBodies;
  readonly cases: readonly Case[];
}

const batch: Arbitrary<Batch> = errorBodies.chain((errors) => {
  const one = fc.record({
    graph: graph(errors),
    scripts: fc.array(fc.array(answer, { maxLength: 12 }), { minLength: 1, maxLength: 5 }),
  });
  return fc.record({ errors: fc.constant(errors), cases: fc.array(one, { minLength: 1, maxLength: 8 }) });
});

test("a generated function does what the specification says, request by request", { timeout: 3_600_000 }, async () => {
  await fc.assert(fc.asyncProperty(batch, holdsFor), { numRuns: runs, seed });
  tell(`seed ${seed}: ${graphCount} workflows, ${runCount} runs, ${requestCount} requests and waits`);
});

let graphCount = 0;
let runCount = 0;
let requestCount = 0;

async function holdsFor({ errors, cases }: Batch): Promise<void> {
  const graphs = cases.map((each) => each.graph);
  const given = { arazzo: arazzoOf(graphs), openapi: openapiOf(errors) };
  const { findings, workflow } = await compile(given);
  const refusals = findings.filter((finding) => / error /.test(finding));
  if (refusals.length > 0) throw new Error(["refused:", ...refusals, given.arazzo].join("\n"));
  for (const [index, each] of cases.entries()) {
    const { text, fn } = workflow(`workflow-${index + 1}`);
    const generated = await code.load(text);
    graphCount += 1;
    for (const answers of each.scripts) {
      const world: World = { errors, answers, mostRequests: 30, pollInterval: 5_000 };
      const want = interpret(each.graph, world);
      runCount += 1;
      requestCount += want.events.length;
      const have = comparable(await runGenerated(generated, world), want);
      if (JSON.stringify(have) === JSON.stringify(want)) continue;
      const shown = [arazzoOf([each.graph]), fn, `with the answers ${JSON.stringify(answers)}`].join("\n");
      expect(have, shown).toEqual(want);
    }
  }
}

/** A function with one ending does not name it. */
function comparable({ events, end }: Trace, want: Trace): Trace {
  if (end.kind !== "ended" || end.outcome !== undefined || want.end.kind !== "ended") return { events, end };
  return { events, end: { ...end, outcome: want.end.outcome } };
}
