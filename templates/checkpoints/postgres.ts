import type { RunStore, StoredRun } from "./store.js";

/** What of `pg` is used: a `Pool`, or anything else that has its `query`. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ rows: readonly unknown[]; rowCount: number | null }>;
}

/** A store that can make its table. */
export interface PostgresStore extends RunStore {
  /** Makes the table if there is none. */
  setup(): Promise<void>;
}

/**
 * Keeps runs in a table of PostgreSQL, each in a row.
 * @param table Its name, with its schema before it if need be; it is not quoted. @default "workflow_runs"
 */
export function postgresStore(client: PostgresClient, table = "workflow_runs"): PostgresStore {
  if (!/^[a-z_][\w$]*(\.[a-z_][\w$]*)?$/i.test(table)) throw new TypeError(`no table is called ${table}`);
  return {
    async setup() {
      await client.query(
        `CREATE TABLE IF NOT EXISTS ${table} (id text PRIMARY KEY, revision integer NOT NULL, ` +
          "leased_until bigint, run text NOT NULL)",
      );
      const [name = table] = table.split(".").slice(-1);
      await client.query(
        `CREATE INDEX IF NOT EXISTS ${name}_unfinished ON ${table} (leased_until) WHERE leased_until IS NOT NULL`,
      );
    },
    async read(id) {
      const { rows } = await client.query(`SELECT run FROM ${table} WHERE id = $1`, [id]);
      const [run] = rows.map((row): StoredRun => JSON.parse(Object(row).run));
      return run;
    },
    async write(run) {
      const { id, revision, leasedUntil, end } = run;
      // Of those that have ended, nobody asks until when they are leased.
      const values = [id, revision, end ? null : leasedUntil, JSON.stringify(run)];
      const { rowCount } = await client.query(
        revision === 1
          ? `INSERT INTO ${table} (id, revision, leased_until, run) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`
          : `UPDATE ${table} SET revision = $2, leased_until = $3, run = $4 WHERE id = $1 AND revision = $2 - 1`,
        values,
      );
      return rowCount === 1;
    },
    async unfinished(time) {
      const { rows } = await client.query(`SELECT id FROM ${table} WHERE leased_until <= $1 ORDER BY leased_until`, [
        time,
      ]);
      return rows.map((row) => String(Object(row).id));
    },
  };
}
