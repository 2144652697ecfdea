import type { Assumption } from "../diagnostics.js";
import { hasChild, overlayFix, valueAt } from "../documents/index.js";
import type { Operation } from "./model.js";

/**
 * That a path is written as OpenAPI has it: `{+name}` is the parameter `name`, and what stands behind `?` are parameters
 * of the query, each with one value. Where there is such a path already, its last name becomes a parameter with one value,
 * as paths that are told apart by their query alone are one to OpenAPI. `undefined` where nothing like that is in it.
 */
export function assumedPath({ api, path, at }: Operation): Assumption | undefined {
  const { document, operations } = api;
  const others = new Set(operations.map((operation) => operation.path));
  const isTaken = (meant: string): boolean =>
    hasChild(valueAt(document.root, ["paths"]), meant) ||
    [...others].some((other) => other !== path && plain(other) === meant);
  const only = plain(path);
  const { meant, parameters } = isTaken(only) ? apart(only, path) : { meant: only, parameters: [] };
  const isOwn = JSON.stringify(at.slice(0, -1)) === JSON.stringify(["paths", path]);
  if (meant === path || isTaken(meant) || !isOwn) return undefined;
  const description = `This is the path that ${path} means.`;
  const query = queryOf(path);
  const all = [...parameters, ...query];
  const added = all.length === 0 ? [] : [{ at: ["paths"], description, update: { [meant]: { parameters: all } } }];
  return {
    that: `\`${only}\` is meant${query.length === 0 ? "" : ", with the query"}`,
    actions: () => {
      const item = valueAt(document.root, ["paths", path]);
      return overlayFix(document, [
        { at: ["paths"], description, update: { [meant]: item } },
        { at: ["paths", path], description },
        ...added,
      ]);
    },
  };
}

/** A path that is told from another one by its query: the last name in it is the only value of a parameter. */
function apart(meant: string, path: string): { readonly meant: string; readonly parameters: readonly object[] } {
  const segments = meant.split("/");
  const index = segments.findLastIndex((segment) => /^[^{}]+$/.test(segment));
  const [value, query = ""] = [segments[index], path.split("?", 2)[1]];
  if (value === undefined || query === "") return { meant: path, parameters: [] };
  const name = `${value}-${query}`.replaceAll(/[^A-Za-z0-9]+/g, "-");
  const parameter = { name, in: "path", required: true, schema: { type: "string", enum: [value] } };
  return { meant: segments.with(index, `{${name}}`).join("/"), parameters: [parameter] };
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

/** What the path of an operation has become that is told from another one by its query; none without a query. */
export function pathByQuery(path: string): string | undefined {
  return path.includes("?") ? apart(plain(path), path).meant : undefined;
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
