import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { mutated } from "./mutate.js";
import { Random } from "./random.js";

/** What the documents of one run are called, and hold. */
export interface Mutant {
  readonly arazzo: string;
  readonly overlays: readonly string[];
  /** By path, as the documents name one another. */
  readonly files: ReadonlyMap<string, string>;
}

const specs = ["arazzo", "openapi", "overlays"] as const;

function read(kind: (typeof specs)[number]): ReadonlyMap<string, string> {
  const folder = join("specs", kind);
  return new Map(readdirSync(folder).map((name) => [join(kind, name), readFileSync(join(folder, name), "utf8")]));
}

const [workflows, apis, overlays] = [read("arazzo"), read("openapi"), read("overlays")];

/** The documents of one workflow, one of them with something changed: the same for the same numbers. */
export function mutantOf(seed: number, index: number): Mutant {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca77));
  const arazzo = random.pick([...workflows.keys()]);
  const text = workflows.get(arazzo) ?? "";
  const named = [...apis.keys()].filter((name) => text.includes(basename(name)));
  const applied = [...overlays].filter(([, overlay]) => overlay.includes(basename(arazzo))).map(([name]) => name);
  const changed = random.pick([arazzo, arazzo, arazzo, ...named, ...named, ...applied]);
  const files = [arazzo, ...named, ...applied].map((name): readonly [string, string] => {
    const whole = workflows.get(name) ?? apis.get(name) ?? overlays.get(name) ?? "";
    return [name, name === changed ? mutated(whole, random) : whole];
  });
  return { arazzo, overlays: applied, files: new Map(files) };
}
