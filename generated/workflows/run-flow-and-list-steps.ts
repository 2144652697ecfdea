// Written by twilio-workflows: change the documents and generate again.
import type { StudioV2Api, StudioV2FlowExecutionExecutionStep } from "../apis/studio-v2-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link runFlowAndListSteps} takes. */
export interface RunFlowAndListStepsInput {
  /** SID of the flow, `FW` and 32 hexadecimal digits; it has to be published. */
  flowSid: string;
  /** Phone number of the contact, in E.164 format. */
  to: string;
  /** Twilio number, in E.164 format, that the flow calls or writes from. */
  from: string;
  /** Data for the flow, as JSON text; widgets read it as `{{flow.data.…}}`. */
  parameters?: string | undefined;
}

/** What {@link runFlowAndListSteps} returns; `outcome` says how it ended. */
export type RunFlowAndListStepsOutput =
  | {
      outcome: "ended";
      executionSid: string;
      steps?: StudioV2FlowExecutionExecutionStep[] | undefined;
    }
  | {
      outcome: "stillActive";
      executionSid: string;
      stepsSoFar?: StudioV2FlowExecutionExecutionStep[] | undefined;
    };

/**
 * Run a Studio flow for a contact, wait until it has ended, and list the steps that it took.
 *
 * Ends as `ended` when the flow is over, and as `stillActive` after ten minutes, with the steps so far: the
 * execution goes on. Studio allows one execution a contact and flow at a time (409, error 20409 throws; nothing
 * is started). Each execution is charged, and so is what its widgets send and call.
 *
 * @generated from workflow run-flow-and-list-steps (studio.yml#/workflows/0)
 */
export async function runFlowAndListSteps(
  input: RunFlowAndListStepsInput,
  options?: WorkflowOptions,
): Promise<RunFlowAndListStepsOutput> {
  const run: WorkflowRun = openWorkflow("run-flow-and-list-steps", options, { version: "57e662e3" });
  run.inputs(input, { flowSid: "path", to: "string", from: "string", parameters: "string?" });
  const studioV2 = run.api<StudioV2Api>("https://studio.twilio.com");

  // Start the execution.
  const runFlow = await studioV2.POST("/v2/Flows/{FlowSid}/Executions", {
    ...run.step("runFlow"),
    params: { path: { FlowSid: input.flowSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, From: input.from, Parameters: input.parameters },
  });
  run.expect(runFlow, runFlow.response.status === 201);
  const executionSid = run.required(runFlow, "sid");
  beforeListStepsSoFar: {
    // Read the execution until it has ended. One that was just made may not be visible yet.
    const retry = run.retry("waitForEnd");
    for (;;) {
      const waitForEnd = await studioV2.GET("/v2/Flows/{FlowSid}/Executions/{Sid}", {
        ...run.step("waitForEnd"),
        params: { path: { FlowSid: input.flowSid, Sid: executionSid } },
      });
      if (waitForEnd.response.status !== 200 || !sameText(waitForEnd.data?.status, "ended")) {
        if (
          (waitForEnd.response.status === 200 || waitForEnd.response.status === 404) &&
          (await retry.again(waitForEnd.response, { name: "notYet", limit: 120, after: 5_000 }))
        ) {
          continue;
        }
        if (waitForEnd.response.status === 200) break beforeListStepsSoFar;
      }
      run.expect(waitForEnd, waitForEnd.response.status === 200);
      run.expect(waitForEnd, sameText(waitForEnd.data.status, "ended"), '$response.body#/status == "ended"');
      break;
    }

    // List the steps that it took.
    const listSteps = await studioV2.GET("/v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Steps", {
      ...run.step("listSteps"),
      params: {
        path: { FlowSid: input.flowSid, ExecutionSid: run.present(executionSid, "runFlow", "$response.body#/sid") },
      },
    });
    run.expect(listSteps, listSteps.response.status === 200);

    return { outcome: "ended", executionSid, steps: listSteps.data.steps };
  }

  // List the steps that it took so far.
  const listStepsSoFar = await studioV2.GET("/v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Steps", {
    ...run.step("listStepsSoFar"),
    params: {
      path: { FlowSid: input.flowSid, ExecutionSid: run.present(executionSid, "runFlow", "$response.body#/sid") },
    },
  });
  run.expect(listStepsSoFar, listStepsSoFar.response.status === 200);

  return { outcome: "stillActive", executionSid, stepsSoFar: listStepsSoFar.data.steps };
}
