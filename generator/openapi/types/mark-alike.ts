import { child, isList, isMapping, valueAt, type Mapping, type Path } from "../../documents/index.js";
import { inlineKey, openEnum } from "../prune/copy-schema.js";
import { explaining, maps, type JsonObject } from "../prune/keywords.js";
import { lastWordOf, sharedEnd } from "./shared-end.js";

/** A pruned document whose inline schemas are marked, and the names by their marks. */
export interface Marked {
  readonly document: Mapping;
  readonly names: ReadonlyMap<string, string>;
  /** The marks of what stands under several names, so that the texts of one do not explain it. */
  readonly ofSeveral: ReadonlySet<string>;
}

/** A name for what stands at a place of a document. */
export type NameAt = (at: Path, document: Mapping) => string;

/** Schemas that are alike, of properties or parameters of one name. */
interface Group {
  /** Where the first of them stands. */
  readonly at: Path;
  readonly owner: string;
  readonly marks: Set<string>;
  count: number;
}

/** By what they say, and of what. */
type Groups = Map<string, Group>;

/**
 * Marks lists of values and objects that occur more than once as what they are, so that each is written once: with the
 * name that one of them has already, else with that of the place where it stands first. Lists without a name that say
 * the same of `sms_method` and `voice_method` are one `Method`.
 */
export function markAlike(document: Mapping, names: ReadonlyMap<string, string>, nameAt: NameAt): Marked {
  const groups: Groups = new Map();
  walk(document, [], undefined, (raw, at, owner) => {
    const saying = sayingOf(raw, owner, names);
    const group = groups.get(saying) ?? { at, owner, marks: new Set(), count: 0 };
    groups.set(saying, group);
    const mark = String(raw[inlineKey]);
    if (names.has(mark)) group.marks.add(mark);
    group.count += 1;
    return undefined;
  });
  const all = new Map(names);
  const schemas = valueAt(document, ["components", "schemas"]);
  const taken = new Set([...names.values(), ...(isMapping(schemas) ? Object.keys(schemas) : [])]);
  const marks = new Map<string, string>();
  const kinds = kindsIn(groups, document, names);
  const ofSeveral = new Set<string>();
  for (const [saying, group] of groups) {
    const { at, marks: known, count } = group;
    const kind = kinds.get(group);
    const [mark = kind?.mark ?? saying] = known;
    const raw = valueAt(document, at);
    if (known.size === 0 && kind === undefined && (count === 1 || isShort(raw))) continue;
    if (kind !== undefined) ofSeveral.add(mark);
    if (!all.has(mark)) all.set(mark, freeName(kind?.name ?? nameAt(at, document), raw, taken));
    marks.set(saying, mark);
  }
  const marked = walk(document, [], undefined, (raw, _, owner) => {
    // Two that have names of their own keep them.
    return names.has(String(raw[inlineKey])) ? undefined : marks.get(sayingOf(raw, owner, names));
  });
  return { document: isMapping(marked) ? marked : document, names: all, ofSeveral };
}

/** What lists that say the same of names with the same last word are together. */
interface Kind {
  readonly mark: string;
  readonly name: string;
}

function kindsIn(groups: Groups, document: Mapping, names: ReadonlyMap<string, string>): ReadonlyMap<Group, Kind> {
  const alike = new Map<string, Group[]>();
  for (const group of groups.values()) {
    const raw = valueAt(document, group.at);
    const word = lastWordOf(group.owner);
    if (!isMapping(raw) || !isList(raw["enum"]) || isShort(raw) || group.marks.size > 0 || word === undefined) continue;
    const mark = sayingOf(raw, `any ${word}`, names);
    alike.set(mark, [...(alike.get(mark) ?? []), group]);
  }
  const several = [...alike].filter(([, members]) => members.length > 1);
  return new Map(
    several.flatMap(([mark, members]) => {
      const name = sharedEnd(members.map(({ owner }) => owner));
      return members.map((group) => [group, { mark, name }] as const);
    }),
  );
}

/** Whether a list says no more than a name of it would, which nobody asked for. */
function isShort(raw: unknown): boolean {
  return isMapping(raw) && isList(raw["enum"]) && raw["enum"].filter((value) => value !== null).length < 3;
}

/** What is answered is told apart from what is sent, as components are that differ in requests. */
function freeName(wanted: string, raw: unknown, taken: Set<string>): string {
  let name = taken.has(wanted) && child(raw, openEnum) === true ? `${wanted}.response` : wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}.${number}`;
  taken.add(name);
  return name;
}

/** The same value, with the mark that `look` gives to a list of values or an object. */
function walk(
  value: unknown,
  at: Path,
  owner: string | undefined,
  look: (raw: Mapping, at: Path, owner: string) => string | undefined,
): unknown {
  if (isList(value)) return value.map((item, index) => walk(item, [...at, index], undefined, look));
  if (!isMapping(value)) return value;
  const mark = owner !== undefined && isWorthAName(value) ? look(value, at, owner) : undefined;
  const copy: JsonObject = Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      // A default is a value of the author's, whatever it looks like.
      if (key === "default") return [key, entry];
      if (!maps.has(key) || !isMapping(entry))
        return [key, walk(entry, [...at, key], ownerOf(key, value, owner), look)];
      const inner = Object.entries(entry).map(([name, item]) => {
        return [name, walk(item, [...at, key, name], key === "properties" ? name : undefined, look)] as const;
      });
      return [key, Object.fromEntries(inner)];
    }),
  );
  return mark === undefined ? copy : { ...copy, [inlineKey]: mark };
}

/** Whose the schema under a keyword is: a parameter's, or that of the list whose items it tells of. */
function ownerOf(key: string, { name }: Mapping, owner: string | undefined): string | undefined {
  if (key === "schema") return typeof name === "string" ? name : undefined;
  return key === "items" ? owner : undefined;
}

function isWorthAName({ enum: values, properties }: Mapping): boolean {
  if (isList(values)) return values.filter((value) => value !== null && typeof value !== "boolean").length > 1;
  return isMapping(properties) && Object.keys(properties).length > 1;
}

/** What a schema says and of what, its own texts and name aside. What has other names within is not the same. */
function sayingOf(raw: Mapping, owner: string, names: ReadonlyMap<string, string>): string {
  const own = Object.entries(raw).filter(([key]) => !explaining.has(key) && key !== inlineKey);
  return JSON.stringify([lettersOf(owner), Object.fromEntries(own)], (key, value: unknown) =>
    key === inlineKey ? names.get(String(value)) : value,
  );
}

/** What a property or parameter is called, however its words are set apart: `CallerType` and `caller_type` are one name. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
