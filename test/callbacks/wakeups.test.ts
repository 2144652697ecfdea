import { expect, test } from "vitest";
import { createWakeups } from "../../templates/callbacks/index.js";

test("all who wait for a name are woken, and nobody else", () => {
  const woken: string[] = [];
  const { listen, wake } = createWakeups();
  const stop = listen("a", () => woken.push("first"));
  listen("a", () => woken.push("second"));
  listen("b", () => woken.push("other"));
  wake("a");
  stop();
  wake("a");
  expect(woken).toEqual(["first", "second", "second"]);
});

test("a wake-up that comes early is there for the next who waits, once", () => {
  const woken: string[] = [];
  const { listen, wake } = createWakeups();
  wake("a");
  wake("a");
  listen("a", () => woken.push("first"))();
  listen("a", () => woken.push("second"))();
  expect(woken).toEqual(["first"]);
});

test("of early ones, the oldest are forgotten", () => {
  const woken: string[] = [];
  const { listen, wake } = createWakeups({ remembered: 2 });
  // The first is the newest by then.
  for (const name of ["a", "b", "a", "c"]) wake(name);
  for (const name of ["a", "b", "c"]) listen(name, () => woken.push(name));
  expect(woken).toEqual(["a", "c"]);
});
