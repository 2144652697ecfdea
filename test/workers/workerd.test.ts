import { createRequire } from "node:module";
import { resolve } from "node:path";
import { Miniflare } from "miniflare";
import { expect, onTestFinished, test } from "vitest";
import { modulesIn } from "../house/modules.js";
import { wired } from "../support/local-twilio.js";

/** As Workers people bundle it: esbuild comes with those who run our tests. */
interface Bundler {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

const worker = `
import { sendMessageTrackStatus, isWorkflowError } from "${resolve("generated/index.ts")}";

export default {
  async fetch(request) {
    const { input, options } = await request.json();
    const { base, ...others } = options;
    const baseUrl = (host) => base + host;
    const poll = { interval: 1 };
    try {
      return Response.json(await sendMessageTrackStatus(input, { ...others, baseUrl, poll }));
    } catch (error) {
      return Response.json({ known: isWorkflowError(error), error });
    }
  },
};
`;

const input = { to: "+15558675310", from: "+15017122661", body: "Hello" };

test("a workflow runs on workerd, without anything of Node", { timeout: 120_000 }, async () => {
  const { twilio } = await wired();
  const { accountSid, authToken } = twilio.credentials;
  const miniflare = new Miniflare({ modules: true, script: await bundled(), compatibilityDate: "2026-01-01" });
  onTestFinished(() => miniflare.dispose());
  const call = async (options: object, given: object = input): Promise<unknown> => {
    const body = JSON.stringify({ input: given, options: { base: twilio.baseUrl(""), ...options } });
    return (await miniflare.dispatchFetch("http://worker/", { method: "POST", body })).json();
  };

  expect(await call({ credentials: { accountSid, authToken } })).toMatchObject({
    outcome: "delivered",
    messageSid: expect.stringMatching(/^SM/),
  });
  expect(twilio.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);

  twilio.fail({ operation: "createMessage", with: 400 });
  expect(await call({ credentials: { accountSid, authToken } })).toMatchObject({
    known: true,
    error: { code: "step-failed", stepId: "sendMessage", status: 400, twilioCode: 20400 },
  });
  // There is no environment.
  expect(await call({}, { ...input, accountSid })).toMatchObject({ error: { code: "credentials" } });
});

test("nothing that is generated imports anything of Node, so that Bun, Deno and browsers can do without, too", () => {
  const modules = modulesIn("generated");

  expect(modules.length).toBeGreaterThan(10);
  expect(modules.filter(({ imports }) => imports.includes("node")).map(({ path }) => path)).toEqual([]);
});

async function bundled(): Promise<string> {
  const esbuild: Bundler = createRequire(createRequire(import.meta.url).resolve("tsx"))("esbuild");
  const { outputFiles } = await esbuild.build({
    stdin: { contents: worker, resolveDir: resolve(".") },
    bundle: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
