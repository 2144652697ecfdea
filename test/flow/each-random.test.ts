import { test } from "vitest";
import { holdsForLists, makers } from "../properties/lists.js";
import { Compiler } from "../support/compiler.js";
import { Running } from "./support/running.js";

test("lists are done side by side as they are one after the other, whatever fails", async () => {
  await holdsForLists(await new Running(new Compiler()).load(makers), 10);
});
