import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse, stringify } from "yaml";
import { format } from "prettier";
import { withDescriptionsOf } from "./descriptions.js";
import { asData, prune } from "./prune.js";
import { usedOperations } from "./used-operations.js";

const USAGE = `Usage: npm run specs -- OFFICIAL.json …

Cuts Twilio's official OpenAPI documents down to what the workflows in specs/arazzo use, and writes each to
specs/openapi under its own name, in YAML. Descriptions that stand there already stay; those of the official
document do not come in.
`;

/** Prunes the documents that are named, and gives the exit code. */
async function main(files: readonly string[]): Promise<number> {
  if (files.length === 0 || files.some((file) => file.startsWith("-"))) {
    console.error(USAGE);
    return 2;
  }
  const used = usedOperations("specs/arazzo");
  for (const file of files) {
    const name = basename(file).replace(/\.json$/, ".yml");
    const operationIds = used.get(name);
    if (!operationIds) {
      console.error(`${file}: no workflow in specs/arazzo uses ../openapi/${name}`);
      return 1;
    }
    const target = join("specs/openapi", name);
    const earlier: unknown = existsSync(target) ? parse(readFileSync(target, "utf8")) : {};
    const pruned = prune(asData(JSON.parse(readFileSync(file, "utf8"))), operationIds);
    const text = stringify(withDescriptionsOf(earlier, pruned), { aliasDuplicateObjects: false, lineWidth: 100 });
    writeFileSync(target, await format(text, { parser: "yaml", printWidth: 120 }));
    console.log(`${target}: ${operationIds.length} operations`);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
