import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAsSeen, type Look, type noteLooks } from "../disk.js";
import type { Output } from "./terminal.js";

/** What a command prints to. */
export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

interface Stream extends Output {
  readonly columns?: number;
}

type Name = keyof Streams;

/** A run that ended well, as it is kept. */
interface Kept {
  readonly looks: readonly Look[];
  /** What was printed, piece by piece. */
  readonly prints: readonly (readonly [to: Name, text: string])[];
}

/** Those that only read and write files here, and say nothing of time. */
const commands = new Set(["generate", "lint"]);
const others = /^(?:--(?:debug|watch|fix)\b|-\w*w)/;

/** Runs that are kept in a folder; those that were used longest ago go first. */
const mostKept = 50;

/**
 * Shows again what a run printed, where a run could only do the same: it was asked for in the same words, in the same
 * folder, of the same generator, and everything that the earlier one looked at, what it wrote included, is as it was.
 *
 * Runs are kept in `node_modules/.cache/twilio-workflows/runs`, where `node_modules` is that of the project; without one,
 * none is kept. A run is kept only if it wrote nothing and ended well, so that the disk is what it said.
 */
export class Replay {
  readonly #file: string | undefined;
  readonly #streams: Streams;
  #looks: ReadonlyMap<string, Look> = new Map();
  readonly #prints: [to: Name, text: string][] = [];

  /**
   * @param args The command line
   * @param build Tells one generator from another
   * @param cwd The working directory
   */
  constructor(args: readonly string[], streams: Streams, build: string, cwd = process.cwd()) {
    this.#streams = streams;
    const isKept = commands.has(args[0] ?? "") && !args.some((arg) => others.test(arg));
    const home = isKept ? cacheOf(cwd) : undefined;
    this.#file = home && join(home, "runs", `${keyOf([...args, build, cwd], streams)}.json`);
  }

  /** @returns whether the earlier run was shown */
  show(): boolean {
    const kept = this.#file === undefined ? undefined : readKept(this.#file);
    if (kept === undefined || !kept.looks.every(isAsSeen)) return false;
    for (const [stream, text] of kept.prints) this.#streams[stream].write(text);
    return true;
  }

  /**
   * Notes down what a run looks at, from here on.
   * @param note That of the generator which is to run
   * @returns where it is to print, so that this is noted down as well
   */
  begin(note: typeof noteLooks): Streams {
    if (this.#file === undefined) return this.#streams;
    this.#looks = note();
    return { stdout: this.#noted("stdout"), stderr: this.#noted("stderr") };
  }

  #noted(name: Name): Stream {
    const stream = this.#streams[name];
    const write = (text: string): void => {
      this.#prints.push([name, text]);
      stream.write(text);
    };
    return { isTTY: stream.isTTY === true, write };
  }

  /** Keeps the run, if it ended well. That it cannot be kept is no fault of the run, and not told. */
  end(exitCode: number): void {
    const looks = [...this.#looks.values()];
    if (this.#file === undefined || exitCode !== 0 || !looks.every(isAsSeen)) return;
    const kept: Kept = { looks, prints: this.#prints };
    const folder = dirname(this.#file);
    try {
      mkdirSync(folder, { recursive: true });
      forget(folder);
      const draft = `${this.#file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(kept));
      renameSync(draft, this.#file);
    } catch {
      // The next run does all the work again.
    }
  }
}

/** Where things of a project are kept: in its `node_modules`. `undefined` where there are none. */
export function cacheOf(folder: string): string | undefined {
  const modules = join(folder, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache/twilio-workflows");
  return dirname(folder) === folder ? undefined : cacheOf(dirname(folder));
}

/** Whatever a run depends on beside the disk. */
function keyOf(request: readonly string[], { stdout, stderr }: Streams): string {
  const { NO_COLOR, FORCE_COLOR, TERM, CI, HOME } = process.env;
  const terminal = [stdout, stderr].map(({ isTTY, columns }) => [isTTY, columns]);
  const all = [request, process.version, terminal, NO_COLOR, FORCE_COLOR, TERM, CI, HOME];
  return createHash("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 32);
}

/** A run that was kept; `undefined` where there is none, or something else lies there. */
function readKept(file: string): Kept | undefined {
  try {
    const kept: Partial<Kept> = JSON.parse(readFileSync(file, "utf8"));
    const { looks, prints } = kept;
    return Array.isArray(looks) && looks.length > 0 && Array.isArray(prints) ? { looks, prints } : undefined;
  } catch {
    return undefined;
  }
}

/** Makes room for one more. */
function forget(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const byAge = files.map((file) => ({ file, time: statSync(file).mtimeMs })).sort((a, b) => b.time - a.time);
  for (const { file } of byAge.slice(mostKept - 1)) rmSync(file, { force: true });
}
