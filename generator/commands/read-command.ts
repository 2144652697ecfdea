import { readArguments } from "./arguments.js";
import { optionsOf } from "./catalogue.js";
import { parseCommand, type Command } from "./command.js";
import { readConfig, type Config } from "./config.js";

/** Reads a command line, and the config where the command heeds it. @throws UsageError, ConfigError */
export async function readCommand(args: readonly string[]): Promise<Command> {
  return parseCommand(args, await configFor(args));
}

/** The config, for those commands that heed it. */
async function configFor(args: readonly string[]): Promise<Config> {
  const { command, values } = readArguments(args);
  const isHeeded = command !== undefined && optionsOf(command).includes("config");
  return isHeeded && values.help !== true && values.version !== true ? readConfig(values.config) : {};
}
