import { describe, expect, test } from "vitest";
import { createFlowAndExecute, StepFailedError } from "../../generated/index.js";
import { sentTo, wired } from "../support/local-twilio.js";

const definition = JSON.stringify({ description: "Hi & bye", initial_state: "Trigger", states: [], flags: {} });
const input = {
  friendlyName: "Welcome",
  status: "published",
  definition,
  to: "+15558675310",
  from: "+15017122661",
} as const;

describe("createFlowAndExecute", () => {
  test("makes the flow, starts it and reads the execution", async () => {
    const { twilio, options } = await wired();
    const result = await createFlowAndExecute(input, options);

    expect(result).toEqual({
      flowSid: expect.stringMatching(/^FW\w{32}$/),
      executionSid: expect.stringMatching(/^FN\w{32}$/),
      status: "active",
    });
    const { accountSid, authToken } = twilio.credentials;
    const as = `Basic ${accountSid}:${authToken}`;
    const type = "application/x-www-form-urlencoded";
    const flows = "studio.twilio.com/v2/Flows";
    const executions = `${flows}/${result.flowSid}/Executions`;
    expect(sentTo(twilio)).toEqual([
      {
        call: `POST ${flows}`,
        as,
        type,
        form: ["FriendlyName: Welcome", "Status: published", `Definition: ${definition}`],
      },
      { call: `POST ${executions}`, as, type, form: ["To: +15558675310", "From: +15017122661"] },
      { call: `GET ${executions}/${result.executionSid}`, as, type: undefined, form: [] },
    ]);
  });

  test("fails where the definition is none", async () => {
    const { twilio, options } = await wired();
    const failed = createFlowAndExecute({ ...input, definition: "no JSON" }, options);
    const error = await failed.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StepFailedError);
    expect(error).toMatchObject({ stepId: "createFlow", status: 400 });
    expect(twilio.requests).toHaveLength(1);
  });
});
