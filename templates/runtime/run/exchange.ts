import { resendDelay } from "../answers/backoff.js";
import { type Answer, type Call, idOf, outcomeOf } from "../answers/call.js";
import { withoutQuery } from "../errors/text.js";
import type { Session } from "./session.js";

/** The answer in the journal, or else one that stands: the request is sent again where that is allowed. */
export async function exchange(
  session: Session,
  key: string,
  call: Call,
): Promise<{ answer: Answer; attempts: number }> {
  const { client, clock, journal, maxRetryAfter, retries } = session;
  const { stepId, method } = call;
  const url = session.checked(stepId, () => withoutQuery(client.locate(call.url, call)));
  const about = { stepId, method, url };
  // A later request of a poll: what was answered before would be what it is told again.
  if (call.id !== key) journal.forget(key);
  const known = journal.find(key);
  if (known) {
    // The time of an earlier run is not the time of this one.
    clock.latest = known.at;
    session.tell({ ...about, type: "end", id: call.id, attempt: 0, status: known.status });
    return { answer: known, attempts: 0 };
  }
  // Kept before it can be true, since whoever keeps checkpoints may end while the request is under way.
  await session.goOn(stepId, call.effect === "unsafe" ? key : undefined);
  const begun = Date.now();
  let waited = 0;
  let attempt = 1;
  let status: number | undefined;
  let started = false;
  const start = (): void => {
    if (started) return;
    started = true;
    clock.replaying = false;
    session.tell({ ...about, type: "start", id: call.id, attempt: 1 });
  };
  // An engine that replays runs sends only what it has no answer to.
  if (session.runner.runId === undefined) start();
  try {
    for (; ; attempt++) {
      const id = attempt === 1 ? call.id : `${call.id}/try-${attempt}`;
      const sent = Date.now();
      status = undefined;
      const { left } = session;
      const next = { ...call, id, ...(left < Infinity && { left }) };
      const { replayed, ...answer } = await session.request(key, next, start);
      if (!replayed) start();
      clock.answered({ ...answer, replayed });
      status = answer.status;
      const requestId = idOf(answer, client.profile);
      session.tell({ ...about, type: "attempt", id, attempt, status, requestId, ms: Date.now() - sent });
      const ms = attempt > retries || session.aborted ? undefined : resendDelay(answer, call, attempt);
      if (ms === undefined || waited + ms > maxRetryAfter) {
        note(session, key, call, answer);
        await session.inTime(stepId);
        return { answer, attempts: attempt };
      }
      session.tell({ ...about, type: "retry", id, attempt, status, ms });
      await session.sleep(stepId, `${call.id}/try-${attempt + 1}/wait`, ms);
      waited += ms;
    }
  } finally {
    if (started) session.tell({ ...about, type: "end", id: call.id, attempt, status, ms: Date.now() - begun });
  }
}

/**
 * Notes what an error about an answer would say, as it could not wait for a checkpoint: a 2xx to what writes stays, and
 * any other request is sent again, or is in doubt, unless the run goes on past its answer.
 */
function note({ journal, outer: { lane } }: Session, key: string, { effect }: Call, answer: Answer): void {
  const outcome = outcomeOf(effect, answer);
  if (outcome === "done" && !answer.failure) journal.record(key, answer);
  else journal.hold(key, answer, effect === "unsafe" && outcome !== "not-done", lane);
}
