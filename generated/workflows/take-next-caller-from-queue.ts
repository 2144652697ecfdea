// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link takeNextCallerFromQueue} takes. */
export interface TakeNextCallerFromQueueInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** SID of the queue, `QU` and 32 hexadecimal digits. */
  queueSid: string;
  /** Absolute URL of the TwiML to go on with, such as a `<Dial>` to an agent. */
  url: string;
}

/** What {@link takeNextCallerFromQueue} returns; `outcome` says how it ended. */
export type TakeNextCallerFromQueueOutput =
  | {
      outcome: "empty";
    }
  | {
      outcome: "taken";
      callSid?: string | null | undefined;
      waitTime?: number | undefined;
    };

/**
 * Take the caller who has waited longest out of a queue, and run TwiML for them.
 *
 * Ends as `taken`, and as `empty` when nobody waits, or the caller hung up first (404, error 20404). The call is
 * charged as before. When the TwiML cannot be fetched, the caller has left the queue all the same.
 *
 * @generated from workflow take-next-caller-from-queue (voice.yml#/workflows/5)
 */
export async function takeNextCallerFromQueue(
  input: TakeNextCallerFromQueueInput,
  options?: WorkflowOptions,
): Promise<TakeNextCallerFromQueueOutput> {
  const run: WorkflowRun = openWorkflow("take-next-caller-from-queue", options, { version: "48bbc92a" });
  run.inputs(input, { accountSid: "path?", queueSid: "path", url: "string" });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Send the front of the queue to the TwiML.
  const takeFront = await core.POST("/2010-04-01/Accounts/{AccountSid}/Queues/{QueueSid}/Members/{CallSid}.json", {
    ...run.step("takeFront"),
    params: { path: { QueueSid: input.queueSid, CallSid: "Front", AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Url: input.url },
  });
  if (takeFront.response.status === 404) return { outcome: "empty" };
  run.expect(takeFront, takeFront.response.status === 200);

  return { outcome: "taken", callSid: takeFront.data.call_sid, waitTime: takeFront.data.wait_time };
}
