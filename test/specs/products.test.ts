import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { entryFiles } from "../../specs/update/products.js";

const products = [...entryFiles()];

interface Package {
  readonly exports: Readonly<Record<string, unknown>>;
}

test.each(products)("%s has its entry file, as its workflows make it, and its export", (product, text) => {
  const { exports }: Package = JSON.parse(readFileSync("package.json", "utf8"));

  expect(readFileSync(`specs/products/${product}.ts`, "utf8")).toBe(text);
  expect(exports[`./${product}`]).toEqual({
    types: `./dist/specs/products/${product}.d.ts`,
    default: `./dist/specs/products/${product}.js`,
  });
});

test.each(products)("an app that imports one function of %s bundles nothing of the others", async (product, text) => {
  const [, workflowId = ""] = /workflows\/([\w-]+)\.js/.exec(text) ?? [];
  const name = workflowId.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const { metafile } = await build({
    stdin: { contents: `import { ${name} } from "./specs/products/${product}.js"; ${name}({});`, resolveDir: "." },
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    external: ["node:*"],
    logLevel: "silent",
  });

  const bundled = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {});
  const workflows = bundled.filter(([path, { bytesInOutput }]) => path.includes("/workflows/") && bytesInOutput > 0);
  expect(workflows.map(([path]) => path)).toEqual([`generated/workflows/${workflowId}.ts`]);
});
