import { didYouMean } from "../diagnostics.js";
import { decoded } from "../documents/index.js";
import type { Api, HttpMethod, Operation } from "../openapi/index.js";
import type { Schema } from "../schema/index.js";
import { itemPathOf, PathTemplate, shapeOf, type ItemPath } from "./path-template.js";
import { placeOf, Refusal, sentence } from "./refusal.js";

/** A document that is served. */
export interface ServedApi {
  /** What it is called in addresses. */
  readonly name: string;
  readonly api: Api;
}

/** What a path is one of. */
export type PathKind =
  /** One of the things that a collection holds. `canBeMade`: by requests. */
  | {
      readonly kind: "item";
      readonly parameter: string;
      readonly collection: PathTemplate;
      readonly canBeMade: boolean;
    }
  /** All things of a kind; `item` is the path of one, and `idSchema` that of the parameter in it. */
  | {
      readonly kind: "collection";
      readonly parameter: string;
      readonly idSchema: () => Schema | undefined;
      readonly item: PathTemplate;
      readonly canBeMade: boolean;
    }
  /** Something that there is one of, or an action. */
  | { readonly kind: "single" };

/** A path of a document, with all that can be done there. */
export interface Endpoint {
  readonly served: ServedApi;
  readonly template: PathTemplate;
  readonly operations: ReadonlyMap<HttpMethod, Operation>;
  readonly is: PathKind;
}

/** Where a request has come to. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly operation: Operation;
  /** The parameters of the path, still encoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

interface Place {
  readonly endpoint: Endpoint;
  /** With the path of the server in front. */
  readonly template: PathTemplate;
}

/**
 * Finds the operation that a request is for: by the path as it is, or behind the name of a document or the host of its
 * servers, which is how one address serves several documents.
 */
export class Routes {
  readonly #places: readonly Place[];
  readonly #mounts = new Map<string, Set<ServedApi>>();

  constructor(all: readonly ServedApi[]) {
    this.#places = all.flatMap((served) => placesOf(served));
    for (const served of all) {
      for (const name of [served.name, ...hostsOf(served)]) {
        this.#mounts.set(name, (this.#mounts.get(name) ?? new Set()).add(served));
      }
    }
  }

  /** All paths, each once. */
  get endpoints(): readonly Endpoint[] {
    return [...new Set(this.#places.map(({ endpoint }) => endpoint))];
  }

  /** @throws Refusal where there is no such operation, or it is not clear which is meant */
  find(method: string, path: string): Route {
    const found = this.#behindMount(path) ?? this.#matching(path, this.#places);
    const [best] = found;
    if (best === undefined) throw this.#unknown(path);
    const name = method.toLowerCase();
    const able = found.filter(({ endpoint }) => [...endpoint.operations.keys()].some((one) => one === name));
    const [first] = able;
    const operation = first && [...first.endpoint.operations].find(([one]) => one === name)?.[1];
    if (first === undefined || operation === undefined) throw notAllowed(method, path, found);
    const weight = first.endpoint.template.weight;
    const rivals = able.filter(
      ({ endpoint }) => endpoint.served !== first.endpoint.served && endpoint.template.weight === weight,
    );
    if (rivals.length > 0) throw ambiguous(path, [first, ...rivals]);
    return { endpoint: first.endpoint, operation, parameters: first.parameters };
  }

  #behindMount(path: string): readonly Match[] | undefined {
    const [, first = "", rest = "/"] = /^\/([^/]*)(\/.*)?$/.exec(path) ?? [];
    const mounted = this.#mounts.get(decoded(first));
    if (mounted === undefined) return undefined;
    const found = this.#matching(
      rest,
      this.#places.filter(({ endpoint }) => mounted.has(endpoint.served)),
    );
    return found.length === 0 ? undefined : found;
  }

  /** The paths that match, the one with the most fixed text first. */
  #matching(path: string, places: readonly Place[]): readonly Match[] {
    const found = places.flatMap(({ endpoint, template }): readonly Match[] => {
      const parameters = template.match(path);
      return parameters === undefined ? [] : [{ endpoint, parameters }];
    });
    const unique = new Map(found.map((match) => [match.endpoint, match]));
    return [...unique.values()].sort((a, b) => b.endpoint.template.weight - a.endpoint.template.weight);
  }

  #unknown(path: string): Refusal {
    const known = new Set(this.#places.map(({ template }) => template.whole));
    const hint = didYouMean(path, known);
    return new Refusal(404, [`No document has the path ${path}.`, ...(hint === undefined ? [] : [hint])].join(" "));
  }
}

