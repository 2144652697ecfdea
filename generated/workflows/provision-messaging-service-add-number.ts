// Written by twilio-workflows: change the documents and generate again.
import type { MessagingApi } from "../apis/messaging-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link provisionMessagingServiceAddNumber} takes. */
export interface ProvisionMessagingServiceAddNumberInput {
  /** Name of the service, for people to read. At most 64 characters. */
  friendlyName: string;
  /**
   * Absolute URL that Twilio calls for each message that one of the service's numbers receives. Without it the
   * service receives no messages.
   */
  inboundRequestUrl?: string | undefined;
  /** SID of the phone number to add: `PN` and 32 hexadecimal digits. The account must own the number already. */
  phoneNumberSid: string;
}

/** What {@link provisionMessagingServiceAddNumber} returns. */
export interface ProvisionMessagingServiceAddNumberOutput {
  /** SID of the service. Starts with `MG`. */
  serviceSid: string;
  /** Name of the service, for people to read. */
  friendlyName: string;
}

/**
 * Make a messaging service, add one phone number to it, and read the service back.
 *
 * When the number cannot be added, the new service remains, with an empty sender pool.
 *
 * @generated from workflow provision-messaging-service-add-number
 *   (twilio-provision-messaging-service-add-number-workflow.yml#/workflows/0)
 */
export async function provisionMessagingServiceAddNumber(
  input: ProvisionMessagingServiceAddNumberInput,
  options?: WorkflowOptions,
): Promise<ProvisionMessagingServiceAddNumberOutput> {
  const run: WorkflowRun = openWorkflow("provision-messaging-service-add-number", options, { version: "8b77773a" });
  run.inputs(input, { friendlyName: "string", inboundRequestUrl: "string?", phoneNumberSid: "string" });
  const messaging = run.api<MessagingApi>("https://messaging.twilio.com");

  // Create the service, with its name and, if given, its inbound webhook.
  const createService = await messaging.POST("/v1/Services", {
    ...run.step("createService"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { FriendlyName: input.friendlyName, InboundRequestUrl: input.inboundRequestUrl },
  });
  run.expect(createService, createService.response.status === 201);
  const serviceSid = run.required(createService, "sid");

  // Add the phone number to the service's pool of senders.
  const addNumber = await messaging.POST("/v1/Services/{ServiceSid}/PhoneNumbers", {
    ...run.step("addNumber"),
    params: { path: { ServiceSid: serviceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { PhoneNumberSid: input.phoneNumberSid },
  });
  run.check(addNumber, addNumber.response.status === 200 || addNumber.response.status === 201);

  // Read the service again, to report its name as Twilio stored it.
  const confirmService = await messaging.GET("/v1/Services/{ServiceSid}", {
    ...run.step("confirmService"),
    params: { path: { ServiceSid: serviceSid } },
  });
  run.expect(confirmService, confirmService.response.status === 200);

  return { serviceSid, friendlyName: confirmService.data.friendly_name };
}
