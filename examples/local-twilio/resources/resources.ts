import type { Account } from "../account.js";
import type { Route } from "../documents.js";
import { notFound, TwilioError } from "../errors.js";
import type { RecordedRequest } from "../recording.js";
import type { Reply } from "../reply.js";
import { acts } from "./acts.js";
import { type Asked, type Shelf, stateOf, type Stored } from "./asked.js";
import { FORGOTTEN, KNOWN, type Magic, magicIn, refuseBy, STATES } from "./magic.js";
import { type Fields, makeUp, type Schema, updates } from "./resource.js";
import { tellingOf } from "./telling.js";

/**
 * Plays any product by its document alone: what is posted to a collection is made, and is read, changed, listed and
 * deleted at its place from then on. Every well-formed SID is something that the account has, but for those of
 * {@link MAGIC}. States move on by one with each read.
 */
export class Resources implements Shelf {
  readonly account: Account;
  readonly #stored = new Map<string, Stored>();
  readonly #deleted = new Set<string>();
  #made = 0;

  constructor(account: Account) {
    this.account = account;
  }

  perform(request: RecordedRequest, route: Route, fields: Fields): Reply {
    const asked = take(request, route, fields);
    const magic = magicIn(textsOf(request, asked), asked.collection);
    if (asked.method === "POST" || magic?.code === "20404") refuseBy(magic);
    const act = acts[`${asked.method} ${asked.collection}`];
    const body = act?.(asked, this) ?? this.#plain(asked, magic);
    return { status: asked.status, body };
  }

