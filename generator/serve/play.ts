import { isSameWords } from "../diagnostics.js";
import { child, decoded, isMapping, type Mapping } from "../documents/index.js";
import { drawsFor, type Draw } from "./draws.js";
import { merged } from "./facts.js";
import { identityIn, newId, type Identity } from "./identity.js";
import { askedFor, listed } from "./lists.js";
import { makeValue } from "./make.js";
import { nounOf } from "./path-template.js";
import { Refusal } from "./refusal.js";
import { responseOf, type Response } from "./responses.js";
import type { PathKind, Route } from "./routes.js";
import type { Sequences } from "./sequences.js";
import type { Store } from "./store.js";
import { streamText } from "./stream-text.js";

/** A request that its document allows. */
export interface Asked {
  readonly route: Route;
  /** The path as it was asked for. */
  readonly path: string;
  /** What the documented parameters of the query are, by their names. */
  readonly query: Readonly<Record<string, unknown>>;
  /** What the body holds. */
  readonly body: unknown;
}

/** What a request is answered with. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined` where there is no body. */
  readonly mediaType: string | undefined;
  readonly value: unknown;
}

/** What answers go by. */
export interface Stage {
  readonly store: Store;
  readonly sequences: Sequences;
}

type ItemKind = Extract<PathKind, { kind: "item" }>;
type CollectionKind = Extract<PathKind, { kind: "collection" }>;

/** Carries a request out, and answers it. @throws Refusal where what it is about is not there */
export function play(asked: Asked, stage: Stage): Reply {
  const { endpoint, operation } = asked.route;
  const { is } = endpoint;
  if (is.kind === "item") return onItem(asked, is, stage);
  if (is.kind === "single") return onSingle(asked, stage);
  if (operation.method === "post") return create(asked, is, stage);
  if (operation.method === "delete") return clear(asked, stage);
  return list(asked, is, stage);
}

function create(asked: Asked, is: CollectionKind, { store, sequences }: Stage): Reply {
  const { endpoint, operation } = asked.route;
  const response = responseOf(operation, 201);
  const collection = storedAt(asked.route);
  const count = store.next(collection);
  const draw = drawsFor(`${collection} ${count}`);
  const identity = identityOf(response, asked.route, is.parameter);
  const body = bodyFor(identity, asked.body);
  const id = newId(identity, endpoint.template, { body, ofPath: is.idSchema(), draw, count });
  const told = identity.property === undefined ? {} : { [identity.property]: id };
  const facts = merged(firstStatuses(identity, sequences), pathParameters(asked.route), body, told);
  const path = is.item.filledWith([...valuesOf(asked.route), encodeURIComponent(String(id))]);
  const value = valueOf(response, identity, facts, draw);
  store.put({ path: `/${endpoint.served.name}${path}`, collection, facts: merged(facts, thingIn(value, identity)) });
  const location = Object.keys(response.headers).find((name) => isSameWords(name, "location"));
  const reply = replyOf(response, value);
  if (location === undefined) return reply;
  const there = `${asked.path.replace(/\.\w+$/, "")}${path.slice(path.lastIndexOf("/"))}`;
  return { ...reply, headers: { ...reply.headers, [location]: there } };
}

function list(asked: Asked, is: CollectionKind, { store }: Stage): Reply {
  const { endpoint, operation } = asked.route;
  const path = storedAt(asked.route);
  const response = responseOf(operation);
  const things = store.list(path).map(({ facts }) => facts);
  const isKnown = is.canBeMade || things.length > 0;
  const { schema, content, example } = response;
  if (content?.streamed)
    return replyOf(response, streamText(content.streamed, path, askedFor(things, asked.query), example));
  if (schema === undefined) return replyOf(response, example);
  const known = isKnown ? listed(schema, askedFor(things, asked.query), endpoint.template) : undefined;
  return replyOf(response, makeValue(schema, drawsFor(path), { known, example }));
}

function clear({ route }: Asked, { store }: Stage): Reply {
  for (const { path } of store.list(storedAt(route))) store.delete(path);
  const response = responseOf(route.operation, 204);
  return replyOf(response, valueOf(response, undefined, {}, drawsFor(storedAt(route))));
}

