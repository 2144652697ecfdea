import { context, SpanKind, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import type { StepEvent } from "./run/events.js";

/**
 * A listener for `options.onStep` that makes a span of each attempt at a request, inside of the span that is active.
 * @param tracer Where the spans go; without an SDK that is set up they go nowhere.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client
 */
export function traceSteps(tracer: Tracer = trace.getTracer("twilio-workflows")): (event: StepEvent) => void {
  return ({ type, workflowId, stepId, attempt, status, ms = 0, method = "", url = "", requestId }) => {
    if (type !== "attempt") return;
    const { hostname, port, protocol } = new URL(url);
    const ended = Date.now();
    const span = tracer.startSpan(method, { kind: SpanKind.CLIENT, startTime: ended - ms }, context.active());
    span.setAttributes({
      "http.request.method": method,
      "url.full": url,
      "server.address": hostname,
      "server.port": Number(port) || (protocol === "https:" ? 443 : 80),
      "twilio.workflow.id": workflowId,
      "twilio.step.id": stepId,
    });
    if (attempt > 1) span.setAttribute("http.request.resend_count", attempt - 1);
    if (status) span.setAttribute("http.response.status_code", status);
    if (requestId !== undefined) span.setAttribute("twilio.request.id", requestId);
    if (!status || status >= 400) {
      span.setAttribute("error.type", status ? String(status) : "_OTHER");
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end(ended);
  };
}
