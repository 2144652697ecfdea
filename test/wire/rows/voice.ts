import {
  addParticipantToConference,
  buyNumberForMessagingService,
  buyPhoneNumber,
  configurePhoneNumber,
  deleteCallRecordings,
  endActiveCall,
  placeCallTrackToEnd,
  provisionCallQueue,
  provisionMessagingServiceAddNumber,
  recordActiveCallAndWait,
  takeNextCallerFromQueue,
  transcribeRecording,
} from "../../../generated/index.js";
import { sid } from "../../library/support/library.js";
import { from, type Row, times, to, url } from "./row.js";

const call = { to, from, url, timeout: 20, machineDetection: "Enable" };
const callSid = sid("CA", "00200");
const search = { areaCode: 501, contains: "5558***", smsEnabled: true, pageSize: 1 };
const service = { friendlyName: "Alerts", phoneNumberSid: sid("PN") };
const channel = { media_properties: { source_sid: sid("RE") } };

/** The functions of calls and of the numbers that they come to. */
export const voice: readonly Row[] = [
  {
    of: "placeCallTrackToEnd",
    ours: (options) => placeCallTrackToEnd(call, options),
    theirs: async (client) => {
      const { sid: made } = await client.calls.create(call);
      await times(3, () => client.calls(made).fetch());
    },
  },
  {
    of: "endActiveCall",
    ours: (options) => endActiveCall({ callSid }, options),
    theirs: async (client) => {
      await client.calls(callSid).fetch();
      await client.calls(callSid).update({ status: "completed" });
    },
  },
  {
    of: "endActiveCall",
    ours: (options) => endActiveCall({ callSid: sid("CA", "00180") }, options),
    theirs: async (client) => {
      await client.calls(sid("CA", "00180")).fetch();
      await client.calls(sid("CA", "00180")).update({ status: "canceled" });
    },
  },
  {
    of: "recordActiveCallAndWait",
    ours: (options) => recordActiveCallAndWait({ callSid, recordingChannels: "dual" }, options),
    theirs: async (client) => {
      const { recordings } = client.calls(callSid);
      const { sid: made } = await recordings.create({ recordingChannels: "dual" });
      await times(2, () => recordings(made).fetch());
    },
  },
  {
    of: "deleteCallRecordings",
    ours: async (options) => {
      await recordActiveCallAndWait({ callSid }, options);
      await deleteCallRecordings({ callSid }, options);
    },
    theirs: async (client) => {
      const { recordings } = client.calls(callSid);
      const { sid: made } = await recordings.create();
      await times(2, () => recordings(made).fetch());
      const { instances } = await recordings.page();
      for (const { sid: one } of instances) await recordings(one).remove();
    },
  },
  {
    of: "addParticipantToConference",
    ours: (options) => addParticipantToConference({ conferenceName: "standup", to, from, label: "Ann & Bob" }, options),
    theirs: async (client) => {
      const asked = { friendlyName: "standup", status: "in-progress", pageSize: 1 } as const;
      const { instances } = await client.conferences.page(asked);
      const { participants } = client.conferences(instances[0]?.sid ?? "");
      await participants.create({ to, from, label: "Ann & Bob" });
    },
  },
  {
    of: "provisionCallQueue",
    ours: (options) => provisionCallQueue({ friendlyName: "Support", maxSize: 20 }, options),
    theirs: async (client) => {
      const { sid: made } = await client.queues.create({ friendlyName: "Support", maxSize: 20 });
      await client.queues(made).fetch();
    },
  },
  {
    of: "takeNextCallerFromQueue",
    ours: (options) => takeNextCallerFromQueue({ queueSid: sid("QU"), url }, options),
    theirs: (client) => client.queues(sid("QU")).members("Front").update({ url }),
  },
  {
    of: "buyPhoneNumber",
    ours: (options) =>
      buyPhoneNumber(
        { country: "US", areaCode: 501, contains: "5558***", friendlyName: "Desk", voiceUrl: url },
        options,
      ),
    theirs: async (client) => {
      const { local } = client.availablePhoneNumbers("US");
      const { instances } = await local.page({ ...search, voiceEnabled: true });
      const { phoneNumber = "" } = instances[0] ?? {};
      await client.incomingPhoneNumbers.create({ phoneNumber, friendlyName: "Desk", voiceUrl: url });
    },
  },
  {
    of: "buyNumberForMessagingService",
    ours: async (options) => {
      const made = await provisionMessagingServiceAddNumber(service, options);
      const given = { country: "US", areaCode: 501, contains: "5558***", messagingServiceSid: made.serviceSid };
      await buyNumberForMessagingService(given, options);
    },
    theirs: async (client) => {
      const { friendlyName, phoneNumberSid: first } = service;
      const { sid: made } = await client.messaging.v1.services.create({ friendlyName });
      const { phoneNumbers } = client.messaging.v1.services(made);
      await phoneNumbers.create({ phoneNumberSid: first });
      await client.messaging.v1.services(made).fetch();
      const { instances } = await client.availablePhoneNumbers("US").local.page(search);
      const { phoneNumber = "" } = instances[0] ?? {};
      const { sid: phoneNumberSid } = await client.incomingPhoneNumbers.create({ phoneNumber });
      await phoneNumbers.create({ phoneNumberSid });
    },
  },
  {
    of: "configurePhoneNumber",
    ours: (options) =>
      configurePhoneNumber({ phoneNumber: to, friendlyName: "Desk", voiceUrl: url, statusCallback: url }, options),
    theirs: async (client) => {
      const { instances } = await client.incomingPhoneNumbers.page({ phoneNumber: to, pageSize: 1 });
      const given = { friendlyName: "Desk", voiceUrl: url, statusCallback: url };
      await client.incomingPhoneNumbers(instances[0]?.sid ?? "").update(given);
    },
  },
  {
    of: "transcribeRecording",
    ours: (options) =>
      transcribeRecording({ serviceSid: sid("GA"), channel: JSON.stringify(channel), customerKey: "a b" }, options),
    theirs: async (client) => {
      const { transcripts } = client.intelligence.v2;
      const { sid: made } = await transcripts.create({ serviceSid: sid("GA"), channel, customerKey: "a b" });
      await times(2, () => transcripts(made).fetch());
      await transcripts(made).sentences.page();
    },
  },
];
