import type * as TypeScript from "typescript";
import { loadPackage } from "../load-package.js";
import { moduleBeside } from "./beside.js";

/** A function of a workflow, as it is called. */
export type WorkflowFunction = (...given: readonly unknown[]) => Promise<unknown>;

/** Where the package has what functions import from it. */
const runtimes: Readonly<Record<string, string>> = {
  "twilio-workflows/runtime": "templates/package/index",
  "twilio-workflows/runtime/caller": "templates/runtime/caller",
  "twilio-workflows/runtime/jsonpath": "templates/package/jsonpath",
  "twilio-workflows/runtime/twilio": "templates/package/twilio",
  "twilio-workflows/runtime/twilio/caller": "templates/runtime/twilio/caller",
};

/**
 * Loads functions that were just written, without a file: each module is its own address. What they run on is the runtime
 * of this package.
 */
export class Loader {
  readonly #textOf: (path: string) => string | undefined;
  readonly #urls = new Map<string, string>();

  /** @param textOf Gives a module by its path, written for `--runtime package`. It is asked for each once, when it is needed */
  constructor(textOf: (path: string) => string | undefined) {
    this.#textOf = textOf;
  }

  /** @param path That of a module, such as `workflows/send-message.ts` */
  async load(path: string, functionName: string): Promise<WorkflowFunction> {
    const loaded: unknown = await import(this.#urlOf(path));
    const found: unknown = Reflect.get(Object(loaded), functionName);
    if (!isFunction(found)) throw new Error(`${path} has no function ${functionName}`);
    return found;
  }

  #urlOf(path: string): string {
    const known = this.#urls.get(path);
    if (known !== undefined) return known;
    const text = this.#textOf(path);
    if (text === undefined) throw new Error(`there is no module ${path}`);
    const url = `data:text/javascript,${encodeURIComponent(this.#javaScriptOf(text))}`;
    this.#urls.set(path, url);
    return url;
  }

  #javaScriptOf(text: string): string {
    const ts: typeof TypeScript = loadPackage("typescript");
    const { ModuleKind, ScriptTarget } = ts;
    const options = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022, verbatimModuleSyntax: true };
    const { outputText } = ts.transpileModule(text, { compilerOptions: options });
    return outputText.replace(
      /^(import [^;]* from )"([^"]+)";$/gm,
      (_, names: string, from: string) => `${names}${JSON.stringify(this.#addressOf(from))};`,
    );
  }

  /** Workflows call each other in one direction only. */
  #addressOf(from: string): string {
    const [, name] = /^\.\/([^/]+)\.js$/.exec(from) ?? [];
    if (name !== undefined) return this.#urlOf(`workflows/${name}.ts`);
    const path = runtimes[from];
    if (path === undefined) throw new Error(`there is no module ${from}`);
    return moduleBeside(path).href;
  }
}

function isFunction(value: unknown): value is WorkflowFunction {
  return typeof value === "function";
}
