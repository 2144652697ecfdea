import { type LocalTwilio, type MessageStatus, startLocalTwilio } from "../../examples/local-twilio/index.js";
import { startReceiver, type Receiver } from "./receiver.js";
import type { End, Job, Kind, Order } from "./jobs.js";

/** How many requests that must not be sent twice each workflow sends. */
const WRITES: Readonly<Record<Kind, number>> = {
  message: 1,
  told: 1,
  busy: 1,
  conversation: 3,
  service: 2,
  flow: 2,
  alarm: 2,
};

/** What all orders of a test have in common. */
export type Site = Pick<Order, "baseUrl" | "silentUrl" | "busyUrl" | "callbacksUrl" | "credentials">;

/** What came of runs. */
export interface Verdict {
  readonly runs: number;
  readonly right: number;
  readonly unknown: number;
  /** Requests that took effect twice. */
  readonly twice: readonly string[];
  /** Runs that ended in another way, are not what their end says, or sent requests of two versions, or of an older one. */
  readonly wrong: readonly string[];
}

/** The Twilios that the runs of a test talk to. */
export interface Twilios {
  readonly site: Site;
  /** The next message is refused for now. */
  readonly refuseOne: () => void;
  /** How many requests that must not be sent twice took effect. */
  readonly writes: () => number;
  /** How many messages were sent. */
  readonly sent: () => number;
  /** Lets messages arrive that were held back. */
  readonly deliver: () => void;
  /** How often it was asked how far messages have come. */
  readonly reads: () => number;
  /** Takes callbacks, and wakes runs. */
  readonly receiver: Receiver;
  /** The versions of the code that sent requests of a job. */
  readonly versionsOf: (job: Job) => string[];
  /** Compares how runs ended with what the Twilios have done. */
  readonly judge: (jobs: readonly Job[], ends: readonly End[]) => Verdict;
  readonly close: () => Promise<void>;
}

/** @param isHeld Whether no message arrives before `deliver` is called */
export async function startTwilios(isHeld = false): Promise<Twilios> {
  const messageStatuses: MessageStatus[] = isHeld ? ["queued", "sent"] : ["queued", "sent", "delivered"];
  const twilio = await startLocalTwilio({ messageStatuses });
  const silent = await startLocalTwilio({ messageStatuses: ["queued", "sent"] });
  const busy = await startLocalTwilio();
  const all = [twilio, silent, busy];
  const { credentials } = twilio;
  const receiver = await startReceiver(credentials.authToken);
  return {
    site: {
      baseUrl: twilio.baseUrl(""),
      silentUrl: silent.baseUrl(""),
      busyUrl: busy.baseUrl(""),
      callbacksUrl: receiver.url,
      credentials,
    },
    refuseOne: () => busy.fail({ operation: "createMessage", with: 429 }),
    writes: () => all.flatMap(writesOf).length,
    sent: () => writesOf(twilio).filter(({ operation }) => operation === "createMessage").length,
    reads: () => twilio.requests.filter(({ operation }) => operation === "fetchMessage").length,
    receiver,
    // Messages that were sent before know of it too: the list is theirs.
    deliver: () => void messageStatuses.push("delivered"),
    versionsOf({ id }) {
      const values = all.flatMap(writesOf).flatMap((write) => write.values);
      return [
        ...new Set(values.filter((value) => value.startsWith(`${id} v`)).map((value) => value.slice(id.length + 1))),
      ];
    },
    judge: (jobs, ends) => judged(jobs, ends, all.flatMap(writesOf)),
    async close() {
      await Promise.all([receiver, ...all].map((one) => one.close()));
    },
  };
}

interface Write {
  readonly operation: string;
  readonly values: readonly string[];
}

function writesOf({ performed }: LocalTwilio): Write[] {
  return performed.flatMap(({ request: { method, operation, form }, reply }) =>
    method === "POST" && reply.status < 300
      ? [{ operation: String(operation), values: form.map(([, value]) => value) }]
      : [],
  );
}

function judged(jobs: readonly Job[], ends: readonly End[], writes: readonly Write[]): Verdict {
  const counts = new Map<string, number>();
  const byValue = new Map<string, Set<Write>>();
  for (const write of writes) {
    const key = JSON.stringify([write.operation, ...write.values]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const value of write.values) {
      const [name = ""] = value.split(" ");
      byValue.set(name, (byValue.get(name) ?? new Set()).add(write));
    }
  }
  const byId = new Map(ends.map((end) => [end.id, end]));
  const wrong = jobs.flatMap(({ id, kind, phone, number, version = 1 }) => {
    const end = byId.get(id);
    const done = new Set([id, phone, number].flatMap((name) => [...(byValue.get(name) ?? [])]));
    const isRight = end?.outputs !== undefined && done.size === WRITES[kind];
    const isUnknown = end?.error === "unknown-outcome" && done.size <= WRITES[kind];
    const marked = [...done].flatMap(({ values }) => values.filter((value) => value.startsWith(`${id} v`)));
    const isMixed = new Set(marked).size > 1 || marked.some((value) => value < `${id} v${version}`);
    if ((isRight || isUnknown) && !isMixed) return [];
    return [
      `${id}: ${JSON.stringify(end)} after ${done.size} writes${isMixed ? ` of versions ${marked.join(", ")}` : ""}`,
    ];
  });
  return {
    runs: jobs.length,
    right: ends.filter(({ outputs }) => outputs !== undefined).length,
    unknown: ends.filter(({ error }) => error === "unknown-outcome").length,
    twice: [...counts].filter(([, count]) => count > 1).map(([key]) => key),
    wrong,
  };
}

let made = 0;

/** A job that no other one is like. */
export function jobOf(kind: Kind, version?: number): Job {
  made += 1;
  const digits = String(made).padStart(7, "0");
  const known = { kind, phone: `+1555${digits}`, number: `PN${digits.padStart(32, "0")}` };
  return { id: `${kind}-${digits}`, ...known, ...(version !== undefined && { version }) };
}
