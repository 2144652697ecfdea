import { codeGroups, severityOf, type CodeEntry, type CodeGroup } from "../generator/diagnostics.js";

const titles: Readonly<Record<CodeGroup, string>> = {
  reading: "Reading files",
  documents: "The shape of documents",
  overlays: "Overlays",
  conditions: "Expressions and conditions",
  links: "What documents, workflows and steps say of each other",
  requests: "Requests",
  flow: "Success, actions and polling",
  output: "The output folder",
};

/** The documentation of all findings, in Markdown: `intro`, then what the table of codes holds. */
export function findingsPage(intro: string): string {
  const groups = Object.entries(titles).map(([group, title]) => [title, entriesOf(group)] as const);
  const index = groups.flatMap(([, entries]) => entries.map(([code, entry]) => indexRow(code, entry)));
  return [
    intro.trim(),
    "## All codes",
    ["| code | severity |", "| --- | --- |", ...index].join("\n"),
    ...groups.flatMap(([title, entries]) => [`## ${title}`, ...entries.map(([code, entry]) => section(code, entry))]),
    "",
  ].join("\n\n");
}

function entriesOf(group: string): readonly (readonly [string, CodeEntry])[] {
  const found = Object.entries(codeGroups).find(([name]) => name === group);
  return Object.entries(found?.[1] ?? {});
}

function indexRow(code: string, entry: CodeEntry): string {
  return `| [\`${code}\`](#${code}) | ${weightOf(entry)} |`;
}

function weightOf(entry: CodeEntry): string {
  return severityOf(entry).replace("--strict", "`--strict`");
}

function section(code: string, entry: CodeEntry): string {
  const { meaning, example, wayOut } = entry;
  return [
    `### ${code}`,
    `_${weightOf(entry)}_ · ${meaning}`,
    ["```yaml", ...example.split("\n"), "```"].join("\n"),
    `**Way out:** ${wayOut}`,
  ].join("\n\n");
}
