import { createRequire, syncBuiltinESMExports } from "node:module";
import type * as FileSystem from "node:fs";

const fs: typeof FileSystem = createRequire(import.meta.url)("node:fs");
const { chmodSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } = fs;

/** Where a process is killed: before its n-th change of the disk, or halfway through it if that is a text. */
export interface Stop {
  readonly at: number;
  readonly halfway: boolean;
}

/**
 * Does something as a process does it that is killed on the way: from the stop on nothing changes on the disk any
 * more, whatever is caught and cleaned up.
 * @returns the changes it made or was about to make, by the names of their functions
 */
export function stopped(stop: Stop | undefined, work: () => void): readonly string[] {
  const operations: string[] = [];
  const step = (name: string, halfway?: () => void): void => {
    operations.push(name);
    if (stop === undefined || operations.length < stop.at) return;
    if (operations.length === stop.at && stop.halfway) halfway?.();
    throw new Error("killed");
  };
  const stopping = {
    writeFileSync(path: string, text: string) {
      step("writeFileSync", () => writeFileSync(path, text.slice(0, text.length / 2)));
      writeFileSync(path, text);
    },
    chmodSync: (path: string, mode: number) => (step("chmodSync"), chmodSync(path, mode)),
    mkdirSync: (path: string, how: FileSystem.MakeDirectoryOptions) => (step("mkdirSync"), mkdirSync(path, how)),
    mkdtempSync: (prefix: string) => (step("mkdtempSync"), mkdtempSync(prefix)),
    renameSync: (from: string, to: string) => (step("renameSync"), renameSync(from, to)),
    rmdirSync: (path: string) => (step("rmdirSync"), rmdirSync(path)),
    rmSync: (path: string, how: FileSystem.RmOptions) => (step("rmSync"), rmSync(path, how)),
  };
  Object.assign(fs, stopping);
  syncBuiltinESMExports();
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error && error.message === "killed")) throw error;
  } finally {
    Object.assign(fs, { chmodSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync });
    syncBuiltinESMExports();
  }
  return operations;
}

/** Every stop of a process that makes these changes. */
export function stopsIn(operations: readonly string[]): readonly Stop[] {
  return operations.flatMap((name, index) => {
    const before = { at: index + 1, halfway: false };
    return name === "writeFileSync" ? [before, { ...before, halfway: true }] : [before];
  });
}
