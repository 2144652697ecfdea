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

type Question = keyof Answers;

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
    return seen(question, path) === saw;
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
  const bytes = look("read", path);
  return encoding === undefined ? bytes : bytes.toString(encoding);
}

export function readdirSync(path: string): fs.Dirent[] {
  return look("list", path);
}

/** @returns `undefined` where nothing is there */
export function statSync(path: string): fs.Stats | undefined {
  return look("stat", path);
}

/** The same of a link itself. */
export function lstatSync(path: string): fs.Stats | undefined {
  return look("lstat", path);
}

export function existsSync(path: string): boolean {
  try {
    return statSync(path) !== undefined;
  } catch {
    return false;
  }
}

export function realpathSync(path: string): string {
  return look("real", path);
}

/** What can be asked, and what is noted down of the answer. */
const questions: { readonly [Q in Question]: Asking<Answers[Q]> } = {
  read: { ask: (path) => fs.readFileSync(path), note: digestOf },
  list: { ask: (path) => fs.readdirSync(path, { withFileTypes: true }), note: listOf },
  stat: { ask: (path) => fs.statSync(path, { throwIfNoEntry: false }), note: kindOf },
  lstat: { ask: (path) => fs.lstatSync(path, { throwIfNoEntry: false }), note: kindOf },
  real: { ask: (path) => fs.realpathSync(path), note: String },
};

interface Answers {
  readonly read: Buffer;
  readonly list: fs.Dirent[];
  readonly stat: fs.Stats | undefined;
  readonly lstat: fs.Stats | undefined;
  readonly real: string;
}

interface Asking<T> {
  readonly ask: (path: string) => T;
  readonly note: (answer: T) => string;
}

function look<Q extends Question>(question: Q, path: string): Answers[Q] {
  const { ask, note } = questions[question];
  const remember = (saw: string): void => {
    const key = `${question} ${path}`;
    if (looks?.has(key) === false) looks.set(key, { question, path, saw });
  };
  try {
    const answer = ask(path);
    if (looks !== undefined) remember(note(answer));
    return answer;
  } catch (error) {
    remember(failure(error));
    throw error;
  }
}

/** What a question is answered with now, as it is noted down. */
function seen<Q extends Question>(question: Q, path: string): string {
  const { ask, note } = questions[question];
  return note(ask(path));
}

/** The bytes' digest, as lock files have it. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function listOf(entries: readonly fs.Dirent[]): string {
  const lines = entries.map((entry) => `${entry.name}/${kindOf(entry)}`).sort();
  return digestOf(lines.join("\n"));
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
