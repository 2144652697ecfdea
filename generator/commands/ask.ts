import { createInterface } from "node:readline";
import type { Terminal } from "./terminal.js";

/** A question, and what counts as the answer of who says nothing. */
export interface Asked {
  readonly question: string;
  readonly otherwise: string;
}

/** Asks on a terminal, one question after the other. @returns an answer to each */
export async function ask({ stdin, stderr }: Terminal, questions: readonly Asked[]): Promise<readonly string[]> {
  if (stdin === undefined) return questions.map(({ otherwise }) => otherwise);
  const lines = createInterface({ input: stdin })[Symbol.asyncIterator]();
  const answers: string[] = [];
  for (const { question, otherwise } of questions) {
    stderr.write(`${question} (${otherwise}) `);
    const line = await lines.next();
    // Whoever ends the input has said all there is to say.
    answers.push((line.done === true ? "" : line.value.trim()) || otherwise);
  }
  await lines.return?.();
  return answers;
}
