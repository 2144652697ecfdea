import type { Checkpoint } from "../../../templates/runtime/twilio/index.js";

/** A store that is slow: what it is given is there only many turns of the event loop later. */
export class SlowStore {
  content: Checkpoint | undefined;
  busy = 0;
  writes = 0;

  readonly onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
    this.writes += 1;
    this.busy += 1;
    if (this.busy > 1) throw new Error("two writes at a time");
    const text = JSON.stringify(checkpoint);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    this.content = JSON.parse(text);
    this.busy -= 1;
  };
}
