import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const page = readFileSync(join(root, "docs/durable.md"), "utf8");

/** The sections of the page that show code, by their titles, and the code of each. */
export const samples: ReadonlyMap<string, string> = new Map(
  page.split(/^## /m).flatMap((section) => {
    const codes = [...section.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code = ""]) => code);
    return codes.length === 0 ? [] : [[section.slice(0, section.indexOf("\n")), codes.join("\n")]];
  }),
);

/**
 * What the compiler has to say of the code of sections: nothing, if an app could do the same.
 * @param options Those of the compiler that differ
 * @param packages The folder whose packages it is to find
 */
export async function complaints(titles: readonly string[], options: object = {}, packages = "."): Promise<string> {
  const cache = join(root, packages, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "page-"));
  try {
    const toRoot = `${relative(folder, root)}/`;
    const compilerOptions = {
      paths: {
        "twilio-workflows": [`${toRoot}generated/index.ts`],
        "twilio-workflows/checkpoints": [`${toRoot}templates/checkpoints/index.ts`],
        "twilio-workflows/*": [`${toRoot}templates/*.ts`],
      },
      ...options,
    };
    const config = { extends: `${toRoot}tsconfig.json`, compilerOptions, include: ["."], exclude: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    for (const title of titles) {
      const section = join(folder, title.replaceAll(/\W+/g, "-"));
      mkdirSync(section);
      // Some of the code says which file it is in.
      for (const [index, code] of (samples.get(title) ?? "").split(/^(?=\/\/ [\w-]+\.ts$)/m).entries()) {
        writeFileSync(join(section, `${/^\/\/ ([\w-]+)\.ts$/m.exec(code)?.[1] ?? `app-${index}`}.ts`), code);
      }
    }
    const compiler = join(root, "node_modules/typescript7/bin/tsc");
    return await promisify(execFile)(process.execPath, [compiler, "--noEmit", "-p", folder]).then(
      ({ stdout }) => stdout,
      ({ stdout }: { readonly stdout: string }) => stdout || "the compiler failed",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
