import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { entryFiles } from "../specs/update/products.js";

/** What is read of the documents, which are our own and checked by the generator. */
interface Documented {
  readonly workflows: readonly { readonly workflowId: string; readonly summary: string }[];
}

/** The page of all functions of the package, in Markdown: by product, with the first sentence of each. */
export function libraryPage(): string {
  const summaries = new Map(
    readdirSync("specs/arazzo").flatMap((file) => {
      const { workflows }: Documented = parse(readFileSync(`specs/arazzo/${file}`, "utf8"));
      return workflows.map(({ workflowId, summary }) => [workflowId, summary] as const);
    }),
  );
  const intro = [
    "# The functions",
    "All are exported by `twilio-workflows`, and those of a product by its own entry as well: an app that imports one of `twilio-workflows/verify` loads nothing of the others. What a function costs, what it leaves behind when a later step fails, and how it ends stands in its comment.",
  ];
  const sections = [...entryFiles()].flatMap(([product, text]) => [
    `## ${product}`,
    `\`import { … } from "twilio-workflows/${product}"\``,
    [
      "| function | what it does |",
      "| --- | --- |",
      ...workflowsIn(text).map((id) => rowOf(id, summaries.get(id))),
    ].join("\n"),
  ]);
  return `${[...intro, ...sections].join("\n\n")}\n`;
}

function workflowsIn(entry: string): readonly string[] {
  return [...entry.matchAll(/\/workflows\/([\w-]+)\.js"/g)].map(([, id = ""]) => id);
}

function rowOf(id: string, summary = ""): string {
  const file = `generated/workflows/${id}.ts`;
  const [, name = ""] = /^export async function (\w+)/m.exec(readFileSync(file, "utf8")) ?? [];
  return `| [\`${name}\`](../${file}) | ${summary} |`;
}
