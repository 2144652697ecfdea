import { retryDelay } from "./backoff.js";
import type { Answer, Call } from "./call.js";
import type { Session } from "./session.js";

/** No request waits longer than this to be sent again, in milliseconds and in all. */
const LONGEST_WAIT = 120_000;

/** Sends a request until it has an answer that stands, or must not be sent again. */
export async function exchange(
  session: Session,
  key: string,
  call: Call,
): Promise<{ answer: Answer; attempts: number }> {
  const { stepId, effect } = call;
  const known = session.journal.find(key);
  if (known) {
    session.tell({ type: "end", stepId, id: call.id, attempt: 0, status: known.status });
    return { answer: known, attempts: 0 };
  }
  const begun = Date.now();
  let waited = 0;
  session.tell({ type: "start", stepId, id: call.id, attempt: 1 });
  for (let attempt = 1; ; attempt++) {
    const id = attempt === 1 ? call.id : `${call.id}/try-${attempt}`;
    const sent = Date.now();
    const answer = await session.request(key, { ...call, id });
    const { status } = answer;
    session.tell({ type: "attempt", stepId, id, attempt, status, ms: Date.now() - sent });
    const ms = attempt > session.retries ? undefined : retryDelay(answer, effect, attempt);
    if (ms === undefined || waited + ms > LONGEST_WAIT) {
      session.tell({ type: "end", stepId, id: call.id, attempt, status, ms: Date.now() - begun });
      return { answer, attempts: attempt };
    }
    session.tell({ type: "retry", stepId, id, attempt, status, ms });
    await session.sleep(stepId, `${call.id}/try-${attempt + 1}/wait`, ms);
    waited += ms;
  }
}
