import * as z from "zod";
import { found } from "../diagnostics.js";
import { entries, isList, valueAt, type Path } from "../documents/index.js";
import { readObject, type ReadContext } from "./context.js";
import type { Servers } from "./model.js";

const serverShape = z.looseObject({
  url: z.string(),
  variables: entries(z.looseObject({ default: z.string().optional() })).optional(),
});

/**
 * The servers in force for an operation: its own, else its path item's, else the document's.
 *
 * @param operation Where the operation stands, and `pathItem` its path item.
 * @see https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
export function readServers(operation: Path, pathItem: Path, context: ReadContext): Servers {
  const levels = [
    ["operation", operation],
    ["path", pathItem],
    ["document", []],
  ] as const;
  for (const [from, owner] of levels) {
    const path = [...owner, "servers"];
    const servers = valueAt(context.document.root, path);
    if (!isList(servers) || servers.length === 0) continue;
    return { from, list: [...servers.keys()].flatMap((index) => readServer([...path, index], context)) };
  }
  return { from: "nowhere", list: [] };
}

function readServer(path: Path, context: ReadContext): Servers["list"] {
  const read = readObject(serverShape, path, context);
  if (read === undefined) return [];
  const variables = new Map(Object.entries(read.value.variables ?? {}));
  for (const [name, variable] of variables) {
    if (variable.default !== undefined) continue;
    const place = context.document.place([...read.at, "variables", name, "default"]);
    context.findings.letPass(
      place,
      found.invalidDocument.missing("`default`", undefined),
      "whoever calls names the server",
    );
  }
  // What has no default stays as it is, and is refused where the server is used.
  const url = read.value.url.replace(/\{([^{}]*)\}/g, (text, name: string) => variables.get(name)?.default ?? text);
  return [{ url: url.replace(/\/+$/, ""), at: read.at }];
}
