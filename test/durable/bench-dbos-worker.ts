// A process of its own: measures steps on DBOS.
import { DBOS } from "@dbos-inc/dbos-sdk";
import { onDbos } from "../../templates/engines/dbos.js";
import { answer, type Measured, STEPS, steps } from "./bench-steps.js";
import { measured } from "./bench-measure.js";

const run = DBOS.registerWorkflow(
  async (kind: Measured): Promise<number> => {
    if (kind !== "empty") return onDbos((runner) => steps(kind, { runner }));
    for (let step = 0; step < STEPS; step++) await DBOS.runStep(async () => answer, { name: `empty ${step}` });
    return STEPS;
  },
  { name: "steps" },
);
DBOS.setConfig({ name: "bench", systemDatabaseUrl: process.argv[2] ?? "", applicationVersion: "1", logLevel: "error" });
await DBOS.launch();
await measured(async (kind) => (await DBOS.startWorkflow(run)(kind)).getResult());
await DBOS.shutdown();
