import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { median } from "../measure.js";
import { cli, emptied, type Extent, root } from "../place.js";
import type { Line } from "../table.js";

/** From a save of a document until the function is written, while `generate --watch` runs. */
export async function watching({ rounds, nodes }: Extent): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const [node, path] of nodes) {
    const folder = emptied("watch");
    for (const room of ["arazzo", "openapi", "overlays"]) {
      cpSync(join(root, "specs", room), join(folder, room), { recursive: true });
    }
    const document = join(folder, "arazzo/twilio-send-message-track-status-workflow.yml");
    const out = join(folder, "out/workflows");
    const file = join(out, "send-message-track-status.ts");
    rmSync(out, { recursive: true, force: true });
    const args = [cli, "generate", document, "--out", join(folder, "out"), "--watch"];
    const watcher = spawn(path, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    watcher.stdout.on("data", (text: Buffer) => (output += text.toString()));
    while (!existsSync(file) || output === "") await once(watcher.stdout, "data");
    const text = readFileSync(document, "utf8");
    const times: number[] = [];
    for (let round = -1; round < 2 * rounds; round++) {
      const words = `Send a text message, the ${round + 2}th time`;
      const written = new Promise<number>((resolve) => {
        const watched = watch(out, () => {
          if (!existsSync(file) || !readFileSync(file, "utf8").includes(words)) return;
          watched.close();
          resolve(performance.now());
        });
      });
      const begun = performance.now();
      writeFileSync(document, text.replace("Send a text message", words));
      const time = (await written) - begun;
      // The first one loads what the others have.
      if (round >= 0) times.push(time);
    }
    watcher.kill();
    lines.push({ what: "--watch, from a save to the file", node, ours: median(times), unit: "ms", goal: 150 });
  }
  return lines;
}
