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
} from "../../../generated/index.js";
import { sid } from "../../library/support/library.js";
import { body, from, type Row, times, to, url } from "./row.js";

const conversation = { friendlyName: "Tisch für 2", participantAddress: to, proxyAddress: from, author: "host", body };
const filters = ["onMessageAdded", "onMessageRemoved"];
const flow = { friendlyName: "Welcome", status: "published", definition: '{"states":[{"a b":1}]}', to, from } as const;
const document = { uniqueName: "state", data: '{"a":"é & b"}', ttl: 60 };
const task = { attributes: '{"skill":"support"}', priority: 1, timeout: 60 };
const workspaceSid = sid("WS");
const room = { uniqueName: "room", type: "group", maxParticipants: 4, recordParticipantsOnConnect: false } as const;

/** The functions of conversations, flows, documents, tasks and rooms. */
export const others: readonly Row[] = [
  {
    of: "createConversationAddParticipantSendMessage",
    ours: (options) => createConversationAddParticipantSendMessage(conversation, options),
    theirs: async (client) => {
      const { friendlyName, participantAddress, proxyAddress, author } = conversation;
      const { sid: made } = await client.conversations.v1.conversations.create({ friendlyName });
      const { participants, messages } = client.conversations.v1.conversations(made);
      const binding = {
        "messagingBinding.address": participantAddress,
        "messagingBinding.proxyAddress": proxyAddress,
      };
      await participants.create(binding);
      await messages.create({ author, body });
    },
  },
  {
    of: "openConversationWithWebhook",
    ours: (options) =>
      openConversationWithWebhook({ uniqueName: "desk", webhookUrl: url, webhookFilters: filters }, options),
    theirs: async (client) => {
      const { sid: made } = await client.conversations.v1.conversations.create({ uniqueName: "desk" });
      await client.conversations.v1.conversations(made).webhooks.create({
        target: "webhook",
        "configuration.url": url,
        "configuration.method": "post",
        "configuration.filters": filters,
      });
    },
  },
  {
    of: "replyInConversationTrackReceipts",
    ours: async (options) => {
      await openConversationWithWebhook({ uniqueName: "desk", webhookUrl: url, webhookFilters: [] }, options);
      await replyInConversationTrackReceipts({ conversationSid: "desk", author: "ann", body }, options);
    },
    theirs: async (client) => {
      const { sid: opened } = await client.conversations.v1.conversations.create({ uniqueName: "desk" });
      await client.conversations.v1.conversations(opened).webhooks.create({
        target: "webhook",
        "configuration.url": url,
        "configuration.method": "post",
      });
      const { messages } = client.conversations.v1.conversations("desk");
      const { sid: made } = await messages.create({ author: "ann", body });
      await messages(made).deliveryReceipts.page();
    },
  },
  {
    of: "closeConversation",
    ours: (options) => closeConversation({ conversationSid: sid("CH") }, options),
    theirs: async (client) => {
      await client.conversations.v1.conversations(sid("CH")).fetch();
      await client.conversations.v1.conversations(sid("CH")).update({ state: "closed" });
    },
  },
  {
    of: "createFlowAndExecute",
    ours: (options) => createFlowAndExecute(flow, options),
    theirs: async (client) => {
      const { friendlyName, status, definition } = flow;
      const made = await client.studio.v2.flows.create({ friendlyName, status, definition: JSON.parse(definition) });
      const { executions } = client.studio.v2.flows(made.sid);
      const execution = await executions.create({ to, from });
      await executions(execution.sid).fetch();
    },
  },
  {
    of: "runFlowAndListSteps",
    ours: async (options) => {
      const { flowSid } = await createFlowAndExecute(flow, options);
      await runFlowAndListSteps({ flowSid, to, from, parameters: '{"name":"Ann"}' }, options);
    },
    theirs: async (client) => {
      const { friendlyName, status, definition } = flow;
      const made = await client.studio.v2.flows.create({ friendlyName, status, definition: JSON.parse(definition) });
      const { executions } = client.studio.v2.flows(made.sid);
      const first = await executions.create({ to, from });
      await executions(first.sid).fetch();
      const execution = await executions.create({ to, from, parameters: { name: "Ann" } });
      await times(2, () => executions(execution.sid).fetch());
      await executions(execution.sid).steps.page();
    },
  },
  {
    of: "syncDocumentLifeCycle",
    ours: (options) => syncDocumentLifeCycle({ ...document, serviceSid: sid("IS"), newData: '{"a":2}' }, options),
    theirs: async (client) => {
      const { documents } = client.sync.v1.services(sid("IS"));
      const made = await documents.create({ ...document, data: JSON.parse(document.data) });
      await documents(made.sid).update({ ifMatch: made.revision, data: { a: 2 } });
      await documents(made.sid).fetch();
      await documents(made.sid).remove();
    },
  },
  {
    of: "storeSyncDocument",
    ours: (options) => storeSyncDocument({ ...document, serviceSid: sid("IS") }, options),
    theirs: (client) =>
      client.sync.v1.services(sid("IS")).documents.create({ ...document, data: JSON.parse(document.data) }),
  },
  {
    of: "provisionTaskrouterWorkspace",
    ours: (options) =>
      provisionTaskrouterWorkspace(
        {
          friendlyName: "Desk",
          eventCallbackUrl: url,
          queueName: "Support",
          targetWorkers: '1==1 && skill == "a"',
          workflowName: "All",
          workflowConfiguration: "{}",
          assignmentCallbackUrl: url,
        },
        options,
      ),
    theirs: async (client) => {
      const { workspaces } = client.taskrouter.v1;
      const { sid: made } = await workspaces.create({ friendlyName: "Desk", eventCallbackUrl: url });
      const { taskQueues, workflows } = workspaces(made);
      await taskQueues.create({ friendlyName: "Support", targetWorkers: '1==1 && skill == "a"' });
      await workflows.create({ friendlyName: "All", configuration: "{}", assignmentCallbackUrl: url });
    },
  },
  {
    of: "addAvailableWorker",
    ours: (options) => addAvailableWorker({ workspaceSid, friendlyName: "Ann", attributes: '{"a":"b c"}' }, options),
    theirs: async (client) => {
      const { activities, workers } = client.taskrouter.v1.workspaces(workspaceSid);
      const { instances } = await activities.page({ available: "true", pageSize: 1 });
      const activitySid = instances[0]?.sid ?? "";
      await workers.create({ friendlyName: "Ann", activitySid, attributes: '{"a":"b c"}' });
    },
  },
  {
    of: "createTaskAwaitAssignment",
    ours: (options) => createTaskAwaitAssignment({ ...task, workspaceSid }, options),
    theirs: async (client) => {
      const { tasks } = client.taskrouter.v1.workspaces(workspaceSid);
      const { sid: made } = await tasks.create(task);
      await times(2, () => tasks(made).fetch());
    },
  },
  {
    of: "openRoom",
    ours: (options) => openRoom(room, options),
    theirs: async (client) => {
      const { sid: made } = await client.video.v1.rooms.create(room);
      await client.video.v1.rooms(made).fetch();
    },
  },
  {
    of: "endRoom",
    ours: (options) => endRoom({ roomSid: sid("RM") }, options),
    theirs: async (client) => {
      await client.video.v1.rooms(sid("RM")).fetch();
      await client.video.v1.rooms(sid("RM")).update({ status: "completed" });
    },
  },
];
