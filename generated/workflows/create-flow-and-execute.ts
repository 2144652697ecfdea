// Written by twilio-workflows: change the documents and generate again.
import type { ExecutionStatus, StudioApi } from "../apis/studio-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link createFlowAndExecute} takes. */
export interface CreateFlowAndExecuteInput {
  /** Name of the flow, for people to read. */
  friendlyName: string;
  /** `published` makes the flow live at once; `draft` only saves it. */
  status: "draft" | "published";
  /** The flow definition as JSON text (`JSON.stringify` of the object that Studio exports). */
  definition: string;
  /**
   * Phone number of the contact to run the flow for, in E.164 format. The flow reads it as
   * `{{contact.channel.address}}`.
   */
  to: string;
  /**
   * Twilio phone number, in E.164 format, from which the flow calls or writes; for text messages a messaging
   * service SID (`MG…`) will do too. The flow reads it as `{{flow.channel.address}}`.
   */
  from: string;
}

/** What {@link createFlowAndExecute} returns. */
export interface CreateFlowAndExecuteOutput {
  /** SID of the flow. Starts with `FW`. */
  flowSid: string;
  /** SID of the execution. Starts with `FN`. */
  executionSid: string;
  /** Whether the execution still runs. */
  status: ExecutionStatus;
}

/**
 * Make a Studio flow, start an execution of it, and read the execution.
 *
 * The flow remains when the execution cannot be started, so running all of it again makes a second flow with the
 * same name. What Studio has just made becomes visible with a short delay, so a call that names it directly
 * afterwards can be answered with 404.
 *
 * @generated from workflow create-flow-and-execute (twilio-studio-create-flow-and-execute-workflow.yml#/workflows/0)
 */
export async function createFlowAndExecute(
  input: CreateFlowAndExecuteInput,
  options?: WorkflowOptions,
): Promise<CreateFlowAndExecuteOutput> {
  const run: WorkflowRun = openWorkflow("create-flow-and-execute", options, { version: "033c60f4" });
  run.inputs(input, { friendlyName: "string", status: "string", definition: "string", to: "string", from: "string" });
  const studio = run.api<StudioApi>("https://studio.twilio.com");

  // Create the flow; Twilio checks the definition and reports whether it is valid.
  const createFlow = await studio.POST("/v2/Flows", {
    ...run.step("createFlow"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { FriendlyName: input.friendlyName, Status: input.status, Definition: input.definition },
  });
  run.expect(createFlow, createFlow.response.status === 201);
  const flowSid = run.required(createFlow, "sid");

  // Start an execution of the flow for the given phone number.
  const triggerExecution = await studio.POST("/v2/Flows/{FlowSid}/Executions", {
    ...run.step("triggerExecution"),
    params: { path: { FlowSid: flowSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: input.to, From: input.from },
  });
  run.expect(triggerExecution, triggerExecution.response.status === 201);
  const executionSid = run.required(triggerExecution, "sid");

  let status: ExecutionStatus;

  // Read the execution once: `active` while it runs, `ended` when it is over.
  const retry = run.retry("fetchExecution");
  for (;;) {
    const fetchExecution = await studio.GET("/v2/Flows/{FlowSid}/Executions/{Sid}", {
      ...run.step("fetchExecution"),
      params: { path: { FlowSid: flowSid, Sid: executionSid } },
    });
    if (
      fetchExecution.response.status === 404 &&
      (await retry.again(fetchExecution.response, { name: "notYetVisible", limit: 5, after: 1_000 }))
    ) {
      continue;
    }
    run.expect(fetchExecution, fetchExecution.response.status === 200);
    status = fetchExecution.data.status;
    break;
  }

  return { flowSid, executionSid, status };
}
