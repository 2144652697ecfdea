// Written by twilio-workflows: change the documents and generate again.
import type { CoreApi, ParticipantEnumStatus } from "../apis/core-api.js";
import { accountSidOf } from "../runtime/twilio/account-sid.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link addParticipantToConference} takes. */
export interface AddParticipantToConferenceInput {
  /**
   * SID of the account, `AC` and 32 hexadecimal digits.
   *
   * @default the account of the credentials
   */
  accountSid?: string | undefined;
  /** Friendly name of the conference, as its TwiML has it. */
  conferenceName: string;
  /** Number to call, in E.164 format, or a SIP address, or `client:` and a name. */
  to: string;
  /** Your Twilio number or verified caller ID, in E.164 format. */
  from: string;
  /** A name for the participant, unique in the conference, to address them by later. */
  label?: string | undefined;
}

/** What {@link addParticipantToConference} returns; `outcome` says how it ended. */
export type AddParticipantToConferenceOutput =
  | {
      outcome: "noConference";
      conferenceSid?: string | undefined;
    }
  | {
      outcome: "conferenceEnded";
      conferenceSid?: string | undefined;
    }
  | {
      outcome: "calling";
      conferenceSid?: string | undefined;
      callSid?: string | null | undefined;
      status?: ParticipantEnumStatus | undefined;
    };

/**
 * Find the conference of a name that is going on, and call somebody into it.
 *
 * Ends as `calling` when Twilio calls the participant, as `noConference` when none of that name is going on, and
 * as `conferenceEnded` when it ended before the call was placed (error 20404). A call that is answered is
 * charged.
 *
 * @generated from workflow add-participant-to-conference (voice.yml#/workflows/3)
 */
export async function addParticipantToConference(
  input: AddParticipantToConferenceInput,
  options?: WorkflowOptions,
): Promise<AddParticipantToConferenceOutput> {
  const run: WorkflowRun = openWorkflow("add-participant-to-conference", options, { version: "6f191352" });
  run.inputs(input, { accountSid: "path?", conferenceName: "string", to: "string", from: "string", label: "string?" });
  const core = run.api<CoreApi>("https://api.twilio.com");
  const accountSid = input.accountSid ?? accountSidOf(run);

  // Ask for conferences of that name that are going on.
  const findConference = await core.GET("/2010-04-01/Accounts/{AccountSid}/Conferences.json", {
    ...run.step("findConference"),
    params: {
      path: { AccountSid: accountSid },
      query: { FriendlyName: input.conferenceName, Status: "in-progress", PageSize: 1 },
    },
  });
  run.expect(findConference, findConference.response.status === 200);
  const conferenceSid = findConference.data.conferences?.[0]?.sid;
  if (findConference.data.conferences?.length === 0) return { outcome: "noConference", conferenceSid };

  // Call the participant into the conference.
  const addParticipant = await core.POST(
    "/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants.json",
    {
      ...run.step("addParticipant"),
      params: {
        path: {
          ConferenceSid: run.present(conferenceSid, "findConference", "$response.body#/conferences/0/sid"),
          AccountSid: accountSid,
        },
      },
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: { From: input.from, To: input.to, Label: input.label },
    },
  );
  if (addParticipant.response.status === 404) return { outcome: "conferenceEnded", conferenceSid };
  run.expect(addParticipant, addParticipant.response.status === 201);

  return {
    outcome: "calling",
    conferenceSid,
    callSid: addParticipant.data.call_sid,
    status: addParticipant.data.status,
  };
}
