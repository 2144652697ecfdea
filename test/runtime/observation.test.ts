import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { traceSteps } from "../../templates/runtime/opentelemetry.js";
import { at, failureOf } from "./support/options.js";
import { deadUrl, type Reply, serve } from "./support/server.js";
import { createOne, fetchOne } from "./support/workflows.js";

const created: Reply = { status: 201, headers: { "twilio-request-id": "RQ7" }, body: { sid: "SM1" } };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test("each attempt is a span, by the conventions for HTTP clients", async () => {
  const server = await serve([{ status: 429 }, created]);
  const { exporter, tracer } = tracing();
  await createOne("+1", at(`${server.url}/base`, { onStep: traceSteps(tracer) }));
  const url = `${server.url}/base/2010-04-01/Accounts/AC1/Messages.json`;
  const both = {
    "http.request.method": "POST",
    "url.full": url,
    "server.address": "127.0.0.1",
    "server.port": Number(new URL(server.url).port),
    "twilio.workflow.id": "create-one",
    "twilio.step.id": "createMessage",
  };
  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ name, kind, attributes, status }) => ({ name, kind, attributes, code: status.code }))).toEqual([
    {
      name: "POST",
      kind: SpanKind.CLIENT,
      attributes: { ...both, "http.response.status_code": 429, "error.type": "429" },
      code: SpanStatusCode.ERROR,
    },
    {
      name: "POST",
      kind: SpanKind.CLIENT,
      attributes: {
        ...both,
        "http.request.resend_count": 1,
        "http.response.status_code": 201,
        "twilio.request.id": "RQ7",
      },
      code: SpanStatusCode.UNSET,
    },
  ]);
  for (const { startTime, endTime } of spans) expect(endTime[0] - startTime[0]).toBeLessThan(60);
});

test("no answer is an error, too", async () => {
  const { exporter, tracer } = tracing();
  await failureOf(fetchOne("a", at(await deadUrl(), { retries: 0, onStep: traceSteps(tracer) })));
  expect(exporter.getFinishedSpans().map(({ attributes }) => attributes["error.type"])).toEqual(["_OTHER"]);
});

test("the ports of real hosts are those of their schemes; without an SDK nothing happens", async () => {
  const { exporter, tracer } = tracing();
  const event = { type: "attempt", workflowId: "w", stepId: "s", id: "s", attempt: 1, status: 200 } as const;
  traceSteps(tracer)({ ...event, method: "GET", url: "https://api.twilio.com/x", ms: 5 });
  traceSteps(tracer)({ ...event, method: "GET", url: "http://localhost/x" });
  expect(exporter.getFinishedSpans().map(({ attributes }) => attributes["server.port"])).toEqual([443, 80]);
  expect(() => traceSteps()({ ...event, method: "GET", url: "https://api.twilio.com/x" })).not.toThrow();
});

test("the query of a request is in no event", async () => {
  const server = await serve([{ body: { sid: "SM1" } }]);
  const urls: (string | undefined)[] = [];
  const baseUrl = (): string => `${server.url}/base`;
  await fetchOne("a?b=c", at("", { baseUrl, onStep: ({ url }) => urls.push(url) }));
  expect(new Set(urls)).toEqual(new Set([`${server.url}/base/2010-04-01/Accounts/AC1/Messages/a%3Fb%3Dc.json`]));
});

test("whoever subscribes to the channel twilio-workflows:step gets all events", async () => {
  const server = await serve([created]);
  const heard: unknown[] = [];
  const listen = (message: unknown): void => void heard.push(message);
  subscribe("twilio-workflows:step", listen);
  onTestFinished(() => void unsubscribe("twilio-workflows:step", listen));
  const told: unknown[] = [];
  await createOne("+1", at(server.url, { onStep: (event) => told.push(event) }));
  expect(heard).toEqual(told);
  expect(heard).toHaveLength(3);
});

test.each([
  ["no process", undefined],
  ["a process without modules", {}],
  ["a process without this module", { getBuiltinModule: () => undefined }],
])("where there is %s, there is no channel", async (_name, process) => {
  vi.stubGlobal("process", process);
  vi.resetModules();
  const { publish } = await import("../../templates/runtime/run/events.js");
  const event = { type: "start", workflowId: "w", stepId: "s", id: "s", attempt: 1 } as const;
  expect(() => publish(event)).not.toThrow();
});

function tracing(): { exporter: InMemorySpanExporter; tracer: ReturnType<BasicTracerProvider["getTracer"]> } {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  return { exporter, tracer: provider.getTracer("test") };
}