  #plain(asked: Asked, magic: Magic | undefined): object {
    if (asked.method === "DELETE") return this.#remove(asked);
    if (!asked.single && asked.method === "GET") return this.#list(asked, magic);
    if (!asked.single) {
      this.#refuseTwice(asked);
      return this.make(asked, magic).body;
    }
    const stored = this.find(asked, magic);
    if (asked.method === "GET") return this.#read(stored, asked);
    return this.#change(stored, asked);
  }

  /** Unique names are taken until what has them is deleted. */
  #refuseTwice({ collection, path, fields }: Asked): void {
    const place = `${path}/${String(fields["UniqueName"])}`;
    if (fields["UniqueName"] === undefined || !this.#stored.has(place) || this.#deleted.has(place)) return;
    throw new TwilioError(409, collection === "Documents" ? 54301 : 20409, "Unique name already exists");
  }

  /** Makes a resource of a collection, or takes one for granted whose place is known. */
  make(asked: Asked, magic: Magic | undefined, place?: string): Stored {
    const stored = this.#madeUp(asked, magic, place);
    const { body } = stored;
    if (!place) this.#tell(stored, asked);
    const names = place ? [] : [nameOf(body), body["unique_name"], body["to"]];
    for (const key of place ? [place] : names.map((name) => `${asked.path}/${String(name)}`))
      this.#stored.set(key, stored);
    return stored;
  }

  /** Has what is made move on by itself, if the request asks to be told of it. */
  #tell(stored: Stored, asked: Asked): void {
    const told = tellingOf(stored, asked, (state) => {
      stored.reads = stored.states.indexOf(state);
      this.settle(stored, state);
    });
    if (told === undefined) return;
    stored.isTold = true;
    this.account.callbacks.begin(told);
  }

  #madeUp(asked: Asked, magic: Magic | undefined, place?: string): Stored {
    const { collection, schema, params, fields, path } = asked;
    const { field, usual } = STATES[collection] ?? {};
    const states = magic?.states ?? usual ?? [];
    const body = makeUp(schema, {
      account: this.account,
      path: place ?? path,
      params,
      fields: place ? asked.query : fields,
      usual: KNOWN[collection] ?? {},
      known: { ...magic?.fields, ...(field && { [field]: states[0] }) },
    });
    if ("url" in body && !place) body["url"] = `https://${path}/${nameOf(body)}`;
    if ("uri" in body && !place) body["uri"] = `${path.slice(path.indexOf("/"))}/${nameOf(body)}.json`;
    this.#made += 1;
    return { collection, schema, number: this.#made, body, states, reads: 0, isTold: false };
  }

  /** What is at a place. Throws a 404 if it has been deleted or forgotten. */
  find(asked: Asked, magic?: Magic, place = asked.path): Stored {
    const stored = this.#stored.get(place) ?? this.make(asked, magic, place);
    if (this.#deleted.has(place) || FORGOTTEN.includes(stateOf(stored) ?? "")) throw notFound(place);
    return stored;
  }

  #read(stored: Stored, asked: Asked): object {
    if (stored.isTold && stored.reads === stored.states.length - 1) {
      this.account.callbacks.wasRead(String(stored.body["sid"]));
    }
    if (!stored.isTold && stored.reads < stored.states.length - 1) {
      stored.reads += 1;
      this.settle(stored, stored.states[stored.reads] ?? "");
      return this.find(asked).body;
    }
    return stored.body;
  }

  #change(stored: Stored, { collection, schema, fields, ifMatch }: Asked): object {
    const { revision } = stored.body;
    if (ifMatch !== undefined && ifMatch !== revision) throw new TwilioError(412, 54103, "The revision does not match");
    stored.body = { ...stored.body, ...updates(schema, fields), ...nextRevision(revision) };
    const state = stored.body[STATES[collection]?.field ?? ""];
    if (typeof state === "string") {
      stored.states = [state];
      stored.reads = 0;
    }
    return stored.body;
  }

  /** Puts a resource into a state. */
  settle(stored: Stored, state: string): void {
    const field = STATES[stored.collection]?.field;
    if (field !== undefined) stored.body = { ...stored.body, [field]: state };
  }

  #remove(asked: Asked): object {
    const stored = this.find(asked);
    for (const [place, other] of this.#stored) if (other === stored) this.#stored.delete(place);
    this.#deleted.add(asked.path);
    return {};
  }

  /** A list that nobody has put anything into has one item, so that there is something to find. */
  #list(asked: Asked, magic: Magic | undefined): object {
    const { schema, path } = asked;
    const [name = "items", list] =
      Object.entries(schema.properties ?? {}).find(([, { type }]) => type === "array") ?? [];
    const item = { ...asked, schema: list?.items ?? {} };
    const inside = [...this.#stored].filter(
      ([key]) => key.startsWith(`${path}/`) && !key.slice(path.length + 1).includes("/"),
    );
    const there = [...new Set(inside.filter(([key]) => !this.#deleted.has(key)).map(([, stored]) => stored))];
    const made = there.length > 0 || magic?.empty ? there : [this.#madeUp({ ...item, fields: asked.query }, magic)];
    const { items, ...around } = page(schema, name, asked, magic?.empty ? [] : made);
    return { ...around, [name]: items.map(({ body }) => body) };
  }
}

/** Of several schemas the last: the documents append what is newer. */
function oneOf(schema: Schema): Schema {
  return schema.oneOf?.at(-1) ?? schema;
}

function nameOf(body: Fields): string {
  return String(body["sid"] ?? body["call_sid"] ?? body["phone_number"]);
}

/** What is changed under a revision has the next one. */
function nextRevision(revision: unknown): Fields {
  return typeof revision === "string" ? { revision: String(Number(revision) + 1) } : {};
}

/**
 * A page of a list, and what surrounds it, in the two ways in which Twilio does it. Its token is what comes last on it, so
 * that nothing is left out where that is deleted before the next page is asked for.
 */
function page(
  { properties = {} }: Schema,
  key: string,
  { path, query }: Asked,
  all: readonly Stored[],
): Fields & { readonly items: readonly Stored[] } {
  const size = Number(query["PageSize"] ?? 50);
  const number = Number(query["Page"] ?? 0);
  const after = Number(String(query["PageToken"] ?? "PA0").slice(2));
  const left = all.filter((stored) => stored.number > after).toSorted((a, b) => a.number - b.number);
  const items = left.slice(0, size);
  const asked = new URLSearchParams({
    ...Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
    PageSize: String(size),
    Page: String(number + 1),
    PageToken: `PA${items.at(-1)?.number ?? 0}`,
  });
  const isLast = left.length === items.length;
  if ("meta" in properties) {
    const url = `https://${path}`;
    const next = isLast ? null : `${url}?${asked}`;
    const pages = { first_page_url: url, page: number, page_size: size, next_page_url: next, previous_page_url: null };
    return { items, meta: { key, url, ...pages } };
  }
  const uri = `${path.slice(path.indexOf("/"))}.json`;
  const next = isLast ? null : `${uri}?${asked}`;
  const pages = { first_page_uri: uri, page: number, page_size: size, next_page_uri: next, previous_page_uri: null };
  return { items, uri, ...pages, start: 0, end: 0 };
}

function take(
  { method, host, path, query, headers }: RecordedRequest,
  { operation, params }: Route,
  fields: Fields,
): Asked {
  const [status, response] = Object.entries(operation.responses ?? {}).find(([code]) => code.startsWith("2")) ?? [
    "200",
  ];
  const names = operation.path.replace(/\.json$/, "").split("/");
  const content = response && "content" in response ? response.content?.["application/json"]?.schema : undefined;
  return {
    method,
    path: decodeURIComponent(`${host}${path}`.replace(/\.json$/, "")),
    collection: path.includes("/Tollfree/")
      ? "Tollfree/Verifications"
      : (names.findLast((name) => !name.startsWith("{")) ?? ""),
    single: names.at(-1)?.startsWith("{") ?? false,
    params,
    fields,
    query: Object.fromEntries(new URLSearchParams(query)),
    ifMatch: headers["if-match"],
    status: Number(status),
    schema: oneOf(Object(content)),
  };
}

function textsOf({ form, query }: RecordedRequest, { path }: Asked): readonly string[] {
  return [...form.map(([, value]) => value), decodeURIComponent(query), path];
}
