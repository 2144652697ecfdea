import { fetchSources, readTokens, tokensVariable, type Changes } from "../fetch/index.js";
import { SourceFolders } from "../source-folders.js";
import { UsageError } from "./arguments.js";
import type { FetchCommand } from "./command.js";
import { exit, type Session } from "./session.js";

/** Fetches sources, and says what is another than it was. @returns the exit code */
export async function runFetch(session: Session, command: FetchCommand): Promise<number> {
  const tokens = readTokens(process.env[tokensVariable]);
  if (tokens === undefined) throw new UsageError(`\`${tokensVariable}\` holds no HOST=TOKEN.`, "fetch");
  const folders = new SourceFolders(command.sourceFolders);
  session.progress.show("fetching what the documents name");
  session.hasWritten = !command.check;
  const { findings, changes } = await fetchSources({
    ...command,
    tokens,
    isAtHand: (url) => folders.find(url).length > 0,
  });
  session.printFindings(findings, command);
  if (changes === undefined) return exit.found;
  const lines = changesOf(changes);
  session.tell(lines.length === 0 ? "nothing has changed" : lines.join("\n"), command);
  return command.check && lines.length > 0 ? exit.found : exit.done;
}

function changesOf({ added, changed, removed }: Changes): readonly string[] {
  return [
    ...added.map((url) => `new: ${url}`),
    ...changed.map((url) => `changed: ${url}`),
    ...removed.map((url) => `no longer named: ${url}`),
  ];
}
