import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const files = readdirSync("generated", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

test.each(["dbos", "restate", "temporal", "inngest", "cloudflare", "\\baws\\b", "lambda"])(
  "what is generated knows nothing of %s",
  (engine) => {
    expect(files.length).toBeGreaterThan(50);
    const word = new RegExp(engine, "i");
    expect(files.filter((name) => word.test(readFileSync(join("generated", name), "utf8")))).toEqual([]);
  },
);
