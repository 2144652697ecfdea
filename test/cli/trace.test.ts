import { expect, test } from "vitest";
import type { FunctionIr } from "../../generator/plan/index.js";
import { Trace } from "../../generator/commands/trace.js";

/** What a trace writes, without the times. */
function traced(act: (trace: Trace) => void): string {
  const written: string[] = [];
  act(new Trace({ write: (text) => written.push(text.replaceAll(/ +\d+\.\d ms/g, " TIME")) }));
  return written.join("");
}

function going(...steps: readonly string[]): FunctionIr {
  return { reads: new Map(), body: steps.map((stepId) => ({ kind: "goto", local: "next", stepId })) };
}

test("a function is shown before the first pass, and after each", () => {
  const [lowered, shorter, same] = [going("a", "b"), going("b"), going("b")];

  expect(
    traced(({ onPass }) => {
      onPass("shorten", "one", lowered, shorter);
      onPass("leave", "one", shorter, same);
      onPass("shorten", "two", going("c"), going("d"));
    }),
  ).toBe(`== one before shorten
goto a
goto b

== one after shorten, TIME
goto b

== one after leave, TIME
(nothing that is shown changed)

== two before shorten
goto c

== two after shorten, TIME
goto d

`);
});

test("what stands in a document does nothing to the terminal", () => {
  expect(traced(({ onPass }) => onPass("leave", "one", going("\u001b[2J"), going("\u202e")))).toContain(
    "\ngoto ␛[2J\n\n== one after leave, TIME\ngoto <U+202E>\n",
  );
});

test("passes are among the stages, with all that they were run on", () => {
  const text = traced((trace) => {
    trace.onStage("read", 1, "documents");
    trace.onPass("leave", "one", going("a"), going("a"));
    trace.onPass("leave", "two", going("b", "c"), going("b", "c"));
    trace.finish();
  });

  expect(text.slice(text.indexOf("stage ")).replaceAll(/ +/g, " ")).toBe(`stage time runs on
read TIME 1 1 document
leave TIME 2 3 lines
(after that) TIME

`);
});
