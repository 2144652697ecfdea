import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtCli } from "../support/build-cli.js";
import { makeFolder, removeFolder } from "../support/folder.js";

const page = readFileSync("docs/local-api.md", "utf8");

/** The commands of the page, each with what it prints. */
const commands = [...page.matchAll(/```console\n([^]*?)```/g)]
  .flatMap(([, block = ""]) => block.split(/^(?=\$ )/m))
  .map((text) => /^\$ (.*)\n([^]*)$/.exec(text) ?? [])
  .map(([, command = "", printed = ""]) => ({ command, printed }));

test("the page about the local API shows commands, and what they print", async () => {
  const [, document = ""] = /```yaml\n# orders\.yaml\n([^]*?)```/.exec(page) ?? [];
  const folder = makeFolder({ "orders.yaml": document });
  const [start, ...others] = commands;
  expect(start?.command).toBe("npx twilio-workflows serve orders.yaml");
  const env = { ...process.env, NO_COLOR: "1" };
  // Any port will do, so that nothing else on this machine is in the way.
  const server = spawn(process.execPath, [builtCli, "serve", "orders.yaml", "--port", "0"], { cwd: folder, env });
  try {
    let printed = "";
    server.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
    while (!printed.includes("Ctrl-C")) await once(server.stdout, "data");
    const [, port = ""] = /127\.0\.0\.1:(\d+)/.exec(printed) ?? [];
    const shown = (text: string): string => text.replaceAll(`:${port}`, ":4010").trimEnd();
    expect(shown(printed)).toBe(start?.printed.trimEnd());
    expect(others.length).toBeGreaterThan(8);
    for (const { command, printed } of others) {
      expect(await output(command.replaceAll(":4010", `:${port}`)), command).toBe(printed.trimEnd());
    }
    server.kill("SIGINT");
    const [code] = await once(server, "exit");
    expect(code).toBe(0);
    expect(shown(printed)).toMatch(/\n400 POST \/v1\/orders createOrder\n {4}In the body, \/quantity is 0/);
  } finally {
    server.kill();
    removeFolder(folder);
  }
});

function output(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile("sh", ["-c", command], (error, stdout) => (error ? reject(error) : resolve(stdout.trimEnd())));
  });
}
