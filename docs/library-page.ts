import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { entryFiles } from "../specs/update/products.js";
import { libraryCalls } from "./library-examples.js";

/** What is read of the documents, which are our own and checked by the generator. */
interface Documented {
  readonly workflows: readonly { readonly workflowId: string; readonly summary: string }[];
}

/**
 * The page of all functions of the package, in Markdown: by product, with the first sentence of each, how it ends, and a
 * call that was made against the local Twilio.
 */
export async function libraryPage(): Promise<string> {
  const summaries = new Map(
    readdirSync("specs/arazzo").flatMap((file) => {
      const { workflows }: Documented = parse(readFileSync(`specs/arazzo/${file}`, "utf8"));
      return workflows.map(({ workflowId, summary }) => [workflowId, summary] as const);
    }),
  );
  const calls = await libraryCalls();
  const intro = [
    "# The functions",
    "All are exported by `twilio-workflows`, and those of a product by its own entry as well: an app that imports one of `twilio-workflows/verify` loads nothing of the others. Each has an entry of its own, too, named by its words: `twilio-workflows/workflows/send-message-track-status`. What a function costs, what it leaves behind when a later step fails, and how it ends stands in its comment.",
    "Each call below is from `examples/library` of the repository, and was made against the local Twilio; `AC`, `MG` and the like with all their digits are SIDs of your account. Without options a function takes its credentials from the environment (`TWILIO_ACCOUNT_SID`, `TWILIO_AUTH_TOKEN`).",
  ];
  const sections = [...entryFiles()].flatMap(([product, text]) => [
    `## ${product}`,
    `\`import { … } from "twilio-workflows/${product}"\``,
    ...workflowsIn(text).map((id) => partOf(id, summaries.get(id), calls)),
  ]);
  return `${[...intro, ...sections].join("\n\n")}\n`;
}

function workflowsIn(entry: string): readonly string[] {
  return [...entry.matchAll(/\/workflows\/([\w-]+)\.js"/g)].map(([, id = ""]) => id);
}

function partOf(id: string, summary = "", calls: ReadonlyMap<string, string>): string {
  const file = `generated/workflows/${id}.ts`;
  const code = readFileSync(file, "utf8");
  const [, name = ""] = /^export async function (\w+)/m.exec(code) ?? [];
  const call = calls.get(name);
  if (call === undefined) throw new Error(`there is no example of ${name}`);
  return [`### \`${name}\``, `${summary}${endings(code)}`, `\`\`\`ts\n${call}\n\`\`\``].join("\n\n");
}

/** The outcomes of the union that a function returns. */
function endings(code: string): string {
  const outcomes = [...code.matchAll(/^ +outcome: ("\w+"(?: \| "\w+")*);$/gm)].flatMap(([, union = ""]) =>
    union.split(" | "),
  );
  return outcomes.length === 0 ? "" : ` Ends as ${outcomes.map((outcome) => `\`${outcome}\``).join(", ")}.`;
}
