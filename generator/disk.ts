import { createHash } from "node:crypto";
import * as fs from "node:fs";

/**
 * What was asked of the disk, and what it showed: enough to find out later whether it would show the same again.
 * Paths are as they were asked for, so that relative ones hold in the same working directory.
 */
export interface Look {
  readonly question: Question;
  readonly path: string;
  readonly saw: string;
}

type Question = "read" | "list" | "stat" | "lstat" | "real";

let looks: Map<string, Look> | undefined;

/**
 * Has everything that is asked of the disk from here on noted down, with what was seen first.
 * @returns the notes, which grow
 */
export function noteLooks(): ReadonlyMap<string, Look> {
  looks = new Map();
  return looks;
}

/** Whether the disk still shows what was seen. */
export function isAsSeen({ question, path, saw }: Look): boolean {
  try {
    return answers[question](path) === saw;
  } catch (error) {
    return failure(error) === saw;
  }
}

/** Notes down that a file was run, which may have looked at anything: it is never seen to be as it was. */
export function noteRun(path: string): void {
  looks?.set(`run ${path}`, { question: "read", path, saw: "run" });
}

/** As those of Node, whose names they have. What only reads the disk asks it through these. */
export function readFileSync(path: string): Buffer;
export function readFileSync(path: string, encoding: "utf8"): string;
export function readFileSync(path: string, encoding?: "utf8"): Buffer | string {
  const bytes = look("read", path, () => fs.readFileSync(path), digestOf);
  return encoding === undefined ? bytes : bytes.toString(encoding);
}

export function readdirSync(path: string): fs.Dirent[] {
  return look("list", path, () => fs.readdirSync(path, { withFileTypes: true }), listOf);
}

/** @returns `undefined` where nothing is there */
export function statSync(path: string): fs.Stats | undefined {
  return look("stat", path, () => fs.statSync(path, { throwIfNoEntry: false }), kindOf);
}

/** The same of a link itself. */
export function lstatSync(path: string): fs.Stats | undefined {
  return look("lstat", path, () => fs.lstatSync(path, { throwIfNoEntry: false }), kindOf);
}

export function existsSync(path: string): boolean {
  try {
    return statSync(path) !== undefined;
  } catch {
    return false;
  }
}

export function realpathSync(path: string): string {
  return look("real", path, () => fs.realpathSync(path), String);
}

/** The same questions, answered as they are noted down. */
const answers: Readonly<Record<Question, (path: string) => string>> = {
  read: (path) => digestOf(fs.readFileSync(path)),
  list: (path) => listOf(fs.readdirSync(path, { withFileTypes: true })),
  stat: (path) => kindOf(fs.statSync(path, { throwIfNoEntry: false })),
  lstat: (path) => kindOf(fs.lstatSync(path, { throwIfNoEntry: false })),
  real: (path) => fs.realpathSync(path),
};

function look<T>(question: Question, path: string, ask: () => T, say: (answer: T) => string): T {
  const note = (saw: string): void => {
    const key = `${question} ${path}`;
    if (looks?.has(key) === false) looks.set(key, { question, path, saw });
  };
  try {
    const answer = ask();
    if (looks !== undefined) note(say(answer));
    return answer;
  } catch (error) {
    note(failure(error));
    throw error;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}

function listOf(entries: readonly fs.Dirent[]): string {
  const lines = entries.map((entry) => `${entry.name}/${kindOf(entry)}`).sort();
  return digestOf(Buffer.from(lines.join("\n")));
}

/** What something is, and how large a file is; when it was changed is nobody's business. */
function kindOf(entry: fs.Stats | fs.Dirent | undefined): string {
  if (entry === undefined) return "nothing";
  if (entry.isSymbolicLink()) return "link";
  if (entry.isFile()) return "size" in entry ? `file ${entry.size}` : "file";
  return entry.isDirectory() ? "folder" : "other";
}

function failure(error: unknown): string {
  return `failed: ${error instanceof Error && "code" in error ? String(error.code) : "unknown"}`;
}
