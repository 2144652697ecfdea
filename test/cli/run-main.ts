import { main, type Compiler } from "../../generator/commands/main.js";
import type { Ended } from "../support/cli.js";

/** Runs a command in this process. The names of files are shown as they are seen from the folder. */
export async function runMain(folder: string, args: readonly string[], compiler?: Compiler): Promise<Ended> {
  const texts = { stdout: "", stderr: "" };
  const output = (name: keyof typeof texts) => ({
    write: (text: string) => {
      texts[name] += text.replaceAll(`${folder}/`, "");
    },
  });
  const code = await main(args, { stdout: output("stdout"), stderr: output("stderr") }, compiler);
  return { code, ...texts };
}
