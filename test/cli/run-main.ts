import { main, type Means } from "../../generator/commands/main.js";
import type { Terminal } from "../../generator/commands/terminal.js";
import type { Ended } from "../support/cli.js";

/** What the terminal of a run is like: by default a pipe, and an environment without variables. */
export interface TerminalLike extends Pick<Terminal, "env">, Pick<Means, "compiler" | "changes" | "texts"> {
  readonly isTTY?: boolean;
}

/** Runs a command in this process. The names of files are shown as they are seen from the folder. */
export async function runMain(
  folder: string,
  args: readonly string[],
  { isTTY = false, env = {}, ...means }: TerminalLike = {},
): Promise<Ended> {
  const texts = { stdout: "", stderr: "" };
  const output = (name: keyof typeof texts) => ({
    isTTY,
    write: (text: string) => {
      texts[name] += text.replaceAll(`${folder}/`, "");
    },
  });
  const code = await main(args, { stdout: output("stdout"), stderr: output("stderr"), env }, means);
  return { code, ...texts };
}
