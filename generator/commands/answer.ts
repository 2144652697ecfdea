import { ownVersion } from "../emit/index.js";
import { readArguments, UsageError } from "./arguments.js";
import { completionScript } from "./completion.js";
import { explanation } from "./explain.js";
import { isWork, questionOf, type Question } from "./question.js";
import { usage } from "./usage.js";

/** What a command line is answered that asks for no work; `undefined` for all others, and for those with a mistake. */
export function answerAtOnce(args: readonly string[]): string | undefined {
  try {
    const asked = readArguments(args);
    return isWork(asked) ? undefined : answerTo(questionOf(asked));
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

export function answerTo(question: Question): string {
  switch (question.kind) {
    case "help":
      return usage(question.about);
    case "version":
      return ownVersion();
    case "explain":
      return explanation(question.about);
    case "completion":
      return completionScript(question.shell);
  }
}
