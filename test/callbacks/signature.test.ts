import { createRequire } from "node:module";
import { parse } from "node:querystring";
import { describe, expect, test } from "vitest";
import { createCallbackHandler } from "../../templates/callbacks/index.js";
import { type Sent, toHandler, toListener } from "./serving.js";

interface Official {
  validateIncomingRequest(request: object, authToken: string, options?: object): boolean;
  getExpectedTwilioSignature(authToken: string, url: string, fields: object): string;
  getExpectedBodyHash(body: string): string;
}

const official: Official = createRequire(import.meta.url)("twilio/lib/webhooks/webhooks.js");

const authToken = "the-auth-token";
const FORM = "application/x-www-form-urlencoded";

interface Case {
  readonly name: string;
  /** The URL and the fields that were signed, with the token of the account if no other is named. */
  readonly signed: { readonly url: string; readonly fields?: object; readonly token?: string } | undefined;
  /** What arrived. */
  readonly sent: Sent;
  readonly options?: { readonly url?: string; readonly trustProxy?: boolean };
  readonly want: boolean;
}

const host = "app.example.com";
const body = "MessageSid=SM1&MessageStatus=delivered&To=%2B15558675310&Extra=";
const fields = { MessageSid: "SM1", MessageStatus: "delivered", To: "+15558675310", Extra: "" };
const url = `http://${host}/callbacks?tenant=7`;
const path = "/callbacks?tenant=7";
const json = '{"challenge_sid":"YC1","type":"challenge.approved"}';
const digest = official.getExpectedBodyHash(json);
const proxy = { "x-forwarded-proto": "https", "x-forwarded-host": "public.example.com" };

const cases: readonly Case[] = [
  { name: "a form", signed: { url, fields }, sent: { path, body }, want: true },
  { name: "no signature", signed: undefined, sent: { path, body }, want: false },
  {
    name: "an empty signature",
    signed: undefined,
    sent: { path, body, headers: { "x-twilio-signature": "" } },
    want: false,
  },
  { name: "a forged signature", signed: { url, fields, token: "another-token" }, sent: { path, body }, want: false },
  {
    name: "a signature that is cut off",
    signed: undefined,
    sent: {
      path,
      body,
      headers: { "x-twilio-signature": official.getExpectedTwilioSignature(authToken, url, fields).slice(0, -4) },
    },
    want: false,
  },
  {
    name: "another value",
    signed: { url, fields: { ...fields, MessageStatus: "failed" } },
    sent: { path, body },
    want: false,
  },
  { name: "a field more", signed: { url, fields }, sent: { path, body: `${body}&New=1` }, want: false },
  {
    name: "a field less",
    signed: { url, fields },
    sent: { path, body: body.replace("MessageSid=SM1&", "") },
    want: false,
  },
  {
    name: "fields in another order",
    signed: { url, fields },
    sent: { path, body: body.split("&").reverse().join("&") },
    want: true,
  },
  { name: "another path", signed: { url: `http://${host}/other?tenant=7`, fields }, sent: { path, body }, want: false },
  {
    name: "another host",
    signed: { url: "http://evil.example.com/callbacks?tenant=7", fields },
    sent: { path, body },
    want: false,
  },
  {
    name: "another query",
    signed: { url: `http://${host}/callbacks?tenant=8`, fields },
    sent: { path, body },
    want: false,
  },
  {
    name: "another scheme",
    signed: { url: `https://${host}/callbacks?tenant=7`, fields },
    sent: { path, body },
    want: false,
  },
  {
    name: "a port that only Twilio has",
    signed: { url: `http://${host}:80/callbacks?tenant=7`, fields },
    sent: { path, body },
    want: true,
  },
  {
    name: "a port that only the request has",
    signed: { url, fields },
    sent: { path, body, headers: { host: `${host}:8080` } },
    want: true,
  },
  {
    name: "the same port on both sides",
    signed: { url: `http://${host}:8080/callbacks?tenant=7`, fields },
    sent: { path, body, headers: { host: `${host}:8080` } },
    want: true,
  },
  {
    name: "another port",
    signed: { url: `http://${host}:9090/callbacks?tenant=7`, fields },
    sent: { path, body, headers: { host: `${host}:8080` } },
    want: false,
  },
  {
    name: "an address with a port",
    signed: { url: "http://[::1]:8080/callbacks", fields },
    sent: { path: "/callbacks", body, headers: { host: "[::1]:8080" } },
    want: true,
  },
  {
    name: "repeated keys",
    signed: { url, fields: { A: ["2", "1", "2"], B: "x" } },
    sent: { path, body: "A=2&B=x&A=1&A=2" },
    want: true,
  },
  {
    name: "repeated keys, one of them lost",
    signed: { url, fields: { A: ["2", "1"] } },
    sent: { path, body: "A=1" },
    want: false,
  },
  {
    name: "repeated names in the query",
    signed: { url: `http://${host}/callbacks?a=1&a=2&b=3`, fields },
    sent: { path: "/callbacks?a=1&b=3&a=2", body },
    want: true,
  },
  { name: "an empty body", signed: { url }, sent: { path, body: "" }, want: true },
  { name: "an empty body that had fields", signed: { url, fields }, sent: { path, body: "" }, want: false },
  {
    name: "a GET",
    signed: { url: `http://${host}/callbacks?MessageSid=SM1` },
    sent: { method: "GET", path: "/callbacks?MessageSid=SM1" },
    want: true,
  },
  {
    name: "no query",
    signed: { url: `http://${host}/callbacks`, fields },
    sent: { path: "/callbacks", body },
    want: true,
  },
  {
    name: "a query of nothing",
    signed: { url: `http://${host}/callbacks?`, fields },
    sent: { path: "/callbacks?", body },
    want: true,
  },
  {
    name: "letters that are no ASCII",
    signed: { url, fields: { Body: "Grüße, 世界 👋 + & =" } },
    sent: { path, body: `Body=${encodeURIComponent("Grüße, 世界 👋 + & =").replaceAll("%20", "+")}` },
    want: true,
  },
  {
    name: "a quote in the query, signed as it is",
    signed: { url: `http://${host}/callbacks?name=O'Hara`, fields },
    sent: { path: "/callbacks?name=O'Hara", body },
    want: true,
  },
  {
    name: "a quote in the query, signed as it is, and encoded on the way",
    signed: { url: `http://${host}/callbacks?name=O'Hara`, fields },
    sent: { path: "/callbacks?name=O%27Hara", body },
    want: true,
  },
  {
    name: "a quote in the query, signed as it is encoded",
    signed: { url: `http://${host}/callbacks?name=O%27Hara`, fields },
    sent: { path: "/callbacks?name=O'Hara", body },
    want: true,
  },
  {
    name: "JSON with its digest",
    signed: { url: `http://${host}/callbacks?bodySHA256=${digest}` },
    sent: { path: `/callbacks?bodySHA256=${digest}`, body: json, headers: { "content-type": "application/json" } },
    want: true,
  },
  {
    name: "other JSON than that of its digest",
    signed: { url: `http://${host}/callbacks?bodySHA256=${digest}` },
    sent: {
      path: `/callbacks?bodySHA256=${digest}`,
      body: `${json} `,
      headers: { "content-type": "application/json" },
    },
    want: false,
  },
  {
    name: "JSON with a digest that is not signed",
    signed: { url: `http://${host}/callbacks` },
    sent: { path: `/callbacks?bodySHA256=${digest}`, body: json, headers: { "content-type": "application/json" } },
    want: false,
  },
  {
    name: "JSON with an empty digest",
    signed: { url: `http://${host}/callbacks?bodySHA256=` },
    sent: { path: "/callbacks?bodySHA256=", body: json, headers: { "content-type": "application/json" } },
    want: false,
  },
  {
    name: "JSON with a digest of another name",
    signed: { url: `http://${host}/callbacks?no-bodySHA256=${digest}` },
    sent: { path: `/callbacks?no-bodySHA256=${digest}`, body: json, headers: { "content-type": "application/json" } },
    want: false,
  },
  {
    name: "JSON without a digest",
    signed: { url },
    sent: { path, body: json, headers: { "content-type": "application/json" } },
    want: false,
  },
  {
    name: "a form with its digest",
    signed: { url: `http://${host}/callbacks?bodySHA256=${official.getExpectedBodyHash(body)}` },
    sent: { path: `/callbacks?bodySHA256=${official.getExpectedBodyHash(body)}`, body },
    want: true,
  },
  {
    name: "a proxy that is trusted",
    signed: { url: "https://public.example.com/callbacks?tenant=7", fields },
    sent: { path, body, headers: proxy },
    options: { trustProxy: true },
    want: true,
  },
  {
    name: "a proxy that is not trusted",
    signed: { url: "https://public.example.com/callbacks?tenant=7", fields },
    sent: { path, body, headers: proxy },
    want: false,
  },
  {
    name: "a proxy that is trusted, and a signature for what is behind it",
    signed: { url, fields },
    sent: { path, body, headers: proxy },
    options: { trustProxy: true },
    want: false,
  },
  {
    name: "the URL that Twilio was given, behind a proxy",
    signed: { url: "https://public.example.com/twilio?tenant=7", fields },
    sent: { path, body },
    options: { url: "https://public.example.com/twilio" },
    want: true,
  },
  {
    name: "another one than the URL that Twilio was given",
    signed: { url, fields },
    sent: { path, body },
    options: { url: "https://public.example.com/twilio" },
    want: false,
  },
];

