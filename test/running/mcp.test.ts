import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startLocalTwilio, type LocalTwilio } from "../../examples/local-twilio/index.js";
import { builtCli } from "../support/build-cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { envFor } from "./cli.js";

let folder: string;
let twilio: LocalTwilio;
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  folder = makeFolder();
  twilio = await startLocalTwilio();
});

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await twilio.close();
  removeFolder(folder);
});

const conversationTool = "create-conversation-add-participant-send-message";
// A few of the library, so that the server starts in less time.
const names = ["lookup", "twilio-send-message-track-status-workflow", `twilio-${conversationTool}-workflow`];
const documents = [
  ...names.map((name) => resolve(`specs/arazzo/${name}.yml`)),
  "--overlays",
  resolve("specs/overlays"),
];
const conversation = {
  friendlyName: "Order 1027",
  participantAddress: "+15558675310",
  proxyAddress: "+15017122661",
  author: "support",
  body: "Hello.",
};
const message = { to: "+15558675310", from: "+15017122661", body: "Your table is ready." };

/** A client that starts the server, and talks to it over its standard input and output. */
async function overStdio(
  args: readonly string[],
  client = new Client({ name: "test", version: "1" }),
): Promise<Client> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [builtCli, "mcp", ...documents, "--base-url", twilio.baseUrl("{host}"), ...args],
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", ...envFor(twilio) },
    stderr: "ignore",
  });
  await client.connect(transport);
  ends.push(() => client.close());
  return client;
}

/** The text of a tool's result. */
function textOf({ content }: { readonly content: readonly { readonly type: string }[] }): string {
  return content.map((one) => ("text" in one ? String(one.text) : "")).join("\n");
}

test("what only reads is offered, with schemas and hints, and nothing else unless it is named", async () => {
  const client = await overStdio(["--allow-write", "sendMessageTrackStatus"]);
  const { tools } = await client.listTools();

  const written = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true).map(({ name }) => name);
  expect(written).toEqual(["send-message-track-status"]);
  expect(tools.map(({ name }) => name)).toContain("lookup-phone-number");
  expect(tools.find(({ name }) => name === "send-message-track-status")).toMatchObject({
    title: "Send a text message and wait until it was delivered or has failed.",
    description: expect.stringMatching(/It writes: POST https:\/\/api\.twilio\.com\S+\/Messages\.json\.$/),
    inputSchema: {
      properties: { to: { type: "string" }, resume: { type: "string" } },
      required: ["to", "from", "body"],
    },
    outputSchema: { properties: { outcome: { enum: ["delivered", "failed"] } } },
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  });
});

test("an agent sends a message, and hears how far that has come", async () => {
  const client = await overStdio(["--allow-write", "send-message-track-status"]);
  const heard: (string | undefined)[] = [];
  const result = await client.callTool(
    { name: "send-message-track-status", arguments: message },
    { onprogress: (progress) => heard.push(progress.message) },
  );

  expect(result.isError).toBeFalsy();
  expect(result.structuredContent).toMatchObject({ outcome: "delivered", finalStatus: "delivered" });
  expect(heard.slice(0, 2)).toEqual(["sendMessage: POST", "sendMessage: answered 201"]);
});

test("an agent's call fails in step 2, goes on from there, and does nothing twice", async () => {
  const client = await overStdio(["--allow-write", "all"]);
  twilio.fail({ path: /\/Participants$/, with: 400 });
  const failed = await client.callTool({ name: conversationTool, arguments: conversation });

  expect(failed.isError).toBe(true);
  const [, details = "{}"] = textOf(failed).split("\n");
  const { resume, ...rest } = JSON.parse(details);
  expect(rest).toEqual({ code: "step-failed", step: "addParticipant", status: 400, finished: ["createConversation"] });

  const resumed = await client.callTool({ name: conversationTool, arguments: { ...conversation, resume } });

  expect(resumed.structuredContent).toMatchObject({ conversationSid: expect.stringMatching(/^CH/) });
  const made = twilio.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/Conversations"));
  expect(made.length).toBe(1);
  const again = await client.callTool({ name: conversationTool, arguments: { ...conversation, resume } });
  expect(textOf(again)).toBe("There is nothing to resume by this `resume`.");
});

test("what may have taken effect is sent again only if the agent names it", async () => {
  const client = await overStdio(["--allow-write", "all"]);
  twilio.fail({ path: /\/Participants$/, with: "reset" });
  const failed = await client.callTool({ name: conversationTool, arguments: conversation });

  expect(textOf(failed)).toContain('`resend`: ["addParticipant"]');
  const { resume } = JSON.parse(textOf(failed).split("\n")[1] ?? "");
  const blind = await client.callTool({ name: conversationTool, arguments: { ...conversation, resume } });
  expect(blind.isError).toBe(true);
  const told = { ...conversation, resume, resend: ["addParticipant"] };
  expect((await client.callTool({ name: conversationTool, arguments: told })).isError).toBeFalsy();
});

