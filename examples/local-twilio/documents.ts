import { readdir, readFile } from "node:fs/promises";
import { type Document, OpenAPIBackend, type Operation } from "openapi-backend";
import { parse } from "yaml";
import { FORMATS } from "./formats.js";
import type { RecordedRequest } from "./recording.js";

const DIRECTORY = new URL("../../specs/openapi/", import.meta.url);
/** The documents that come first: what they describe is played by hand, and others describe some of it again. */
const FIRST = ["conversations-openapi-original.yml", "studio-openapi-original.yml", "twilio-messaging-openapi.yml"];
const METHODS = ["get", "post", "put", "patch", "delete"];

/** An operation of a document, found for a request. */
export interface Route {
  readonly backend: OpenAPIBackend;
  readonly operation: Operation;
  readonly operationId: string;
  /** The parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** What the OpenAPI documents say about where requests go. */
export class Documents {
  readonly #backends: readonly OpenAPIBackend[];

  constructor(backends: readonly OpenAPIBackend[]) {
    this.#backends = backends;
  }

  /** The operation that a request is for. */
  route({ method, host, path }: Pick<RecordedRequest, "method" | "host" | "path">): Route | undefined {
    const request = { method, path: `/${host}${path}`, headers: {} };
    if (!isEncoded(path)) return undefined;
    for (const backend of this.#backends) {
      const operation = backend.matchOperation(request);
      if (!operation?.operationId) continue;
      const { params } = backend.router.parseRequest(request, operation);
      return { backend, operation, operationId: operation.operationId, params };
    }
    return undefined;
  }

  /** Whether there is anything at this path, whatever the method. */
  has({ host, path }: Pick<RecordedRequest, "host" | "path">): boolean {
    return METHODS.some((method) => this.route({ method, host, path }));
  }

  /** All operations of the documents that come first. */
  operationIds(): (string | undefined)[] {
    return this.#backends
      .slice(0, FIRST.length)
      .flatMap((backend) => backend.getOperations().map(({ operationId }) => operationId));
  }
}

let documents: Promise<Documents> | undefined;

/** Reads `specs/openapi`, once for all servers of this process: nothing in it changes. */
export function loadDocuments(): Promise<Documents> {
  documents ??= loadAll();
  return documents;
}

async function loadAll(): Promise<Documents> {
  const others = (await readdir(DIRECTORY)).filter((file) => !FIRST.includes(file)).toSorted();
  return new Documents(await Promise.all([...FIRST, ...others].map(loadBackend)));
}

async function loadBackend(file: string): Promise<OpenAPIBackend> {
  const document: Document = parse(await readFile(new URL(file, DIRECTORY), "utf8"));
  const backend = new OpenAPIBackend({
    definition: mount(document),
    strict: true,
    // Compiles an operation's schemas when it is first called, which halves the time to start.
    quick: true,
    ignoreTrailingSlashes: false,
    ajvOpts: { strict: false, formats: FORMATS },
  });
  return backend.init();
}

/**
 * Puts each path below the host and path of its servers (`/api.twilio.com/2010-04-01/Accounts/…`), so that the router
 * tells hosts apart without knowing of them.
 */
function mount(document: Document): Document {
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (item?.servers ?? document.servers ?? []).map(({ url }) => [
      url.replace(/^https:\//, "").replace(/\/$/, "") + path,
      item,
    ]),
  );
  return { ...document, paths: Object.fromEntries(paths) };
}

function isEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