/** What arrives, with its signature. */
function arriving({ signed, sent }: Case): Sent & { readonly headers: Readonly<Record<string, string>> } {
  const { url: where = "", fields: what = {}, token = authToken } = signed ?? {};
  const signature = signed ? { "x-twilio-signature": official.getExpectedTwilioSignature(token, where, what) } : {};
  const type = sent.body ? { "content-type": FORM } : {};
  return { ...sent, headers: { host, ...type, ...signature, ...sent.headers } };
}

/** What the official library says of it, asked as its own middleware asks. */
function officialVerdict(given: Case): boolean {
  const { headers, path: originalUrl = "/", body: text = "", method = "POST" } = arriving(given);
  const isForm = headers["content-type"] === FORM && method === "POST";
  const request = {
    protocol: "http",
    headers,
    header: (name: string) => headers[name.toLowerCase()],
    originalUrl,
    body: isForm ? { ...parse(text) } : text === "" ? {} : JSON.parse(text),
    rawBody: text,
  };
  const { url: named, trustProxy } = given.options ?? {};
  const query = originalUrl.includes("?") ? originalUrl.slice(originalUrl.indexOf("?")) : "";
  const forwarded = { protocol: headers["x-forwarded-proto"], host: headers["x-forwarded-host"] };
  const options = named ? { url: named + query } : trustProxy ? forwarded : {};
  return official.validateIncomingRequest(request, authToken, options);
}

describe("a callback is taken if the official library would take it:", () => {
  test.each(cases)("$name", async (given) => {
    const handler = createCallbackHandler({ authToken: ["one-before", authToken], ...given.options });
    const arrived = arriving(given);
    const want = given.want ? 204 : 403;

    expect(officialVerdict(given)).toBe(given.want);
    expect(await toListener(handler, arrived)).toMatchObject({ status: want });
    expect(await toHandler(handler, arrived)).toMatchObject({ status: want });
  });
});
