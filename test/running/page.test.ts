import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LOCAL_CREDENTIALS, startLocalTwilio } from "../../examples/local-twilio/index.js";
import { builtCli } from "../support/build-cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";

const { accountSid, authToken } = LOCAL_CREDENTIALS;
const page = readFileSync("docs/run.md", "utf8");

test("the page about running workflows shows commands, and what they print", async () => {
  const blocks = [...page.matchAll(/```console\n([^]*?)```/g)].map(([, block = ""]) => block);
  const folder = makeFolder();
  const twilio = await startLocalTwilio();
  const base = twilio.baseUrl("{host}");
  try {
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) {
      const commands = [...block.matchAll(/^\$ ((?:.*\\\n)*.*)\n/gm)].map(([, command = ""]) => command);
      const script = commands
        .join("\n")
        .replaceAll("npx twilio-workflows", `'${process.execPath}' '${builtCli}'`)
        .replaceAll("http://127.0.0.1:4010/{host}", base);
      const want = block.replace(/^\$ (?:.*\\\n)*.*\n/gm, "");
      const printed = (await output(script, folder)).replaceAll(base.replace("{host}", ""), "http://127.0.0.1:4010/");
      expect(anySid(printed), block).toBe(anySid(want));
    }
  } finally {
    await twilio.close();
    removeFolder(folder);
  }
});

/** Which ones a Twilio gives is of no matter. */
function anySid(text: string): string {
  return text.replaceAll(/\b(?!AC)[A-Z]{2}[0-9a-f]{32}\b/g, (sid) => `${sid.slice(0, 2)}…`);
}

/** What a script prints, errors included. */
function output(script: string, cwd: string): Promise<string> {
  const env = { PATH: process.env["PATH"], TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken };
  return new Promise((resolve) => {
    execFile("sh", ["-c", `exec 2>&1; ${script}`], { cwd, env }, (_, stdout) => resolve(stdout));
  });
}
