import { quoted, type Kind } from "../diagnostics.js";
import { UsageError, type Arguments } from "./arguments.js";
import { isCommand, shells, type CommandName } from "./catalogue.js";
import { kindNamedBy, oneOf } from "./named.js";

/** What is answered without a look at any document, or at the config. */
export type Question =
  | { readonly kind: "help"; readonly about: CommandName | undefined }
  | { readonly kind: "version" }
  /** What a code of a finding means; all of them where none is named. */
  | { readonly kind: "explain"; readonly about: Kind | undefined }
  | { readonly kind: "completion"; readonly shell: Shell };

export type Shell = (typeof shells)[number];

/** A command line that asks for work. */
export interface Work extends Arguments {
  readonly command: Exclude<CommandName, Question["kind"]>;
}

export function isWork(asked: Arguments): asked is Work {
  const { command, values } = asked;
  const isQuestion = command === undefined || command === "help" || command === "explain" || command === "completion";
  return !isQuestion && values.help !== true && values.version !== true;
}

/** What a command line asks that asks for no work. @throws UsageError */
export function questionOf({ command, operands, values }: Arguments): Question {
  if (values.help === true) return { kind: "help", about: command };
  if (values.version === true) return { kind: "version" };
  switch (command) {
    case "help":
      return { kind: command, about: commandAbout(operands) };
    case "explain":
      return { kind: command, about: kindAbout(operands) };
    case "completion":
      return { kind: command, shell: shellOf(operands) };
    default:
      return { kind: "version" };
  }
}

function shellOf([shell, ...others]: readonly string[]): Shell {
  if (shell === undefined || others.length > 0) {
    throw new UsageError(`\`completion\` takes the name of a shell: ${shells.join(", ")}.`);
  }
  return oneOf(shells, shell, "The shell is");
}

function kindAbout([code, ...others]: readonly string[]): Kind | undefined {
  if (others.length > 0) throw new UsageError("`explain` takes one code.");
  return code === undefined ? undefined : kindNamedBy("explain", code);
}

function commandAbout([name, ...others]: readonly string[]): CommandName | undefined {
  if (others.length > 0) throw new UsageError("`help` takes one command.");
  if (name === undefined || isCommand(name)) return name;
  throw new UsageError(`There is no command ${quoted(name)}.`);
}
