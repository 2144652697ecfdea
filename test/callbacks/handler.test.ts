import { parse } from "node:querystring";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  createCallbackHandler,
  createHandler,
  isWorthReading,
  type NodeRequest,
  type TwilioEvent,
  twilioEventOf,
  twilioSignature,
} from "../../templates/callbacks/index.js";
import { type Answered, type Sent, toHandler, toListener } from "./serving.js";

const authToken = "the-auth-token";
const host = "app.example.com";
const delivered = "MessageSid=SM1&MessageStatus=delivered";

/** A form with its signature. */
async function signed(body: string, { path = "/", ...more }: Sent = {}): Promise<Sent> {
  const signature = await twilioSignature(authToken, `http://${host}${path}`, body);
  const form = { host, "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature };
  return { path, body, ...more, headers: { ...form, ...more.headers } };
}

describe("an event is what its fields say:", () => {
  test.each<[given: string, want: object, worthReading: boolean]>([
    [
      "MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30003&To=%2B1&From=%2B2&AccountSid=AC1&Brand=new",
      {
        type: "message-status",
        sid: "SM1",
        status: "undelivered",
        errorCode: 30003,
        to: "+1",
        from: "+2",
        accountSid: "AC1",
      },
      true,
    ],
    ["MessageSid=SM1&MessageStatus=sent&ErrorCode=", { type: "message-status", sid: "SM1", status: "sent" }, false],
    ["MessageSid=SM1&MessageStatus=teleported", { type: "message-status", sid: "SM1", status: "teleported" }, true],
    [
      "CallSid=CA1&CallStatus=completed&CallDuration=12&SequenceNumber=3&Direction=outbound-api&AnsweredBy=human",
      {
        type: "call-status",
        sid: "CA1",
        status: "completed",
        duration: 12,
        sequenceNumber: 3,
        direction: "outbound-api",
        answeredBy: "human",
      },
      true,
    ],
    ["CallSid=CA1&CallStatus=ringing", { type: "call-status", sid: "CA1", status: "ringing" }, false],
    [
      "CallSid=CA1&RecordingSid=RE1&RecordingStatus=completed&RecordingDuration=7&RecordingUrl=https%3A%2F%2Fx%2FRE1&CallStatus=completed",
      { type: "recording-status", sid: "RE1", callSid: "CA1", status: "completed", duration: 7, url: "https://x/RE1" },
      true,
    ],
    [
      "RecordingSid=RE1&RecordingStatus=in-progress",
      { type: "recording-status", sid: "RE1", status: "in-progress" },
      false,
    ],
    [
      "ConferenceSid=CF1&StatusCallbackEvent=participant-join&CallSid=CA1&FriendlyName=Room&SequenceNumber=1",
      {
        type: "conference",
        sid: "CF1",
        event: "participant-join",
        callSid: "CA1",
        friendlyName: "Room",
        sequenceNumber: 1,
      },
      true,
    ],
    [
      "ConversationSid=CH1&EventType=onMessageAdded&MessageSid=IM1&Author=ada&Body=Hi",
      { type: "conversation", sid: "CH1", event: "onMessageAdded", messageSid: "IM1", author: "ada", body: "Hi" },
      true,
    ],
    [
      "type=challenge.approved&challenge_sid=YC1&factor_sid=YF1&service_sid=VA1&entity_identity=ff48&account_sid=AC1&status=approved",
      {
        type: "verification",
        sid: "YC1",
        event: "challenge.approved",
        challengeSid: "YC1",
        factorSid: "YF1",
        serviceSid: "VA1",
        identity: "ff48",
        accountSid: "AC1",
        status: "approved",
      },
      true,
    ],
    [
      "type=factor.verified&factor_sid=YF1",
      { type: "verification", sid: "YF1", event: "factor.verified", factorSid: "YF1" },
      true,
    ],
    ["Digits=1&ErrorCode=none", { type: "other", sid: "" }, false],
  ])("%s", async (given, want, worthReading) => {
    const events: TwilioEvent[] = [];
    const handler = createCallbackHandler({ authToken, onEvent: (event) => void events.push(event) });

    expect(await toListener(handler, await signed(given))).toEqual({ status: 204, text: "" });
    expect(events).toEqual([{ ...want, fields: { ...parse(given) } }]);
    expect(events.map(isWorthReading)).toEqual([worthReading]);
  });

  test("of JSON", () => {
    const fields = { type: "factor.created", factor_sid: "YF1", nested: { kept: true } };
    expect(twilioEventOf(fields)).toMatchObject({ type: "verification", sid: "YF1", fields });
  });

  test("not by what objects inherit", () => {
    expect(twilioEventOf(Object.create({ MessageSid: "SM1", MessageStatus: "sent" }))).toMatchObject({ type: "other" });
  });
});

describe("who waits is woken", () => {
  async function wokenBy(
    body: string,
    options: Partial<Parameters<typeof createCallbackHandler>[0]> = {},
    path = "/",
  ): Promise<readonly (string | undefined)[][]> {
    const woken: (string | undefined)[][] = [];
    const wake = (...how: [string, string | undefined]): void => void woken.push(how);
    const handler = createCallbackHandler({ authToken, wake, ...options });
    expect(await toHandler(handler, await signed(body, { path }))).toMatchObject({ status: 204 });
    return woken;
  }

  test("by what ends something", async () => {
    expect(await wokenBy(delivered)).toEqual([["message-status SM1", undefined]]);
  });

  test("not by what is under way", async () => {
    expect(await wokenBy("MessageSid=SM1&MessageStatus=sent")).toEqual([]);
  });

  test("by what the app says", async () => {
    const wakesBy = (event: TwilioEvent): boolean => event.type === "message-status" && event.status === "sent";
    expect(await wokenBy("MessageSid=SM1&MessageStatus=sent", { wakesBy })).toEqual([
      ["message-status SM1", undefined],
    ]);
  });

  test("with the run that the URL names", async () => {
    expect(await wokenBy(delivered, {}, "/?run=order%2017")).toEqual([["message-status SM1", "order 17"]]);
  });

  test("and of a forged callback, nobody hears", async () => {
    const told: unknown[] = [];
    const tell = (what: unknown): void => void told.push(what);
    const handler = createCallbackHandler({ authToken, wake: tell, onEvent: tell });
    const forged = await signed(delivered);
    const answer = await toHandler(handler, { ...forged, body: `${delivered}&To=1` });
    expect(answer).toEqual({ status: 403, text: "this callback is not signed by whom it should be" });
    expect(told).toEqual([]);
  });
});

describe("what is no callback is refused:", () => {
  const large = `Body=${"x".repeat(70_000)}`;

  test.each<[name: string, sent: () => Promise<Sent>, want: Answered]>([
    [
      "a method that is not used",
      () => signed(delivered, { method: "PUT" }),
      { status: 405, text: "callbacks are sent by POST or GET" },
    ],
    ["a body that says it is large", () => signed(large), { status: 413, text: "this callback is too large" }],
    [
      "a body that turns out to be large",
      () => signed(large, { headers: { "transfer-encoding": "chunked" } }),
      { status: 413, text: "this callback is too large" },
    ],
    [
      "a body of another kind",
      () => signed(delivered, { headers: { "content-type": "text/plain" } }),
      { status: 415, text: "a callback is a form or JSON" },
    ],
  ])("%s", async (_name, sent, want) => {
    const handler = createCallbackHandler({ authToken });
    expect(await toListener(handler, await sent())).toEqual(want);
    expect(await toHandler(handler, await sent())).toEqual(want);
  });

  test.each(["[1]", "null", "no JSON", '"text"'])("%s as JSON", async (body) => {
    const handler = createHandler({ verify: () => true, read: (fields) => fields, onEvent: () => undefined });
    const sent = { body, headers: { host, "content-type": "application/json; charset=utf-8" } };
    expect(await toHandler(handler, sent)).toEqual({ status: 400, text: "this callback cannot be read" });
  });

  test("what the app cannot read", async () => {
    const read = (): never => {
      throw new Error("no order");
    };
    const handler = createHandler({ verify: () => true, read, onEvent: () => undefined });
    expect(await toHandler(handler, { method: "GET", headers: { host } })).toMatchObject({ status: 400 });
  });
});

test("what the app throws is told to the app, and answered by a 500", async () => {
  const errors: unknown[] = [];
  const failing = new Error("no database");
  const onEvent = (): Promise<never> => Promise.reject(failing);
  const handler = createCallbackHandler({ authToken, onEvent, onError: (error) => void errors.push(error) });
  const want = { status: 500, text: "this callback could not be taken" };

  expect(await toListener(handler, await signed(delivered))).toEqual(want);
  expect(await toHandler(handler, await signed(delivered))).toEqual(want);
  expect(errors).toEqual([failing, failing]);
});

describe("where the body was read before, a listener takes", () => {
  /** As a parser of bodies does. */
  function parsed(change: (text: string) => Partial<NodeRequest>): (request: NodeRequest) => Promise<NodeRequest> {
    return async (request) => {
      let text = "";
      for await (const chunk of request) text += String(chunk);
      return Object.assign(request, change(text));
    };
  }

  test.each<[name: string, change: (text: string) => Partial<NodeRequest>, body: string, want: number]>([
    ["its text", (rawBody) => ({ rawBody }), delivered, 204],
    ["its bytes", (text) => ({ rawBody: Buffer.from(text), body: {} }), delivered, 204],
    ["the fields of a form", (text) => ({ body: { ...parse(text) } }), `${delivered}&A=2&A=1`, 204],
    ["nothing that is lost", () => ({}), delivered, 500],
    ["no fields that are no texts", () => ({ body: { MessageSid: 1 } }), delivered, 500],
  ])("%s", async (_name, change, body, want) => {
    const errors: unknown[] = [];
    const handler = createCallbackHandler({ authToken, onError: (error) => void errors.push(String(error)) });
    expect(await toListener(handler, await signed(body), parsed(change))).toMatchObject({ status: want });
    expect(errors).toEqual(
      want === 204
        ? []
        : ["TypeError: the body was read before: handle callbacks before bodies are parsed, or keep it as `rawBody`"],
    );
  });
});

describe("a listener finds where a request was sent:", () => {
  const heard: string[] = [];
  const handler = createHandler({
    verify: ({ url }) => heard.push(url) > 0,
    read: () => undefined,
    onEvent: () => undefined,
  });

  test.each<[name: string, change: (request: NodeRequest) => object, headers: Record<string, string>, want: string]>([
    ["with TLS", () => ({ socket: { encrypted: true } }), {}, `https://${host}/a?b`],
    ["below a router", () => ({ originalUrl: "/below/a?b" }), {}, `http://${host}/below/a?b`],
    ["without a host", (request) => ({ headers: { ...request.headers, host: undefined } }), {}, "http:///a?b"],
    [
      "with a header that is there twice",
      (request) => ({ headers: { ...request.headers, host: [host] } }),
      {},
      `http://${host}/a?b`,
    ],
    ["nowhere", () => ({ method: undefined, url: undefined }), {}, ""],
  ])("%s", async (_name, change, headers, want) => {
    heard.length = 0;
    const sent = { method: "GET", path: "/a?b", headers: { host, ...headers } };
    await toListener(handler, sent, (request) => ({
      ...change(request),
      ...pick(request, change(request)),
      [Symbol.asyncIterator]: () => request[Symbol.asyncIterator](),
    }));
    expect(heard).toEqual(want === "" ? [] : [want]);
  });

  function pick({ method, url, headers, socket }: NodeRequest, changed: object): NodeRequest {
    const own = { method, url, headers, socket, ...changed };
    return { ...own, async *[Symbol.asyncIterator]() {} };
  }
});

describe("a proxy that is trusted says where a request was sent:", () => {
  test.each<[headers: Record<string, string>, want: string]>([
    [{ "x-forwarded-proto": "https" }, `https://${host}/a?b`],
    [{ "x-forwarded-proto": "https, http", "x-forwarded-host": "one.example, two.example" }, "https://one.example/a?b"],
    [{ "x-forwarded-port": "8443" }, `http://${host}:8443/a?b`],
    [{ "x-forwarded-host": "one.example:9", "x-forwarded-port": "8443" }, "http://one.example:9/a?b"],
    [{ "x-forwarded-host": "" }, `http://${host}/a?b`],
    [{}, `http://${host}/a?b`],
  ])("%j", async (headers, want) => {
    const heard: string[] = [];
    const verify = ({ url }: { url: string }): boolean => heard.push(url) > 0;
    const handler = createHandler({ verify, read: () => 0, onEvent: () => 0, trustProxy: true });
    await toHandler(handler, { method: "GET", path: "/a?b", headers: { host, ...headers } });
    expect(heard).toEqual([want]);
  });
});

test.each([
  ["/a?b", "https://public.example/hooks?b"],
  ["/a", "https://public.example/hooks"],
])("under a URL of the app's own, %s is %s", async (path, want) => {
  const heard: string[] = [];
  const verify = ({ url }: { url: string }): boolean => heard.push(url) > 0;
  const handler = createHandler({ verify, read: () => 0, onEvent: () => 0, url: "https://public.example/hooks?x#y" });
  await toHandler(handler, { method: "GET", path, headers: { host } });
  expect(heard).toEqual([want]);
});

describe("the auth token", () => {
  test.each([undefined, "", []])("must not be missing: %j", (given) => {
    vi.stubEnv("TWILIO_AUTH_TOKEN", "");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(() => createCallbackHandler({ authToken: given })).toThrow(
      "callbacks need the auth token that they are signed with: set authToken or TWILIO_AUTH_TOKEN",
    );
  });

  test("is that of the environment if none is given", async () => {
    vi.stubEnv("TWILIO_AUTH_TOKEN", authToken);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await toHandler(createCallbackHandler(), await signed(delivered))).toMatchObject({ status: 204 });
  });
});
