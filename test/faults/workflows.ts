import {
  createConversationAddParticipantSendMessage,
  createFlowAndExecute,
  provisionMessagingServiceAddNumber,
  sendMessageTrackStatus,
  type StepEvent,
  type WorkflowOptions,
} from "../../generated/index.js";
import { wired } from "../support/local-twilio.js";

const to = "+15558675310";
const from = "+15017122661";

/** The four workflows, each with an input of its own. */
export const workflows: Readonly<Record<string, (options: WorkflowOptions) => Promise<object>>> = {
  conversation: (options) =>
    createConversationAddParticipantSendMessage(
      { friendlyName: "Table", participantAddress: to, proxyAddress: from, author: "host", body: "8 & more?" },
      options,
    ),
  service: (options) =>
    provisionMessagingServiceAddNumber({ friendlyName: "Reminders", phoneNumberSid: `PN${"1".repeat(32)}` }, options),
  flow: async (options) => {
    const input = { friendlyName: "Welcome", status: "published", definition: '{"states":[]}', to, from } as const;
    // The status changes with every read, so it depends on how often was asked.
    const { flowSid, executionSid } = await createFlowAndExecute(input, options);
    return { flowSid, executionSid };
  },
  message: (options) => sendMessageTrackStatus({ to, from, body: "Your table is ready." }, options),
};

/** A step of a workflow, as it was seen when all went well. */
export interface SeenStep {
  readonly workflow: string;
  readonly stepId: string;
  readonly operation: string;
  readonly isSafe: boolean;
  /** What the workflow returned. */
  readonly result: object;
}

/** The steps of the four workflows, as they go when all goes well. */
export async function seenSteps(): Promise<readonly SeenStep[]> {
  const steps = await Promise.all(Object.keys(workflows).map(stepsOf));
  return steps.flat();
}

async function stepsOf(workflow: string): Promise<readonly SeenStep[]> {
  const { twilio, options } = await wired();
  const ends: StepEvent[] = [];
  const onStep = (event: StepEvent): void => void (event.type === "end" && ends.push(event));
  const result = (await workflows[workflow]?.({ ...options, onStep })) ?? {};
  const steps = ends.map(({ stepId, method }, index) => {
    const operation = twilio.requests[index]?.operation ?? "";
    return { workflow, stepId, operation, isSafe: method === "GET", result };
  });
  return steps.filter(({ stepId }, index) => steps.findIndex((step) => step.stepId === stepId) === index);
}
