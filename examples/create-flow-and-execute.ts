import { createFlowAndExecute, type WorkflowOptions } from "../generated/index.js";
import type { Contacts } from "./contacts.js";

/** A flow of two widgets, as Studio exports it: started through the API, it sets a variable and ends. */
const WELCOME = {
  description: "Welcome",
  initial_state: "Trigger",
  states: [
    {
      name: "Trigger",
      type: "trigger",
      transitions: [{ event: "incomingRequest", next: "welcome" }],
      properties: { offset: { x: 0, y: 0 } },
    },
    {
      name: "welcome",
      type: "set-variables",
      transitions: [{ event: "next" }],
      properties: { variables: [{ key: "welcomed", value: "yes" }], offset: { x: 0, y: 200 } },
    },
  ],
  flags: { allow_concurrent_calls: true },
};

/** Publishes a flow and runs it for one contact. */
export async function welcomeContact({ to, from }: Contacts, options?: WorkflowOptions): Promise<string> {
  const { flowSid, executionSid, status } = await createFlowAndExecute(
    { friendlyName: "Welcome", status: "published", definition: JSON.stringify(WELCOME), to, from },
    options,
  );

  return `Execution ${executionSid} of flow ${flowSid} is ${status}.`;
}
