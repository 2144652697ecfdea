import { expect, test } from "vitest";
import { signers } from "../../templates/runtime/client/signers.js";
import {
  type Checkpoint,
  openWorkflow,
  type WorkflowOptions,
  type WorkflowRun,
} from "../../templates/runtime/twilio/index.js";
import { leaksOf } from "../support/secrets.js";
import { failureOf } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";

// What an answer repeats of the credentials of its request: the run works with it, and nothing that it says holds it.

interface Sessions {
  "/sessions": { post: { responses: { 201: { content: { "application/json": { token: string } } } } } };
  "/me": {
    get: {
      parameters: { header?: Record<string, string> };
      responses: { 200: { content: { "application/json": { id: string } } } };
    };
  };
}

/** A login that answers with a token, which the next step sends. */
async function signIn(options: WorkflowOptions<string, object>): Promise<string> {
  const run: WorkflowRun = openWorkflow("sign-in", { retries: 0, ...options }, { signers });
  const anyOf = [{ bearer: { type: "bearer" } }] as const;
  const api = run.api<Sessions>("https://orders.example.com", { source: "orders", security: anyOf });
  const open = await api.POST("/sessions", { ...run.step("open") });
  if (open.status !== 201) run.fail(open);
  const header = { Authorization: `Bearer ${open.data.token}` };
  const me = await api.GET("/me", { ...run.step("me"), params: { header } });
  if (me.status !== 200) run.fail(me);
  return me.data.id;
}

const secret = "the-token-of-orders";

test("a token that equals the one it was asked with is sent on as it came, after a resume too", async () => {
  let isDown = true;
  const server = await serve(({ url, headers }) => {
    if (url === "/sessions") return { status: 201, body: { token: secret } };
    return isDown ? { status: 503 } : { body: { id: String(headers["authorization"]) } };
  });
  const kept: Checkpoint[] = [];
  const onCheckpoint = (checkpoint: Checkpoint): void => void kept.push(checkpoint);
  const options = { credentials: { orders: { bearer: secret } }, baseUrl: { orders: server.url }, onCheckpoint };
  expect(await failureOf(signIn(options))).toMatchObject({ status: 503 });
  isDown = false;
  expect(await signIn({ ...options, resume: kept.at(-1) })).toBe(`Bearer ${secret}`);
  expect(server.requests.map(({ url }) => url)).toEqual(["/sessions", "/me", "/me"]);
});

test.each<[name: string, reply: (text: string) => Reply]>([
  [
    "a status that is not wanted",
    (text) => ({ status: 202, headers: { "twilio-request-id": text }, body: { token: text } }),
  ],
  ["a cookie", (text) => ({ status: 201, headers: { "set-cookie": `seen=${text}` }, body: {} })],
  ["no JSON", (text) => ({ status: 201, body: text })],
  ["another shape", (text) => ({ status: 201, body: [text] })],
])("an error about a good answer with %s repeats no secret", async (_name, reply) => {
  for (const token of [secret, "t9"]) {
    const server = await serve([reply(`Bearer ${token}`)]);
    const told: unknown[] = [];
    const onStep = (event: unknown): void => void told.push(event);
    const options = { credentials: { orders: { bearer: token } }, baseUrl: { orders: server.url }, onStep };
    const error = await failureOf(signIn(options));
    const { checkpoint: _, ...said } = Object.getOwnPropertyDescriptors(error);
    expect(error).toBeInstanceOf(Error);
    expect(leaksOf([token], said, String(error), JSON.stringify(error), ...told)).toEqual([]);
  }
});

test.each(["t9", "key", "1234567"])(
  "a secret of few letters, %s, is hidden where it is carried, and nowhere else",
  async (token) => {
    const other = `no: ${token} is a word like any other, and x${token}x too`;
    const server = await serve(({ headers }) => ({
      status: 400,
      body: { message: `authorization: ${String(headers["authorization"])}; ${other}` },
    }));
    const options = { credentials: { orders: { bearer: token } }, baseUrl: { orders: server.url } };
    const error = await failureOf(signIn(options));
    expect(error).toMatchObject({ body: { message: `authorization: Bearer ***; ${other}` } });
  },
);

test("a key that a URL brings along, in place of that of the credentials, is hidden like that", async () => {
  const server = await serve(({ url }) => ({
    status: 400,
    body: { message: `${url} has a key`, key: "key-of-the-link" },
  }));
  const run: WorkflowRun = openWorkflow("follow", { retries: 0, baseUrl: { orders: server.url } }, { signers });
  const security = [{ key: { type: "apiKey", in: "query", name: "key" } }] as const;
  const api = run.api<Sessions>("https://orders.example.com", { source: "orders", security: [...security, {}] });
  const at = { url: "https://orders.example.com/me?page=2&key=key-of-the-link", isElsewhere: false };
  const me = await api.GET("/me", { ...run.step("me", { at }) });
  expect(me.error).toEqual({ message: "/me?page=2&key=*** has a key", key: "***" });
});
