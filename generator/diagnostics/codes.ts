import { conditions } from "./codes/conditions.js";
import { documents } from "./codes/documents.js";
import type { CodeEntry, CodeTable } from "./codes/entry.js";
import { flow } from "./codes/flow.js";
import { links } from "./codes/links.js";
import { output } from "./codes/output.js";
import { overlays } from "./codes/overlays.js";
import { reading } from "./codes/reading.js";
import { requests } from "./codes/requests.js";

export type { CodeEntry, Severity } from "./codes/entry.js";

/** The table, group by group. */
const groups = { reading, documents, overlays, conditions, links, requests, flow, output } as const;

/** A group of codes that are about the same part of the way from documents to functions. */
export type CodeGroup = keyof typeof groups;

/** The kinds of finding, one code each. */
export type Code = { [G in CodeGroup]: keyof (typeof groups)[G] & string }[CodeGroup];

/** The groups and what is in them, in the order of the documentation. */
export const codeGroups: Readonly<Record<CodeGroup, CodeTable>> = groups;

/** What the table says of every code. */
export const codes: Readonly<Record<Code, CodeEntry>> = {
  ...reading,
  ...documents,
  ...overlays,
  ...conditions,
  ...links,
  ...requests,
  ...flow,
  ...output,
};

/** What a finding of a code weighs, in words. */
export function severityOf({ severity, strict }: CodeEntry): string {
  return strict ? `${severity}, error with --strict` : severity;
}

/** Whether the text is one of the codes. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}
