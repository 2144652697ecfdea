import fc from "fast-check";
import { expect } from "vitest";
import type { Checkpoint } from "../../templates/runtime/index.js";
import type { Received, Reply } from "../runtime/support/server.js";
import type { Call, Ran } from "../flow/support/running.js";
import { yaml } from "../support/yaml.js";
import { seed } from "./settings.js";

/** How many elements at a time the functions do. */
const widths = [1, 2, 3, 8] as const;
const ways = ["stop", "collect"] as const;

/** A workflow for each width and each way to fail, that makes a thing of each name. */
export const makers = yaml`
  workflows:
  ${widths
    .flatMap((width) => ways.map((way) => makerOf(width, way)))
    .join("\n")
    .replaceAll("\n", "\n  ")}
`;

function makerOf(width: number, way: string): string {
  return `- workflowId: make-${way}-${width}
  inputs: { type: object, required: [names], properties: { names: { type: array, items: { type: string } } } }
  steps:
  - stepId: make
    operationId: make
    x-each: { in: $inputs.names, as: name, concurrency: ${width}, onFailure: ${way} }
    requestBody: { contentType: application/json, payload: { name: $each.name, note: "{$each.index}" } }
    onFailure: [{ name: busy, type: retry, retryLimit: 2, criteria: [{ condition: $statusCode == 503 }] }]
    outputs: { id: $response.body#/id }
  outputs: { all: $steps.make.outputs }`;
}

/** What becomes of one element: it is refused, or done after so many times that the API is busy. */
interface Fate {
  readonly name: string;
  readonly busy: number;
  readonly refused: boolean;
}

const fates = fc.array(
  fc.record({
    name: fc.string({ maxLength: 5 }),
    busy: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 3 })),
    refused: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, fc.constant(true)),
  }),
  { maxLength: 12 },
);

/**
 * Whatever is done side by side, the same is sent as one after the other, and the same comes of it; where an element ends
 * the run, one that resumes does what is left, and nothing twice.
 */
export async function holdsForLists(call: (call: Call) => Promise<Ran>, numRuns: number): Promise<void> {
  const property = fc.asyncProperty(fates, fc.constantFrom(...widths.slice(1)), async (given, width) => {
    const names = given.map(({ name }) => name);
    const collected = await Promise.all(
      [1, width].map((each) => call({ fn: `makeCollect${each}`, input: { names }, replies: repliesTo(given) })),
    );
    const [alone, beside] = collected.map((ran) => [ran.sent.toSorted(), outcomeOf(ran)]);
    expect(beside).toEqual(alone);

    const isLost = ({ busy, refused }: Fate): boolean => refused || busy > 2;
    const healthy = repliesTo(given.map((fate) => ({ ...fate, busy: 0, refused: false })));
    for (const each of [1, width]) {
      const fn = `makeStop${each}`;
      const ran = await call({ fn, input: { names }, replies: repliesTo(given) });
      expect(ran.error !== undefined).toBe(given.some(isLost));
      // What was answered with 503 may have been made; this API has not done so.
      const rest =
        ran.error === undefined
          ? { ...ran, sent: [] }
          : await call({
              fn,
              input: { names },
              replies: healthy,
              options: { resume: checkpointOf(ran), resend: ["make"] },
            });
      if (rest.error !== undefined) throw rest.error;
      expect(rest.result).toEqual({ all: names.map((name, index) => ({ id: `${name} ${index}` })) });
      // What has been made is not made again.
      const doneBefore = given.flatMap((fate, index) =>
        isLost(fate) || ran.sent.filter((one) => one.includes(`"note":"${index}"`)).length <= fate.busy ? [] : [index],
      );
      expect(doneBefore.filter((index) => rest.sent.some((one) => one.includes(`"note":"${index}"`)))).toEqual([]);
    }
  });
  await fc.assert(property, { numRuns, seed });
}

function repliesTo(given: readonly Fate[]): (request: Received) => Reply {
  const times = new Map<string, number>();
  return ({ body }) => {
    const { name, note } = JSON.parse(body);
    const count = times.get(note) ?? 0;
    times.set(note, count + 1);
    const { busy = 0, refused = false } = given[Number(note)] ?? {};
    if (count < busy) return { status: 503, body: {} };
    return refused
      ? { status: 409, body: { reason: "there" } }
      : { status: 201, body: { id: `${name} ${note}`, state: "new" } };
  };
}

/** What errors say of the run that they end, and not of the element. */
const ofOneRun: ReadonlySet<string> = new Set(["checkpoint", "message", "url", "workflowId"]);

/** What came of a run, its errors by what tells them apart. */
function outcomeOf({ result, error }: Ran): unknown {
  if (error !== undefined) throw error;
  return JSON.parse(JSON.stringify(result), (key, value: unknown) => (ofOneRun.has(key) ? undefined : value));
}

function checkpointOf({ error }: Ran): Checkpoint {
  if (typeof error !== "object" || error === null || !("checkpoint" in error)) throw error;
  return JSON.parse(JSON.stringify(error.checkpoint));
}
