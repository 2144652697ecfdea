// Written by twilio-workflows: change the documents and generate again.
import type { TaskrouterApi } from "../apis/taskrouter-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link addAvailableWorker} takes. */
export interface AddAvailableWorkerInput {
  /** SID of the workspace, `WS` and 32 hexadecimal digits. */
  workspaceSid: string;
  /** Name of the worker, unique in the workspace. */
  friendlyName: string;
  /** What queues choose workers by, as JSON text. */
  attributes?: string | undefined;
}

/** What {@link addAvailableWorker} returns; `outcome` says how it ended. */
export type AddAvailableWorkerOutput =
  | {
      outcome: "noActivity";
      activitySid?: string | undefined;
    }
  | {
      outcome: "added";
      activitySid?: string | undefined;
      workerSid: string;
    };

/**
 * Add a worker to a TaskRouter workspace, ready for tasks.
 *
 * Ends as `added`, and as `noActivity` when the workspace has no activity in which workers are available;
 * nothing is made then. A worker is charged by its active hours. A name that is taken throws (20001 or 409).
 *
 * @generated from workflow add-available-worker (taskrouter.yml#/workflows/1)
 */
export async function addAvailableWorker(
  input: AddAvailableWorkerInput,
  options?: WorkflowOptions,
): Promise<AddAvailableWorkerOutput> {
  const run: WorkflowRun = openWorkflow("add-available-worker", options, { version: "716be46e" });
  run.inputs(input, { workspaceSid: "path", friendlyName: "string", attributes: "string?" });
  const taskrouter = run.api<TaskrouterApi>("https://taskrouter.twilio.com");

  // Find an activity in which workers are available.
  const findActivity = await taskrouter.GET("/v1/Workspaces/{WorkspaceSid}/Activities", {
    ...run.step("findActivity"),
    params: { path: { WorkspaceSid: input.workspaceSid }, query: { Available: "true", PageSize: 1 } },
  });
  run.expect(findActivity, findActivity.response.status === 200);
  const activitySid = findActivity.data.activities?.[0]?.sid;
  if (findActivity.data.activities?.length === 0) return { outcome: "noActivity", activitySid };

  // Add the worker, in that activity.
  const addWorker = await taskrouter.POST("/v1/Workspaces/{WorkspaceSid}/Workers", {
    ...run.step("addWorker"),
    params: { path: { WorkspaceSid: input.workspaceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { FriendlyName: input.friendlyName, ActivitySid: activitySid, Attributes: input.attributes },
  });
  run.expect(addWorker, addWorker.response.status === 201);

  return { outcome: "added", activitySid, workerSid: addWorker.data.sid };
}
