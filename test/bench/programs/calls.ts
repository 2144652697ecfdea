import http from "node:http";
import https from "node:https";
import createClient from "openapi-fetch";
import twilio from "twilio";

/*
 * The same two calls by each of several means: make a message, read it. Prints, for each means, what a call took in
 * microseconds, of the clock and of the processor, in each round.
 */

const [, , base = "", packageFile = "", roundsText = "", runsText = "", atOnceText = "", ...names] = process.argv;
const rounds = Number(roundsText);
const runs = Number(runsText);
const atOnce = Number(atOnceText);

const accountSid = `AC3f9a1c7e5b2d48f60a9c3e7b1d5f2a4c`;
const authToken = "0123456789abcdef0123456789abcdef";
const input = { to: "+15558675310", from: "+15017122661", body: "Hello" };
const server = `${base}/2010-04-01`;
const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
const form = (): URLSearchParams => new URLSearchParams({ To: input.to, From: input.from, Body: input.body });

async function byFetch(): Promise<void> {
  const made = await fetch(`${server}/Accounts/${accountSid}/Messages.json`, {
    method: "POST",
    headers: { authorization, "content-type": "application/x-www-form-urlencoded" },
    body: form().toString(),
  });
  if (made.status !== 201) throw new Error(String(made.status));
  const { sid } = (await made.json()) as { sid: string };
  const read = await fetch(`${server}/Accounts/${accountSid}/Messages/${sid}.json`, { headers: { authorization } });
  if (read.status !== 200) throw new Error(String(read.status));
  const { status } = (await read.json()) as { status: string };
  if (status !== "delivered") throw new Error(status);
}

const { Agent, request } = base.startsWith("https:") ? https : http;
const agent = new Agent({ keepAlive: true });

function byNode(method: string, url: string, body?: string): Promise<{ sid: string; status: string }> {
  return new Promise((resolve, reject) => {
    const type = "application/x-www-form-urlencoded";
    const headers = body === undefined ? { authorization } : { authorization, "content-type": type };
    const sent = request(url, { method, agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    });
    sent.on("error", reject).end(body);
  });
}

async function byNodeHttp(): Promise<void> {
  const { sid } = await byNode("POST", `${server}/Accounts/${accountSid}/Messages.json`, form().toString());
  const { status } = await byNode("GET", `${server}/Accounts/${accountSid}/Messages/${sid}.json`);
  if (status !== "delivered") throw new Error(status);
}

interface Paths {
  "/Accounts/{AccountSid}/Messages.json": {
    post: {
      parameters: { path: { AccountSid: string } };
      requestBody: { content: { "application/x-www-form-urlencoded": { To: string; From: string; Body: string } } };
      responses: { 201: { content: { "application/json": { sid: string } } } };
    };
  };
  "/Accounts/{AccountSid}/Messages/{Sid}.json": {
    get: {
      parameters: { path: { AccountSid: string; Sid: string } };
      responses: { 200: { content: { "application/json": { status: string } } } };
    };
  };
}

const client = createClient<Paths>({ baseUrl: server, headers: { authorization } });

async function byOpenapiFetch(): Promise<void> {
  const made = await client.POST("/Accounts/{AccountSid}/Messages.json", {
    params: { path: { AccountSid: accountSid } },
    body: { To: input.to, From: input.from, Body: input.body },
    headers: { "content-type": "application/x-www-form-urlencoded" },
    bodySerializer: (body) => new URLSearchParams(body).toString(),
  });
  if (made.data === undefined) throw new Error(String(made.response.status));
  const read = await client.GET("/Accounts/{AccountSid}/Messages/{Sid}.json", {
    params: { path: { AccountSid: accountSid, Sid: made.data.sid } },
  });
  if (read.data?.status !== "delivered") throw new Error(String(read.response.status));
}

const helper = twilio(accountSid, authToken);
// Its only way to another host.
const { httpClient } = helper;
const send = httpClient.request.bind(httpClient);
httpClient.request = (options) => send({ ...options, uri: options.uri.replace("https://api.twilio.com", base) });

async function byTwilio(): Promise<void> {
  const made = await helper.messages.create(input);
  const read = await helper.messages(made.sid).fetch();
  if (read.status !== "delivered") throw new Error(read.status);
}

const { createTwilio, sendMessageTrackStatus } = await import(packageFile);
const ours = createTwilio({ credentials: { accountSid, authToken }, baseUrl: base });
const oursOnFetch = ours.with({ fetch: (url: string, init: RequestInit) => fetch(url, init) });

async function byOurs(with_: unknown): Promise<void> {
  const { outcome } = await sendMessageTrackStatus(input, { client: with_ });
  if (outcome !== "delivered") throw new Error(outcome);
}

const means = {
  ours: () => byOurs(ours),
  "ours on fetch": () => byOurs(oursOnFetch),
  fetch: byFetch,
  "node:http": byNodeHttp,
  "openapi-fetch": byOpenapiFetch,
  twilio: byTwilio,
};

const chosen = Object.entries(means).filter(([name]) => names.length === 0 || names.includes(name));
const times = new Map(chosen.map(([name]) => [name, { wall: [] as number[], cpu: [] as number[] }]));
for (let round = -2; round < rounds; round++) {
  for (const [name, run] of chosen) {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    for (let done = 0; done < runs; done += atOnce) await Promise.all(Array.from({ length: atOnce }, run));
    const { user, system } = process.cpuUsage(used);
    if (round < 0) continue;
    times.get(name)?.wall.push(((performance.now() - begun) * 1_000) / (2 * runs));
    times.get(name)?.cpu.push((user + system) / (2 * runs));
  }
}
console.log(JSON.stringify(Object.fromEntries(times)));
// Connections are kept.
process.exitCode = 0;
process.kill(process.pid);
