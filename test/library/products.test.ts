import { expect } from "vitest";
import {
  addAvailableWorker,
  buyNumberForMessagingService,
  buyPhoneNumber,
  closeConversation,
  configurePhoneNumber,
  createFlowAndExecute,
  createTaskAwaitAssignment,
  endRoom,
  openConversationWithWebhook,
  openRoom,
  provisionMessagingServiceAddNumber,
  provisionTaskrouterWorkspace,
  registerA2pBrand,
  registerA2pCampaign,
  replyInConversationTrackReceipts,
  runFlowAndListSteps,
  storeSyncDocument,
  syncDocumentLifeCycle,
  transcribeRecording,
  verifyTollFreeNumber,
  type VerifyTollFreeNumberInput,
  type WorkflowOptions,
} from "../../generated/index.js";
import { number, type Refusal, type Run, sid, testLibrary } from "./support/library.js";

const url = "https://example.com/hook";
const service = sid("MG");
const conversation = { uniqueName: "desk", webhookUrl: url, webhookFilters: ["onMessageAdded", "onMessageRemoved"] };
const contact = { to: number(), from: "+15017122661" };
const flow = { friendlyName: "Survey", status: "published", definition: "{}", ...contact } as const;
const document = { serviceSid: sid("IS"), uniqueName: "state", data: '{"a":1}', newData: '{"a":2}', ttl: 60 };
const workspace = {
  friendlyName: "Desk",
  queueName: "Support",
  targetWorkers: "1==1",
  workflowName: "All",
  workflowConfiguration: "{}",
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
const tollFree: Omit<VerifyTollFreeNumberInput, "tollfreePhoneNumberSid"> = {
  businessName: "Shop",
  businessWebsite: "https://example.com",
  notificationEmail: "ann@example.com",
  useCaseCategories: ["TWO_FACTOR_AUTHENTICATION"],
  useCaseSummary: "Codes.",
  productionMessageSample: "Your code is 123456.",
  optInImageUrls: ["https://example.com/opt-in.png"],
  optInType: "WEB_FORM",
  messageVolume: "1,000",
};
const channel = JSON.stringify({ media_properties: { source_sid: sid("RE") } });

/** Makes a messaging service, with a number in it. */
async function makeService(options: WorkflowOptions): Promise<string> {
  const given = { friendlyName: "Alerts", phoneNumberSid: sid("PN") };
  const { serviceSid } = await provisionMessagingServiceAddNumber(given, options);
  return serviceSid;
}

/** Runs a flow that was made before. */
async function runFlow(options: WorkflowOptions, to: string): Promise<object> {
  const { flowSid } = await createFlowAndExecute(flow, options);
  return runFlowAndListSteps({ ...contact, flowSid, to, parameters: '{"name":"Ann"}' }, options);
}

const runs: readonly Run[] = [
  {
    of: "buy-phone-number",
    when: "there is one",
    run: (options) => buyPhoneNumber({ country: "US", areaCode: 501, voiceUrl: url, smsUrl: url }, options),
    want: { outcome: "bought", phoneNumber: "+15017122661", phoneNumberSid: expect.stringMatching(/^PN/) },
  },
  {
    of: "buy-phone-number",
    when: "there is none",
    run: (options) =>
      buyPhoneNumber({ country: "US", areaCode: 501, voiceUrl: url, smsUrl: url, contains: "005500404" }, options),
    want: { outcome: "noneAvailable" },
  },
  {
    of: "buy-phone-number",
    when: "somebody else was faster",
    run: (options) =>
      buyPhoneNumber({ country: "US", areaCode: 501, voiceUrl: url, smsUrl: url, contains: "005521422" }, options),
    want: { outcome: "taken" },
  },
  {
    of: "buy-phone-number",
    when: "an address is asked for",
    run: (options) =>
      buyPhoneNumber({ country: "US", areaCode: 501, voiceUrl: url, smsUrl: url, contains: "005521631" }, options),
    want: { outcome: "addressRequired" },
  },
  {
    of: "buy-phone-number",
    when: "a local address is asked for",
    run: (options) =>
      buyPhoneNumber({ country: "US", areaCode: 501, voiceUrl: url, smsUrl: url, contains: "005521615" }, options),
    want: { outcome: "addressRequired" },
  },
  {
    of: "buy-phone-number",
    when: "a bundle is asked for",
    run: (options) =>
      buyPhoneNumber({ country: "US", areaCode: 501, voiceUrl: url, smsUrl: url, contains: "005521649" }, options),
    want: { outcome: "bundleRequired" },
  },
  {
    of: "buy-number-for-messaging-service",
    when: "there is one",
    run: async (options) =>
      buyNumberForMessagingService(
        { country: "US", areaCode: 501, messagingServiceSid: await makeService(options) },
        options,
      ),
    want: { outcome: "added", phoneNumber: "+15017122661", phoneNumberSid: expect.stringMatching(/^PN/) },
  },
  {
    of: "buy-number-for-messaging-service",
    when: "there is none",
    run: (options) =>
      buyNumberForMessagingService(
        { country: "US", areaCode: 501, messagingServiceSid: service, contains: "005500404" },
        options,
      ),
    want: { outcome: "noneAvailable" },
  },
  {
    of: "buy-number-for-messaging-service",
    when: "somebody else was faster",
    run: (options) =>
      buyNumberForMessagingService(
        { country: "US", areaCode: 501, messagingServiceSid: service, contains: "005521422" },
        options,
      ),
    want: { outcome: "taken" },
  },
  {
    of: "buy-number-for-messaging-service",
    when: "an address is asked for",
    run: (options) =>
      buyNumberForMessagingService(
        { country: "US", areaCode: 501, messagingServiceSid: service, contains: "005521631" },
        options,
      ),
    want: { outcome: "addressRequired" },
  },
  {
    of: "buy-number-for-messaging-service",
    when: "a local address is asked for",
    run: (options) =>
      buyNumberForMessagingService(
        { country: "US", areaCode: 501, messagingServiceSid: service, contains: "005521615" },
        options,
      ),
    want: { outcome: "addressRequired" },
  },
  {
    of: "buy-number-for-messaging-service",
    when: "a bundle is asked for",
    run: (options) =>
      buyNumberForMessagingService(
        { country: "US", areaCode: 501, messagingServiceSid: service, contains: "005521649" },
        options,
      ),
    want: { outcome: "bundleRequired" },
  },
  {
    of: "buy-number-for-messaging-service",
    when: "the service is not there",
    run: (options) =>
      buyNumberForMessagingService({ country: "US", areaCode: 501, messagingServiceSid: sid("MG", "20404") }, options),
    want: { outcome: "notAdded", phoneNumberSid: expect.stringMatching(/^PN/) },
  },
  {
    of: "configure-phone-number",
    when: "the account has it",
    run: (options) => configurePhoneNumber({ phoneNumber: number(), friendlyName: "Desk", voiceUrl: url }, options),
    want: { outcome: "configured", friendlyName: "Desk", voiceUrl: url },
  },
  {
    of: "configure-phone-number",
    when: "the account does not have it",
    run: (options) => configurePhoneNumber({ phoneNumber: number("00404") }, options),
    want: { outcome: "notOwned" },
  },
  {
    of: "open-conversation-with-webhook",
    when: "the name is free",
    run: (options) => openConversationWithWebhook(conversation, options),
    want: {
      outcome: "opened",
      conversationSid: expect.stringMatching(/^CH/),
      webhookSid: expect.stringMatching(/^WH/),
    },
  },
  {
    of: "open-conversation-with-webhook",
    when: "the name is taken",
    run: (options) => openConversationWithWebhook(conversation, options),
    want: { outcome: "nameTaken" },
  },
  {
    of: "reply-in-conversation-track-receipts",
    when: "it arrives",
    run: (options) => replyInConversationTrackReceipts({ conversationSid: "desk", author: "ann", body: "Hi" }, options),
    want: { outcome: "delivered", messageSid: expect.stringMatching(/^IM/) },
  },
  {
    of: "reply-in-conversation-track-receipts",
    when: "it does not arrive",
    run: (options) =>
      openConversationWithWebhook({ ...conversation, uniqueName: "005500409" }, options).then(() =>
        replyInConversationTrackReceipts({ conversationSid: "005500409", body: "Hi" }, options),
      ),
    want: { outcome: "failed" },
  },
  {
    of: "reply-in-conversation-track-receipts",
    when: "the conversation is closed",
    run: (options) =>
      replyInConversationTrackReceipts({ conversationSid: sid("CH", "50377"), author: "ann", body: "Hi" }, options),
    want: { outcome: "closed" },
  },
  {
    of: "reply-in-conversation-track-receipts",
    when: "there is no such conversation",
    run: (options) => replyInConversationTrackReceipts({ conversationSid: "nowhere", body: "Hi" }, options),
    want: { outcome: "notFound" },
  },
  {
    of: "close-conversation",
    when: "somebody else closes it between the requests",
    run: (options) => closeConversation({ conversationSid: sid("CH", "50377") }, options),
    want: { outcome: "alreadyClosed", stateBefore: "active" },
  },
  {
    of: "close-conversation",
    when: "it is open",
    run: (options) => closeConversation({ conversationSid: sid("CH") }, options),
    want: { outcome: "closed", stateBefore: "active" },
  },
  {
    of: "close-conversation",
    when: "it is closed",
    run: (options) => closeConversation({ conversationSid: sid("CH") }, options),
    want: { outcome: "alreadyClosed", stateBefore: "closed" },
  },
  {
    of: "close-conversation",
    when: "there is none",
    run: (options) => closeConversation({ conversationSid: sid("CH", "20404") }, options),
    want: { outcome: "notFound" },
  },
  {
    of: "run-flow-and-list-steps",
    when: "it ends",
    run: (options) => runFlow(options, contact.to),
    want: { outcome: "ended", executionSid: expect.stringMatching(/^FN/), steps: [{ transitioned_to: "Ended" }] },
  },
  {
    of: "run-flow-and-list-steps",
    when: "it goes on",
    run: (options) => runFlow(options, number("00213")),
    want: { outcome: "stillActive", stepsSoFar: [{ transitioned_to: "Ended" }] },
  },
  {
    of: "run-flow-and-list-steps",
    when: "it is running for the contact",
    run: (options) => runFlow(options, number("20409")),
    want: { outcome: "alreadyRunning" },
  },
  {
    of: "sync-document-life-cycle",
    when: "nobody else writes",
    run: (options) => syncDocumentLifeCycle(document, options),
    want: { outcome: "deleted", documentSid: expect.stringMatching(/^ET/), data: { a: 2 } },
  },
  {
    of: "sync-document-life-cycle",
    when: "the name is taken",
    run: (options) => syncDocumentLifeCycle({ ...document, uniqueName: "005554301" }, options),
    want: { outcome: "nameTaken" },
  },
  {
    of: "sync-document-life-cycle",
    when: "somebody else writes",
    run: (options) => syncDocumentLifeCycle({ ...document, newData: '{"a":"005554103"}' }, options),
    want: { outcome: "changedMeanwhile" },
  },
  {
    of: "store-sync-document",
    when: "it is new",
    run: (options) => storeSyncDocument({ ...document, uniqueName: "other" }, options),
    want: { outcome: "made" },
  },
  {
    of: "store-sync-document",
    when: "it is there",
    run: (options) => storeSyncDocument({ ...document, uniqueName: "other" }, options),
    want: { outcome: "changed" },
  },
  {
    of: "provision-taskrouter-workspace",
    when: "all is made",
    run: (options) => provisionTaskrouterWorkspace(workspace, options),
    want: {
      workspaceSid: expect.stringMatching(/^WS/),
      taskQueueSid: expect.stringMatching(/^WQ/),
      workflowSid: expect.stringMatching(/^WW/),
    },
  },
  {
    of: "add-available-worker",
    when: "there is an activity",
    run: (options) => addAvailableWorker({ workspaceSid: sid("WS"), friendlyName: "Ann", attributes: "{}" }, options),
    want: { outcome: "added", workerSid: expect.stringMatching(/^WK/), activitySid: expect.stringMatching(/^WA/) },
  },
  {
    of: "add-available-worker",
    when: "there is no activity",
    run: (options) => addAvailableWorker({ workspaceSid: sid("WS", "00404"), friendlyName: "Ann" }, options),
    want: { outcome: "noActivity" },
  },
  {
    of: "create-task-await-assignment",
    when: "a worker takes it",
    run: (options) =>
      createTaskAwaitAssignment({ workspaceSid: sid("WS"), attributes: '{"skill":"support"}', priority: 1 }, options),
    want: { outcome: "assigned", taskSid: expect.stringMatching(/^WT/), assignmentStatus: "assigned" },
  },
  {
    of: "create-task-await-assignment",
    when: "nobody takes it",
    run: (options) => createTaskAwaitAssignment({ workspaceSid: sid("WS", "00203") }, options),
    want: { outcome: "canceled" },
  },
  {
    of: "open-room",
    when: "it is inProgress",
    run: (options) => openRoom({ uniqueName: "room", type: "group", maxParticipants: 4 }, options),
    want: { outcome: "inProgress" },
  },
  {
    of: "open-room",
    when: "it is closed",
    run: (options) => openRoom({ uniqueName: "room 005500205", type: "group", maxParticipants: 4 }, options),
    want: { outcome: "closed" },
  },
  {
    of: "open-room",
    when: "it is failed",
    run: (options) => openRoom({ uniqueName: "room 005500206", type: "group", maxParticipants: 4 }, options),
    want: { outcome: "failed" },
  },
  {
    of: "open-room",
    when: "it is nameTaken",
    run: (options) => openRoom({ uniqueName: "room 005553113", type: "group", maxParticipants: 4 }, options),
    want: { outcome: "nameTaken" },
  },
  {
    of: "end-room",
    when: "it is going on",
    run: (options) => endRoom({ roomSid: sid("RM") }, options),
    want: { outcome: "closed" },
  },
  {
    of: "end-room",
    when: "it is over",
    run: (options) => endRoom({ roomSid: sid("RM", "00205") }, options),
    want: { outcome: "alreadyOver" },
  },
  {
    of: "end-room",
    when: "it ends between the requests",
    run: (options) => endRoom({ roomSid: sid("RM", "53112") }, options),
    want: { outcome: "alreadyOver" },
  },
  {
    of: "end-room",
    when: "there is none",
    run: (options) => endRoom({ roomSid: sid("RM", "20404") }, options),
    want: { outcome: "notFound" },
  },
  {
    of: "register-a2p-brand",
    when: "it is approved",
    run: (options) =>
      registerA2pBrand({ customerProfileBundleSid: sid("BU"), a2PProfileBundleSid: sid("BU"), mock: true }, options),
    want: { outcome: "approved", brandSid: expect.stringMatching(/^BN/) },
  },
  {
    of: "register-a2p-brand",
    when: "it is failed",
    run: (options) =>
      registerA2pBrand(
        { customerProfileBundleSid: sid("BU", "00207"), a2PProfileBundleSid: sid("BU"), mock: true },
        options,
      ),
    want: { outcome: "failed", brandSid: expect.stringMatching(/^BN/) },
  },
  {
    of: "register-a2p-brand",
    when: "it is suspended",
    run: (options) =>
      registerA2pBrand(
        { customerProfileBundleSid: sid("BU", "00208"), a2PProfileBundleSid: sid("BU"), mock: true },
        options,
      ),
    want: { outcome: "suspended", brandSid: expect.stringMatching(/^BN/) },
  },
  {
    of: "register-a2p-campaign",
    when: "it is verified",
    run: (options) => registerA2pCampaign({ ...campaign, messagingServiceSid: sid("MG") }, options),
    want: { outcome: "verified", campaignSid: expect.stringMatching(/^QE/) },
  },
  {
    of: "register-a2p-campaign",
    when: "it is failed",
    run: (options) => registerA2pCampaign({ ...campaign, messagingServiceSid: sid("MG", "00209") }, options),
    want: { outcome: "failed", campaignSid: expect.stringMatching(/^QE/) },
  },
  {
    of: "verify-toll-free-number",
    when: "it is approved",
    run: (options) => verifyTollFreeNumber({ ...tollFree, tollfreePhoneNumberSid: sid("PN") }, options),
    want: { outcome: "approved" },
  },
  {
    of: "verify-toll-free-number",
    when: "it is rejected",
    run: (options) => verifyTollFreeNumber({ ...tollFree, tollfreePhoneNumberSid: sid("PN", "00211") }, options),
    want: { outcome: "rejected" },
  },
  {
    of: "transcribe-recording",
    when: "it can be heard",
    run: (options) => transcribeRecording({ serviceSid: sid("GA"), channel }, options),
    want: {
      outcome: "transcribed",
      transcriptSid: expect.stringMatching(/^GT/),
      sentences: [{ transcript: "Hello." }],
    },
  },
  {
    of: "transcribe-recording",
    when: "it fails",
    run: (options) => transcribeRecording({ serviceSid: sid("GA", "00212"), channel }, options),
    want: { outcome: "notTranscribed" },
  },
];

const refusals: readonly Refusal[] = [
  {
    when: "the flow is not there",
    run: (options) => runFlowAndListSteps({ ...contact, flowSid: sid("FW") }, options),
    want: { stepId: "runFlow", status: 404, twilioCode: 20404 },
  },
];

testLibrary(
  [
    "conversations.yml",
    "intelligence.yml",
    "numbers.yml",
    "registration.yml",
    "studio.yml",
    "sync.yml",
    "taskrouter.yml",
    "video.yml",
  ],
  runs,
  refusals,
);
