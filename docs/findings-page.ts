import { kindGroups, kinds, severityOf, type Kind, type KindGroup } from "../generator/diagnostics.js";

const titles: readonly (readonly [KindGroup, title: string])[] = [
  ["reading", "Reading files"],
  ["documents", "The shape of documents"],
  ["overlays", "Overlays"],
  ["conditions", "Expressions and conditions"],
  ["links", "What documents, workflows and steps say of each other"],
  ["requests", "Requests"],
  ["flow", "Success, actions and polling"],
  ["lists", "Steps for each element of a list"],
  ["output", "The output folder"],
];

/** The documentation of all findings, in Markdown: `intro`, then what the catalogue holds. */
export function findingsPage(intro: string): string {
  return [
    intro.trim(),
    "## All codes",
    ["| code | severity |", "| --- | --- |", ...kinds.map(indexRow)].join("\n"),
    ...titles.flatMap(([group, title]) => [`## ${title}`, ...kindGroups[group].map(section)]),
    "",
  ].join("\n\n");
}

function indexRow(kind: Kind): string {
  return `| [\`${kind.code}\`](#${kind.code}) | ${weightOf(kind)} |`;
}

function weightOf(kind: Kind): string {
  return severityOf(kind).replace("--strict", "`--strict`");
}

function section(kind: Kind): string {
  const { code, meaning, example, message, wayOut, assumed } = kind;
  return [
    `### ${code}`,
    `_${weightOf(kind)}_ · ${meaning}`,
    ["```yaml", ...example.split("\n"), "```"].join("\n"),
    ...(message === undefined ? [] : [`**Said:** ${message}`]),
    ...(assumed === undefined ? [] : [`**Assumed**, unless with \`--strict\`: ${assumed}`]),
    `**Way out:** ${wayOut}`,
  ].join("\n\n");
}
