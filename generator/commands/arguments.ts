import { parseArgs } from "node:util";
import { didYouMean, nearest, quoted } from "../diagnostics.js";
import { commandNames, isCommand, optionsOf, type CommandName } from "./catalogue.js";
import { isOption, optionNamed, optionNames, options } from "./options.js";

/** The command line cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** The command whose help says more; `undefined` where none was named. */
  readonly command: CommandName | undefined;

  constructor(message: string, command?: CommandName) {
    super(message);
    this.command = command;
  }
}

/** What options were given, by name. */
export type Values = ReturnType<typeof strictly>["values"];

/** A command line, taken apart. */
export interface Arguments {
  /** `undefined` where none was named, of which an option says what is wanted. */
  readonly command: CommandName | undefined;
  /** What stands behind the command and is no option. */
  readonly operands: readonly string[];
  readonly values: Values;
}

/**
 * Takes a command line apart.
 * @throws UsageError where there is no such command or option, or an option lacks its value
 */
export function readArguments(args: readonly string[]): Arguments {
  const { tokens, positionals } = parseArgs({ ...asked(args), strict: false, tokens: true });
  const [name, ...operands] = positionals;
  const command = name === undefined ? undefined : commandCalled(name);
  for (const token of tokens) {
    if (token.kind === "option") checkOption(token, args, command);
  }
  const { values } = strictly(args);
  if (command === undefined && values.help !== true && values.version !== true) {
    throw new UsageError("A command is missing.");
  }
  return { command, operands, values };
}

function asked(args: readonly string[]) {
  return { args: [...args], options, allowPositionals: true } as const;
}

/** What remains to be said by Node's own words where the checks here have let it pass: nothing. */
function strictly(args: readonly string[]) {
  return parseArgs({ ...asked(args), strict: true });
}

function commandCalled(name: string): CommandName {
  if (isCommand(name)) return name;
  throw new UsageError([`There is no command ${quoted(name)}.`, ...hintOf(name, commandNames)].join(" "));
}

/** An option as `parseArgs` has seen it. */
interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly index: number;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption(token: OptionToken, args: readonly string[], command: CommandName | undefined): void {
  const { name, value, inlineValue } = token;
  const fail = (message: string): never => {
    throw new UsageError(message, command);
  };
  const own = command === undefined ? optionNames : optionsOf(command);
  if (!isOption(name)) return fail(unknownOption(token, args, own));
  if (!own.includes(name)) {
    const owners = commandNames.filter((other) => optionsOf(other).includes(name)).map(quoted);
    return fail(`${quoted(`--${name}`)} belongs to ${inWords(owners)}.`);
  }
  const { type, value: takes = "VALUE" } = optionNamed(name);
  if (type === "boolean") {
    return value === undefined ? undefined : fail(`${quoted(`--${name}`)} takes no value.`);
  }
  if (value === undefined || (value === "" && inlineValue === true)) {
    return fail(`${quoted(`--${name}`)} takes a value: ${quoted(`--${name} ${takes}`)}.`);
  }
  if (inlineValue === false && value.startsWith("-") && value.length > 1) {
    fail(
      `${quoted(`--${name}`)} takes a value, and ${quoted(value)} looks like an option. If it is the value, write ${quoted(`--${name}=${value}`)}.`,
    );
  }
}

function unknownOption({ rawName, name, index }: OptionToken, args: readonly string[], own: readonly string[]): string {
  const typed = (args[index] ?? rawName).replace(/=.*$/s, "");
  // `-out` is taken for `-o -u -t`, and hardly ever meant like that.
  const isLong = rawName.startsWith("--") || typed.length > 2;
  const told = isLong ? typed : rawName;
  const meant = isLong ? optionMeant(rawName.startsWith("--") ? name : typed.slice(1), own) : undefined;
  return `There is no option ${quoted(told)}.${meant === undefined ? "" : ` Did you mean ${quoted(`--${meant}`)}?`}`;
}

/** One that is spelled nearly like this, or begins like this, or that this begins like: `--output` is `--out`. */
function optionMeant(name: string, own: readonly string[]): string | undefined {
  const begins = (option: string): boolean => option.startsWith(name) || name.startsWith(option);
  return nearest(name, own) ?? own.find(begins);
}

function hintOf(name: string, candidates: readonly string[]): readonly string[] {
  const hint = didYouMean(name, candidates);
  return hint === undefined ? [] : [hint];
}

/** `a`, `a and b`, `a, b and c`. */
function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
