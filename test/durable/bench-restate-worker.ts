// A process of its own: serves steps to Restate.
import * as restate from "@restatedev/restate-sdk";
import { onRestate } from "../../templates/engines/restate.js";
import { answer, type Measured, STEPS, steps } from "./bench-steps.js";

const bench = restate.service({
  name: "bench",
  handlers: {
    run: async (ctx: restate.Context, kind: Measured): Promise<number> => {
      if (kind !== "empty") return onRestate(ctx, (runner) => steps(kind, { runner }));
      for (let step = 0; step < STEPS; step++) await ctx.run(`empty ${step}`, async () => answer);
      return STEPS;
    },
  },
});
await restate.serve({ services: [bench], port: Number(process.argv[2]) });
process.stdout.write("ready\n");
