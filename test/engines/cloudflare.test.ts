import { resolve } from "node:path";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { WorkflowError } from "../../templates/runtime/index.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { wakeOnCloudflare } from "../../templates/engines/cloudflare.js";
import { delivered, holding, sending, told } from "./support/messages.js";

const program = `
  import { WorkflowEntrypoint } from "cloudflare:workers";
  import { sendMessageTrackStatus } from "./generated/index.ts";
  import { onCloudflare } from "./templates/engines/cloudflare.ts";

  const input = { to: "+15558675310", from: "+15017122661", body: "hi" };
  const credentials = { accountSid: "AC0123456789abcdef0123456789abcdef", authToken: "the-auth-token" };

  export class Messages extends WorkflowEntrypoint {
    run(event, step) {
      const { baseUrl, atLeastOnce, callbacks, poll = { interval: 1 } } = event.payload;
      const options = { credentials, baseUrl, poll, callbacks };
      return onCloudflare(event, step, (runner) => sendMessageTrackStatus(input, { ...options, runner }), { atLeastOnce });
    }
  }

  export default { fetch: async () => new Response() };`;

let script = "";
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: resolve("."), loader: "ts" },
    bundle: true,
    format: "esm",
    external: ["cloudflare:workers"],
    write: false,
  });
  script = outputFiles[0]?.text ?? "";
});

/** What is used of an instance, and of those who make them. */
interface Instance {
  sendEvent(event: { type: string; payload: unknown }): Promise<void>;
  status(): Promise<{
    readonly status: string;
    readonly output?: unknown;
    readonly error?: { readonly message: string };
  }>;
}
interface Workflows {
  create(options: { id: string; params: object }): Promise<unknown>;
  get(id: string): Promise<Instance>;
}

/** A machine of the engine, which finds what others have kept in the same folder. */
async function machine(folder: string): Promise<{ workflows: Workflows; kill: () => Promise<void> }> {
  const miniflare = new Miniflare({
    modules: true,
    script,
    compatibilityDate: "2026-01-01",
    workflows: { MESSAGES: { name: "messages", className: "Messages" } },
    workflowsPersist: folder,
  });
  let ended: Promise<void> | undefined;
  const kill = (): Promise<void> => (ended ??= miniflare.dispose());
  onTestFinished(kill);
  const { MESSAGES } = await miniflare.getBindings<{ MESSAGES: Workflows }>();
  return { workflows: MESSAGES, kill };
}

function folder(): string {
  const path = makeFolder();
  onTestFinished(() => removeFolder(path));
  return path;
}

/** What an instance ends in. */
async function ended(workflows: Workflows, id: string): Promise<unknown> {
  const instance = await workflows.get(id);
  for (;;) {
    const { status, output, error } = await instance.status();
    if (status === "complete") return output;
    if (error) return WorkflowError.from(JSON.parse(error.message));
  }
}

test("a run, with its waits", async () => {
  const server = await sending();
  const { workflows } = await machine(folder());
  await workflows.create({ id: "run", params: { baseUrl: server.url } });
  expect(await ended(workflows, "run")).toEqual(delivered);
  expect(server.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
});

test.each<[when: string, held: string, atLeastOnce: boolean, end: object, sent: string[]]>([
  ["amid a request that must not be sent twice", "POST", false, { code: "unknown-outcome" }, ["POST"]],
  ["amid the same, at least once", "POST", true, delivered, ["POST", "POST", "GET"]],
  ["amid a request that reads", "GET", false, delivered, ["POST", "GET", "GET"]],
])("a machine that ends %s", async (_when, method, atLeastOnce, end, sent) => {
  const { server, reached, letGo } = await holding(method);
  const kept = folder();
  const params = { baseUrl: server.url, atLeastOnce };
  const first = await machine(kept);
  await first.workflows.create({ id: "run", params });
  await reached;
  await first.kill();
  letGo();
  const second = await machine(kept);
  // Here nobody but who asks for it takes up what was left.
  await second.workflows.create({ id: "run", params });
  expect(await ended(second.workflows, "run")).toMatchObject(end);
  expect(server.requests.map((request) => request.method)).toEqual(sent);
});

test("an error of the workflow is found again", async () => {
  const server = await sending({ status: 400, body: { code: 21211, message: "no such number" } });
  const { workflows } = await machine(folder());
  await workflows.create({ id: "run", params: { baseUrl: server.url } });
  expect(await ended(workflows, "run")).toMatchObject({
    code: "step-failed",
    stepId: "sendMessage",
    twilioCode: 21211,
  });
});

const callbacks = { url: "https://app.example.com/twilio" };

test("a callback wakes the instance that its URL names", async () => {
  const server = await told();
  const { workflows } = await machine(folder());
  const wake = wakeOnCloudflare(workflows);
  await workflows.create({ id: "run", params: { baseUrl: server.url, callbacks, poll: { maxInterval: 600_000 } } });
  expect(await server.sent).toBe(`${callbacks.url}?run=run`);
  // It names none.
  await wake("message-status SM1", undefined);
  await wake("message-status SM1", "run");
  expect(await ended(workflows, "run")).toEqual(delivered);
  // Again, there is nobody left.
  await wake("message-status SM1", "run");
});

test("an instance that no callback wakes reads when its wait is over", async () => {
  const server = await told();
  const { workflows } = await machine(folder());
  await workflows.create({ id: "run", params: { baseUrl: server.url, callbacks, poll: { maxInterval: 1 } } });
  expect(await ended(workflows, "run")).toEqual(delivered);
});
