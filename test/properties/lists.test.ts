import { test } from "vitest";
import { Running } from "../flow/support/running.js";
import { Compiler } from "../support/compiler.js";
import { holdsForLists, makers } from "./lists.js";
import { runsOf } from "./settings.js";

test("lists are done side by side as they are one after the other", { timeout: 600_000 }, async () => {
  await holdsForLists(await new Running(new Compiler()).load(makers), runsOf({ short: 100, long: 1_000 }));
});
