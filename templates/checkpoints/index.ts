/** Runs of processes that may end, kept in files or in PostgreSQL: for those who have no engine for durable execution. */
export { LeaseLostError } from "./claim.js";
export { fileStore } from "./files.js";
export { type PostgresClient, type PostgresStore, postgresStore } from "./postgres.js";
export { type Ended, type KeptOptions, type KeptRuns, keptRuns, type RunsOptions, type Workflows } from "./runs.js";
export { type PostgresConnection, postgresWakeups, type SharedWakeups } from "./wakeups.js";
export type { RunStore, StoredEnd, StoredRun } from "./store.js";
