import { expect, test } from "vitest";
import {
  addParticipantToConference,
  deleteCallRecordings,
  endActiveCall,
  placeCallTrackToEnd,
  provisionCallQueue,
  recordActiveCallAndWait,
  takeNextCallerFromQueue,
} from "../../generated/index.js";
import { wired } from "../support/local-twilio.js";
import { number, type Refusal, type Run, sid, testLibrary } from "./support/library.js";

const url = "https://example.com/voice.xml";
const call = { from: "+15017122661", url };
const callSid = expect.stringMatching(/^CA/);

const runs: readonly Run[] = [
  {
    of: "place-call-track-to-end",
    when: "somebody answers",
    run: (options) => placeCallTrackToEnd({ ...call, to: number() }, options),
    want: { outcome: "completed", callSid, status: "completed" },
  },
  {
    of: "place-call-track-to-end",
    when: "the call is busy",
    run: (options) => placeCallTrackToEnd({ ...call, to: number("00486") }, options),
    want: { outcome: "busy", callSid, status: "busy" },
  },
  {
    of: "place-call-track-to-end",
    when: "the call is no-answer",
    run: (options) => placeCallTrackToEnd({ ...call, to: number("00408") }, options),
    want: { outcome: "noAnswer", callSid, status: "no-answer" },
  },
  {
    of: "place-call-track-to-end",
    when: "the call is canceled",
    run: (options) => placeCallTrackToEnd({ ...call, to: number("00487") }, options),
    want: { outcome: "canceled", callSid, status: "canceled" },
  },
  {
    of: "place-call-track-to-end",
    when: "the call is failed",
    run: (options) => placeCallTrackToEnd({ ...call, to: number("00603") }, options),
    want: { outcome: "failed", callSid, status: "failed" },
  },
  {
    of: "end-active-call",
    when: "it rings",
    run: (options) => endActiveCall({ callSid: sid("CA", "00180") }, options),
    want: { outcome: "canceled" },
  },
  {
    of: "end-active-call",
    when: "somebody speaks",
    run: (options) => endActiveCall({ callSid: sid("CA", "00200") }, options),
    want: { outcome: "hungUp" },
  },
  {
    of: "end-active-call",
    when: "it is over",
    run: (options) => endActiveCall({ callSid: sid("CA", "00201") }, options),
    want: { outcome: "alreadyOver" },
  },
  {
    of: "end-active-call",
    when: "it ends between the requests",
    run: (options) => endActiveCall({ callSid: sid("CA", "21220") }, options),
    want: { outcome: "alreadyOver" },
  },
  {
    of: "end-active-call",
    when: "there is none",
    run: (options) => endActiveCall({ callSid: sid("CA", "20404") }, options),
    want: { outcome: "notFound" },
  },
  {
    of: "record-active-call-and-wait",
    when: "there is something to hear",
    run: (options) => recordActiveCallAndWait({ callSid: sid("CA", "00200"), recordingChannels: "dual" }, options),
    want: { outcome: "recorded" },
  },
  {
    of: "record-active-call-and-wait",
    when: "there is nothing to hear",
    run: (options) => recordActiveCallAndWait({ callSid: sid("CA", "00204"), recordingChannels: "dual" }, options),
    want: { outcome: "absent" },
  },
  {
    of: "record-active-call-and-wait",
    when: "the call is over",
    run: (options) => recordActiveCallAndWait({ callSid: sid("CA", "21220"), recordingChannels: "dual" }, options),
    want: { outcome: "notActive" },
  },
  {
    of: "delete-call-recordings",
    when: "there is one",
    run: (options) => deleteCallRecordings({ callSid: sid("CA", "00201") }, options),
    want: { deleted: [expect.stringMatching(/^RE/)] },
  },
  {
    of: "delete-call-recordings",
    when: "there is none",
    run: (options) => deleteCallRecordings({ callSid: sid("CA", "00404") }, options),
    want: { deleted: [] },
  },
  {
    of: "add-participant-to-conference",
    when: "it is going on",
    run: (options) =>
      addParticipantToConference(
        { conferenceName: "standup", to: number(), from: "+15017122661", label: "ann" },
        options,
      ),
    want: { outcome: "calling", callSid, conferenceSid: expect.stringMatching(/^CF/), status: "queued" },
  },
  {
    of: "add-participant-to-conference",
    when: "there is none of that name",
    run: (options) =>
      addParticipantToConference(
        { conferenceName: "none 005500404", to: number(), from: "+15017122661", label: "ann" },
        options,
      ),
    want: { outcome: "noConference" },
  },
  {
    of: "add-participant-to-conference",
    when: "it ends before the call",
    run: (options) =>
      addParticipantToConference(
        { conferenceName: "standup", to: number("20404"), from: "+15017122661", label: "ann" },
        options,
      ),
    want: { outcome: "conferenceEnded" },
  },
  {
    of: "provision-call-queue",
    when: "the name is free",
    run: (options) => provisionCallQueue({ friendlyName: "support", maxSize: 5 }, options),
    want: { outcome: "made", queueSid: expect.stringMatching(/^QU/), maxSize: 5 },
  },
  {
    of: "provision-call-queue",
    when: "the name is taken",
    run: (options) => provisionCallQueue({ friendlyName: "005522003" }, options),
    want: { outcome: "nameTaken" },
  },
  {
    of: "take-next-caller-from-queue",
    when: "somebody waits",
    run: (options) => takeNextCallerFromQueue({ queueSid: sid("QU"), url }, options),
    want: { outcome: "taken", callSid, waitTime: 30 },
  },
  {
    of: "take-next-caller-from-queue",
    when: "nobody waits",
    run: (options) => takeNextCallerFromQueue({ queueSid: sid("QU", "20404"), url }, options),
    want: { outcome: "empty" },
  },
];

const refusals: readonly Refusal[] = [
  {
    when: "there is no number to call",
    run: (options) => placeCallTrackToEnd({ ...call, to: number("20404") }, options),
    want: { stepId: "placeCall", status: 404, outcome: "not-done" },
  },
];

testLibrary(["voice.yml"], runs, refusals);

test("delete-call-recordings deletes what is on further pages, too", async () => {
  const { twilio, options } = await wired();
  const busy = { callSid: sid("CA", "00200") };
  for (let made = 0; made < 60; made += 1) await recordActiveCallAndWait(busy, options);

  const { deleted } = await deleteCallRecordings(busy, options);

  expect(new Set(deleted).size).toBe(60);
  const asked = twilio.requests.slice(-62).map(({ method }) => method);
  expect(asked).toEqual(["GET", "GET", ...deleted.map(() => "DELETE")]);
});