interface Match {
  readonly endpoint: Endpoint;
  readonly parameters: ReadonlyMap<string, string>;
}

function placesOf(served: ServedApi): readonly Place[] {
  const byPath = new Map<string, Map<HttpMethod, Operation>>();
  for (const operation of served.api.operations) {
    const methods = byPath.get(operation.path) ?? new Map<HttpMethod, Operation>();
    byPath.set(operation.path, methods.set(operation.method, operation));
  }
  const kindOf = kindsOf(byPath);
  return [...byPath].flatMap(([path, operations]) => {
    const endpoint: Endpoint = { served, template: new PathTemplate(path), operations, is: kindOf(path) };
    const prefixes = new Set([...operations.values()].flatMap(prefixesOf));
    return [...prefixes].map((prefix) => ({ endpoint, template: new PathTemplate(path, prefix) }));
  });
}

/** Tells what each path is one of, by the others. */
function kindsOf(paths: ReadonlyMap<string, ReadonlyMap<HttpMethod, Operation>>): (path: string) => PathKind {
  const collections = new Map<string, string>();
  const items = new Map<string, ItemPath & { readonly path: string }>();
  for (const path of paths.keys()) {
    collections.set(shapeOf(path), path);
    const item = itemPathOf(path);
    if (item !== undefined) items.set(shapeOf(item.collection), { ...item, path });
  }
  const canPost = (path: string): boolean => paths.get(path)?.has("post") === true;
  return (path) => {
    const item = itemPathOf(path);
    const around = item && collections.get(shapeOf(item.collection));
    if (item !== undefined && around !== undefined) {
      const canBeMade = canPost(around) || paths.get(path)?.has("put") === true;
      return { kind: "item", parameter: item.parameter, collection: new PathTemplate(around), canBeMade };
    }
    const inside = items.get(shapeOf(path));
    if (inside === undefined) return { kind: "single" };
    const { parameter } = inside;
    const idSchema = (): Schema | undefined => {
      const all = [...(paths.get(inside.path)?.values() ?? [])].flatMap(({ parameters }) => parameters);
      return all.find((one) => one.in === "path" && one.name === parameter)?.schema;
    };
    return { kind: "collection", parameter, idSchema, item: new PathTemplate(inside.path), canBeMade: canPost(path) };
  };
}

/** The paths of the servers of an operation, without a slash at the end; the empty one where none is documented. */
function prefixesOf({ servers }: Operation): readonly string[] {
  const paths = servers.list.map(({ url }) =>
    url.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, "").replace(/\/+$/, ""),
  );
  return paths.length === 0 ? [""] : paths.map((path) => (path === "" || path.startsWith("/") ? path : `/${path}`));
}

function hostsOf({ api }: ServedApi): readonly string[] {
  const urls = api.operations.flatMap(({ servers }) => servers.list.map(({ url }) => url));
  const hosts = [...new Set(urls)].map((url) => /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/]+)/i.exec(url)?.[1]?.toLowerCase());
  return hosts.filter((host) => host !== undefined);
}

function notAllowed(method: string, path: string, found: readonly Match[]): Refusal {
  const methods = found.flatMap(({ endpoint }) => [...endpoint.operations.keys()]).map((name) => name.toUpperCase());
  const allowed = [...new Set(methods)];
  const message = `${path} takes ${allowed.join(", ")}, not ${method}`;
  const endpoint = found[0]?.endpoint;
  const place = endpoint && placeOf(endpoint.served.api.document, ["paths", endpoint.template.text]);
  const violations = place === undefined ? [] : [{ in: "path", at: path, message, rule: "paths", ...place }];
  return new Refusal(405, sentence(message, place?.place), violations, { Allow: allowed.join(", ") });
}

function ambiguous(path: string, matches: readonly Match[]): Refusal {
  const names = matches.map(({ endpoint }) => `/${endpoint.served.name}${path}`);
  return new Refusal(404, `Several documents have the path ${path}: ask for ${names.join(" or ")}.`);
}
