import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { makeFolder, removeFolder } from "../support/folder.js";
import type { AnyWorkflow } from "../support/load.js";

/** Generated files that stand beside each other. */
export interface GeneratedFolder {
  write(workflowId: string, text: string): void;
  /** The only function that a file exports. */
  load(workflowId: string): Promise<AnyWorkflow>;
}

/** Generated functions, run without a compiler's judgement beside one runtime that serves them all. */
export class GeneratedCode {
  readonly #folder = makeFolder({ "package.json": JSON.stringify({ type: "module" }) });
  #folders = 0;

  constructor() {
    symlinkSync(resolve("node_modules"), join(this.#folder, "node_modules"), "dir");
    const runtime = resolve("templates/runtime");
    for (const name of readdirSync(runtime, { recursive: true, encoding: "utf8" })) {
      if (name.endsWith(".ts")) this.#write(join("runtime", name), readFileSync(join(runtime, name), "utf8"));
    }
  }

  /** A folder for the files of one document, which may import each other. */
  folder(): GeneratedFolder {
    this.#folders += 1;
    const name = `workflows-${this.#folders}`;
    return {
      write: (workflowId, text) => this.#write(join(name, `${workflowId}.ts`), text),
      load: (workflowId) => this.#load(join(name, `${workflowId}.js`)),
    };
  }

  async #load(file: string): Promise<AnyWorkflow> {
    const { href } = pathToFileURL(join(this.#folder, file));
    const exports: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ href);
    const found = Object.values(exports).find((value) => typeof value === "function");
    if (found === undefined) throw new TypeError(`no function is exported by ${file}`);
    return (input, options) => found(input, options);
  }

  remove(): void {
    removeFolder(this.#folder);
  }

  #write(name: string, text: string): void {
    const file = join(this.#folder, name.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(file), { recursive: true });
    const compilerOptions = {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    };
    writeFileSync(file, ts.transpileModule(text, { compilerOptions }).outputText);
  }
}
