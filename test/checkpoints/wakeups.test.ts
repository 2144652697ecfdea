import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { startPostgres } from "../../examples/durable/postgres.js";
import { postgresWakeups, type SharedWakeups } from "../../templates/checkpoints/index.js";

/** The wake-ups of two processes that share a database. */
async function twoProcesses(...channels: readonly string[]): Promise<readonly SharedWakeups[]> {
  const { url, close } = await startPostgres();
  // The one that there always is.
  const connections = channels.map(() => new pg.Client(new URL("/postgres", url).href));
  onTestFinished(async () => {
    await Promise.all(connections.map((connection) => connection.end()));
    await close();
  });
  return Promise.all(
    connections.map(async (connection, index) => {
      await connection.connect();
      return postgresWakeups(connection, channels[index]);
    }),
  );
}

function wokenBy({ listen }: SharedWakeups, name: string): Promise<string> {
  return new Promise((resolve) => {
    listen(name, () => resolve(name));
  });
}

test("a callback in one process wakes who waits in another, whether before or behind it", async () => {
  const [here, there] = await twoProcesses("wakeups", "wakeups");
  if (!here || !there) throw new Error("there are two");
  const waiting = wokenBy(here, "message-status SM2");
  await there.wake("message-status SM1");
  await there.wake("message-status SM2");
  expect(await waiting).toBe("message-status SM2");
  // The first came before.
  expect(await wokenBy(here, "message-status SM1")).toBe("message-status SM1");
});

test("one of another channel wakes nobody", async () => {
  const [here, there] = await twoProcesses("wakeups", "others");
  if (!here || !there) throw new Error("there are two");
  const heard: string[] = [];
  here.listen("a", () => heard.push("a"));
  await there.wake("a");
  const waiting = wokenBy(here, "b");
  await here.wake("b");
  await waiting;
  expect(heard).toEqual([]);
});

test("a channel has a plain name", async () => {
  const connection = new pg.Client();
  await expect(postgresWakeups(connection, "a; DROP TABLE b")).rejects.toThrow("no channel is called a; DROP TABLE b");
});
