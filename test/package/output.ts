import { execFile } from "node:child_process";
import { promisify } from "node:util";

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

/** Ours, without what `npm test` says of this project, and without anything of Twilio's. */
export function environment(): NodeJS.ProcessEnv {
  const foreign = /^(?:npm_(?:package|lifecycle|config_local_prefix)|TWILIO_|INIT_CWD$|NODE_ENV$|VITEST|TEST$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: "1", DENO_NO_UPDATE_CHECK: "1" };
}
