import { beforeEach, expect, test, vi } from "vitest";
import {
  type Call,
  createClient,
  createTwilio,
  type DryRequest,
  isWorkflowError,
  sendMessageTrackStatus,
  type Security,
} from "../../generated/index.js";

const input = { to: "+15558675310", from: "+15017122661", body: "Hello" };
const account = `AC${"0".repeat(32)}`;

let asked: DryRequest[];

beforeEach(() => {
  asked = [];
  for (const name of Object.keys(process.env)) if (name.startsWith("TWILIO_")) vi.stubEnv(name, undefined);
});

/** Answers in this order, and notes down what is asked. */
function answering(...answers: readonly Response[]): (request: DryRequest) => Response {
  return (request) => {
    asked.push(request);
    return answers[asked.length - 1] ?? new Response(null, { status: 500 });
  };
}

const made = (): Response => Response.json({ sid: "SM1", status: "queued" }, { status: 201 });
const read = (status: string): Response => Response.json({ sid: "SM1", status, error_code: null });

test("nothing is sent, no credentials are needed, and nothing is waited for", async () => {
  const unused = (): never => {
    throw new Error("this is not to be called");
  };
  const result = await sendMessageTrackStatus(input, {
    dryRun: answering(made(), read("sending"), read("delivered")),
    fetch: unused,
    runner: { request: unused, sleep: unused },
    onCheckpoint: unused,
  });

  expect(result).toEqual({ outcome: "delivered", messageSid: "SM1", finalStatus: "delivered", errorCode: null });
  expect(asked.map(({ stepId, method, url }) => `${stepId} ${method} ${url}`)).toEqual([
    `sendMessage POST https://api.twilio.com/2010-04-01/Accounts/${account}/Messages.json`,
    `checkStatus GET https://api.twilio.com/2010-04-01/Accounts/${account}/Messages/SM1.json`,
    `checkStatus GET https://api.twilio.com/2010-04-01/Accounts/${account}/Messages/SM1.json`,
  ]);
  expect(asked[0]).toMatchObject({
    workflowId: "send-message-track-status",
    headers: { authorization: "***", "content-type": "application/x-www-form-urlencoded" },
    body: "To=%2B15558675310&From=%2B15017122661&Body=Hello",
  });
});

test("what the client adds is shown, and of credentials that are given nothing but the account", async () => {
  const credentials = { accountSid: `AC${"1".repeat(32)}`, authToken: "hush-hush-hush" };
  const client = createTwilio({ credentials, region: "au1", dryRun: answering(made(), read("read")) });
  await sendMessageTrackStatus(input, { client: client.with({ headers: { "X-Team": "orders", "X-Token": "hush" } }) });

  expect(client.isDry).toBe(true);
  expect(asked[0]?.url).toBe(`https://api.au1.twilio.com/2010-04-01/Accounts/${credentials.accountSid}/Messages.json`);
  expect(asked[0]?.headers).toMatchObject({ "x-team": "orders", "x-token": "***", authorization: "***" });
  expect(JSON.stringify(asked)).not.toContain("hush");
});

test("an error has the checkpoint that the run began with", async () => {
  const refused = Response.json({ code: 20404, message: "There is none" }, { status: 404 });
  const run = sendMessageTrackStatus(input, { dryRun: answering(made(), refused) });

  const error: unknown = await run.catch((thrown: unknown) => thrown);
  if (!isWorkflowError(error)) throw error;
  expect(error).toMatchObject({ code: "step-failed", stepId: "checkStatus", status: 404 });
  expect(error.checkpoint.answers).toEqual({});
});

test("a poll comes to its deadline in no time", async () => {
  const dryRun = (request: DryRequest): Response =>
    answering()(request) && (asked.length === 1 ? made() : read("queued"));

  await expect(sendMessageTrackStatus(input, { dryRun })).rejects.toMatchObject({ code: "poll-deadline" });
});

const schemes = {
  bearer: { type: "bearer" },
  header: { type: "apiKey", in: "header", name: "X-App" },
  query: { type: "apiKey", in: "query", name: "app" },
  cookie: { type: "apiKey", in: "cookie", name: "app" },
} as const;

test.each<{ security: Security; url?: string; given?: Record<string, string>; want: Partial<DryRequest> }>([
  { security: [{ bearer: schemes.bearer }], want: { headers: { authorization: "***" } } },
  {
    security: [{ bearer: schemes.bearer }],
    given: { authorization: "Bearer own" },
    want: { headers: { authorization: "***" } },
  },
  { security: [{ key: schemes.header }, { bearer: schemes.bearer }], want: { headers: { "x-app": "***" } } },
  { security: [{ key: schemes.header }], given: { "x-app": "own" }, want: { headers: { "x-app": "***" } } },
  { security: [{ key: schemes.cookie }], want: { headers: { cookie: "***" } } },
  { security: [{ key: schemes.query }], want: { url: "https://orders.example.com/v1?app=***", headers: {} } },
  {
    security: [{ key: schemes.query }],
    url: "https://orders.example.com/v1?limit=5&app=own",
    want: { url: "https://orders.example.com/v1?limit=5&app=***&app=***", headers: {} },
  },
  { security: [], want: { url: "https://orders.example.com/v1", headers: {} } },
])(
  "requests to other APIs are signed with what stands in for secrets: $security",
  async ({ security, url, given, want }) => {
    const call: Call = {
      id: "read",
      workflowId: "order",
      stepId: "read",
      version: "00000000",
      method: "GET",
      url: url ?? "https://orders.example.com/v1",
      headers: given ?? {},
      source: "orders",
      security,
      effect: "safe",
    };
    const client = createClient({ dryRun: answering(Response.json({})), credentials: { orders: { bearer: "hush" } } });
    const answer = await client.send(call);

    expect(answer.status).toBe(200);
    const { "user-agent": _agent, accept: _accept, ...headers } = asked[0]?.headers ?? {};
    expect({ ...asked[0], headers }).toMatchObject(want);
    expect(headers).toEqual(want.headers);
  },
);

test("a refusal of credentials is an answer like any other", async () => {
  const dryRun = answering(new Response(null, { status: 401 }));

  await expect(sendMessageTrackStatus(input, { dryRun })).rejects.toMatchObject({ status: 401 });
  expect(asked.length).toBe(1);
});
