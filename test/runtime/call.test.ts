import { expect, test } from "vitest";
import { type Effect, effectOf, type Failure, type Outcome, outcomeOf } from "../../templates/runtime/answers/call.js";

test.each<[method: string, want: Effect]>([
  ["GET", "safe"],
  ["HEAD", "safe"],
  ["PUT", "idempotent"],
  ["DELETE", "idempotent"],
  ["POST", "unsafe"],
  ["PATCH", "unsafe"],
])("a %s is %s", (method, want) => {
  expect(effectOf(method)).toBe(want);
});

test.each<[effect: Effect, status: number, failure: Failure["reason"] | undefined, want: Outcome]>([
  ["unsafe", 200, undefined, "done"],
  ["unsafe", 299, undefined, "done"],
  ["unsafe", 300, undefined, "not-done"],
  ["unsafe", 400, undefined, "not-done"],
  ["unsafe", 499, undefined, "not-done"],
  ["unsafe", 500, undefined, "unknown"],
  ["idempotent", 503, undefined, "unknown"],
  ["safe", 500, undefined, "not-done"],
  ["safe", 200, undefined, "not-done"],
  ["unsafe", 0, "lost", "unknown"],
  ["unsafe", 0, "timeout", "unknown"],
  ["unsafe", 0, "not-sent", "not-done"],
  ["unsafe", 0, "credentials", "not-done"],
  ["unsafe", 201, "lost", "done"],
  ["unsafe", 201, "too-large", "done"],
  ["unsafe", 400, "lost", "not-done"],
  ["safe", 0, "lost", "not-done"],
])("%s, answered %i, failure %s: %s", (effect, status, reason, want) => {
  const failure = reason && { reason, message: "" };
  expect(outcomeOf(effect, { status, headers: {}, body: "", failure })).toBe(want);
});
