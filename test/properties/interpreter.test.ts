import fc, { type Arbitrary } from "fast-check";
import { afterAll, expect, test } from "vitest";
import { compile } from "../support/compile.js";
import { GeneratedCode } from "./generated-code.js";
import { runGenerated } from "./generated-run.js";
import { arazzoOf, openapiOf, type Sloppiness } from "./graph-documents.js";
import { answer, errorBodies, graphs } from "./graph-arbitraries.js";
import { workflowId, type Answer, type ErrorBodies, type Graph } from "./graph.js";
import { interpret, type Trace, type World } from "./interpreter.js";
import { patience, runsOf, seed, tell } from "./settings.js";

const runs = runsOf({ short: 10, long: 400 });

const code = new GeneratedCode();
afterAll(() => code.remove());

/** As many workflows as one document has. */
const most = 8;

/** Workflows, and for each of them some scripts for the API that it meets. */
interface Batch {
  readonly sloppiness: Sloppiness;
  readonly errors: ErrorBodies;
  readonly graphs: readonly Graph[];
  readonly scripts: readonly (readonly (readonly Answer[])[])[];
}

const batch: Arbitrary<Batch> = errorBodies.chain((errors) => {
  const scripts = fc.array(fc.array(answer, { maxLength: 12 }), { minLength: 1, maxLength: 5 });
  return fc.record({
    sloppiness: fc.record({ textInputs: fc.boolean(), undocumented: fc.boolean(), loose: fc.boolean() }),
    errors: fc.constant(errors),
    graphs: graphs(errors, most),
    scripts: fc.array(scripts, { minLength: most, maxLength: most }),
  });
});

test("a generated function does what the specification says, request by request", { timeout: 3_600_000 }, async () => {
  await fc.assert(fc.asyncProperty(batch, holdsFor), {
    numRuns: runs,
    seed,
    endOnFailure: patience === 0,
  });
  tell(`seed ${seed}: ${graphCount} workflows, ${runCount} runs, ${requestCount} requests and waits`);
});

let graphCount = 0;
let runCount = 0;
let requestCount = 0;

async function holdsFor({ sloppiness, errors, graphs, scripts }: Batch): Promise<void> {
  const given = { arazzo: arazzoOf(graphs, sloppiness), openapi: openapiOf(errors, sloppiness), assume: true };
  const { findings, workflow } = await compile(given);
  const refusals = findings.filter((finding) => / error /.test(finding));
  if (refusals.length > 0) throw new Error(["refused:", ...refusals, given.arazzo].join("\n"));
  const folder = code.folder();
  for (const index of graphs.keys()) folder.write(workflowId(index), workflow(workflowId(index)).text);
  for (const index of graphs.keys()) {
    const generated = await folder.load(workflowId(index));
    graphCount += 1;
    for (const answers of scripts[index] ?? []) {
      const world: World = { errors, answers, mostRequests: 30, pollInterval: 5_000 };
      const want = interpret(graphs, index, world);
      runCount += 1;
      requestCount += want.events.length;
      const have = comparable(await runGenerated(generated, world), want, graphs);
      if (JSON.stringify(have) === JSON.stringify(want)) continue;
      const { fn } = workflow(workflowId(index));
      const shown = [given.arazzo, fn, `with the answers ${JSON.stringify(answers)}`].join("\n");
      expect(have, shown).toEqual(want);
    }
  }
}

/**
 * A function with one ending does not name it, nor does one that goes on in another that has only one. An ending under
 * `note == null` does not hand out the note, which is null or missing: those who read it are told the same by both,
 * since no condition on an output tells them apart. Where nothing asks for null, each output has to be there.
 */
function comparable({ events, end }: Trace, { end: want }: Trace, graphs: readonly Graph[]): Trace {
  if (end.kind !== "ended" || want.kind !== "ended") return { events, end };
  const isOneOf = end.outcomes.every((outcome) => want.outcomes.includes(outcome));
  const isAsked = JSON.stringify(graphs).includes('"value":null');
  const nulls = Object.entries(want.outputs).filter(([name, value]) => isAsked && isNote(name) && value === null);
  const outputs = { ...Object.fromEntries(nulls), ...end.outputs };
  return { events, end: { ...end, outputs, outcomes: isOneOf ? want.outcomes : end.outcomes } };
}

function isNote(name: string): boolean {
  return name.endsWith("-note");
}
