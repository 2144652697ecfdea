import { isAlias, isMap, isSeq, type Alias, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { found, type Findings, type Found, type Place, type Source } from "../diagnostics.js";
import { setChild } from "./data.js";
import { limits } from "./limits.js";
import { rememberPlaces, type ContainerPlaces, type EntryPlaces, type Written } from "./places.js";
import type { Size } from "./size.js";
import { Anchors } from "./yaml-anchors.js";
import { readKey } from "./yaml-key.js";
import { checkNumber } from "./yaml-number.js";

/** A value that was built, and where it stands. */
interface Built extends Size {
  readonly value: unknown;
  readonly place: Place;
  readonly written?: Written;
}

/** More faults of one document than this are not told apart. */
const MOST_FAULTS = 10;

/** Plain data for a node, places remembered, or findings and `undefined`. */
export function buildData(node: ParsedNode, source: Source, findings: Findings): Built | undefined {
  const builder = new Builder(source, findings);
  const built = builder.build(node, 0);
  return builder.refused ? undefined : built;
}

class Builder {
  readonly #source: Source;
  readonly #findings: Findings;
  readonly #anchors = new Anchors<Built>();
  #faults = 0;
  #tooLarge = false;

  constructor(source: Source, findings: Findings) {
    this.#source = source;
    this.#findings = findings;
  }

  get refused(): boolean {
    return this.#faults > 0;
  }

  /** @param after Where a value would stand that is not there at all, as in the flow mapping `{ a }`. */
  build(node: ParsedNode | null, depth: number, after = 0): Built {
    if (node === null) return scalar(null, this.#place(after, after));
    if (isAlias(node)) return this.#alias(node, depth);
    const { anchor } = node;
    if (anchor !== undefined) this.#anchors.open(anchor);
    const built = isMap(node) ? this.#map(node, depth) : isSeq(node) ? this.#seq(node, depth) : this.#scalar(node);
    if (anchor !== undefined) this.#anchors.close(anchor, built);
    return built;
  }

  #map(node: YAMLMap.Parsed<ParsedNode, ParsedNode | null>, depth: number): Built {
    const value: Record<string, unknown> = {};
    const places = new Map<string, EntryPlaces>();
    const parts: Built[] = [];
    for (const pair of node.items) {
      const [keyStart, keyEnd] = pair.key.range;
      const keyPlace = this.#place(keyStart, keyEnd);
      const key = readKey(pair.key);
      if ("kind" in key) {
        this.#refuse(keyPlace, key);
        continue;
      }
      if (pair.key.anchor !== undefined) this.#anchors.close(pair.key.anchor, scalar(key.text, keyPlace));
      if (places.has(key.text)) {
        this.#refuse(keyPlace, found.syntaxError.twice(key.text));
        continue;
      }
      const part = this.build(pair.value, depth + 1, keyEnd);
      setChild(value, key.text, part.value);
      places.set(key.text, { key: keyPlace, value: part.place, written: part.written });
      parts.push(part);
    }
    return this.#container(node, value, places, parts, depth);
  }

  #seq(node: YAMLSeq.Parsed<ParsedNode>, depth: number): Built {
    const parts = node.items.map((item) => this.build(item, depth + 1));
    const places = parts.map(({ place, written }) => ({ key: place, value: place, written }));
    const value = parts.map((part) => part.value);
    return this.#container(node, value, places, parts, depth);
  }

  #container(
    node: YAMLMap.Parsed<ParsedNode, ParsedNode | null> | YAMLSeq.Parsed<ParsedNode>,
    value: object,
    places: ContainerPlaces,
    parts: readonly Built[],
    depth: number,
  ): Built {
    rememberPlaces(value, places);
    const [start, end] = node.range;
    // A block ends where its last value does, before the line breaks and comments that the library counts in.
    const last = node.flow === true ? end : (parts.at(-1)?.place.end ?? end);
    const place = this.#place(start, Math.max(start, last));
    if (depth >= limits.depth) this.#refuse(place, found.documentTooLarge.depth(limits.depth));
    return {
      value,
      place,
      values: parts.reduce((sum, part) => sum + part.values, 1),
      height: parts.reduce((height, part) => Math.max(height, part.height), 0) + 1,
    };
  }

  #scalar(node: Scalar.Parsed): Built {
    const [start, end] = node.range;
    const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    const place = this.#place(start, isBlock ? start + this.#source.text.slice(start, end).trimEnd().length : end);
    if (typeof node.value === "number") {
      const doubt = checkNumber(node.value, node.source);
      if (doubt?.kind.severity === "error") this.#refuse(place, doubt);
      else if (doubt) this.#findings.report(place, doubt);
    }
    return { ...scalar(node.value, place), ...writtenIn(node) };
  }

  #alias(node: Alias.Parsed, depth: number): Built {
    const [start, end] = node.range;
    const place = this.#place(start, end);
    const target = this.#anchors.follow(node.source, depth);
    if (!("message" in target)) return { ...target, place };
    this.#refuse(place, target);
    return scalar(null, place);
  }

  #refuse(place: Place, what: Found): void {
    this.#faults += 1;
    const isSize = what.kind === found.documentTooLarge.kind;
    const again = isSize && this.#tooLarge;
    if (isSize) this.#tooLarge = true;
    if (!again && this.#faults <= MOST_FAULTS) this.#findings.report(place, what);
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }
}

function scalar(value: unknown, place: Place): Built {
  return { value, place, values: 1, height: 0 };
}

function writtenIn({ value, source }: Scalar.Parsed): Pick<Built, "written"> {
  const isWritten = typeof value === "number" || typeof value === "boolean";
  return isWritten ? { written: { value, text: source } } : {};
}
