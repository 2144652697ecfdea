import { quoted } from "../quoted.js";
import { error } from "./kind.js";

/** The folder that is written to. */
export const output = {
  outputOccupied: error("output-occupied", {
    meaning:
      "Something that the generator did not write stands where it is to write: a file without its banner in the first line, a symbolic link, a folder in place of a file or a file in place of a folder. Nothing is written.",
    example: "generate --out src",
    wayOut: "Move it away if it is needed, remove it if not, or write to another folder: `--out DIR`.",
    found: (path: string, problem: string) => `${quoted(path)} ${problem}`,
  }),
};
