import { dirname, join } from "node:path";
import { readdirSync } from "../disk.js";
import { FileChanges } from "./changes.js";
import type { GenerateCommand } from "./command.js";
import { reportFailure } from "./failure.js";
import { isFolder } from "./files.js";
import { readCommand } from "./read-command.js";
import { runGenerate } from "./run-generate.js";
import type { Session } from "./session.js";
import { canRedraw } from "./terminal.js";

/**
 * Generates, and again whenever something changes: whatever goes wrong is shown, and the next change is waited for.
 * @returns the exit code of the last run, when no more changes will come
 */
export async function runWatch(session: Session, first: GenerateCommand, args: readonly string[]): Promise<number> {
  const { changes = new FileChanges() } = session;
  let command = first;
  let code = 0;
  let files: readonly string[] = [];
  let isFirst = true;
  do {
    clear(session);
    changes.watch(foldersOf([...command.places, ...files]));
    session.hasWritten = false;
    try {
      // Documents may have come and gone, and the config may say something else.
      if (!isFirst) command = await readAgain(args, command);
      isFirst = false;
      const run = await runGenerate(session, command);
      code = run.code;
      files = run.read;
    } catch (error) {
      code = reportFailure(session, error, args);
    }
    changes.watch(foldersOf([...command.places, ...files]));
    session.terminal.stderr.write("waiting for changes\n");
  } while (await changes.next());
  return code;
}

async function readAgain(args: readonly string[], before: GenerateCommand): Promise<GenerateCommand> {
  const command = await readCommand(args);
  return command.kind === "generate" ? command : before;
}

/** Redraws the whole screen, where there is one. */
function clear({ terminal: { stdout, env } }: Session): void {
  if (canRedraw(stdout, env)) stdout.write("\u001b[2J\u001b[3J\u001b[H");
}

/** The folders that files lie in, and folders with those inside of them. */
function foldersOf(places: readonly string[]): ReadonlySet<string> {
  return new Set(
    places.flatMap((place) => (isFolder(place) ? [dirname(place), ...withInner(place)] : [dirname(place)])),
  );
}

function withInner(folder: string): readonly string[] {
  const inner = readdirSync(folder).filter(
    (entry) => entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith("."),
  );
  return [folder, ...inner.flatMap(({ name }) => withInner(join(folder, name)))];
}
