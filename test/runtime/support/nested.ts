// Written by hand in the shape of generated functions that call each other, ask, retry, and send what is rare.
import { askFor, type Deferred } from "../../../templates/runtime/run/deferred.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../../../templates/runtime/twilio/index.js";
import { multipartBody } from "../../../templates/runtime/encoding/multipart.js";
import { expectCompleted, expectResult, nestedRun, settleCall } from "../../../templates/runtime/run/nested.js";
import type { paths as MessagingApi } from "./messaging.js";
import { createOne, fetchOne } from "./workflows.js";

const server = "https://api.twilio.com/2010-04-01";

/** Calls a workflow, and holds what it returns to a criterion. */
export async function callOne(to: string, options?: WorkflowOptions): Promise<string> {
  const run: WorkflowRun = openWorkflow("call-one", options);
  const sid = await createOne(to, nestedRun(run, "call"));
  expectResult(run, "call", sid !== "SM0", "$outputs.sid != 'SM0'");
  return fetchOne(sid, nestedRun(run, "call", { action: "look" }));
}

/** Goes on when the called workflow fails, to a step that makes something. */
export async function insist(
  to: string,
  options?: WorkflowOptions,
  times: { look?: number; make?: number } = {},
): Promise<string> {
  const run: WorkflowRun = openWorkflow("insist", options, { version: "1a" });
  const look = await settleCall(run, "look", fetchOne("a", nestedRun(run, "look", { timeout: times.look })));
  if (look.error === undefined) return look.outputs;
  const make = await settleCall(run, "make", createOne(to, nestedRun(run, "make", { timeout: times.make })));
  expectCompleted(make);
  return make.outputs;
}

/** Calls itself without end. */
export async function circle(options?: WorkflowOptions): Promise<never> {
  const run: WorkflowRun = openWorkflow("circle", options);
  return circle(nestedRun(run, "again"));
}

/** Asks for a recipient when its step is reached. */
export async function askAndCreate(
  to: Deferred<string, { count: number }>,
  options?: WorkflowOptions,
): Promise<string> {
  const run: WorkflowRun = openWorkflow("ask-and-create", options);
  return createOne(await askFor(run, "create", "to", to, { count: 1 }), nestedRun(run, "create"));
}

/** Tries a step again, which is polled or not. */
export async function tryAgain(options?: WorkflowOptions, polled = false): Promise<number> {
  const run: WorkflowRun = openWorkflow("try-again", options);
  const messaging = run.api<MessagingApi>(server);
  const polling = polled ? run.polling("fetch") : undefined;
  const retry = run.retry("fetch", polling);
  for (;;) {
    const fetch = await messaging.GET("/Accounts/{AccountSid}/Messages/{Sid}.json", {
      ...retry.attempt({ expect: [200, 404] }),
      params: { path: { AccountSid: "AC1", Sid: "SM1" } },
    });
    const { status } = fetch;
    if (status === 404 && (await retry.again(fetch.response, { name: "wait", limit: 2, after: 700 }))) continue;
    return status;
  }
}

/** Sends bytes, and a cookie. */
export async function upload(file: Blob, options?: WorkflowOptions): Promise<void> {
  const run: WorkflowRun = openWorkflow("upload", options);
  const files = run.api<FilesApi>(server);
  const made = await files.POST("/Files", {
    ...run.step("upload"),
    params: { cookie: { session: ["a", "b c"] } },
    headers: { "Content-Type": "multipart/form-data" },
    bodySerializer: multipartBody,
    body: { file },
  });
  if (made.status !== 204) run.fail(made);
  const plain = await files.POST("/Files", { ...run.step("plain"), params: { cookie: {} }, body: { file: "text" } });
  if (plain.status !== 204) run.fail(plain);
}

interface FilesApi {
  "/Files": {
    post: {
      parameters: { cookie: { session?: string[] } };
      requestBody: { content: { "multipart/form-data": { file: Blob | string } } };
      responses: { 204: { content?: never } };
    };
  };
}
