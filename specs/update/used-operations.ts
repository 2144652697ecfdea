import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { asData, type Data } from "./prune.js";

/** The operationIds that the Arazzo documents of a folder name of each OpenAPI document, by its file name. */
export function usedOperations(folder: string): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, Set<string>>();
  for (const file of readdirSync(folder).toSorted()) {
    const document = asData(parse(readFileSync(join(folder, file), "utf8")));
    const sources = listIn(document, "sourceDescriptions");
    for (const step of listIn(document, "workflows").flatMap((workflow) => listIn(workflow, "steps"))) {
      const { operationId } = step;
      if (typeof operationId !== "string") continue;
      const [, sourceName, ownId] = /^\$sourceDescriptions\.([^.]+)\.(.+)$/.exec(operationId) ?? [];
      const source = sources.find(({ name }) => sourceName === undefined || name === sourceName);
      const target = basename(String(source?.["url"]));
      used.set(target, (used.get(target) ?? new Set()).add(ownId ?? operationId));
    }
  }
  return new Map([...used].map(([file, ids]) => [file, [...ids].toSorted()]));
}

function listIn(data: Data, key: string): readonly Data[] {
  const list = data[key];
  return Array.isArray(list) ? list.map(asData) : [];
}
