import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { largeApi, workflowsOver } from "../large-api.js";
import { longShapes, longWorkflow, type LongShape } from "../long-workflow.js";
import { type Cost, median, run } from "../measure.js";
import { cli, emptied, type Extent } from "../place.js";
import type { Line } from "../table.js";

/** What a run costs as one workflow grows in steps, and as workflows over one large document grow in number. */
export function growth({ nodes, isQuick }: Extent): readonly Line[] {
  const [node = process.execPath] = nodes.values();
  const rounds = isQuick ? 1 : 3;
  const shapes: readonly LongShape[] = isQuick ? ["line"] : longShapes;
  const long = shapes.flatMap((shape) => {
    const [few, many] = [100, 900].map((steps) => cpuOf(node, rounds, ofSteps(shape, steps)));
    const [ofFew, ofMany] = [Number(few) / 100, Number(many) / 900];
    return [
      { what: `900 steps in one workflow (${shape}), processor`, ours: Number(many) / 1_000, unit: "s", goal: 8 },
      {
        what: `a step of 900 (${shape}), processor`,
        ours: ofMany,
        unit: "ms",
        beside: { name: "a step of 100", value: ofFew, ratio: ofMany / ofFew },
        goal: 2,
      },
    ] satisfies Line[];
  });
  const [few, many] = [10, 1_000].map((count) => cpuOf(node, 1, ofWorkflows(count)));
  const [ofFew, ofMany] = [Number(few) / 10, Number(many) / 1_000];
  return [
    ...long,
    { what: "1,000 workflows over 1,000 operations, processor", ours: Number(many) / 1_000, unit: "s", goal: 20 },
    {
      what: "a workflow of 1,000, processor",
      ours: ofMany,
      unit: "ms",
      beside: { name: "a workflow of 10", value: ofFew, ratio: ofMany / ofFew },
      goal: 1,
    },
  ];
}

function cpuOf(node: string, rounds: number, files: readonly string[]): number {
  const generate = (): Cost => {
    const out = emptied("growth-out");
    return run({ name: "generate", node, args: [cli, "generate", ...files, "--out", out] });
  };
  return median(Array.from({ length: rounds }, () => generate().cpu));
}

function ofSteps(shape: LongShape, steps: number): readonly string[] {
  const folder = emptied("growth");
  writeFileSync(join(folder, "api.json"), largeApi(20));
  writeFileSync(join(folder, "long.json"), longWorkflow(shape, steps, 20));
  return [join(folder, "long.json")];
}

function ofWorkflows(count: number): readonly string[] {
  const folder = emptied("growth");
  writeFileSync(join(folder, "api.json"), largeApi(1_000));
  return workflowsOver(1_000, count).map((text, index) => {
    const file = join(folder, `workflow-${index}.json`);
    writeFileSync(file, text);
    return file;
  });
}
