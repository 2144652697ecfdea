// Written by twilio-workflows: change the documents and generate again.
import type { CallEnumStatus, CoreApi } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link placeCallTrackToEnd} takes. */
export interface PlaceCallTrackToEndInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** Number to call, in E.164 format, or a SIP address, or `client:` and a name. */
  to: string;
  /** Your Twilio number or verified caller ID, in E.164 format. */
  from: string;
  /** Absolute URL of the TwiML that says what happens when somebody answers. */
  url: string;
  /** Seconds to let it ring, at most 600. 60 without it. */
  timeout?: number | undefined;
  /** Seconds after which Twilio ends the call. Four hours without it. */
  timeLimit?: number | undefined;
  /** `Enable` to tell people from machines as soon as somebody answers, `DetectMessageEnd` to wait for the beep. */
  machineDetection?: string | undefined;
}

/** What {@link placeCallTrackToEnd} returns; `outcome` says how it ended. */
export type PlaceCallTrackToEndOutput =
  | {
      outcome: "completed";
      callSid: string;
      status: CallEnumStatus;
      duration?: string | null | undefined;
      answeredBy?: string | null | undefined;
    }
  | {
      outcome: "busy";
      callSid: string;
      status: CallEnumStatus;
      duration?: string | null | undefined;
      answeredBy?: string | null | undefined;
    }
  | {
      outcome: "noAnswer";
      callSid: string;
      status: CallEnumStatus;
      duration?: string | null | undefined;
      answeredBy?: string | null | undefined;
    }
  | {
      outcome: "canceled";
      callSid: string;
      status: CallEnumStatus;
      duration?: string | null | undefined;
      answeredBy?: string | null | undefined;
    }
  | {
      outcome: "failed";
      callSid: string;
      status: CallEnumStatus;
      duration?: string | null | undefined;
      answeredBy?: string | null | undefined;
    };

/**
 * Place a call and wait until it is over.
 *
 * Ends as `completed`, `busy`, `noAnswer`, `canceled` or `failed`, the states that a call does not leave. An
 * answered call is charged by the minute; busy and unanswered ones are not, beyond a fee for answering machine
 * detection. When waiting comes to its deadline the call goes on: end it with `endActiveCall`. Numbers that
 * cannot be called throw, and no call is made: 21211 and 21217 (no such number), 21215 (country not enabled),
 * 21210 and 21212 (a caller ID that is not yours).
 *
 * @generated from workflow place-call-track-to-end (voice.yml#/workflows/0)
 */
export async function placeCallTrackToEnd(
  input: PlaceCallTrackToEndInput,
  options?: WorkflowOptions,
): Promise<PlaceCallTrackToEndOutput> {
  const run: WorkflowRun = openWorkflow("place-call-track-to-end", options, { version: "3358c652" });
  run.inputs(input, {
    accountSid: "path?",
    to: "string",
    from: "string",
    url: "string",
    timeout: "number?",
    timeLimit: "number?",
    machineDetection: "string?",
  });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Place the call; Twilio answers before it rings.
  const placeCall = await core.POST("/2010-04-01/Accounts/{AccountSid}/Calls.json", {
    ...run.step("placeCall"),
    params: { path: { AccountSid: accountSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      To: input.to,
      From: input.from,
      Url: input.url,
      Timeout: input.timeout,
      TimeLimit: input.timeLimit,
      MachineDetection: input.machineDetection,
    },
  });
  run.expect(placeCall, placeCall.response.status === 201);
  const callSid = run.required(placeCall, "sid");

  // Read the call until it is over.
  const polling = run.polling("trackCall", { interval: 2_000, factor: 1.3, maxInterval: 15_000, deadline: 14_400_000 });
  for (;;) {
    const trackCall = await core.GET("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json", {
      ...polling.attempt(),
      params: { path: { Sid: callSid, AccountSid: accountSid } },
    });
    run.expect(trackCall, trackCall.response.status === 200);
    const { status, duration, answered_by: answeredBy } = trackCall.data;
    if (sameText(status, "completed")) return { outcome: "completed", callSid, status, duration, answeredBy };
    if (sameText(status, "busy")) return { outcome: "busy", callSid, status, duration, answeredBy };
    if (sameText(status, "no-answer")) return { outcome: "noAnswer", callSid, status, duration, answeredBy };
    if (sameText(status, "canceled")) return { outcome: "canceled", callSid, status, duration, answeredBy };
    if (sameText(status, "failed")) return { outcome: "failed", callSid, status, duration, answeredBy };
    await polling.wait({ callSid, status, duration, answeredBy });
  }
}
