import { onTestFinished } from "vitest";
import { to } from "../runtime/support/options.js";
import { serve } from "../runtime/support/server.js";
import type { Compiler } from "../support/compiler.js";
import { Loaded } from "../support/load.js";

/** A step that calls the only operation of an API. */
export interface Case {
  readonly name: string;
  /** Method and path of the operation. */
  readonly at?: string;
  /** What stands at the operation in the OpenAPI document, in YAML. */
  readonly operation: string;
  /** What stands at the step in the Arazzo document, in YAML. */
  readonly step: string;
  /** The properties of the workflow's inputs, in YAML. */
  readonly inputs?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** What came over the wire, a line each. */
  readonly want: string;
}

/** Compiles the case, runs it against a server, and tells what came there. What was refused is told instead. */
export async function sent(compiler: Compiler, given: Case, headers: readonly string[] = []): Promise<string> {
  const { findings, files, workflow } = await compiler.compile(documentsOf(given));
  if (files.size === 0) return findings.map((finding) => finding.replace(" | ", "\n  | ")).join("\n");
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const [name = ""] = /(?<=async function )\w+/.exec(workflow().fn) ?? [];
  const fn = (await loaded.exports())[name];
  if (typeof fn !== "function") throw new TypeError(`no function ${name} is exported`);
  const { url, requests } = await serve([{ status: 200, body: { ok: true } }]);
  await fn(given.input ?? {}, to(url, { retries: 0 }));
  return requests
    .flatMap((request) => [
      `${request.method} ${request.url}`,
      ...headers.flatMap((header) => `${Object.hasOwn(request.headers, header) ? request.headers[header] : ""}`),
      ...(request.body === "" ? [] : [request.body]),
    ])
    .filter((line) => line !== "")
    .join("\n");
}

/** The two documents of a case. */
export function documentsOf(given: Case): { readonly arazzo: string; readonly openapi: string } {
  return { arazzo: arazzo(given), openapi: openapi(given) };
}

function openapi({ at: place = "get /things", operation }: Case): string {
  const [method = "", path = ""] = place.split(" ");
  return `
paths:
  "${path}":
    ${method}:
      operationId: test
      ${operation.trim().replaceAll("\n", "\n      ")}
      responses:
        "200": { description: Done., content: { application/json: { schema: { type: object, properties: { ok: { type: boolean } } } } } }
`;
}

function arazzo({ step, inputs = "{}" }: Case): string {
  return `
arazzo: 1.1.0
workflows:
- workflowId: test
  inputs:
    type: object
    properties: ${inputs}
  steps:
  - stepId: one
    operationId: test
    ${step.trim().replaceAll("\n", "\n    ")}
`;
}
