// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link provisionCallQueue} takes. */
export interface ProvisionCallQueueInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** Name of the queue, unique in the account, at most 64 characters. */
  friendlyName: string;
  /** How many callers may wait, at most 5,000. 100 without it. */
  maxSize?: number | undefined;
}

/** What {@link provisionCallQueue} returns; `outcome` says how it ended. */
export type ProvisionCallQueueOutput =
  | {
      outcome: "nameTaken";
    }
  | {
      outcome: "made";
      queueSid: string;
      maxSize?: number | undefined;
      currentSize?: number | undefined;
    };

/**
 * Make a queue for callers and read it back.
 *
 * Ends as `made`, and as `nameTaken` when the account has a queue of that name (error 22003). A queue costs
 * nothing. When it cannot be read back, it is there all the same.
 *
 * @generated from workflow provision-call-queue (voice.yml#/workflows/4)
 */
export async function provisionCallQueue(
  input: ProvisionCallQueueInput,
  options?: WorkflowOptions,
): Promise<ProvisionCallQueueOutput> {
  const run: WorkflowRun = openWorkflow("provision-call-queue", options, { version: "579f0bdf" });
  run.inputs(input, { accountSid: "path?", friendlyName: "string", maxSize: "number?" });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Make the queue.
  const makeQueue = await core.POST("/2010-04-01/Accounts/{AccountSid}/Queues.json", {
    ...run.step("makeQueue"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { FriendlyName: input.friendlyName, MaxSize: input.maxSize },
  });
  if (makeQueue.response.status === 400 && makeQueue.error?.code === 22003) return { outcome: "nameTaken" };
  run.expect(makeQueue, makeQueue.response.status === 201);
  const queueSid = run.required(makeQueue, "sid");

  // Read the queue, to report what Twilio stored.
  const readQueue = await core.GET("/2010-04-01/Accounts/{AccountSid}/Queues/{Sid}.json", {
    ...run.step("readQueue"),
    params: { path: { Sid: queueSid, AccountSid: accountSid } },
  });
  run.expect(readQueue, readQueue.response.status === 200);

  return { outcome: "made", queueSid, maxSize: readQueue.data.max_size, currentSize: readQueue.data.current_size };
}
