import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import type { LocalTwilio } from "../../examples/local-twilio/index.js";
import { builtCli } from "../support/build-cli.js";
import type { Ended } from "../support/cli.js";

/** How a process of the command line is started. */
export interface Start {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is written to its standard input, which ends then. */
  readonly stdin?: string;
  /** Called with what it has printed so far, whenever it prints more. */
  readonly onPrint?: (
    printed: { readonly stdout: string; readonly stderr: string },
    process: ChildProcessWithoutNullStreams,
  ) => void;
}

/** The variables by which a process calls a local Twilio with the credentials that this lets in. */
export function envFor({ credentials: { accountSid, authToken } }: LocalTwilio): Readonly<Record<string, string>> {
  return { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken };
}

/** Runs the command line in a process of its own, with no variables but those that are named. */
export async function run(args: readonly string[], { cwd, env = {}, stdin = "", onPrint }: Start): Promise<Ended> {
  const own = { PATH: process.env["PATH"] ?? "", ...env };
  const child = spawn(process.execPath, [builtCli, ...args], { cwd, env: own });
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      printed[name] += text;
      onPrint?.(printed, child);
    });
  }
  child.stdin.end(stdin);
  const [code] = await once(child, "close");
  return { code, ...printed };
}
