import { codes } from "../diagnostics.js";
import { commandNamed, commandNames, optionsOf, type CommandName } from "./catalogue.js";
import type { Shell } from "./question.js";
import { optionNamed, optionNames, type OptionName } from "./options.js";

/** A script that teaches a shell the commands, the options of each, and what may stand behind them. */
export function completionScript(shell: Shell): string {
  switch (shell) {
    case "bash":
      return bash();
    case "zsh":
      return zsh();
    case "fish":
      return fish();
  }
}

/** Names that are offered behind an option, where these are known. */
function offered(name: OptionName): readonly string[] {
  const { choices = [], value } = optionNamed(name);
  return value === "CODE" ? codes : choices;
}

/** Names that are offered behind a command. */
function operandsOf(name: CommandName): readonly string[] {
  const { choices = [], takes } = commandNamed(name);
  if (takes === "[CODE]") return codes;
  return takes === "[COMMAND]" ? commandNames : choices;
}

const takesFiles = (name: CommandName): boolean => /ARAZZO|OPENAPI/.test(commandNamed(name).takes);

function bash(): string {
  const behindOptions = optionNames.flatMap((name) => {
    const names = offered(name);
    const { offers, type } = optionNamed(name);
    if (names.length > 0) return [`    --${name}) COMPREPLY=($(compgen -W ${lines(names)} -- "$current")); return ;;`];
    if (offers !== undefined) {
      const flag = offers === "folders" ? "-d" : "-f";
      return [`    --${name}) COMPREPLY=($(compgen ${flag} -- "$current")); return ;;`];
    }
    return type === "string" ? [`    --${name}) return ;;`] : [];
  });
  const ofCommands = commandNames.map((name) => {
    const words = lines([...optionsOf(name).map((option) => `--${option}`), ...operandsOf(name)]);
    const files = takesFiles(name) ? ' $(compgen -f -- "$current")' : "";
    return `    ${name}) COMPREPLY=($(compgen -W ${words} -- "$current")${files}) ;;`;
  });
  return [
    "# Completion of twilio-workflows for bash.",
    "_twilio_workflows() {",
    '  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"',
    // Names of files may hold spaces.
    "  local IFS=$'\\n'",
    "  COMPREPLY=()",
    '  case "$previous" in',
    ...behindOptions,
    "  esac",
    '  case "${COMP_CWORD}:${COMP_WORDS[1]}" in',
    `    1:*) COMPREPLY=($(compgen -W ${lines([...commandNames, "--help", "--version"])} -- "$current")); return ;;`,
    "  esac",
    '  case "${COMP_WORDS[1]}" in',
    ...ofCommands,
    "  esac",
    "}",
    "complete -o filenames -F _twilio_workflows twilio-workflows",
  ].join("\n");
}

/** Words for bash, a line each, as a text in quotes. */
function lines(words: readonly string[]): string {
  return `$'${words.join("\\n")}'`;
}

function zsh(): string {
  const cases = commandNames.flatMap((name) => {
    const specs = optionsOf(name).map((option) => `      ${zshOption(option)}`);
    const operands = operandsOf(name);
    const rest = takesFiles(name)
      ? `'*:document:_files'`
      : operands.length > 0
        ? `'1:name:(${operands.join(" ")})'`
        : "";
    return [
      `    ${name}) _arguments \\`,
      [...specs, ...(rest === "" ? [] : [`      ${rest}`])].join(" \\\n"),
      "      ;;",
    ];
  });
  return [
    "#compdef twilio-workflows",
    "_twilio_workflows() {",
    "  local -a commands=(",
    ...commandNames.map((name) => `    ${inQuotes(`${name}:${commandNamed(name).does.replaceAll(":", "\\:")}`)}`),
    "  )",
    "  if (( CURRENT == 2 )); then _describe command commands; return; fi",
    '  local command="${words[2]}"',
    "  shift words; (( CURRENT-- ))",
    '  case "$command" in',
    ...cases,
    "  esac",
    "}",
    "compdef _twilio_workflows twilio-workflows",
  ].join("\n");
}

function zshOption(name: OptionName): string {
  const { does, value, multiple, offers } = optionNamed(name);
  const names = offered(name);
  const action = names.length > 0 ? `(${names.join(" ")})` : offers === "folders" ? "_files -/" : "_files";
  const said = shortened(does).replaceAll(/[[\]:]/g, "\\$&");
  const behind = value === undefined ? "" : `:${value}:${offers === undefined && names.length === 0 ? "" : action}`;
  return inQuotes(`${multiple ? "*" : ""}--${name}[${said}]${behind}`);
}

function fish(): string {
  const program = "complete -c twilio-workflows";
  const isFirst = `-n ${inQuotes("__fish_use_subcommand")}`;
  return [
    "# Completion of twilio-workflows for fish.",
    `${program} -f`,
    ...commandNames.map((name) => `${program} ${isFirst} -a ${name} -d ${inQuotes(commandNamed(name).does)}`),
    ...commandNames.flatMap((name) => {
      const isHere = `-n ${inQuotes(`__fish_seen_subcommand_from ${name}`)}`;
      const operands = operandsOf(name);
      return [
        ...(takesFiles(name) ? [`${program} ${isHere} -F`] : []),
        ...(operands.length > 0 ? [`${program} ${isHere} -a ${inQuotes(operands.join(" "))}`] : []),
        ...optionsOf(name).map((option) => `${program} ${isHere} ${fishOption(option)}`),
      ];
    }),
  ].join("\n");
}

function fishOption(name: OptionName): string {
  const { short, does, value, offers } = optionNamed(name);
  const names = offered(name);
  const behind = names.length > 0 ? ` -x -a ${inQuotes(names.join(" "))}` : offers === undefined ? " -x" : " -r -F";
  return `${short === undefined ? "" : `-s ${short} `}-l ${name}${value === undefined ? "" : behind} -d ${inQuotes(shortened(does))}`;
}

/** As far as the first clause: there is one line for it. */
function shortened(text: string): string {
  return text.replace(/ ?[;(].*$/s, "");
}

function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
