import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./postgres.js";

/** A Restate server of its own, in a temporary folder. */
export interface RestateServer {
  /** Where its workflows are called. */
  readonly ingress: string;
  /** Makes it know the services behind a port of this machine. */
  readonly register: (port: number) => Promise<void>;
  /** Ends it as a power cut would, and starts it again. */
  readonly crash: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startRestate(): Promise<RestateServer> {
  const folder = mkdtempSync(join(tmpdir(), "durable-restate-"));
  const [ingress, admin, node] = [await freePort(), await freePort(), await freePort()];
  const packages = createRequire(import.meta.url);
  const binary = packages.resolve(`@restatedev/restate-server-${platform()}-${arch()}/bin/restate-server`);
  const env = {
    ...process.env,
    RESTATE_BASE_DIR: folder,
    RESTATE_LISTEN_MODE: "tcp",
    RESTATE_BIND_IP: "127.0.0.1",
    RESTATE_ADVERTISED_HOST: "127.0.0.1",
    RESTATE_NODE_NAME: "durable",
    RESTATE_BIND_PORT: String(node),
    RESTATE_INGRESS__BIND_PORT: String(ingress),
    RESTATE_ADMIN__BIND_PORT: String(admin),
    RESTATE_DISABLE_TELEMETRY: "true",
    RESTATE_DEFAULT_NUM_PARTITIONS: "1",
    RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: "256 MB",
    RESTATE_LOG_FILTER: "error",
    RESTATE_DEFAULT_RETRY_POLICY__INITIAL_INTERVAL: "20ms",
    RESTATE_DEFAULT_RETRY_POLICY__MAX_INTERVAL: "300ms",
    RESTATE_DEFAULT_RETRY_POLICY__MAX_ATTEMPTS: "100000",
  };
  let server: ChildProcess;
  const start = async (): Promise<void> => {
    server = spawn(binary, ["--no-logo"], {
      env,
      stdio: ["ignore", "ignore", process.env["DEBUG"] ? "inherit" : "ignore"],
    });
    for (let tries = 0; tries < 300; tries++) {
      const isUp = await Promise.all([
        fetch(`http://127.0.0.1:${admin}/health`),
        fetch(`http://127.0.0.1:${ingress}/restate/health`),
      ]).then(
        (answers) => answers.every(({ ok }) => ok),
        () => false,
      );
      if (isUp) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("Restate does not start");
  };
  const end = (signal: NodeJS.Signals): Promise<unknown> => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    return ended;
  };
  await start();
  // It must not outlive a process that fails.
  process.once("exit", () => server.kill("SIGKILL"));
  return {
    ingress: `http://127.0.0.1:${ingress}`,
    async register(port) {
      const answer = await fetch(`http://127.0.0.1:${admin}/deployments`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ uri: `http://127.0.0.1:${port}`, force: true }),
      });
      if (!answer.ok) throw new Error(`Restate does not take the worker: ${await answer.text()}`);
    },
    async crash() {
      await end("SIGKILL");
      await start();
    },
    async close() {
      await end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
