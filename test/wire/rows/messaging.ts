import {
  cancelScheduledMessage,
  provisionMessagingServiceAddNumber,
  registerA2pBrand,
  registerA2pCampaign,
  scheduleMessage,
  sendMessageAndRedact,
  sendMessageTrackStatus,
  sendMmsListMedia,
  sendThroughMessagingService,
  sendToMany,
  sendWhatsappTemplateTrack,
  verifyTollFreeNumber,
} from "../../../generated/index.js";
import { sid } from "../../library/support/library.js";
import { body, from, type Row, times, to, url } from "./row.js";

const message = { to, from, body };
const messagingServiceSid = sid("MG");
const template = {
  from: `whatsapp:${from}`,
  to: `whatsapp:${to}`,
  contentSid: sid("HX"),
  contentVariables: '{"1":"Ann & Bob","2":"é"}',
};
const service = { friendlyName: "Reminders", inboundRequestUrl: url, phoneNumberSid: sid("PN") };
const brand = {
  customerProfileBundleSid: sid("BU"),
  a2PProfileBundleSid: sid("BU"),
  brandType: "STANDARD",
  skipAutomaticSecVet: false,
  mock: true,
};
const campaign = {
  brandRegistrationSid: sid("BN"),
  description: "Codes that people ask for when they sign in to the shop.",
  messageFlow: "People give their number in the shop and tick that they want codes.",
  messageSamples: ["Your code for the shop is 123456.", "The shop says: 654321 is your code."],
  usAppToPersonUsecase: "2FA",
  hasEmbeddedLinks: false,
  hasEmbeddedPhone: false,
};
const tollFree = {
  tollfreePhoneNumberSid: sid("PN"),
  businessName: "Shop",
  businessWebsite: "https://example.com",
  notificationEmail: "ann@example.com",
  useCaseCategories: ["TWO_FACTOR_AUTHENTICATION", "MARKETING"],
  useCaseSummary: "Codes.",
  productionMessageSample: "Your code is 123456.",
  optInImageUrls: ["https://example.com/opt-in.png?a=1&b=2"],
  optInType: "WEB_FORM",
  messageVolume: "1,000",
} as const;

/** The functions of messages, and of who may send them. */
export const messaging: readonly Row[] = [
  {
    of: "sendMessageTrackStatus",
    ours: (options) => sendMessageTrackStatus({ ...message, statusCallback: url }, options),
    theirs: async (client) => {
      const { sid: made } = await client.messages.create({ ...message, statusCallback: url });
      await times(2, () => client.messages(made).fetch());
    },
  },
  {
    of: "sendToMany",
    ours: (options) => sendToMany({ from, recipients: [{ to, body }] }, options),
    theirs: async (client) => {
      const { sid: made } = await client.messages.create(message);
      await times(2, () => client.messages(made).fetch());
    },
  },
  {
    of: "sendThroughMessagingService",
    ours: (options) => sendThroughMessagingService({ messagingServiceSid, to, body, validityPeriod: 60 }, options),
    theirs: async (client) => {
      const { sid: made } = await client.messages.create({ messagingServiceSid, to, body, validityPeriod: 60 });
      await times(2, () => client.messages(made).fetch());
    },
  },
  {
    of: "sendWhatsappTemplateTrack",
    ours: (options) => sendWhatsappTemplateTrack(template, options),
    theirs: async (client) => {
      const { sid: made } = await client.messages.create(template);
      await times(2, () => client.messages(made).fetch());
    },
  },
  {
    of: "sendMmsListMedia",
    ours: (options) => sendMmsListMedia({ ...message, mediaUrl: [url, "https://example.com/b.jpg"] }, options),
    theirs: async (client) => {
      const { sid: made } = await client.messages.create({ ...message, mediaUrl: [url, "https://example.com/b.jpg"] });
      await client.messages(made).media.page();
    },
  },
  {
    of: "scheduleMessage",
    ours: (options) => scheduleMessage({ messagingServiceSid, to, body, sendAt: "2026-12-01T12:00:00Z" }, options),
    theirs: async (client) => {
      const sendAt = new Date("2026-12-01T12:00:00Z");
      const given = { messagingServiceSid, to, body, sendAt, scheduleType: "fixed" } as const;
      const { sid: made } = await client.messages.create(given);
      await client.messages(made).fetch();
    },
  },
  {
    of: "cancelScheduledMessage",
    ours: (options) => cancelScheduledMessage({ messageSid: sid("SM", "00035") }, options),
    theirs: async (client) => {
      const asked = client.messages(sid("SM", "00035"));
      await asked.fetch();
      await asked.update({ status: "canceled" });
    },
  },
  {
    of: "sendMessageAndRedact",
    ours: (options) => sendMessageAndRedact(message, options),
    theirs: async (client) => {
      const { sid: made } = await client.messages.create(message);
      await times(2, () => client.messages(made).fetch());
      await client.messages(made).update({ body: "" });
    },
  },
  {
    of: "provisionMessagingServiceAddNumber",
    ours: (options) => provisionMessagingServiceAddNumber(service, options),
    theirs: async (client) => {
      const { phoneNumberSid, ...given } = service;
      const { sid: made } = await client.messaging.v1.services.create(given);
      await client.messaging.v1.services(made).phoneNumbers.create({ phoneNumberSid });
      await client.messaging.v1.services(made).fetch();
    },
  },
  {
    of: "registerA2pBrand",
    ours: (options) => registerA2pBrand(brand, options),
    theirs: async (client) => {
      const { sid: made } = await client.messaging.v1.brandRegistrations.create(brand);
      await times(2, () => client.messaging.v1.brandRegistrations(made).fetch());
    },
  },
  {
    of: "registerA2pCampaign",
    ours: (options) => registerA2pCampaign({ ...campaign, messagingServiceSid }, options),
    theirs: async (client) => {
      const { usAppToPerson } = client.messaging.v1.services(messagingServiceSid);
      const { sid: made } = await usAppToPerson.create(campaign);
      await times(2, () => usAppToPerson(made).fetch());
    },
  },
  {
    of: "verifyTollFreeNumber",
    ours: (options) =>
      verifyTollFreeNumber(
        {
          ...tollFree,
          useCaseCategories: [...tollFree.useCaseCategories],
          optInImageUrls: [...tollFree.optInImageUrls],
        },
        options,
      ),
    theirs: async (client) => {
      const { sid: made } = await client.messaging.v1.tollfreeVerifications.create({
        ...tollFree,
        useCaseCategories: [...tollFree.useCaseCategories],
        optInImageUrls: [...tollFree.optInImageUrls],
      });
      await times(2, () => client.messaging.v1.tollfreeVerifications(made).fetch());
    },
  },
];
