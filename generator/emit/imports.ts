import { runtimeFiles, runtimeTypeFiles, type RuntimeName, type RuntimeTypeName } from "../ir/runtime-files.js";
import { Code } from "./code.js";

/** One import declaration, names in order. */
export interface ImportLine {
  readonly from: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** A file of the runtime that is another one for Twilio, by its path below the output folder. */
export function runtimeFile(name: "index" | "caller", callsTwilio: boolean): string {
  return callsTwilio ? `runtime/twilio/${name}` : `runtime/${name}`;
}

/** Collects what a file uses, so that an import stands there exactly where something needs it. */
export class Imports {
  readonly #own: string | undefined;
  readonly #runtime: string;
  readonly #values = new Map<string, Set<string>>();
  readonly #types = new Map<string, Set<string>>();

  /**
   * @param own The workflow whose file it is
   * @param callsTwilio It takes from Twilio's part of the runtime what that has in place of the rest
   */
  constructor(own?: string, callsTwilio = false) {
    this.#own = own;
    this.#runtime = runtimeFile("index", callsTwilio);
  }

  runtime(name: RuntimeName): Code {
    return note(this.#values, `../${this.#fileOf(runtimeFiles[name])}.js`, name);
  }

  runtimeType(name: RuntimeTypeName): Code {
    return note(this.#types, `../${this.#fileOf(runtimeTypeFiles[name])}.js`, name);
  }

  /** A type of the file `apis/<file>.ts`. */
  apiType(file: string, name: string): Code {
    return note(this.#types, `../apis/${file}.js`, name);
  }

  /** The function of another workflow. */
  workflow(file: string, name: string): Code {
    return note(this.#values, `./${file}.js`, name);
  }

  /** A type of the file of another workflow. */
  workflowType(file: string, name: string): Code {
    return file === this.#own ? Code.identifier(name) : note(this.#types, `./${file}.js`, name);
  }

  #fileOf(file: string): string {
    return file === "index" ? this.#runtime : `runtime/${file}`;
  }

  lines(): readonly ImportLine[] {
    const files = [...new Set([...this.#types.keys(), ...this.#values.keys()])].sort();
    return files.map((from) => ({
      from,
      values: sorted(this.#values.get(from)),
      types: sorted(this.#types.get(from)),
    }));
  }
}

function note(names: Map<string, Set<string>>, from: string, name: string): Code {
  const known = names.get(from) ?? new Set();
  names.set(from, known.add(name));
  return Code.identifier(name);
}

function sorted(names: ReadonlySet<string> | undefined): readonly string[] {
  return [...(names ?? [])].sort();
}
