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
} from "../../generated/index.js";
import type { Examples } from "./example.js";

/** The functions of calls, and of the numbers that they come to. */
export const voice: Examples = {
  placeCallTrackToEnd: (options) =>
    placeCallTrackToEnd(
      { to: "+15558675310", from: "+15017122661", url: "https://example.com/voice.xml", timeout: 20 },
      options,
    ),

  endActiveCall: (options) => endActiveCall({ callSid: "CA11111111111111111111111005500200" }, options),

  recordActiveCallAndWait: (options) =>
    recordActiveCallAndWait({ callSid: "CA11111111111111111111111005500200", recordingChannels: "dual" }, options),

  deleteCallRecordings: (options) => deleteCallRecordings({ callSid: "CA11111111111111111111111005500200" }, options),

  addParticipantToConference: (options) =>
    addParticipantToConference({ conferenceName: "standup", to: "+15558675310", from: "+15017122661" }, options),

  provisionCallQueue: (options) => provisionCallQueue({ friendlyName: "Support", maxSize: 20 }, options),

  takeNextCallerFromQueue: (options) =>
    takeNextCallerFromQueue(
      { queueSid: "QU11111111111111111111111111111111", url: "https://example.com/connect.xml" },
      options,
    ),

  buyPhoneNumber: (options) =>
    buyPhoneNumber(
      { country: "US", areaCode: 501, friendlyName: "Desk", voiceUrl: "https://example.com/voice.xml" },
      options,
    ),

  configurePhoneNumber: (options) =>
    configurePhoneNumber({ phoneNumber: "+15558675310", voiceUrl: "https://example.com/voice.xml" }, options),

  buyNumberForMessagingService: async (options) => {
    const { serviceSid } = await provisionMessagingServiceAddNumber(
      { friendlyName: "Reminders", phoneNumberSid: "PN11111111111111111111111111111111" },
      options,
    );
    return buyNumberForMessagingService({ country: "US", areaCode: 501, messagingServiceSid: serviceSid }, options);
  },

  transcribeRecording: (options) =>
    transcribeRecording(
      {
        serviceSid: "GA11111111111111111111111111111111",
        channel: JSON.stringify({ media_properties: { source_sid: "RE11111111111111111111111111111111" } }),
      },
      options,
    ),
};
