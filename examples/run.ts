import type { StepEvent, WorkflowOptions } from "../generated/index.js";
import { type Contacts, LOCAL_CONTACTS, liveContacts } from "./contacts.js";
import { openSupportConversation } from "./create-conversation-add-participant-send-message.js";
import { welcomeContact } from "./create-flow-and-execute.js";
import { type LocalTwilio, startLocalTwilio } from "./local-twilio/index.js";
import { provisionReminders } from "./provision-messaging-service-add-number.js";
import { remindGuest } from "./send-message-track-status.js";
import { placeAnOrder } from "./your-own-api/index.js";

type Example = (contacts: Contacts, options: WorkflowOptions) => Promise<string>;

const EXAMPLES: Readonly<Record<string, Example>> = {
  "send-message-track-status": remindGuest,
  "create-conversation-add-participant-send-message": openSupportConversation,
  "provision-messaging-service-add-number": provisionReminders,
  "create-flow-and-execute": welcomeContact,
};

/** Those that have no service to call but one of their own. */
const LOCAL_EXAMPLES: Readonly<Record<string, Example>> = {
  "place-order": (_contacts, { onStep }) => placeAnOrder({ onStep }),
};

const USAGE = `Usage: npm run example [-- --live]

Runs examples of four workflows against a local Twilio, without an account, and one over another API.
With --live they run against Twilio itself: that sends two SMS from your account, and leaves behind
a conversation, a messaging service and a Studio flow.
`;

/** Runs the examples, and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const [mode] = args;
  if (args.length > 1 || (mode !== undefined && mode !== "--live")) {
    console.error(USAGE);
    return 2;
  }
  return mode === undefined ? runLocally() : runLive();
}

async function runLocally(): Promise<number> {
  const twilio = await startLocalTwilio();
  console.log(`A local Twilio, at ${twilio.baseUrl("")}`);
  try {
    return await runAll({ ...EXAMPLES, ...LOCAL_EXAMPLES }, LOCAL_CONTACTS, localOptions(twilio));
  } finally {
    await twilio.close();
  }
}

function localOptions({ baseUrl, credentials: { accountSid, authToken } }: LocalTwilio): WorkflowOptions {
  return {
    baseUrl,
    credentials: { accountSid, authToken },
    // The local Twilio is in no region, whatever the environment says of the real one.
    region: "",
    edge: "",
    poll: { interval: 1 },
  };
}

async function runLive(): Promise<number> {
  let contacts: Contacts;
  try {
    contacts = liveContacts(process.env);
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${USAGE}`);
    return 2;
  }
  console.log("Twilio, with the credentials of the environment");
  return runAll(EXAMPLES, contacts, {});
}

/** Runs one example after the other; one that fails does not keep the others from running. */
async function runAll(
  examples: Readonly<Record<string, Example>>,
  contacts: Contacts,
  options: WorkflowOptions,
): Promise<number> {
  let failures = 0;
  for (const [workflow, example] of Object.entries(examples)) {
    console.log(`\n${workflow}`);
    try {
      console.log(`  ${await example(contacts, { ...options, onStep: logStep })}`);
    } catch (error) {
      failures += 1;
      console.log(`  ${messageOf(error)}`);
    }
  }
  return failures > 0 ? 1 : 0;
}

function logStep({ type, stepId, status, ms = 0 }: StepEvent): void {
  if (type === "end") console.log(`  ${stepId.padEnd(20)}${status}  ${Math.round(ms).toString().padStart(4)} ms`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main(process.argv.slice(2));
