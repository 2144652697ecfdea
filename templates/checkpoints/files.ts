import { link, mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { RunStore, StoredRun } from "./store.js";

/**
 * Keeps runs in a folder, each in one of its own, for processes of one machine: its file system has to know hard links.
 * To look for unfinished runs it reads all that there are; delete the folders of those that have ended.
 */
export function fileStore(folder: string): RunStore {
  const folderOf = (id: string): string => join(folder, encodeURIComponent(id).replaceAll(".", "%2E"));
  return {
    read: (id) => readLatest(folderOf(id)),
    async write(run) {
      const place = folderOf(run.id);
      await mkdir(place, { recursive: true, mode: 0o700 });
      if (latestOf(await namesIn(place)) !== run.revision - 1 || !(await createFile(place, run))) return false;
      // The file of this revision may have been there, and have been deleted since, but only once there was a later one.
      const names = await namesIn(place);
      if (latestOf(names) !== run.revision) return false;
      // Those of earlier revisions, and what processes left of them that were killed.
      const old = names.filter((name) => Number.parseInt(name, 10) < run.revision);
      await Promise.all(old.map((name) => rm(join(place, name), { force: true })));
      return true;
    },
    async unfinished(time) {
      const names = await namesIn(folder);
      const runs = await Promise.all(names.map((name) => readLatest(join(folder, name))));
      return runs.flatMap((run) => (run && !run.end && run.leasedUntil <= time ? [run.id] : []));
    },
  };
}

/** Creates the file of a revision, as a whole and on the disk. Gives whether there was none. */
async function createFile(folder: string, run: StoredRun): Promise<boolean> {
  const draft = join(folder, `${run.revision}.${process.pid}.${Math.random().toString(36).slice(2)}.draft`);
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(JSON.stringify(run));
    await file.sync();
    await link(draft, fileOf(folder, run.revision));
    return true;
  } catch (error) {
    if (isSystemError(error, "EEXIST")) return false;
    throw error;
  } finally {
    await file.close();
    await rm(draft, { force: true });
    await syncFolder(folder);
  }
}

/** Some systems know no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function readLatest(folder: string): Promise<StoredRun | undefined> {
  for (;;) {
    const revision = latestOf(await namesIn(folder));
    if (revision === 0) return undefined;
    try {
      return JSON.parse(await readFile(fileOf(folder, revision), "utf8"));
    } catch (error) {
      // Meanwhile there is a later one.
      if (!isSystemError(error, "ENOENT")) throw error;
    }
  }
}

/** The latest revision among files; 0 if there is none. */
function latestOf(names: readonly string[]): number {
  return Math.max(0, ...names.filter((name) => /^\d+\.json$/.test(name)).map((name) => Number.parseInt(name, 10)));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isSystemError(error, "ENOENT") || isSystemError(error, "ENOTDIR")) return [];
    throw error;
  }
}

function fileOf(folder: string, revision: number): string {
  return join(folder, `${revision}.json`);
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
