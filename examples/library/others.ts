import {
  addAvailableWorker,
  closeConversation,
  createConversationAddParticipantSendMessage,
  createFlowAndExecute,
  createTaskAwaitAssignment,
  endRoom,
  openConversationWithWebhook,
  openRoom,
  provisionTaskrouterWorkspace,
  replyInConversationTrackReceipts,
  runFlowAndListSteps,
  storeSyncDocument,
  syncDocumentLifeCycle,
} from "../../generated/index.js";
import type { Examples } from "./example.js";

/** The functions of conversations, flows, documents, tasks and rooms. */
export const others: Examples = {
  createConversationAddParticipantSendMessage: (options) =>
    createConversationAddParticipantSendMessage(
      {
        friendlyName: "Order 1234",
        participantAddress: "+15558675310",
        proxyAddress: "+15017122661",
        author: "support",
        body: "How can we help?",
      },
      options,
    ),

  openConversationWithWebhook: (options) =>
    openConversationWithWebhook(
      { uniqueName: "order-1234", webhookUrl: "https://example.com/events", webhookFilters: ["onMessageAdded"] },
      options,
    ),

  replyInConversationTrackReceipts: async (options) => {
    const opened = await openConversationWithWebhook(
      { uniqueName: "order-1234", webhookUrl: "https://example.com/events", webhookFilters: ["onMessageAdded"] },
      options,
    );
    if (opened.outcome !== "opened") return opened;
    return replyInConversationTrackReceipts(
      { conversationSid: opened.conversationSid, author: "support", body: "It is on its way." },
      options,
    );
  },

  closeConversation: (options) => closeConversation({ conversationSid: "CH11111111111111111111111111111111" }, options),

  createFlowAndExecute: (options) =>
    createFlowAndExecute(
      {
        friendlyName: "Survey",
        status: "published",
        definition: JSON.stringify({ states: [], initial_state: "Trigger" }),
        to: "+15558675310",
        from: "+15017122661",
      },
      options,
    ),

  runFlowAndListSteps: async (options) => {
    const { flowSid } = await createFlowAndExecute(
      {
        friendlyName: "Survey",
        status: "published",
        definition: JSON.stringify({ states: [], initial_state: "Trigger" }),
        to: "+15558675310",
        from: "+15017122661",
      },
      options,
    );
    return runFlowAndListSteps({ flowSid, to: "+15558675310", from: "+15017122661" }, options);
  },

  syncDocumentLifeCycle: (options) =>
    syncDocumentLifeCycle(
      {
        serviceSid: "IS11111111111111111111111111111111",
        uniqueName: "game",
        data: JSON.stringify({ score: 1 }),
        newData: JSON.stringify({ score: 2 }),
      },
      options,
    ),

  storeSyncDocument: (options) =>
    storeSyncDocument(
      { serviceSid: "IS11111111111111111111111111111111", uniqueName: "game", data: JSON.stringify({ score: 1 }) },
      options,
    ),

  provisionTaskrouterWorkspace: (options) =>
    provisionTaskrouterWorkspace(
      {
        friendlyName: "Desk",
        queueName: "Support",
        targetWorkers: "1==1",
        workflowName: "All",
        workflowConfiguration: JSON.stringify({ task_routing: { filters: [] } }),
      },
      options,
    ),

  addAvailableWorker: (options) =>
    addAvailableWorker(
      {
        workspaceSid: "WS11111111111111111111111111111111",
        friendlyName: "Ann",
        attributes: JSON.stringify({ skill: "support" }),
      },
      options,
    ),

  createTaskAwaitAssignment: (options) =>
    createTaskAwaitAssignment(
      {
        workspaceSid: "WS11111111111111111111111111111111",
        attributes: JSON.stringify({ skill: "support" }),
        priority: 1,
      },
      options,
    ),

  openRoom: (options) => openRoom({ uniqueName: "visit-1234", type: "group", maxParticipants: 4 }, options),

  endRoom: (options) => endRoom({ roomSid: "RM11111111111111111111111111111111" }, options),
};
