import type { CodeTable } from "./entry.js";

/** The folder that is written to. */
export const output = {
  "output-occupied": {
    severity: "error",
    meaning:
      "Something that the generator did not write stands where it is to write: a file without its banner in the first line, a symbolic link, a folder in place of a file or a file in place of a folder. Nothing is written.",
    example: "generate --out src",
    wayOut: "Write to a folder of its own with `--out DIR`, or move away what stands there.",
  },
} as const satisfies CodeTable;
