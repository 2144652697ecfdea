import { quoted } from "../quoted.js";
import { error, warning } from "./kind.js";

/** What is written, and the folder that it is written to. */
export const output = {
  workflowLeftOut: warning("workflow-left-out", {
    meaning:
      "With `--keep-going`, a workflow that does not compile is left out of what is written, and so are those that call it, go to it or depend on it.",
    example: "steps: [{ stepId: pay, workflowId: pay-order }]",
    wayOut: "Correct what the errors of this run are about, here or in what the workflow uses.",
    found: {
      itself: (workflowId: string) => [
        `${quoted(workflowId)} is left out: it does not compile`,
        "Correct what the errors of this run are about, here or in what the workflow uses.",
      ],
      needing: (workflowId: string, other: string) =>
        `${quoted(workflowId)} is left out: it needs ${quoted(other)}, which is left out`,
    },
    shown: (words) => words.needing("order-and-pay", "pay-order"),
  }),
  outputOccupied: error("output-occupied", {
    meaning:
      "Something that the generator did not write stands where it is to write: a file without its banner in the first line, a symbolic link, a folder in place of a file or a file in place of a folder. Nothing is written.",
    example: "generate --out src",
    wayOut: "Move it away if it is needed, remove it if not, or write to another folder: `--out DIR`.",
    found: (path: string, problem: string) => `${quoted(path)} ${problem}`,
  }),
};
