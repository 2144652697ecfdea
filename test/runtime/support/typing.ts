// Type-level tests: nothing here runs. compile.test.ts checks it with each TypeScript that we support.
import {
  isWorkflowError,
  openWorkflow,
  type WorkflowOptions,
  type WorkflowRun,
} from "../../../templates/runtime/twilio/index.js";
import type { components, paths as MessagingApi } from "./messaging.js";

type Message = components["schemas"]["message"];
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(is: Same<A, B>): void;

export async function types(options: WorkflowOptions): Promise<void> {
  const run: WorkflowRun = openWorkflow("types", options);
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const path = { AccountSid: "AC1" };

  const created = await messaging.POST("/Accounts/{AccountSid}/Messages.json", {
    ...run.step("create"),
    params: { path },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { To: "+1", From: undefined, MediaUrl: ["https://x.test"] },
  });
  // @ts-expect-error before it is asked, there may be no data
  created.data.sid;
  if (created.status !== 201) run.fail(created);
  same<typeof created.data, Message>(true);
  const sid = run.required(created, "sid");
  // @ts-expect-error no such field in the answer
  run.required(created, "sidd");
  same<typeof sid, string>(true);
  // @ts-expect-error no such field in the answer
  created.data.sidd;

  const polling = run.polling("fetch", { interval: 1_000, deadline: 60_000 });
  const fetched = await messaging.GET("/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...polling.attempt({ expect: 200 }),
    params: { path: { ...path, Sid: sid } },
  });
  same<typeof fetched.data.status, Message["status"]>(true);
  // @ts-expect-error no such status
  if (fetched.data.status === "deliverd") await polling.wait({});

  const gone = await messaging.DELETE("/Accounts/{AccountSid}/Messages/{Sid}.json", {
    ...run.step("delete", { expect: [204], timeout: 1_000 }),
    params: { path: { ...path, Sid: sid } },
  });
  same<typeof gone.data, undefined>(true);
}

export async function mistakes(run: WorkflowRun, input: { to: string; body?: string | undefined }): Promise<void> {
  // @ts-expect-error an input is missing
  run.inputs(input, { to: "string" });
  // @ts-expect-error an input that there is not
  run.inputs(input, { to: "string", text: "string?" });
  const messaging = run.api<MessagingApi>("https://api.twilio.com/2010-04-01");
  const list = "/Accounts/{AccountSid}/Messages.json";
  const path = { path: { AccountSid: "AC1" } };
  // @ts-expect-error a success that is not documented
  await messaging.GET(list, { ...run.step("a", { expect: 299 }), params: path });
  // @ts-expect-error one of several that is not
  await messaging.GET(list, { ...run.step("a", { expect: [200, 299] }), params: path });
  const listed = await messaging.GET(list, { ...run.step("a", { expect: [200, 404] }), params: path });
  // @ts-expect-error a status that is not expected
  if (listed.status === 403) return;
  // @ts-expect-error there are no data with a 404
  listed.data.messages;
  if (listed.status === 404) return;
  listed.data.messages;
  const failed = await messaging.GET(list, { ...run.step("a", { expect: [200, "failure"] }), params: path });
  if (!failed.ok) run.fail(failed);
  failed.data.messages;
  const any = await messaging.GET(list, { ...run.step("a", { expect: "2xx" }), params: path });
  // @ts-expect-error no such field in the answer
  any.data.sidd;
  const one = "/Accounts/{AccountSid}/Messages/{Sid}.json";
  const init = { ...run.step("a"), params: { path: { AccountSid: "AC1", Sid: "SM1" } } };
  // @ts-expect-error a field that is not in the document
  await messaging.POST(list, { ...init, body: { To: "", Boddy: "" } });
  // @ts-expect-error the same where all fields are optional
  await messaging.PATCH(one, { ...init, body: { tagz: [] } });
  // @ts-expect-error a field of another type
  await messaging.POST(list, { ...init, body: { To: 1 } });
  // @ts-expect-error a required field that is missing
  await messaging.POST(list, { ...init, body: { From: "" } });
  // @ts-expect-error a path parameter that is misspelt
  await messaging.GET(list, { ...init, params: { path: { AcountSid: "" } } });
  // @ts-expect-error a path parameter that may be undefined
  await messaging.GET(list, { ...init, params: { path: { AccountSid: undefined } } });
  // @ts-expect-error a path parameter too many
  await messaging.GET(list, { ...init, params: { path: { AccountSid: "", Sid: "" } } });
  // @ts-expect-error no parameters
  await messaging.GET(list, { ...run.step("a") });
  // @ts-expect-error a query parameter that is misspelt
  await messaging.GET(list, { ...init, params: { ...init.params, query: { Too: "" } } });
  // @ts-expect-error no step
  await messaging.GET(list, { params: init.params });
  // @ts-expect-error a path that is not in the document
  await messaging.GET("/Accounts/{AccountSid}/Message.json", init);
  // @ts-expect-error a method that the path does not have
  await messaging.PUT(list, init);
}

export function errors(error: unknown): number | string | undefined {
  if (!isWorkflowError(error)) return undefined;
  // @ts-expect-error only some errors have a status
  error.status;
  switch (error.code) {
    case "step-failed":
      return error.status ?? error.outcome;
    case "poll-deadline":
      return error.deadline;
    case "missing-output":
      return error.expression;
    case "invalid-answer":
      return error.status;
    default:
      return error.stepId;
  }
}
