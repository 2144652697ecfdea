import { type Checkpoint, sendMessageTrackStatus, type WorkflowOptions } from "../generated/index.js";
import type { Contacts } from "./contacts.js";

/** A row of a table: what is known of one run, and how often it was written. */
interface Row {
  readonly revision: number;
  readonly checkpoint: Checkpoint | null;
}

/** A table that compares and sets, as `UPDATE … WHERE id = ? AND revision = ?` does, or a put with a condition. */
export class RunTable {
  readonly #rows = new Map<string, Row>();

  async read(id: string): Promise<Row> {
    return structuredClone(this.#rows.get(id) ?? { revision: 0, checkpoint: null });
  }

  /** Writes a row if it still has a revision. Throws if another process has written it meanwhile. */
  async replace(id: string, revision: number, checkpoint: Checkpoint): Promise<void> {
    const now = this.#rows.get(id)?.revision ?? 0;
    if (now !== revision) throw new Error(`another process goes on with ${id}`);
    this.#rows.set(id, structuredClone({ revision: revision + 1, checkpoint }));
  }
}

/**
 * Begins a reminder, or goes on with it. However many processes do so at a time, one message is sent: the checkpoint that
 * is kept before it is sent goes into the row only once, and a run that cannot keep its checkpoint ends before it sends.
 */
export async function remindOnce(
  table: RunTable,
  id: string,
  { to, from }: Contacts,
  options?: WorkflowOptions,
): Promise<string> {
  const { revision, checkpoint: resume } = await table.read(id);
  let known = revision;
  const onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
    await table.replace(id, known, checkpoint);
    known += 1;
  };
  const input = { to, from, body: "Your table is ready at eight. See you!" };
  const { messageSid } = await sendMessageTrackStatus(input, { ...options, resume, onCheckpoint });
  return messageSid;
}
