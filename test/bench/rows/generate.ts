import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { largeApi, workflowsOver } from "../large-api.js";
import { type Command, inTurn, median, ratioOf } from "../measure.js";
import { cli, emptied, type Extent, here, root } from "../place.js";
import type { Line } from "../table.js";

/** Documents, and the workflows over them. */
interface Task {
  readonly name: string;
  readonly folder: string;
  /** The OpenAPI documents, as files. */
  readonly apis: readonly string[];
  readonly workflows: readonly string[];
}

/** The four workflows over three official documents, and one workflow over documents of other sizes. */
function tasks(isQuick: boolean): readonly Task[] {
  const official = emptied("official");
  for (const room of ["arazzo", "openapi", "overlays"]) {
    cpSync(join(root, "specs", room), join(official, room), { recursive: true });
  }
  const names = ["create-conversation-add-participant-send-message", "provision-messaging-service-add-number"];
  const four = [...names, "send-message-track-status", "studio-create-flow-and-execute"];
  const apis = ["conversations-openapi-original", "studio-openapi-original", "twilio-messaging-openapi"];
  const large = isQuick ? [] : [60, 600, 2_900].map(taskOver);
  return [
    {
      name: "four workflows, three official documents",
      folder: official,
      apis: apis.map((name) => join(official, `openapi/${name}.yml`)),
      workflows: four.map((name) => join(official, `arazzo/twilio-${name}-workflow.yml`)),
    },
    ...large,
  ];
}

function taskOver(operations: number): Task {
  const folder = emptied(`large-${operations}`);
  const api = largeApi(operations);
  writeFileSync(join(folder, "api.json"), api);
  const [workflow = ""] = workflowsOver(operations, 1);
  writeFileSync(join(folder, "workflow.json"), workflow);
  const name = `one workflow, a document of ${(api.length / 1e6).toFixed(1)} MB`;
  return { name, folder, apis: [join(folder, "api.json")], workflows: [join(folder, "workflow.json")] };
}

/** What it takes to generate: from nothing, beside others; where one document changed; and where nothing did. */
export function generating({ rounds, nodes, isQuick }: Extent): readonly Line[] {
  const lines: Line[] = [];
  for (const [node, path] of nodes) {
    for (const task of tasks(isQuick)) {
      const isOfficial = task.apis.length > 1;
      const others = isOfficial ? peersOf(node, path, task) : peersOf(node, path, task).slice(0, 1);
      const commands = [ours(path, task), ...others];
      const costs = inTurn(commands, rounds);
      const walls = (name: string): readonly number[] => (costs.get(name) ?? []).map(({ wall }) => wall);
      const cold = walls("ours");
      const fastest = Math.min(...others.map(({ name }) => median(walls(name))));
      for (const { name } of others) {
        const value = median(walls(name));
        const isGoal = isOfficial && value === fastest;
        const beside = { name, value, ratio: ratioOf(cold, walls(name)) };
        lines.push({ what: task.name, node, ours: median(cold), unit: "ms", beside, ...(isGoal && { goal: 0.5 }) });
      }
    }
    const [official] = tasks(true);
    if (official) lines.push(...again(node, path, official, rounds));
  }
  return lines;
}

function ours(node: string, { folder, workflows }: Task): Command {
  const out = join(folder, "out");
  const args = [cli, "generate", ...workflows, "--out", out];
  return { name: "ours", node, args, cwd: folder, prepare: () => forget(folder) };
}

/** As it is the first time: without what is generated, and what earlier runs were noted down by. */
function forget(folder: string): void {
  for (const name of ["out", "node_modules"]) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules"));
}

/** Where one document changed and where nothing did, both beside what is known. */
function again(node: string, path: string, task: Task, rounds: number): readonly Line[] {
  const command = ours(path, task);
  const [api = ""] = task.apis;
  const text = readFileSync(api, "utf8");
  let edits = 0;
  const { prepare: _cold, ...warm } = command;
  const changed = { ...warm, name: "changed", prepare: () => writeFileSync(api, `${text}\n# ${++edits}\n`) };
  const nothing = { name: "node", node: path, args: ["-e", "0"] };
  const costs = inTurn([command, changed, { ...warm, name: "same" }, nothing], 2 * rounds, false);
  writeFileSync(api, text);
  const walls = (name: string): readonly number[] => (costs.get(name) ?? []).map(({ wall }) => wall);
  const line = (what: string, name: string, than: string, goal: number): Line => {
    const beside = { name: than === "node" ? "`node -e 0`" : "all anew", value: median(walls(than)) };
    const ratio = ratioOf(walls(name), walls(than));
    return { what, node, ours: median(walls(name)), unit: "ms", beside: { ...beside, ratio }, goal };
  };
  return [line("one document changed", "changed", "ours", 0.4), line("nothing changed", "same", "node", 1.3)];
}

/** The same documents by others: types and clients of whole APIs, since they know nothing of workflows. */
function peersOf(node: string, path: string, { folder, apis }: Task): readonly Command[] {
  const inBench = (file: string): string => join(here, "node_modules", file);
  const each = apis.map((api, index) => ({ api, name: `api${index}`, out: join(folder, `theirs/${index}`) }));
  const write = (file: string, config: unknown, before = "export default"): string => {
    writeFileSync(join(folder, file), `${before} ${JSON.stringify(config)};\n`);
    return join(folder, file);
  };
  const described = Object.fromEntries(
    each.map(({ api, name, out }) => [`${name}@v1`, { root: api, "x-openapi-ts": { output: `${out}/types.ts` } }]),
  );
  writeFileSync(join(folder, "redocly.yaml"), JSON.stringify({ apis: described }));
  const heyApi = each.map(({ api, out }) => ({ input: api, output: `${out}/hey-api`, logs: { level: "silent" } }));
  const heyConfig = write("openapi-ts.config.mjs", heyApi);
  const orvalConfig = write(
    "orval.config.mjs",
    Object.fromEntries(
      each.map(({ api, name, out }) => [
        name,
        {
          input: { target: api, unsafeDisableValidation: true },
          output: { target: `${out}/orval.ts`, client: "fetch" },
        },
      ]),
    ),
  );
  const kubb = each.map(({ api, out }) => ({ root: folder, input: { path: api }, output: { path: `${out}/kubb` } }));
  const plugins = `[pluginOas({ generators: [] }), pluginTs()]`;
  writeFileSync(
    join(folder, "kubb.config.mjs"),
    `import { pluginOas } from "@kubb/plugin-oas"; import { pluginTs } from "@kubb/plugin-ts";\n` +
      `export default ${JSON.stringify(kubb)}.map((one) => ({ ...one, plugins: ${plugins} }));\n`,
  );
  const [hey, orval] = node === "20" ? ["hey-api-on-20", "orval-on-20"] : ["@hey-api/openapi-ts", "orval"];
  const named = { node: path, cwd: folder };
  const all = [
    { ...named, name: "openapi-typescript", args: [inBench("openapi-typescript/bin/cli.js")] },
    { ...named, name: "hey-api", args: [inBench(`${hey}/bin/run.js`), "-f", heyConfig] },
    {
      ...named,
      name: "orval",
      args: [inBench(`${orval}/dist/bin/orval.${node === "20" ? "js" : "mjs"}`), "--config", orvalConfig],
    },
    {
      ...named,
      name: "kubb",
      args: [inBench("@kubb/cli/bin/kubb.cjs"), "generate", "-c", join(folder, "kubb.config.mjs"), "--silent"],
    },
  ];
  return all;
}
