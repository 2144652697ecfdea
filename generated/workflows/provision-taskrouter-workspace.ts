// Written by twilio-workflows: change the documents and generate again.
import type { TaskrouterApi } from "../apis/taskrouter-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link provisionTaskrouterWorkspace} takes. */
export interface ProvisionTaskrouterWorkspaceInput {
  /** Name of the workspace, for people to read. */
  friendlyName: string;
  /** Absolute URL that Twilio posts the events of the workspace to. */
  eventCallbackUrl?: string | undefined;
  /** Name of the queue. */
  queueName: string;
  /** Which workers the queue takes, such as `skill HAS "support"`; `1==1` takes all. */
  targetWorkers: string;
  /** Name of the workflow. */
  workflowName: string;
  /**
   * Its rules, as JSON text; the SID of the queue is not known before, so that it has to name it by an expression,
   * or `assignmentCallbackUrl` decides.
   */
  workflowConfiguration: string;
  /** Absolute URL that Twilio asks what a reserved worker shall do. */
  assignmentCallbackUrl?: string | undefined;
}

/** What {@link provisionTaskrouterWorkspace} returns. */
export interface ProvisionTaskrouterWorkspaceOutput {
  workspaceSid: string;
  taskQueueSid: string;
  workflowSid: string;
}

/**
 * Make a TaskRouter workspace with a queue, and a workflow that sends every task to it.
 *
 * When a later step fails, the workspace remains with what was made in it; deleting it deletes all of that. A
 * workspace costs nothing. A name that is taken throws (20001 or 409).
 *
 * @generated from workflow provision-taskrouter-workspace (taskrouter.yml#/workflows/0)
 */
export async function provisionTaskrouterWorkspace(
  input: ProvisionTaskrouterWorkspaceInput,
  options?: WorkflowOptions,
): Promise<ProvisionTaskrouterWorkspaceOutput> {
  const run: WorkflowRun = openWorkflow("provision-taskrouter-workspace", options, { version: "50220e31" });
  run.inputs(input, {
    friendlyName: "string",
    eventCallbackUrl: "string?",
    queueName: "string",
    targetWorkers: "string",
    workflowName: "string",
    workflowConfiguration: "string",
    assignmentCallbackUrl: "string?",
  });
  const taskrouter = run.api<TaskrouterApi>("https://taskrouter.twilio.com");

  // Make the workspace.
  const makeWorkspace = await taskrouter.POST("/v1/Workspaces", {
    ...run.step("makeWorkspace"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { FriendlyName: input.friendlyName, EventCallbackUrl: input.eventCallbackUrl },
  });
  run.expect(makeWorkspace, makeWorkspace.response.status === 201);
  const workspaceSid = run.required(makeWorkspace, "sid");

  // Make the queue.
  const makeQueue = await taskrouter.POST("/v1/Workspaces/{WorkspaceSid}/TaskQueues", {
    ...run.step("makeQueue"),
    params: { path: { WorkspaceSid: workspaceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { FriendlyName: input.queueName, TargetWorkers: input.targetWorkers },
  });
  run.expect(makeQueue, makeQueue.response.status === 201);

  // Make the workflow.
  const makeWorkflow = await taskrouter.POST("/v1/Workspaces/{WorkspaceSid}/Workflows", {
    ...run.step("makeWorkflow"),
    params: { path: { WorkspaceSid: workspaceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      FriendlyName: input.workflowName,
      Configuration: input.workflowConfiguration,
      AssignmentCallbackUrl: input.assignmentCallbackUrl,
    },
  });
  run.expect(makeWorkflow, makeWorkflow.response.status === 201);

  return { workspaceSid, taskQueueSid: makeQueue.data.sid, workflowSid: makeWorkflow.data.sid };
}
