import { spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type Command, inTurn, median, ratioOf } from "../measure.js";
import { cli, compiled, entry, type Extent, here, root } from "../place.js";
import type { Line } from "../table.js";

/** How much of a program it makes, how long that takes to start, and how much memory is taken. */
export async function sizes({ rounds, nodes, isQuick }: Extent): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const [one, theirs] = [await bundled(`export { sendMessageTrackStatus } from "${entry}";`), await bundledTwilio()];
  const beside = { name: "`twilio`", value: theirs, ratio: one / theirs };
  lines.push({ what: "bundle of one function, gzip", ours: one, unit: "KB", goal: 11 });
  lines.push({ what: "the same", ours: one, unit: "KB", beside });
  const waiting = await compiled("waiting");
  for (const [node, path] of nodes) {
    const { stdout } = spawnSync(path, ["--expose-gc", waiting, entry, isQuick ? "2000" : "10000"], {
      encoding: "utf8",
    });
    lines.push({
      what: "heap of a workflow that waits",
      node,
      ours: Number.parseFloat(stdout) / 1024,
      unit: "KB",
      goal: 6,
    });
    lines.push(...starting(node, path, rounds));
  }
  return lines;
}

function starting(node: string, path: string, rounds: number): readonly Line[] {
  const importing = (what: string): readonly string[] => [
    "--input-type=module",
    "-e",
    `import ${JSON.stringify(what)};`,
  ];
  const commands: readonly Command[] = [
    { name: "nothing", node: path, args: ["-e", "0"] },
    { name: "ours", node: path, args: importing(entry) },
    { name: "twilio", node: path, args: importing("twilio"), cwd: here },
    { name: "help", node: path, args: [cli, "--help"], cwd: root },
  ];
  const costs = inTurn(commands, 3 * rounds, false);
  const walls = (name: string): readonly number[] => (costs.get(name) ?? []).map(({ wall }) => wall);
  const over = (name: string): number =>
    median(walls(name).map((wall, round) => wall - (walls("nothing")[round] ?? 0)));
  const nothing = median(walls("nothing"));
  const help = { name: "`node -e 0`", value: nothing, ratio: ratioOf(walls("help"), walls("nothing")) };
  const [ours, twilio] = [over("ours"), over("twilio")];
  return [
    { what: "import of the package, over `node -e 0`", node, ours, unit: "ms", goal: 12 },
    { what: "the same", node, ours, unit: "ms", beside: { name: "`twilio`", value: twilio, ratio: ours / twilio } },
    { what: "--help", node, ours: median(walls("help")), unit: "ms", beside: help, goal: 2 },
  ];
}

/** Kilobytes of what esbuild makes of a program for browsers and Workers, compressed. */
async function bundled(contents: string, platform: "neutral" | "node" = "neutral"): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform,
    mainFields: ["module", "main"],
  });
  return gzipSync(outputFiles[0]?.contents ?? "").length / 1024;
}

function bundledTwilio(): Promise<number> {
  return bundled(`import twilio from "twilio"; export { twilio };`, "node");
}
