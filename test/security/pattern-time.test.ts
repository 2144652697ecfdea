import { expect, test } from "vitest";
import { compile } from "../support/compile.js";
import { arazzoOf, openapiOf } from "./documents.js";
import { hardPattern } from "./hard-pattern.js";

test("a hundred patterns that are hard to judge share ten seconds", { timeout: 120_000 }, async () => {
  const successCriteria = Array.from({ length: 100 }, (_, index) => ({
    context: "$response.body",
    type: "regex",
    condition: hardPattern(index),
  }));
  const arazzo = JSON.stringify(arazzoOf({ step: { successCriteria } }));
  const { findings } = await compile({ arazzo, openapi: JSON.stringify(openapiOf({ body: {} })) });
  const slow = findings.filter((line) => line.includes("slow-pattern"));
  expect(slow).toHaveLength(100);
  expect(slow[99]).toContain(
    "cannot be shown to end soon: looking at the patterns before it took the 10 s there are for all",
  );
});
