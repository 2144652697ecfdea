import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { asData } from "./prune.js";

/** The products of the documents that are named after one workflow. */
const PRODUCTS: Readonly<Record<string, string>> = {
  "twilio-create-conversation-add-participant-send-message-workflow": "conversations",
  "twilio-provision-messaging-service-add-number-workflow": "messaging",
  "twilio-send-message-track-status-workflow": "messaging",
  "twilio-studio-create-flow-and-execute-workflow": "studio",
};

const FOLDER = "specs/products";

/** The text of the entry file of each product: the functions of its workflows with their types, and the runtime. */
export function entryFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string[]>();
  for (const file of readdirSync("specs/arazzo").toSorted()) {
    const name = file.replace(/\.yml$/, "");
    const product = PRODUCTS[name] ?? name;
    const { workflows } = asData(parse(readFileSync(join("specs/arazzo", file), "utf8")));
    const ids = Array.isArray(workflows) ? workflows.map((workflow) => String(asData(workflow)["workflowId"])) : [];
    const lines = ids.map((id) => `export * from "../../generated/workflows/${id}.js";`);
    files.set(product, [...(files.get(product) ?? []), ...lines]);
  }
  const runtime = 'export * from "../../generated/runtime/twilio/caller.js";';
  return new Map([...files].map(([product, lines]) => [product, `${[...lines, runtime].join("\n")}\n`]));
}

/** Writes the entry files, one for each product. */
export function writeEntryFiles(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const [product, text] of entryFiles()) writeFileSync(join(FOLDER, `${product}.ts`), text);
}
