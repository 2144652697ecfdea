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

const kinds = ["arazzo", "openapi", "overlays"] as const;

/** The documents of this project, and those of `surface/`, which have a bit of everything that a document can say. */
const folders = ["specs", join("test", "fuzz", "surface")];

function read(kind: (typeof kinds)[number]): ReadonlyMap<string, string> {
  const files = folders.map((folder) => join(folder, kind)).flatMap((folder) => filesIn(folder));
  return new Map(files.map((file) => [join(kind, basename(file)), readFileSync(file, "utf8")]));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}

const [workflows, apis, overlays] = [read("arazzo"), read("openapi"), read("overlays")];
const all = new Map([...workflows, ...apis, ...overlays]);

/** The workflows that overlays stand beside, so that a change may be in a document of each kind. */
const whole = [...workflows.keys()].filter((name) => overlaysOf(name).length > 0);

/** The documents of one workflow, one of them with something changed: the same for the same numbers. */
export function mutantOf(seed: number, index: number): Mutant {
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca77));
  const arazzo = random.pick(whole);
  const named = namedBy(arazzo);
  const applied = overlaysOf(arazzo);
  const changed = random.pick([arazzo, arazzo, arazzo, ...named, ...named, ...applied, ...applied]);
  return documentsOf(arazzo, (name, text) => (name === changed ? mutated(text, random) : text));
}

/** The documents of each workflow as they are. */
export function originals(): readonly Mutant[] {
  return whole.map((arazzo) => documentsOf(arazzo, (_, text) => text));
}

function documentsOf(arazzo: string, change: (name: string, text: string) => string): Mutant {
  const applied = overlaysOf(arazzo);
  const files = [arazzo, ...namedBy(arazzo), ...applied].map((name): readonly [string, string] => {
    return [name, change(name, all.get(name) ?? "")];
  });
  return { arazzo, overlays: applied, files: new Map(files) };
}

/** What a document names as its sources. */
function namedBy(arazzo: string): readonly string[] {
  const text = workflows.get(arazzo) ?? "";
  return [...apis.keys(), ...workflows.keys()].filter((name) => name !== arazzo && text.includes(`/${basename(name)}`));
}

function overlaysOf(arazzo: string): readonly string[] {
  return [...overlays].filter(([, overlay]) => overlay.includes(`/${basename(arazzo)}`)).map(([name]) => name);
}
