// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link recordActiveCallAndWait} takes. */
export interface RecordActiveCallAndWaitInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** SID of the call, `CA` and 32 hexadecimal digits. */
  callSid: string;
  /** `dual` for each side in a channel of its own, `mono` for both in one. `mono` without it. */
  recordingChannels?: string | undefined;
}

/** What {@link recordActiveCallAndWait} returns; `outcome` says how it ended. */
export type RecordActiveCallAndWaitOutput =
  | {
      outcome: "notActive";
    }
  | {
      outcome: "recorded";
      recordingSid: string;
      duration?: string | null | undefined;
      uri?: string | null | undefined;
      errorCode?: number | null | undefined;
    }
  | {
      outcome: "absent";
      recordingSid: string;
      duration?: string | null | undefined;
      uri?: string | null | undefined;
      errorCode?: number | null | undefined;
    };

/**
 * Record a call that is in progress, and wait until the recording can be heard.
 *
 * Ends as `recorded`, as `absent` when there was nothing to record (no speech, or a recording that could not be
 * kept), and as `notActive` when the call is not in progress (error 21220). Recording and keeping it are charged
 * by the minute. When waiting comes to its deadline the recording goes on until the call ends. Tell people that
 * they are recorded where the law asks for it.
 *
 * @generated from workflow record-active-call-and-wait (voice.yml#/workflows/2)
 */
export async function recordActiveCallAndWait(
  input: RecordActiveCallAndWaitInput,
  options?: WorkflowOptions,
): Promise<RecordActiveCallAndWaitOutput> {
  const run: WorkflowRun = openWorkflow("record-active-call-and-wait", options, { version: "5fb3f143" });
  run.inputs(input, { accountSid: "path?", callSid: "path", recordingChannels: "string?" });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Start to record.
  const startRecording = await core.POST("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings.json", {
    ...run.step("startRecording"),
    params: { path: { CallSid: input.callSid, AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { RecordingChannels: input.recordingChannels },
  });
  if (startRecording.response.status === 400 && startRecording.error?.code === 21220) {
    return { outcome: "notActive" };
  }
  run.expect(startRecording, startRecording.response.status === 201 || startRecording.response.status === 200);
  const recordingSid = run.required(startRecording, "sid");

  // Read the recording until it is there, or will never be.
  const polling = run.polling("trackRecording", {
    interval: 5_000,
    factor: 1.3,
    maxInterval: 30_000,
    deadline: 14_400_000,
  });
  for (;;) {
    const trackRecording = await core.GET("/2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}.json", {
      ...polling.attempt(),
      params: { path: { CallSid: input.callSid, Sid: recordingSid, AccountSid: accountSid } },
    });
    run.expect(trackRecording, trackRecording.response.status === 200);
    const { duration, uri, error_code: errorCode, status } = trackRecording.data;
    if (sameText(status, "completed")) return { outcome: "recorded", recordingSid, duration, uri, errorCode };
    if (sameText(status, "absent")) return { outcome: "absent", recordingSid, duration, uri, errorCode };
    await polling.wait({ recordingSid, duration, uri, errorCode });
  }
}
