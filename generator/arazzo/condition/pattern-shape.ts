/** A part of a regular expression with how often it may stand there. */
export interface PatternItem {
  /** An atom as it is written, such as `a`, `\d` or `[^,]`; or the alternatives of a group. */
  readonly what: string | readonly PatternAlternative[];
  readonly min: number;
  readonly max: number;
  readonly start: number;
  readonly end: number;
}

export type PatternAlternative = readonly PatternItem[];

interface OpenGroup {
  readonly start: number;
  readonly alternatives: PatternItem[][];
}

const groupOpening = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y;
const groupClosing = /\)/y;
const bar = /\|/y;
const zeroWidth = /\^|\$|\\[bB]/y;
const atom = /\\(?:[pPux]\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|./suy;
const quantifier = /(?:([*+?])|\{([0-9]+)(,?)([0-9]*)\})\??/y;

/** The items of a valid regular expression, as far as repetition is concerned: what its atoms mean is left aside. */
export function readPatternShape(pattern: string): readonly PatternAlternative[] {
  const root: OpenGroup = { start: 0, alternatives: [[]] };
  const open: OpenGroup[] = [root];
  let at = 0;
  const take = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const found = expression.exec(pattern);
    at += found?.[0].length ?? 0;
    return found;
  };
  while (at < pattern.length) {
    const start = at;
    const group = open.at(-1) ?? root;
    if (take(groupOpening) !== null) open.push({ start, alternatives: [[]] });
    else if (take(bar) !== null) group.alternatives.push([]);
    else if (take(zeroWidth) !== null) continue;
    else if (group !== root && take(groupClosing) !== null) {
      open.pop();
      addItem(open.at(-1) ?? root, group.alternatives, group.start);
    } else addItem(group, take(atom)?.[0] ?? "", start);
  }
  return root.alternatives;

  function addItem(group: OpenGroup, what: PatternItem["what"], start: number): void {
    const { min, max } = readQuantifier(take(quantifier));
    group.alternatives.at(-1)?.push({ what, min, max, start, end: at });
  }
}

function readQuantifier(found: RegExpExecArray | null): { readonly min: number; readonly max: number } {
  if (found === null) return { min: 1, max: 1 };
  const [, sign, from, comma, to] = found;
  if (sign !== undefined) return { min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Infinity };
  const min = Number(from);
  return { min, max: comma === "" ? min : to === "" ? Infinity : Number(to) };
}
