import type { Assumption } from "../diagnostics.js";
import { hasChild, overlayFix, valueAt } from "../documents/index.js";
import type { Operation } from "./model.js";

/**
 * That a path is written as OpenAPI has it: `{+name}` is the parameter `name`, and what stands behind `?` are parameters
 * of the query, each with one value. `undefined` where there is such a path already, or nothing like that in it.
 */
export function assumedPath({ api, path, at }: Operation): Assumption | undefined {
  const { document, operations } = api;
  const meant = plain(path);
  const others = new Set(operations.map((operation) => operation.path));
  const isTaken = [...others].some((other) => other !== path && plain(other) === meant);
  const isOwn = JSON.stringify(at.slice(0, -1)) === JSON.stringify(["paths", path]);
  if (meant === path || isTaken || !isOwn || hasChild(valueAt(document.root, ["paths"]), meant)) return undefined;
  const description = `This is the path that ${path} means.`;
  const parameters = queryOf(path);
  const added = parameters.length === 0 ? [] : [{ at: ["paths", path], description, update: { parameters } }];
  return {
    that: `\`${meant}\` is meant${parameters.length === 0 ? "" : ", with the query"}`,
    actions: () => {
      const item = valueAt(document.root, ["paths", path]);
      return overlayFix(document, [
        { at: ["paths"], description, update: { [meant]: item } },
        { at: ["paths", path], description },
        ...added.map((one) => ({ ...one, at: ["paths"], update: { [meant]: one.update } })),
      ]);
    },
  };
}

/** That an operation describes a parameter of its path, which is a text. */
export function assumedPathParameter({ api, path, at }: Operation, name: string): Assumption {
  const description = `Not in the API's document; assumed, because ${path} has it.`;
  const update = { parameters: [{ name, in: "path", required: true, description, schema: { type: "string" } }] };
  return {
    that: "it is a text",
    actions: () => overlayFix(api.document, [{ at, description, update }]),
  };
}

function plain(path: string): string {
  return path.replaceAll(/\{[+#./;?&]([^{}]+)\}/g, "{$1}").replace(/\?.*$/s, "");
}

/** What stands behind the `?` of a path, as parameters. */
function queryOf(path: string): readonly object[] {
  const [, query = ""] = path.split("?", 2);
  return [...new URLSearchParams(query)].map(([name, value]) => {
    return { name, in: "query", required: true, schema: { type: "string", enum: [value] } };
  });
}
