import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startLocalTwilio, type LocalTwilio } from "../../examples/local-twilio/index.js";
import { envFor } from "../running/cli.js";
import { builtCli } from "../support/build-cli.js";

const inspector = resolve(
  "test/inspector/node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
);
const documents = ["lookup", "twilio-send-message-track-status-workflow"].map((name) =>
  resolve(`specs/arazzo/${name}.yml`),
);
let twilio: LocalTwilio;

beforeAll(async () => {
  twilio = await startLocalTwilio({ messageStatuses: ["delivered"] });
});

afterAll(() => twilio.close());

/** What the inspector prints of a method, as JSON. */
async function inspected(...method: readonly string[]): Promise<unknown> {
  const server = [process.execPath, builtCli, "mcp", ...documents, "--overlays", resolve("specs/overlays")];
  const allowed = ["--allow-write", "all", "--base-url", twilio.baseUrl("{host}")];
  const env = Object.entries(envFor(twilio)).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
  const args = [inspector, "--cli", ...env, ...server, ...allowed, "--method", ...method];
  return new Promise((done, failed) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      if (error === null) done(JSON.parse(stdout));
      else failed(new Error(`${error.message}\n${stdout}${stderr}`));
    });
  });
}

test("the inspector lists the tools, with schemas that it takes", async () => {
  expect(await inspected("tools/list")).toMatchObject({
    tools: expect.arrayContaining([
      expect.objectContaining({
        name: "send-message-track-status",
        inputSchema: expect.objectContaining({ required: ["to", "from", "body"] }),
      }),
    ]),
  });
});

test("the inspector calls a tool, whose result is what its schema says", async () => {
  const given = ["to=+15558675310", "from=+15017122661", "body=Your table is ready."];
  const args = given.flatMap((one) => ["--tool-arg", one]);

  expect(await inspected("tools/call", "--tool-name", "send-message-track-status", ...args)).toMatchObject({
    structuredContent: { outcome: "delivered" },
  });
  expect(twilio.requests[0]).toMatchObject({ operation: "createMessage" });
});
