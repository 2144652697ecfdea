import { spawnSync } from "node:child_process";

/** What a process took, in milliseconds: of the clock, of the processor; and how much memory at most, in megabytes. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly mb: number;
}

/** A command that is measured. */
export interface Command {
  readonly name: string;
  readonly node: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Called before each run, and not measured. */
  readonly prepare?: () => void;
}

/** Has a process tell what it took of the processor. It costs some milliseconds itself. */
const tellCost =
  "data:text/javascript," +
  "process.on('exit', () => {" +
  "const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();" +
  "process.stderr.write(['\\ncost', (userCPUTime + systemCPUTime) / 1e3, maxRSS / 1024, ''].join(' '));" +
  "});";

/** Runs a command once, as a process of its own, so that nothing profits from what another has warmed up. */
export function run({ name, node, args, cwd, prepare }: Command, isTold = true): Cost {
  prepare?.();
  const begun = performance.now();
  const told = isTold ? ["--import", tellCost] : [];
  const { status, stdout, stderr } = spawnSync(node, [...told, ...args], { cwd, encoding: "utf8" });
  const wall = performance.now() - begun;
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}\n${stderr}`);
  const [, cpu, mb] = /\ncost ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
  return { wall, cpu: Number(cpu), mb: Number(mb) };
}

/** Runs commands in turn, so that a machine which gets slower does so for all. @returns what each round took, by name */
export function inTurn(
  commands: readonly Command[],
  rounds: number,
  isTold = true,
): ReadonlyMap<string, readonly Cost[]> {
  const costs = new Map<string, Cost[]>(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const command of commands) costs.get(command.name)?.push(run(command, isTold));
  }
  return costs;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of the ratios of each round. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}
