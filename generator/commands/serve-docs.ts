import type { PlannedGeneration } from "../generate.js";
import { startLiveSite, type LiveSite } from "../live/index.js";
import { runnablesOf } from "../runnable.js";
import { servedFiles, type SiteInput } from "../site/index.js";
import { UsageError } from "./arguments.js";
import type { DocsCommand, ServedDocs } from "./command.js";
import { interruption } from "./interrupted.js";
import { exit, type Session } from "./session.js";

/** Serves the pages about workflows until it is interrupted, and runs workflows for those who ask for it. @returns the exit code */
export async function serveDocs(
  session: Session,
  command: DocsCommand & { readonly served: ServedDocs },
  { planned, files = new Map(), findings }: PlannedGeneration,
  input: SiteInput,
): Promise<number> {
  const plan = planned?.plan ?? { workflows: [], apis: [] };
  const { from, served } = command;
  const pages = await servedFiles(input, from);
  session.progress.clear();
  session.printFindings(findings, command);
  const { signal, forget } = interruption();
  try {
    const options = { files: pages, plans: plan.workflows, ...runnablesOf(plan, (path) => files.get(path)), ...served };
    const { url, close } = await orSayTaken(served.port, () => startLiveSite(options));
    session.print(command.format === "json" ? JSON.stringify({ url }) : `${url}\nCtrl-C ends it.`);
    if (!signal.aborted) {
      await new Promise<void>((resolve) => {
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    await close();
    return exit.done;
  } finally {
    forget();
  }
}

async function orSayTaken(port: number, start: () => Promise<LiveSite>): Promise<LiveSite> {
  try {
    return await start();
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!isTaken) throw error;
    throw new UsageError(`The port ${port} is taken: \`--port 0\` takes one that is free.`, "docs");
  }
}
