// Written by twilio-workflows: change the documents and generate again.
import type { VerifyApi } from "../apis/verify-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link provisionVerifyService} takes. */
export interface ProvisionVerifyServiceInput {
  /**
   * Name of the service, which people read in the message with their code. At most 30 characters, and fewer than
   * five digits.
   */
  friendlyName: string;
  /**
   * Number of digits of a code. Six without it.
   *
   * 4 to 10.
   */
  codeLength?: number | undefined;
  /** Whether each verification looks its number up first, which is charged. */
  lookupEnabled?: boolean | undefined;
  /** Whether an SMS to a landline is refused (60205) before it is sent. Needs `lookupEnabled`. */
  skipSmsToLandlines?: boolean | undefined;
}

/** What {@link provisionVerifyService} returns. */
export interface ProvisionVerifyServiceOutput {
  serviceSid: string;
  friendlyName?: string | null | undefined;
  codeLength?: number | undefined;
}

/**
 * Make a Verify service and read it back.
 *
 * A service costs nothing by itself. When it cannot be read back, it is there all the same; running this again
 * makes a second one of the same name. Error 60200 (a name of five or more digits, a code length out of range)
 * throws, and nothing is made.
 *
 * @generated from workflow provision-verify-service (verify.yml#/workflows/0)
 */
export async function provisionVerifyService(
  input: ProvisionVerifyServiceInput,
  options?: WorkflowOptions,
): Promise<ProvisionVerifyServiceOutput> {
  const run: WorkflowRun = openWorkflow("provision-verify-service", options, { version: "facae7b0" });
  run.inputs(input, {
    friendlyName: "string",
    codeLength: "number?",
    lookupEnabled: "boolean?",
    skipSmsToLandlines: "boolean?",
  });
  const verify = run.api<VerifyApi>("https://verify.twilio.com");

  // Make the service.
  const createService = await verify.POST("/v2/Services", {
    ...run.step("createService"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      FriendlyName: input.friendlyName,
      CodeLength: input.codeLength,
      LookupEnabled: input.lookupEnabled,
      SkipSmsToLandlines: input.skipSmsToLandlines,
    },
  });
  run.expect(createService, createService.response.status === 201);
  const serviceSid = run.required(createService, "sid");

  // Read the service, to report what Twilio stored.
  const fetchService = await verify.GET("/v2/Services/{Sid}", {
    ...run.step("fetchService"),
    params: { path: { Sid: serviceSid } },
  });
  run.expect(fetchService, fetchService.response.status === 200);

  return { serviceSid, friendlyName: fetchService.data.friendly_name, codeLength: fetchService.data.code_length };
}
