import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { kindGroups } from "../../generator/diagnostics.js";
import { framesOf } from "../support/frames.js";
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

test("workflow-left-out", async () => {
  const text = await framesOf({
    code: "workflow-left-out",
    keepGoing: true,
    arazzo: `
      workflows:
      - workflowId: pay-order
        steps: [{ stepId: pay, operationId: payOrder }]
      - workflowId: order-and-pay
        steps: [{ stepId: pay, workflowId: pay-order }]
    `,
    want: "",
  });
  expect(text.replace(/^[^]*?\n\n/, "")).toBe(
    dedent(`
      arazzo.yaml:2:15: warning workflow-left-out: 'pay-order' is left out: it does not compile
        1 | workflows:
      > 2 | - workflowId: pay-order
          |               ^^^^^^^^^
        3 |   steps: [{ stepId: pay, operationId: payOrder }]
        4 | - workflowId: order-and-pay
        hint: Correct what the errors of this run are about, here or in what the workflow uses.

      arazzo.yaml:4:15: warning workflow-left-out: 'order-and-pay' is left out: it needs 'pay-order', which is left out
        2 | - workflowId: pay-order
        3 |   steps: [{ stepId: pay, operationId: payOrder }]
      > 4 | - workflowId: order-and-pay
          |               ^^^^^^^^^^^^^
        5 |   steps: [{ stepId: pay, workflowId: pay-order }]
        6 | arazzo: 1.0.1

      1 error, 2 warnings
    `),
  );
});

test("every code of the group is shown", () => {
  expect(kindGroups.output.map(({ code }) => code)).toEqual(["workflow-left-out", "output-occupied"]);
});
