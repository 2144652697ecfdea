import { parse, stringify } from "yaml";
import type { Random } from "./random.js";
import { hostileTexts } from "../support/hostile.js";
import { keys, texts, values } from "./texts.js";

/** A document with something in it changed at random: its text, or what it says. */
export function mutated(text: string, random: Random): string {
  const changes = 1 + random.below(3);
  const change = random.onceIn(3) ? changedText : random.onceIn(4) ? poisonedTree : changedTree;
  let result = text;
  for (let index = 0; index < changes; index++) result = change(result, random);
  return result;
}

/** Bytes are left out, doubled, moved, flipped, or replaced by what means something in YAML. */
function changedText(text: string, random: Random): string {
  const bytes = Buffer.from(text);
  const at = random.below(bytes.length);
  const length = 1 + random.below(random.onceIn(4) ? 400 : 8);
  const before = bytes.subarray(0, at);
  const piece = bytes.subarray(at, at + length);
  const after = bytes.subarray(at + length);
  const elsewhere = random.below(after.length + 1);
  const changes: readonly (() => readonly Uint8Array[])[] = [
    () => [before, after],
    () => [before, piece, piece, after],
    () => [before, after.subarray(0, elsewhere), piece, after.subarray(elsewhere)],
    () => [before, piece.map((byte) => byte ^ (1 << random.below(8))), after],
    () => [before, Buffer.from(random.pick(marks)), after],
    () => [before, Buffer.from(random.pick(texts)), piece, after],
    () => [before],
  ];
  return Buffer.concat(random.pick(changes)()).toString();
}

const marks: readonly string[] = [
  ..."{}[]:,#&*!|>'\"%@`-?~\n\t\r \\\u0000\u0085\u2028\ufeff",
  "&a ",
  "*a",
  "<<: *a",
  "!!js/function ",
  "!!binary ",
  "---\n",
  "...\n",
  "- - - - -",
  "? ",
  ": ",
  "{".repeat(500),
  "[".repeat(500),
];

type Tree = Record<string, unknown> | unknown[];

/** A field is left out, renamed, doubled, moved, or gets another value. */
function changedTree(text: string, random: Random): string {
  let root: unknown;
  try {
    root = parse(text, { logLevel: "silent", maxAliasCount: 100 });
  } catch {
    return changedText(text, random);
  }
  const trees = treesIn(root);
  if (trees.length === 0) return changedText(text, random);
  change(random.pick(trees), trees, random);
  return stringify(root, { aliasDuplicateObjects: false });
}

/** Texts, and names that the author is free to choose, get something that breaks out where it is not encoded. */
function poisonedTree(text: string, random: Random): string {
  let root: unknown;
  try {
    root = parse(text, { logLevel: "silent", maxAliasCount: 100 });
  } catch {
    return changedText(text, random);
  }
  const poison = random.pick(hostileTexts);
  const texts = treesIn(root).flatMap((tree) =>
    Object.keys(tree).flatMap((name) => (typeof get(tree, name) === "string" ? [{ tree, name }] : [])),
  );
  if (texts.length === 0) return changedText(text, random);
  for (let times = 1 + random.below(3); times > 0; times--) {
    const { tree, name } = random.pick(texts);
    const before = String(get(tree, name));
    const at = random.below(before.length + 1);
    put(tree, name, random.onceIn(2) ? poison : `${before.slice(0, at)}${poison}${before.slice(at)}`);
    if (random.onceIn(3)) rename(tree, name, random.onceIn(2) ? poison : `${name}${poison}`);
  }
  return stringify(root, { aliasDuplicateObjects: false });
}

function change(tree: Tree, trees: readonly Tree[], random: Random): void {
  const names = Object.keys(tree);
  const name = names.length === 0 ? "" : random.pick(names);
  const changes: readonly (() => void)[] = [
    () => remove(tree, name),
    () => put(tree, name, random.pick(texts)),
    () => put(tree, name, structuredClone(random.pick(values))),
    () => put(tree, name, structuredClone(random.pick(trees))),
    () => put(tree, Array.isArray(tree) ? String(tree.length) : random.pick(keys), anything(trees, random)),
    () => rename(tree, name, random.onceIn(2) ? random.pick(keys) : random.pick(texts)),
    () => put(tree, name, [get(tree, name)]),
    () => put(tree, name, nested(get(tree, name), 1 + random.below(random.onceIn(10) ? 300 : 4), random)),
    () => swap(tree, name, random.pick(trees), random),
  ];
  random.pick(changes)();
}

function anything(trees: readonly Tree[], random: Random): unknown {
  const found: unknown = random.pick<unknown[]>([[...texts], [...values], [...trees]]);
  return structuredClone(Array.isArray(found) ? random.pick(found.filter((value) => value !== undefined)) : found);
}

function nested(value: unknown, depth: number, random: Random): unknown {
  let result = value;
  for (let index = 0; index < depth; index++) result = random.onceIn(2) ? [result] : { [random.pick(keys)]: result };
  return result;
}

function swap(tree: Tree, name: string, other: Tree, random: Random): void {
  const names = Object.keys(other);
  if (names.length === 0) return;
  const otherName = random.pick(names);
  const value = structuredClone(get(tree, name));
  put(tree, name, structuredClone(get(other, otherName)));
  put(other, otherName, value);
}

function treesIn(value: unknown): readonly Tree[] {
  return isTree(value) ? [value, ...Object.values(value).flatMap(treesIn)] : [];
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}

function get(tree: Tree, name: string): unknown {
  return Object.getOwnPropertyDescriptor(tree, name)?.value;
}

/** As data, whatever its name. */
function put(tree: Tree, name: string, value: unknown): void {
  Object.defineProperty(tree, name, { value, enumerable: true, configurable: true, writable: true });
}

function remove(tree: Tree, name: string): void {
  if (Array.isArray(tree)) tree.splice(Number(name), 1);
  else Reflect.deleteProperty(tree, name);
}

function rename(tree: Tree, name: string, to: string): void {
  const value = get(tree, name);
  if (Array.isArray(tree)) put(tree, name, { [to]: value });
  else {
    remove(tree, name);
    put(tree, to, value);
  }
}
