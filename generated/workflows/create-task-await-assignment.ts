// Written by twilio-workflows: change the documents and generate again.
import type { TaskEnumStatus, TaskrouterApi } from "../apis/taskrouter-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link createTaskAwaitAssignment} takes. */
export interface CreateTaskAwaitAssignmentInput {
  /** SID of the workspace, `WS` and 32 hexadecimal digits. */
  workspaceSid: string;
  /** SID of the workflow, `WW` and 32 hexadecimal digits. The only one of the workspace without it. */
  workflowSid?: string | undefined;
  /** What the workflow decides by, as JSON text. */
  attributes?: string | undefined;
  /** Higher goes first. 0 without it. */
  priority?: number | undefined;
  /** Seconds until the task is canceled. A day without it. */
  timeout?: number | undefined;
}

/** What {@link createTaskAwaitAssignment} returns; `outcome` says how it ended. */
export type CreateTaskAwaitAssignmentOutput =
  | {
      outcome: "assigned";
      taskSid: string;
      assignmentStatus?: TaskEnumStatus | undefined;
      reason?: string | null | undefined;
      queue?: string | null | undefined;
    }
  | {
      outcome: "canceled";
      taskSid: string;
      assignmentStatus?: TaskEnumStatus | undefined;
      reason?: string | null | undefined;
      queue?: string | null | undefined;
    };

/**
 * Give a task to TaskRouter, and wait until a worker has accepted it.
 *
 * Ends as `assigned` (also when it is being wrapped up or completed by then), and as `canceled` when it timed
 * out in every queue, or somebody canceled it. At the deadline the task waits on: cancel it if nobody needs it
 * any more. Each task is charged when a worker accepts it.
 *
 * @generated from workflow create-task-await-assignment (taskrouter.yml#/workflows/2)
 */
export async function createTaskAwaitAssignment(
  input: CreateTaskAwaitAssignmentInput,
  options?: WorkflowOptions,
): Promise<CreateTaskAwaitAssignmentOutput> {
  const run: WorkflowRun = openWorkflow("create-task-await-assignment", options, { version: "713fc1be" });
  run.inputs(input, {
    workspaceSid: "path",
    workflowSid: "string?",
    attributes: "string?",
    priority: "number?",
    timeout: "number?",
  });
  const taskrouter = run.api<TaskrouterApi>("https://taskrouter.twilio.com");

  // Make the task.
  const createTask = await taskrouter.POST("/v1/Workspaces/{WorkspaceSid}/Tasks", {
    ...run.step("createTask"),
    params: { path: { WorkspaceSid: input.workspaceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      WorkflowSid: input.workflowSid,
      Attributes: input.attributes,
      Priority: input.priority,
      Timeout: input.timeout,
    },
  });
  run.expect(createTask, createTask.response.status === 201);
  const taskSid = run.required(createTask, "sid");

  // Read the task until a worker has it, or nobody will.
  const polling = run.polling("trackTask", { interval: 2_000, factor: 1.3, maxInterval: 15_000, deadline: 3_600_000 });
  for (;;) {
    const trackTask = await taskrouter.GET("/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}", {
      ...polling.attempt(),
      params: { path: { WorkspaceSid: input.workspaceSid, Sid: taskSid } },
    });
    run.expect(trackTask, trackTask.response.status === 200);
    const { assignment_status: assignmentStatus, reason, task_queue_friendly_name: queue } = trackTask.data;
    if (
      sameText(assignmentStatus, "assigned") ||
      sameText(assignmentStatus, "wrapping") ||
      sameText(assignmentStatus, "completed")
    ) {
      return { outcome: "assigned", taskSid, assignmentStatus, reason, queue };
    }
    if (sameText(assignmentStatus, "canceled")) {
      return { outcome: "canceled", taskSid, assignmentStatus, reason, queue };
    }
    await polling.wait({ taskSid, assignmentStatus, reason, queue });
  }
}
