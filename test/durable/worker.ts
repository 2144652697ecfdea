import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import type { End, Order } from "./jobs.js";

/** A program that workers run, bundled, so that a process starts in no time. */
export async function bundled(name: string): Promise<string> {
  const folder = join("node_modules", ".cache", "durable");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}.mjs`);
  const entryPoints = [join("test", "durable", `${name}.ts`)];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", packages: "external" });
  return outfile;
}

/** One process of a worker. */
export interface Worker {
  readonly child: ChildProcess;
  /** Whether it was killed. Rejects if it ended by an error. */
  readonly ended: Promise<boolean>;
  /** At which moment of its job it was killed, if it was. */
  readonly killedAt: Promise<string | undefined>;
  /** Resolves once it has complained of something. */
  readonly complains: (of: RegExp) => Promise<void>;
  /** Resolves once it has said something. */
  readonly ready: Promise<unknown>;
  readonly lines: readonly string[];
}

export function startWorker(program: string, order: Order): Worker {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
    if (process.env["DEBUG"]) process.stderr.write(chunk);
  });
  const complains = (of: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => void (of.test(said) && resolve());
      child.stderr.on("data", look);
      look();
    });
  const lines: string[] = [];
  const input = createInterface({ input: child.stdout });
  input.on("line", (line) => lines.push(line));
  const ready = new Promise((resolve) => input.once("line", resolve));
  const ended = new Promise<boolean>((resolve, reject) => {
    child.on("close", (code, signal) => {
      if (signal === null && code !== 0) reject(new Error(`a worker ended with ${code}: ${said}`));
      else resolve(signal === "SIGKILL");
    });
  });
  const killedAt = ended.then((isKilled) => (isKilled ? /^killed at (.*)$/m.exec(said)?.[1] : undefined));
  // Who waits for its end sees why.
  killedAt.catch(() => undefined);
  return { child, complains, ended, killedAt, ready, lines };
}

/** Tells a worker to end, as a deploy does, and waits until it has. */
export async function stopped(worker: Worker): Promise<void> {
  worker.child.kill("SIGTERM");
  await worker.ended;
}

/** How the jobs ended that a worker was to wait for. */
export async function endsOf(worker: Worker): Promise<End[]> {
  await worker.ended;
  return worker.lines.slice(1).map((line) => JSON.parse(line));
}

/** How long a worker may go on after its engine has crashed, in milliseconds. */
const AFTERLIFE = 1_000;

/** Crashes the engine of a worker that has begun its jobs, and then the worker. */
export async function crashAmid(worker: Worker, crash: () => Promise<void>): Promise<void> {
  await Promise.race([worker.ready, worker.ended]);
  await crash();
  const ended = worker.ended.catch(() => undefined);
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, AFTERLIFE))]);
  worker.child.kill("SIGKILL");
  await ended;
}
