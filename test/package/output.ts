import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const run = promisify(execFile);

/** What a command prints. What it has to complain about is in the error with which this rejects. */
export async function output(command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    return (await run(command, args, { cwd, env: environment() })).stdout;
  } catch (error) {
    const printed = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
    throw new Error(`${command} ${args.join(" ")} failed\n${printed}`, { cause: error });
  }
}

/**
 * Starts a server, until the test is over.
 * @param word What it prints when it can be asked
 * @returns the address that it prints
 */
export function started(cwd: string, command: string, args: readonly string[], word: string): Promise<string> {
  const server = spawn(command, args, { cwd, env: environment(), stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((over) => server.once("close", () => over()));
  onTestFinished(async () => {
    server.kill();
    await ended;
  });
  return new Promise((found, failed) => {
    let printed = "";
    server.once("error", failed);
    server.once("close", () => failed(new Error(`${command} has ended: ${printed}`)));
    server.stdout.on("data", (text: Buffer) => {
      printed += text.toString();
      const [url] = /http:\/\/[^\s"/]+:\d+/.exec(printed) ?? [];
      if (url !== undefined && printed.includes(word)) found(url);
    });
  });
}

/** Ours, without what `npm test` says of this project, and without anything of Twilio's. */
export function environment(): NodeJS.ProcessEnv {
  const foreign = /^(?:npm_(?:package|lifecycle|config_local_prefix)|TWILIO_|INIT_CWD$|NODE_ENV$|VITEST|TEST$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: "1", DENO_NO_UPDATE_CHECK: "1" };
}
