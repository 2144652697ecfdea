import { provisionMessagingServiceAddNumber, type WorkflowOptions } from "../generated/index.js";
import type { Contacts } from "./contacts.js";

/** Sets up a messaging service that sends appointment reminders from a number of the account's. */
export async function provisionReminders({ phoneNumberSid }: Contacts, options?: WorkflowOptions): Promise<string> {
  const { serviceSid, friendlyName } = await provisionMessagingServiceAddNumber(
    { friendlyName: "Appointment reminders", phoneNumberSid },
    options,
  );

  return `Service ${serviceSid}, "${friendlyName}", sends from ${phoneNumberSid}.`;
}
