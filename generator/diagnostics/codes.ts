import { conditions } from "./codes/conditions.js";
import { documents } from "./codes/documents.js";
import { flow } from "./codes/flow.js";
import { kindsIn, type Kind as KindOf, type Wording } from "./codes/kind.js";
import { links } from "./codes/links.js";
import { lists } from "./codes/lists.js";
import { output } from "./codes/output.js";
import { overlays } from "./codes/overlays.js";
import { reading } from "./codes/reading.js";
import { requests } from "./codes/requests.js";

export type { Severity } from "./codes/kind.js";

/** All that can be found, each with the functions that word it. */
export const found = {
  ...reading,
  ...documents,
  ...overlays,
  ...conditions,
  ...links,
  ...requests,
  ...flow,
  ...lists,
  ...output,
};

/** The codes of the kinds of finding. */
export type Code = (typeof found)[keyof typeof found]["kind"]["code"];

export type Kind = KindOf<Code>;

/** What was found, in words; `Findings` adds where. */
export type Found = Wording<Code>;

/** The kinds in groups, each about the same part of the way from documents to functions, in documentation order. */
export const kindGroups = {
  reading: kindsIn<Code>(reading),
  documents: kindsIn<Code>(documents),
  overlays: kindsIn<Code>(overlays),
  conditions: kindsIn<Code>(conditions),
  links: kindsIn<Code>(links),
  requests: kindsIn<Code>(requests),
  flow: kindsIn<Code>(flow),
  lists: kindsIn<Code>(lists),
  output: kindsIn<Code>(output),
};

export type KindGroup = keyof typeof kindGroups;

export const kinds: readonly Kind[] = Object.values(kindGroups).flat();

export const codes: readonly Code[] = kinds.map(({ code }) => code);

/** The kind with this code; `undefined` where the text is no code. */
export function kindNamed(text: string): Kind | undefined {
  return kinds.find(({ code }) => code === text);
}

/** What a finding of a kind weighs, in words. */
export function severityOf({ severity, strict, assumed }: Kind): string {
  if (assumed !== undefined && severity === "error") return `${severity}, or warning where the meaning is plain`;
  return strict ? `${severity}, error with --strict` : severity;
}
