import { expect, test } from "vitest";
import { Ending } from "../../templates/runtime/client/ending.js";

const never = new Promise<never>(() => undefined);

test("what was given up before it began does not begin", async () => {
  const ending = new Ending(60_000, AbortSignal.abort("enough"));
  await expect(ending.race(never)).rejects.toBe("enough");
  ending.close();
  expect(ending).toMatchObject({ isOver: true, isLate: false });
});

test("what is over by its time says so", async () => {
  const ending = new Ending(0, undefined);
  await expect(ending.race(never)).rejects.toMatchObject({ message: "no whole answer within 0 ms" });
  expect(ending).toMatchObject({ isOver: true, isLate: true });
});

test("nobody is called back who has what was waited for", async () => {
  const aborter = new AbortController();
  const ending = new Ending(60_000, aborter.signal);
  let calls = 0;
  ending.onEnd(() => (calls += 10))();
  ending.onEnd(() => (calls += 1));
  expect(await ending.race(Promise.resolve("here"))).toBe("here");
  aborter.abort();
  ending.close();
  expect(calls).toBe(1);
});
