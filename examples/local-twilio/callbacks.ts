import { twilioSignature } from "../../templates/callbacks/index.js";

/** A status callback that is due. */
export interface DueCallback {
  /** Of what it tells, such as `SM…`. */
  readonly sid: string;
  readonly url: string;
  /** Counts what callbacks were asked for, from 0 on. */
  readonly index: number;
}

/**
 * What becomes of the callbacks about one thing: they are sent as it moves on; each twice; the last first; only once it
 * has been read in its last state; or never.
 */
export type CallbackFate = "sent" | "twice" | "reversed" | "late" | "never";

export interface CallbackOptions {
  /**
   * What becomes of callbacks that a request asks for by its `StatusCallback` or `RecordingStatusCallback`. They go to
   * servers of this machine only. What they tell of moves on by itself, and not with each read. @default sent
   */
  readonly callbacks?: CallbackFate | ((due: DueCallback) => CallbackFate);
  /** Is told of each callback that was sent, with how it was answered. @default nobody is told */
  readonly onCallback?: (sent: SentCallback) => void;
}

/** A callback that was sent, with the answer's status; 0 if none came. */
export interface SentCallback {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly status: number;
}

/** Something that moves on, and tells of it. */
export interface Told {
  readonly sid: string;
  readonly url: string;
  /** What it goes through from now on. */
  readonly statuses: readonly string[];
  readonly move: (status: string) => void;
  readonly fields: (status: string) => Readonly<Record<string, string>>;
}

/** How long Twilio waits for an answer, in milliseconds. */
const PATIENCE = 15_000;

/** Sends what Twilio would send by itself. */
export class Callbacks {
  readonly sent: SentCallback[] = [];
  readonly #fate: NonNullable<CallbackOptions["callbacks"]>;
  readonly #onCallback: CallbackOptions["onCallback"];
  readonly #authToken: string;
  #isClosed = false;
  readonly #underWay = new Set<Promise<unknown>>();
  /** What is sent once a thing has been read in its last state, by its SID. */
  readonly #late = new Map<string, () => void>();
  #asked = 0;

  constructor({ callbacks = "sent", onCallback }: CallbackOptions, authToken: string) {
    this.#fate = callbacks;
    this.#onCallback = onCallback;
    this.#authToken = authToken;
  }

  /** Lets a thing move on and tells of it, behind the answer to the request that asked for that. */
  begin(told: Told): void {
    const { sid, url, statuses, move } = told;
    const due = { sid, url, index: this.#asked++ };
    const fate = typeof this.#fate === "function" ? this.#fate(due) : this.#fate;
    const run = async (): Promise<void> => {
      if (fate === "late") this.#late.set(sid, () => this.#start(() => this.#tell(told, statuses)));
      if (fate === "sent" || fate === "twice") {
        for (const status of statuses) {
          move(status);
          await this.#tell(told, fate === "twice" ? [status, status] : [status]);
        }
        return;
      }
      for (const status of statuses) move(status);
      if (fate === "reversed") await this.#tell(told, statuses.toReversed());
    };
    setImmediate(() => this.#start(run));
  }

  /** A thing was read in its last state. */
  wasRead(sid: string): void {
    this.#late.get(sid)?.();
    this.#late.delete(sid);
  }

  /** Resolves once nothing is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  close(): void {
    this.#isClosed = true;
  }

  #start(work: () => Promise<void>): void {
    if (this.#isClosed) return;
    const done = work().finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  async #tell({ url, fields }: Told, statuses: readonly string[]): Promise<void> {
    for (const one of statuses) {
      const told = fields(one);
      const status = await this.#post(url, new URLSearchParams({ ...told }).toString());
      const sent = { url, fields: told, status };
      this.sent.push(sent);
      this.#onCallback?.(sent);
    }
  }

  async #post(url: string, body: string): Promise<number> {
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": await twilioSignature(this.#authToken, url, body),
    };
    try {
      const response = await fetch(url, { method: "POST", body, headers, signal: AbortSignal.timeout(PATIENCE) });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}

/** Whether a URL leads to this machine: no other one is told of what is only played. */
export function isHere(url: unknown): url is string {
  if (typeof url !== "string" || !URL.canParse(url)) return false;
  const { hostname, protocol } = new URL(url);
  return /^https?:$/.test(protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