function onItem(asked: Asked, is: ItemKind, { store, sequences }: Stage): Reply {
  const { endpoint, operation, parameters } = asked.route;
  const { method } = operation;
  const path = storedAt(asked.route);
  const before = store.get(path);
  const id = decoded(parameters.get(is.parameter) ?? "");
  if (before === undefined && is.canBeMade && method !== "put") throw notThere(nounOf(is.collection), id);
  const preferred = method === "put" && before === undefined ? 201 : method === "delete" ? 204 : 200;
  const response = responseOf(operation, preferred);
  const identity = identityOf(response, asked.route, is.parameter);
  const own = identity.property === undefined ? {} : { [identity.property]: id };
  const known = before?.facts ?? merged(firstStatuses(identity, sequences), pathParameters(asked.route));
  const isRead = method === "get" || method === "head";
  const isMoved = isRead && before !== undefined && identity.schema !== undefined;
  const moved = isMoved ? sequences.next(identity.schema, known) : known;
  const facts = merged(own, moved, isRead ? undefined : bodyFor(identity, asked.body));
  const value = valueOf(response, identity, facts, drawsFor(path));
  if (method === "delete") store.delete(path);
  else {
    const collection = `/${endpoint.served.name}${is.collection.filledWith(valuesOf(asked.route).slice(0, -1))}`;
    store.put({ path, collection, facts: merged(facts, thingIn(value, identity)) });
  }
  return replyOf(response, value);
}

/** What there is one of has the facts of what it lies below; what is done there may change these. */
function onSingle(asked: Asked, { store, sequences }: Stage): Reply {
  const { operation } = asked.route;
  const path = storedAt(asked.route);
  const before = store.get(path);
  const owner = store.owner(path);
  const response = responseOf(operation, operation.method === "delete" ? 204 : 200);
  const identity = identityOf(response, asked.route, undefined);
  const isRead = operation.method === "get" || operation.method === "head";
  const first = merged(firstStatuses(identity, sequences), owner?.facts, pathParameters(asked.route));
  const isMoved = isRead && before !== undefined && identity.schema !== undefined;
  const moved = isMoved ? sequences.next(identity.schema, before.facts) : before?.facts;
  const facts = merged(first, moved, isRead ? undefined : asked.body);
  const draw = drawsFor(operation.method === "post" ? `${path} ${store.next(path)}` : path);
  const value = valueOf(response, identity, facts, draw);
  if (operation.method === "delete") store.delete(path);
  else if (operation.method !== "post") store.put({ path, collection: undefined, facts: merged(facts, value) });
  else if (owner !== undefined) store.put({ ...owner, facts: merged(owner.facts, asked.body) });
  return replyOf(response, value);
}

/** Where something is kept: its path, whatever the server's is, behind the name of the document. */
function storedAt(route: Route): string {
  const { served, template } = route.endpoint;
  return `/${served.name}${template.filledWith(valuesOf(route))}`;
}

/** The parameters of the path, however they were encoded, in one way. */
function valuesOf({ parameters }: Route): readonly string[] {
  return [...parameters.values()].map((text) => encodeURIComponent(decoded(text)));
}

function pathParameters({ parameters }: Route): Mapping {
  return Object.fromEntries([...parameters].map(([name, text]) => [name, decoded(text)]));
}

function identityOf({ schema }: Response, { endpoint }: Route, parameter: string | undefined): Identity {
  const { is, template } = endpoint;
  const collection = is.kind === "item" ? is.collection : template;
  if (schema === undefined) return { inside: undefined, property: undefined, schema: undefined };
  return identityIn(schema, collection, parameter);
}

function firstStatuses({ schema }: Identity, sequences: Sequences): Mapping {
  return schema === undefined ? {} : sequences.first(schema);
}

/** What a body says of a thing: all of it, or what is inside, where answers have it there. */
function bodyFor({ inside }: Identity, body: unknown): unknown {
  const within = inside === undefined ? undefined : child(body, inside);
  return isMapping(within) ? within : body;
}

function thingIn(value: unknown, { inside }: Identity): unknown {
  return inside === undefined ? value : child(value, inside);
}

function valueOf(response: Response, identity: Identity | undefined, facts: Mapping, draw: Draw): unknown {
  const { schema, content, example } = response;
  if (content?.streamed) return streamText(content.streamed, content.at.join("/"), [], example);
  if (schema === undefined) return example;
  const known = identity?.inside === undefined ? facts : { [identity.inside]: facts };
  return makeValue(schema, draw, { known, example });
}

function replyOf({ status, headers, content }: Response, value: unknown): Reply {
  const isEmpty = content === undefined || status === 204 || status === 304;
  return { status, headers, mediaType: isEmpty ? undefined : content.mediaType, value };
}

function notThere(noun: string, id: string): Refusal {
  return new Refusal(404, `There is no ${noun} ${id}: no request has made it, or one has deleted it.`);
}
