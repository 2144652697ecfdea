import { expectTypeOf, test } from "vitest";
import type { RunProgress } from "../../generator/commands/run-progress.js";
import type { StepEvent } from "../../templates/runtime/caller.js";

// The generator imports nothing of the runtime, so that it says itself what it reads of its events.
test("what is shown of a run takes every event that the runtime tells", () => {
  expectTypeOf<StepEvent>().toExtend<Parameters<RunProgress["onStep"]>[0]>();
});
