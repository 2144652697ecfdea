// `npm run bench:durable`: what a step costs on each engine, beside an empty step of the engine's own, and how many lines
// each adapter has.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { freePort, startPostgres } from "../../examples/durable/postgres.js";
import { startRestate } from "../../examples/durable/restate-server.js";
import { steps } from "./bench-steps.js";
import { measured } from "./bench-measure.js";
import { bundled } from "./worker.js";

async function started(program: string, engine: string): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [await bundled(program), engine], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, line };
}

/** Lines that are neither blank nor part of a comment. */
function linesOf(path: string): number {
  const code = readFileSync(path, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return code.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("//")).length;
}

process.stdout.write("milliseconds for a step, in this process: ");
await measured(async (kind) => kind !== "empty" && steps(kind, {}));

const postgres = await startPostgres();
const { child, line } = await started("bench-dbos-worker", postgres.url);
await once(child, "exit");
await postgres.close();
process.stdout.write(`on DBOS: ${line}\n`);

const server = await startRestate();
const port = await freePort();
const worker = await started("bench-restate-worker", String(port));
await server.register(port);
process.stdout.write("on Restate: ");
await measured(async (kind) => {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${server.ingress}/bench/run`, { method: "POST", headers, body: JSON.stringify(kind) });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.json();
});
const ended = once(worker.child, "exit");
worker.child.kill();
await ended;
await server.close();

const names = ["dbos", "restate", "temporal", "cloudflare", "inngest", "aws", "durable"];
const adapters = names.map((name) => `${name} ${linesOf(`templates/engines/${name}.ts`)}`);
process.stdout.write(`lines of code of the adapters, and of what they share: ${adapters.join(", ")}\n`);
