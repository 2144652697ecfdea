import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { median, ratioOf } from "../measure.js";
import { compiled, emptied, entry, type Extent } from "../place.js";
import type { Line } from "../table.js";

type Times = Readonly<Record<string, { readonly wall: readonly number[]; readonly cpu: readonly number[] }>>;

/** What a call costs, one after the other and 64 at once, beside the same by other means. */
export async function calls({ rounds, nodes, isQuick }: Extent): Promise<readonly Line[]> {
  const folder = emptied("calls");
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  spawnSync("openssl", ["req", "-x509", ...curve, "-keyout", key, "-out", certificate, ...names]);
  const [server, client] = [await compiled("server"), await compiled("calls")];
  const lines: Line[] = [];
  for (const [node, path] of nodes) {
    const process_ = spawn(path, [server, key, certificate], { stdio: ["ignore", "pipe", "inherit"] });
    const [text] = (await once(createInterface(process_.stdout), "line")) as [string];
    const urls = JSON.parse(text) as { readonly http: string; readonly https: string };
    const measured = (url: string, atOnce: number): Times => {
      const args = [client, url, entry, String(2 * rounds), isQuick ? "128" : "320", String(atOnce)];
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate };
      const { stdout, stderr } = spawnSync(path, args, { encoding: "utf8", env });
      if (stdout === "") throw new Error(stderr);
      return JSON.parse(stdout) as Times;
    };
    const alone = measured(urls.http, 1);
    lines.push(
      line("a call, clock", node, alone, { of: "ours", than: "fetch", in: "wall", goal: 0.8 }),
      line("a call, processor", node, alone, { of: "ours", than: "twilio", in: "cpu", goal: 0.8 }),
      line("a call, processor", node, alone, { of: "ours", than: "openapi-fetch", in: "cpu" }),
      line("a call, processor", node, alone, { of: "ours", than: "node:http", in: "cpu" }),
      line("a call by the `fetch` that is given, clock", node, alone, {
        of: "ours on fetch",
        than: "fetch",
        in: "wall",
        goal: 1.25,
      }),
      line("64 calls at once, clock of each", node, measured(urls.http, 64), {
        of: "ours",
        than: "fetch",
        in: "wall",
        goal: 0.8,
      }),
      line("a call over HTTPS, clock", node, measured(urls.https, 1), {
        of: "ours",
        than: "fetch",
        in: "wall",
        goal: 0.8,
      }),
    );
    process_.kill();
  }
  return lines;
}

interface Pair {
  readonly of: string;
  readonly than: string;
  readonly in: "wall" | "cpu";
  readonly goal?: number;
}

function line(what: string, node: string, times: Times, { of, than, in: field, goal }: Pair): Line {
  const [ours, theirs] = [times[of]?.[field] ?? [], times[than]?.[field] ?? []];
  const beside = { name: `\`${than}\``, value: median(theirs), ratio: ratioOf(ours, theirs) };
  return { what, node, ours: median(ours), unit: "µs", beside, ...(goal !== undefined && { goal }) };
}
