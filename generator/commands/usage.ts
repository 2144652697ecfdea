import { commandNamed, commandNames, optionsOf, type CommandName } from "./catalogue.js";
import { optionNamed, type OptionName } from "./options.js";

/** Lines of help are no longer than this, so that they stand on any terminal. */
const widest = 100;

const exitCodes =
  "Exit codes: 0 done, 1 findings or drift, 2 wrong use, 70 a defect of twilio-workflows. NO_COLOR, FORCE_COLOR and TERM=dumb are heeded.";

/** How to use the program, or one of its commands. */
export function usage(command?: CommandName): string {
  return command === undefined ? overview() : usageOf(command);
}

function overview(): string {
  return [
    "Usage: twilio-workflows <command> [options]",
    "Compiles Arazzo documents into typed functions.",
    section(
      "Commands",
      commandNames.map((name) => [`${name} ${commandNamed(name).takes}`, commandNamed(name).does] as const),
    ),
    wrapped("`twilio-workflows <command> --help` shows the options of a command, and examples."),
    wrapped(exitCodes),
  ].join("\n\n");
}

function usageOf(name: CommandName): string {
  const { takes, does, more, examples } = commandNamed(name);
  const names = optionsOf(name);
  return [
    `Usage: twilio-workflows ${name}${names.length > 2 ? " [options]" : ""} ${takes}`.trimEnd(),
    wrapped(`${does.slice(0, 1).toUpperCase()}${does.slice(1)}.`),
    ...more.map((paragraph) => wrapped(paragraph)),
    section(
      "Options",
      names.map((option) => [spelled(option), optionNamed(option).does] as const),
    ),
    ["Examples:", ...examples.map(([line, what]) => `  twilio-workflows ${line}\n      ${what}`)].join("\n"),
    wrapped(exitCodes),
  ].join("\n\n");
}

/** As it is typed: `-q, --quiet`, `--out DIR`. */
function spelled(name: OptionName): string {
  const { short, value } = optionNamed(name);
  return `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
}

/** Names and what is said of them, in two columns. */
function section(title: string, rows: readonly (readonly [name: string, does: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const lines = rows.map(([name, does]) => {
    const indent = " ".repeat(width + 2);
    return `  ${name.padEnd(width)}${wrapped(does, widest - indent.length).replaceAll("\n", `\n${indent}`)}`;
  });
  return [`${title}:`, ...lines].join("\n");
}

/** Lines of at most so many characters, broken at spaces. */
function wrapped(text: string, width: number = widest): string {
  return text.replaceAll(new RegExp(`(?=\\S)(.{1,${width}})(?:\\s+|$)`, "g"), "$1\n").trimEnd();
}