test("wrong arguments are named, and nothing is sent", async () => {
  const client = await overStdio(["--allow-write", "all"]);
  const result = await client.callTool({ name: "send-message-track-status", arguments: { ...message, too: "a" } });

  expect(result.isError).toBe(true);
  expect(textOf(result)).toBe("There is no `too`. Did you mean `to`?");
  expect(twilio.requests).toEqual([]);
});

test.each([
  { action: "accept" as const, content: { agree: true }, want: 1 },
  { action: "accept" as const, content: { agree: false }, want: 0 },
  { action: "decline" as const, content: undefined, want: 0 },
])("a person is asked before something is written, and answers $action $content", async ({ action, content, want }) => {
  const client = new Client({ name: "test", version: "1" }, { capabilities: { elicitation: { form: {} } } });
  const questions: string[] = [];
  client.setRequestHandler("elicitation/create", ({ params }) => {
    questions.push(params.message);
    return content === undefined ? { action } : { action, content };
  });
  await overStdio(["--allow-write", "all"], client);
  const result = await client.callTool({ name: "send-message-track-status", arguments: message });

  expect(questions).toEqual([
    expect.stringMatching(
      /^Run send-message-track-status\? It may cost money: POST \S+ \(a message, by its segments\)$/,
    ),
  ]);
  const sent = twilio.requests.filter(({ method }) => method === "POST");
  expect(sent.length).toBe(want);
  expect(result.isError === true).toBe(want === 0);
});

test("a call that the client cancels ends the run", async () => {
  await twilio.close();
  twilio = await startLocalTwilio({ messageStatuses: ["queued"] });
  const client = await overStdio(["--allow-write", "all"]);
  const controller = new AbortController();
  const call = client.callTool(
    { name: "send-message-track-status", arguments: message },
    {
      signal: controller.signal,
      onprogress: (progress) => {
        if (progress.message?.startsWith("checkStatus: asks again")) controller.abort();
      },
    },
  );

  await expect(call).rejects.toThrow();
  const { length } = twilio.requests;
  // Whatever the run would still do would come before the answer to this.
  await client.callTool({ name: "lookup-phone-number", arguments: { phoneNumber: "+15558675310" } });
  expect(twilio.requests.slice(length).map(({ operation }) => operation)).not.toContain("fetchMessage");
});

/** Starts the server over HTTP, and waits until it says where it is. */
async function overHttp(env: Readonly<Record<string, string>> = {}): Promise<string> {
  const args = [
    builtCli,
    "mcp",
    ...documents,
    "--allow-write",
    "all",
    "--http",
    "0",
    "--base-url",
    twilio.baseUrl("{host}"),
  ];
  const own = { PATH: process.env["PATH"] ?? "", ...envFor(twilio), ...env };
  const child = spawn(process.execPath, args, { cwd: folder, env: own });
  ends.push(() => child.kill());
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed += text));
  for (;;) {
    const [, url] = /(http:\S+\/mcp)\n/.exec(printed) ?? [];
    if (url !== undefined) return url;
    await once(child.stderr, "data");
  }
}

test("over HTTP the same goes on across connections, for who has the token", async () => {
  const url = await overHttp({ TWILIO_WORKFLOWS_MCP_TOKEN: "a-token" });
  const connect = async (token: string): Promise<Client> => {
    const client = new Client({ name: "test", version: "1" });
    const requestInit = { headers: { Authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
    ends.push(() => client.close());
    return client;
  };
  await expect(connect("another")).rejects.toThrow();
  twilio.fail({ path: /\/Participants$/, with: 400 });
  const failed = await (await connect("a-token")).callTool({ name: conversationTool, arguments: conversation });
  const { resume } = JSON.parse(textOf(failed).split("\n")[1] ?? "");
  const resumed = await (
    await connect("a-token")
  ).callTool({
    name: conversationTool,
    arguments: { ...conversation, resume },
  });

  expect(resumed.structuredContent).toMatchObject({ messageSid: expect.stringMatching(/^IM/) });
});

test.each([
  { name: "under another name of this machine", headers: { host: "evil.example.com" }, want: 403 },
  { name: "from a page on the web", headers: { origin: "https://evil.example.com" }, want: 403 },
])("HTTP is refused $name", async ({ headers, want }) => {
  const url = new URL(await overHttp());
  const asked = request({ port: url.port, host: "127.0.0.1", path: "/mcp", method: "POST", headers });
  asked.end("{}");
  const [{ statusCode }] = await once(asked, "response");

  expect(statusCode).toBe(want);
});
