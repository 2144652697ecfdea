import { answerAtOnce } from "./answer.js";
import type { Means } from "./means.js";
import type { Terminal } from "./terminal.js";

export type { Means } from "./means.js";
export type { Compiler } from "./session.js";

/**
 * Runs a command. What does the work is loaded only where there is some: help is there at once.
 * @param args The command line, without the name of the program
 * @returns the exit code; whatever happens, nothing is thrown
 */
export async function main(args: readonly string[], terminal: Terminal, means: Means = {}): Promise<number> {
  const answer = answerAtOnce(args);
  if (answer === undefined) {
    const { work } = await import("./work.js");
    return work(args, terminal, means);
  }
  terminal.stdout.write(`${answer}\n`);
  return 0;
}
