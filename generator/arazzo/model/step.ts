import * as z from "zod";
import { callback } from "./callback.js";
import { criterion } from "./criterion.js";
import { failureActions, successActions } from "./action.js";
import { parameters } from "./parameter.js";
import { poll } from "./poll.js";
import { each } from "./x-each.js";
import { pages } from "./x-pages.js";
import { isHeaderName } from "../header-name.js";
import { hosts } from "./x-hosts.js";
import { requestBody } from "./request-body.js";
import { list, object, text, type Report } from "./shape.js";
import { outputs } from "./selector.js";
import { security } from "./x-security.js";

const headerName = text.refine(isHeaderName, "this is no name of a header");

const targets = ["operationId", "operationPath", "channelPath", "workflowId"] as const;

/** @see https://spec.openapis.org/arazzo/v1.1.0.html#step-object */
export const step = object(
  {
    stepId: text,
    description: z.string().optional(),
    operationId: text.optional(),
    operationPath: text.optional(),
    workflowId: text.optional(),
    parameters: parameters.optional(),
    requestBody: requestBody.optional(),
    successCriteria: list(criterion, 1).optional(),
    onSuccess: successActions.optional(),
    onFailure: failureActions.optional(),
    outputs: outputs.optional(),
    /** In milliseconds. */
    timeout: z.int().positive().optional(),
    dependsOn: list(text).optional(),
    // Fields of steps on AsyncAPI documents: known, so that they can be refused by name.
    channelPath: z.string().optional(),
    correlationId: z.unknown().optional(),
    action: z.enum(["send", "receive"]).optional(),
    "x-poll": poll.optional(),
    "x-callback": callback.optional(),
    "x-each": each.optional(),
    "x-pages": pages.optional(),
    "x-idempotency-key": headerName.optional(),
    "x-security": security.optional(),
    /** Where the request goes, in place of the server, path and query of its operation. */
    "x-url": text.optional(),
    "x-hosts": hosts.optional(),
    // Of others: known, so that the way out can be told.
    "x-operation": z.unknown().optional(),
  },
  (given, report) => {
    const named = targets.filter((target) => given[target] !== undefined);
    const [first, second] = named;
    if (first === undefined) {
      const hint = given["x-operation"] && "Name an operation of an OpenAPI document, and write the URL as `x-url`.";
      const missing = { missing: targets, ...(typeof hint === "string" && { hint }) };
      report(["stepId"], "a step needs an `operationId`, an `operationPath` or a `workflowId`", missing);
    } else if (second !== undefined) {
      report([second], `a step has one of \`${first}\` and \`${second}\`, not both`, { part: "key" });
    } else if (first === "workflowId") checkWorkflowStep(given, report);
    else if (given["x-hosts"] !== undefined && given["x-url"] === undefined) {
      report(["x-hosts"], "`x-hosts` says where an `x-url` may lead, and there is none", { part: "key" });
    }
    if (given["x-pages"] !== undefined) checkPagedStep(given, given["x-pages"], report);
  },
);

export type Step = z.output<typeof step>;

/** What a step that reads pages can be beside that. */
function checkPagedStep(
  given: Readonly<Record<string, unknown>> & { readonly outputs?: Readonly<Record<string, unknown>> | undefined },
  { items }: { readonly items: string },
  report: Report,
): void {
  if (given["workflowId"] !== undefined) {
    report(["x-pages"], "only a step that calls an operation reads pages", { part: "key" });
  }
  for (const other of ["x-each", "x-poll", "x-callback", "x-url"]) {
    if (given[other] === undefined || given[other] === false) continue;
    report([other], `a step that reads pages has no \`${other}\``, { part: "key" });
  }
  for (const [name, output] of Object.entries(given.outputs ?? {})) {
    if (output === items) continue;
    const hint = "Leave it out, or read it of another step. The items of all pages are its output `items`.";
    report(["outputs", name], "an output of a step that reads pages is the list of all items", { hint });
  }
}

function checkWorkflowStep(
  given: {
    readonly requestBody?: unknown;
    readonly "x-poll"?: unknown;
    readonly "x-callback"?: unknown;
    readonly "x-idempotency-key"?: unknown;
    readonly "x-security"?: unknown;
    readonly "x-url"?: unknown;
  },
  report: Report,
): void {
  if (given.requestBody !== undefined) {
    const hint = "A workflow takes its inputs from `parameters`.";
    report(["requestBody"], "a step that calls a workflow has no request body", { part: "key", hint });
  }
  if (given["x-poll"] !== undefined) {
    report(["x-poll"], "only a step that calls an operation can be polled", { part: "key" });
  }
  if (given["x-callback"] !== undefined) {
    report(["x-callback"], "only a step that calls an operation waits for a callback", { part: "key" });
  }
  if (given["x-idempotency-key"] !== undefined) {
    report(["x-idempotency-key"], "only a step that calls an operation has such a key", { part: "key" });
  }
  if (given["x-security"] !== undefined) {
    report(["x-security"], "only a step that calls an operation is signed", { part: "key" });
  }
  if (given["x-url"] !== undefined) {
    report(["x-url"], "only a step that calls an operation has a URL", { part: "key" });
  }
}
