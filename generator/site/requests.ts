import type { Field, Reads, RequestStatement, Value, WorkflowPlan } from "../ir/model.js";
import { readWith } from "../ir/reads.js";
import { visit } from "../ir/walk.js";

/** A request that a workflow makes, as it is described to people. */
export interface SiteRequest {
  readonly stepId: string;
  readonly description: string | undefined;
  readonly method: string;
  /** The server, or the empty string where the caller has to name it. */
  readonly server: string;
  readonly path: string;
  readonly contentType: string;
  readonly fields: readonly RequestField[];
  /** How it is signed, in curl's words. */
  readonly signing: readonly string[];
}

export interface RequestField {
  readonly in: "path" | "query" | "header" | "cookie" | "body";
  readonly name: string;
  readonly value: Sent;
}

/** What is sent: a text that is always the same, or something that is known only in a run. */
export type Sent =
  | { readonly kind: "fixed"; readonly text: string }
  /** `text` says where it comes from; `variable` is a name for it. */
  | { readonly kind: "known later"; readonly text: string; readonly variable: string };

/** The requests of a workflow, in the order of its steps, each once. */
export function requestsOf(plan: WorkflowPlan): readonly SiteRequest[] {
  const found = new Map<string, SiteRequest>();
  visit(plan.body, {
    statement: (statement) => {
      if (statement.kind === "request" && !found.has(statement.stepId)) {
        found.set(statement.stepId, requestOf(statement, plan));
      }
    },
  });
  return plan.flow.steps.flatMap(({ stepId, description }) => {
    const request = found.get(stepId);
    return request === undefined ? [] : [{ ...request, description }];
  });
}

function requestOf(statement: RequestStatement, plan: WorkflowPlan): SiteRequest {
  const { stepId, method, path, parameters, headers, body, contentType, wholeQuery, follows } = statement;
  const client = plan.clients.find(({ local }) => local === statement.client);
  const server = client?.server.startsWith("source:") ? "" : (client?.server ?? "");
  const sent = (place: RequestField["in"], { name, value }: Field): RequestField => {
    return { in: place, name, value: sentOf(value, plan.reads, name) };
  };
  const bodyFields = body === undefined ? [] : body.kind === "object" ? body.fields : [{ name: "", value: body }];
  return {
    stepId,
    description: undefined,
    method: method.toUpperCase(),
    server: follows === undefined ? server : "",
    path: follows === undefined ? path : `{${sentOf(follows.url, plan.reads, "url").text}}`,
    contentType: contentType ?? (body === undefined ? "" : "application/json"),
    fields: [
      ...parameters.flatMap(({ in: place, fields }) => fields.map((field) => sent(place, field))),
      ...(wholeQuery === undefined ? [] : [sent("query", { name: "", value: wholeQuery.value })]),
      ...headers.map((field) => sent("header", field)),
      ...bodyFields.map((field) => sent("body", field)),
    ],
    signing: client === undefined ? [] : signingOf(client),
  };
}

/** Secrets are named by the variables that hold them; none is ever shown. */
function signingOf({ callsTwilio, security }: WorkflowPlan["clients"][number]): readonly string[] {
  if (callsTwilio && security === undefined) return ['-u "$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN"'];
  return Object.values(security?.[0] ?? {}).map((scheme) => {
    if (scheme.type === "basic") return '-u "$USER:$PASSWORD"';
    if (scheme.type === "apiKey" && scheme.in === "header")
      return `-H "${scheme.name.replaceAll(/[^\w-]/g, "")}: $API_KEY"`;
    return scheme.type === "apiKey" ? '--url-query "key=$API_KEY"' : '-H "Authorization: Bearer $TOKEN"';
  });
}

function sentOf(value: Value, reads: Reads, name: string): Sent {
  switch (value.kind) {
    case "literal":
      return { kind: "fixed", text: typeof value.value === "string" ? value.value : JSON.stringify(value.value) };
    case "input": {
      const text = `input.${[value.name, ...value.steps.map(({ key }) => key)].join(".")}`;
      return { kind: "known later", text, variable: value.name };
    }
    case "read": {
      const { stepId, expression, suggestedName, source } = readWith(value.read, reads);
      if (source.kind === "made") return sentOf(source.value, reads, name);
      const at = expression.replace(/^\$response\.(?:body#\/|body)?/, "").replaceAll("/", ".");
      return { kind: "known later", text: `${stepId}: ${at.replace(/^\$/, "")}`, variable: suggestedName };
    }
    case "text":
    case "made":
    case "present":
    case "checked":
    case "only":
      return sentOf(value.value, reads, name);
    case "or":
      return value.otherwise === "NaN" ? sentOf(value.value, reads, name) : sentOf(value.value, reads, name);
    case "template": {
      const parts = value.parts.map((part) =>
        typeof part === "string" ? part : `{${sentOf(part, reads, name).text}}`,
      );
      return { kind: "known later", text: parts.join(""), variable: name };
    }
    case "object":
    case "array":
      return { kind: "known later", text: value.kind === "object" ? "an object" : "a list", variable: name };
    default:
      return { kind: "known later", text: `${name}, made of what is known by then`, variable: name };
  }
}
