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
} from "../../generated/index.js";
import type { Examples } from "./example.js";

/** The functions of messages, and of who may send them. */
export const messaging: Examples = {
  sendMessageTrackStatus: (options) =>
    sendMessageTrackStatus({ to: "+15558675310", from: "+15017122661", body: "Your table is ready." }, options),

  sendToMany: (options) =>
    sendToMany(
      {
        from: "+15017122661",
        recipients: [
          { to: "+15558675310", body: "Ann, your table is ready." },
          { to: "+15558675311", body: "Ben, your table is ready." },
        ],
      },
      options,
    ),

  sendThroughMessagingService: (options) =>
    sendThroughMessagingService(
      { messagingServiceSid: "MG11111111111111111111111111111111", to: "+15558675310", body: "Your table is ready." },
      options,
    ),

  sendWhatsappTemplateTrack: (options) =>
    sendWhatsappTemplateTrack(
      {
        from: "whatsapp:+15017122661",
        to: "whatsapp:+15558675310",
        contentSid: "HX11111111111111111111111111111111",
        contentVariables: JSON.stringify({ 1: "Ann", 2: "7 pm" }),
      },
      options,
    ),

  sendMmsListMedia: (options) =>
    sendMmsListMedia(
      { to: "+15558675310", from: "+15017122661", body: "The menu", mediaUrl: ["https://example.com/menu.jpg"] },
      options,
    ),

  scheduleMessage: (options) =>
    scheduleMessage(
      {
        messagingServiceSid: "MG11111111111111111111111111111111",
        to: "+15558675310",
        body: "See you at 7 pm.",
        sendAt: "2030-12-01T12:00:00Z",
      },
      options,
    ),

  cancelScheduledMessage: (options) =>
    cancelScheduledMessage({ messageSid: "SM11111111111111111111111005500035" }, options),

  sendMessageAndRedact: (options) =>
    sendMessageAndRedact({ to: "+15558675310", from: "+15017122661", body: "Your code is 482 913." }, options),

  provisionMessagingServiceAddNumber: (options) =>
    provisionMessagingServiceAddNumber(
      { friendlyName: "Reminders", phoneNumberSid: "PN11111111111111111111111111111111" },
      options,
    ),

  registerA2pBrand: (options) =>
    registerA2pBrand(
      {
        customerProfileBundleSid: "BU11111111111111111111111111111111",
        a2PProfileBundleSid: "BU22222222222222222222222222222222",
        mock: true,
      },
      options,
    ),

  registerA2pCampaign: (options) =>
    registerA2pCampaign(
      {
        messagingServiceSid: "MG11111111111111111111111111111111",
        brandRegistrationSid: "BN11111111111111111111111111111111",
        description: "Codes that people ask for when they sign in to the shop.",
        messageFlow: "People give their number in the shop and tick that they want codes.",
        messageSamples: ["Your code for the shop is 123456.", "The shop says: 654321 is your code."],
        usAppToPersonUsecase: "2FA",
        hasEmbeddedLinks: false,
        hasEmbeddedPhone: false,
      },
      options,
    ),

  verifyTollFreeNumber: (options) =>
    verifyTollFreeNumber(
      {
        tollfreePhoneNumberSid: "PN11111111111111111111111111111111",
        businessName: "Shop",
        businessWebsite: "https://example.com",
        notificationEmail: "ann@example.com",
        useCaseCategories: ["TWO_FACTOR_AUTHENTICATION"],
        useCaseSummary: "Codes that people sign in with.",
        productionMessageSample: "Your code is 123456.",
        optInImageUrls: ["https://example.com/opt-in.png"],
        optInType: "WEB_FORM",
        messageVolume: "1,000",
      },
      options,
    ),
};
