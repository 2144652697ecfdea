import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { createTwilio, type WorkflowOptions } from "../../templates/runtime/twilio/index.js";
import { leaksOf } from "../support/secrets.js";
import { at, credentials, failureOf } from "./support/options.js";
import { serve } from "./support/server.js";
import { fetchOne, tidy } from "./support/workflows.js";

afterEach(() => vi.unstubAllGlobals());

const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
const ok = [{ body: { sid: "SM1" } }];

async function sentWith(options: WorkflowOptions): Promise<Readonly<Record<string, unknown>>> {
  const server = await serve(ok);
  await fetchOne("SM1", at(server.url, options));
  return server.requests[0]?.headers ?? {};
}

test("a request says who sends it, with the version of the package", async () => {
  expect(await sentWith({})).toMatchObject({ "user-agent": `twilio-workflows/${version}` });
});

test("in a browser, which says that itself, it does not", async () => {
  let sent: unknown;
  const fetch = async (_url: string, { headers }: RequestInit): Promise<Response> => {
    sent = headers;
    return Response.json({ sid: "SM1" });
  };
  vi.stubGlobal("process", undefined);
  await fetchOne("SM1", { credentials, fetch });
  expect(sent).not.toHaveProperty("user-agent");
  vi.stubGlobal("Deno", {});
  await fetchOne("SM1", { credentials, fetch });
  expect(sent).toHaveProperty("user-agent");
});

test("headers of the options go with each request, those of a client too, and the run's go before them", async () => {
  const client = createTwilio({ credentials, headers: { "X-Team": "a", "x-client": "b" } });
  const headers = { "x-team": "c", "User-Agent": "orders/1" };
  const want = { "x-team": "c", "x-client": "b", "user-agent": "orders/1" };
  expect(await sentWith({ credentials: undefined, client, headers })).toMatchObject(want);
});

test("what a step sends goes before them", async () => {
  const server = await serve(({ method }) =>
    method === "DELETE" ? { status: 204 } : { body: { sid: "SM1", messages: [] } },
  );
  await tidy({ sid: "of-the-step", tags: [] }, at(server.url, { headers: { "x-trace": "of-the-run" } }));
  const traces = server.requests.map(({ headers }) => headers["x-trace"]);
  expect(traces).toEqual(["of-the-run", "of-the-run", "of-the-step"]);
});

test("they do not go to where tokens come from", async () => {
  const server = await serve(({ url }) =>
    url.startsWith("/v2/token") ? { body: { access_token: "the-token", expires_in: 60 } } : { body: { sid: "SM1" } },
  );
  const oauth = { clientId: "OQ1", clientSecret: "the-secret" };
  await fetchOne("SM1", at(server.url, { credentials: oauth, headers: { "X-Team": "a" } }));
  expect(server.requests.map(({ headers }) => headers["x-team"])).toEqual([undefined, "a"]);
});

const refused: [headers: unknown, want: string][] = [
  [{ Authorization: "Bearer the-secret" }, "option headers must not set Authorization"],
  [{ cookie: "the-secret" }, "option headers must not set cookie"],
  [{ Accept: "text/csv" }, "option headers must not set Accept"],
  [{ "Content-Type": "text/csv" }, "option headers must not set Content-Type"],
  [{ Host: "evil.test" }, "option headers must not set Host"],
  [{ "transfer-encoding": "chunked" }, "option headers must not set transfer-encoding"],
  [{ "X-A": "the-secret\r\nX-B: 1" }, "option headers cannot be used: X-A holds what no header can"],
  [{ "X-A": 1 }, "option headers cannot be used: X-A must be a text"],
  [{ "X A": "a" }, 'option headers has a name that is none of a header: "X A"'],
  ["the-secret", "option headers must be an object of texts, not string"],
  [["the-secret"], "option headers must be an object of texts, not array"],
];

test.each(refused)("%o are refused before anything is sent", async (headers, want) => {
  const server = await serve(ok);
  const options: WorkflowOptions = JSON.parse(JSON.stringify({ ...at(server.url), runner: undefined, headers }));
  const error = await failureOf(fetchOne("SM1", options));
  expect(error).toMatchObject({ code: "invalid-input", message: expect.stringContaining(want) });
  expect(String(error)).not.toContain("the-secret");
  expect(server.requests).toEqual([]);
});

test.each([
  ["X-Api-Key", "hush-key-of-all"],
  // So short, and in no random id.
  ["X-Auth", "~9"],
  ["X-Session-Token", "hush token/+"],
])("what %s holds is repeated by nothing that a run hands out", async (name, secret) => {
  const server = await serve(({ headers }) => ({
    status: 400,
    headers: { "x-echo": `${name}: ${secret}` },
    body: { message: `no: ${name}: ${String(headers[name.toLowerCase()])}` },
  }));
  const told: unknown[] = [];
  const onStep = (event: unknown): void => void told.push(event);
  const onCheckpoint = (checkpoint: unknown): void => void told.push(checkpoint);
  const options = { headers: { [name]: secret }, retries: 0, onStep, onCheckpoint };
  const leaky = async (url: string, init: RequestInit): Promise<Response> => {
    throw new Error(`${url} ${JSON.stringify(init.headers)}`);
  };
  const errors = [
    await failureOf(fetchOne("SM1", at(server.url, options))),
    await failureOf(fetchOne("SM1", at(server.url, { ...options, fetch: leaky }))),
  ];
  expect(server.requests[0]?.headers).toMatchObject({ [name.toLowerCase()]: secret });
  expect(leaksOf([secret], ...errors, ...told)).toEqual([]);
});
