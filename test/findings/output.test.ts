import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { kindGroups } from "../../generator/diagnostics.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { findingsOfWriting, generated } from "../support/output.js";
import { dedent } from "../support/yaml.js";

// No document is at fault here, so that there are no frames.

test("output-occupied", () => {
  const folder = makeFolder({ "src/index.ts": "export const mine = 1;\n", "src/runtime": "mine" });
  onTestFinished(() => removeFolder(folder));
  const files = new Map(["index.ts", "runtime/client.ts"].map((name) => [name, generated(name)]));

  expect(findingsOfWriting(join(folder, "src"), files, folder)).toBe(
    dedent(`
      error output-occupied: \`src/index.ts\` was not written by twilio-workflows, and is not replaced
        hint: Move it away if it is needed, remove it if not, or write to another folder: \`--out DIR\`.

      error output-occupied: \`src/runtime\` is a file, and a folder of this name is needed
        hint: Move it away if it is needed, remove it if not, or write to another folder: \`--out DIR\`.

      2 errors
    `),
  );
});

test("every code of the group is shown", () => {
  expect(kindGroups.output.map(({ code }) => code)).toEqual(["output-occupied"]);
});
