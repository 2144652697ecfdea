import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { makeFolder, removeFolder } from "../support/folder.js";
import type { AnyWorkflow } from "../support/load.js";

/** Generated functions, run without a compiler's judgement beside one runtime that serves them all. */
export class GeneratedCode {
  readonly #folder = makeFolder({ "package.json": JSON.stringify({ type: "module" }) });
  #count = 0;

  constructor() {
    symlinkSync(resolve("node_modules"), join(this.#folder, "node_modules"), "dir");
    const runtime = resolve("templates/runtime");
    for (const name of readdirSync(runtime, { recursive: true, encoding: "utf8" })) {
      if (name.endsWith(".ts")) this.#write(join("runtime", name), readFileSync(join(runtime, name), "utf8"));
    }
  }

  /** The only function that a generated file exports. */
  async load(text: string): Promise<AnyWorkflow> {
    this.#count += 1;
    const file = this.#write(join("workflows", `workflow-${this.#count}.ts`), text);
    const exports: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ pathToFileURL(file).href);
    const found = Object.values(exports).find((value) => typeof value === "function");
    if (found === undefined) throw new TypeError(`no function is exported by\n${text}`);
    return (input, options) => found(input, options);
  }

  remove(): void {
    removeFolder(this.#folder);
  }

  #write(name: string, text: string): string {
    const file = join(this.#folder, name.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(file), { recursive: true });
    const compilerOptions = {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    };
    writeFileSync(file, ts.transpileModule(text, { compilerOptions }).outputText);
    return file;
  }
}
