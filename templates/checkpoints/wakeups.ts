import { createWakeups } from "../callbacks/wakeups.js";
import type { Wakeups } from "../runtime/index.js";
import type { PostgresClient } from "./postgres.js";

/** What of a `Client` of `pg` is used: a connection of its own, which stays open, and not one of a pool. */
export interface PostgresConnection extends PostgresClient {
  on(
    event: "notification",
    listener: (message: { readonly channel: string; readonly payload?: string | undefined }) => void,
  ): unknown;
}

/** Wake-ups that reach runs of other processes. Its functions can be passed on by themselves. */
export interface SharedWakeups extends Wakeups {
  /** Wakes the runs that wait for this, in whatever process. */
  readonly wake: (name: string) => Promise<void>;
}

/**
 * Wakes runs of all processes that share a database, by `LISTEN` and `NOTIFY`. What is told while a connection is lost,
 * nobody hears: runs that wait for it look by themselves, later.
 * @param channel Its name; it is not quoted. @default "workflow_wakeups"
 */
export async function postgresWakeups(
  connection: PostgresConnection,
  channel = "workflow_wakeups",
): Promise<SharedWakeups> {
  if (!/^[a-z_][\w$]*$/.test(channel)) throw new TypeError(`no channel is called ${channel}`);
  const { listen, wake } = createWakeups();
  connection.on("notification", (message) => {
    if (message.channel === channel && message.payload !== undefined) wake(message.payload);
  });
  await connection.query(`LISTEN ${channel}`);
  return {
    listen,
    async wake(name) {
      await connection.query("SELECT pg_notify($1, $2)", [channel, name]);
    },
  };
}
