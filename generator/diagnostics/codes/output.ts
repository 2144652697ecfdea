import { quoted } from "../quoted.js";
import { kind } from "./kind.js";

/** The folder that is written to. */
export const output = {
  outputOccupied: kind({
    code: "output-occupied",
    severity: "error",
    meaning:
      "Something that the generator did not write stands where it is to write: a file without its banner in the first line, a symbolic link, a folder in place of a file or a file in place of a folder. Nothing is written.",
    example: "generate --out src",
    wayOut: "Move it away if it is needed, remove it if not, or write to another folder: `--out DIR`.",
    found: (say, wayOut) => (path: string, problem: string) => say(`${quoted(path)} ${problem}`, wayOut),
  }),
};
