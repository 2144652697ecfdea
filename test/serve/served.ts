import { join } from "node:path";
import { readApis } from "../../generator/read-apis.js";
import { startLocalApi, type LocalApi, type RecordedRequest } from "../../generator/serve/index.js";
import { makeFolder, removeFolder } from "../support/folder.js";

/** What came back: the status, and the body as JSON where it is that. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Documents that are played, and how to ask them. */
export interface Served {
  readonly url: string;
  readonly ask: (line: string, init?: Asking) => Promise<Answer>;
  readonly requests: () => Promise<readonly RecordedRequest[]>;
  readonly close: () => Promise<void>;
}

export interface Asking {
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @param files Documents, by the names of their files; those that end in `.overlay.yaml` are overlays */
export async function serve(
  files: Readonly<Record<string, string>>,
  sequences: Readonly<Record<string, readonly string[]>> = {},
): Promise<Served> {
  const folder = makeFolder(files);
  const names = Object.keys(files);
  const overlays = names.filter((name) => name.endsWith(".overlay.yaml")).map((name) => join(folder, name));
  const documents = names.filter((name) => !name.includes(".overlay.") && !name.includes("/"));
  const sources = new Map(documents.map((name) => [name.replace(/\.\w+$/, ""), join(folder, name)]));
  const { apis, findings } = readApis({ sources, overlays });
  removeFolder(folder);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const served = [...apis].map(([name, api]) => ({ name, api }));
  return around(await startLocalApi({ apis: served, sequences: new Map(Object.entries(sequences)) }), folder);
}

/** @param folder Where the documents lay, which is left out of what is said of them */
export function around({ url, close }: LocalApi, folder: string): Served {
  const ask = async (line: string, { json, form, text, headers }: Asking = {}): Promise<Answer> => {
    const [method = "GET", path = "/"] = line.split(" ");
    const body = json === undefined ? (form === undefined ? text : new URLSearchParams(form)) : JSON.stringify(json);
    const type = json === undefined ? {} : { "Content-Type": "application/json" };
    const response = await fetch(url + path, { method, body: body ?? null, headers: { ...type, ...headers } });
    const answer = (await response.text()).replaceAll(`${folder}/`, "");
    const isJson = /[/+]json\s*(;|$)/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(answer) : answer };
  };
  const requests = async (): Promise<readonly RecordedRequest[]> => (await fetch(`${url}/_requests`)).json();
  return { url, ask, requests, close };
}
