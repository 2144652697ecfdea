import { randomUUID } from "node:crypto";
import { inputRequired, inputResponse, type CallToolResult, type ServerContext } from "@modelcontextprotocol/server";
import { complaintsAbout } from "../run/index.js";
import type { RunnableWorkflow } from "../runnable.js";
import { ownArguments } from "./tool.js";

/** What calls go by. */
export interface Calls {
  /** Options of each run, beside those that a call sets. */
  readonly options: object;
  /**
   * What failed runs can go on from, by what their errors say. They stay in this process: they hold answers, with what
   * no model is to see.
   */
  readonly checkpoints: Map<string, object>;
  /** Whether the client of a call can ask the person before it. */
  readonly canAsk: () => boolean;
}

type Given = Readonly<Record<string, unknown>>;

/** Runs a workflow for a client. Whatever goes wrong is the result of the tool. */
export async function callTool(
  workflow: RunnableWorkflow,
  given: Given,
  context: ServerContext,
  calls: Calls,
): Promise<CallToolResult | ReturnType<typeof inputRequired>> {
  const { resume, resend } = ownArguments(workflow);
  const { [resume]: handle, [resend]: steps = [], ...input } = given;
  const complaints = complaintsAbout(input, workflow.input);
  if (complaints.length > 0) return failed(complaints.join("\n"));
  const checkpoint = handle === undefined ? undefined : calls.checkpoints.get(String(handle));
  if (handle !== undefined && checkpoint === undefined)
    return failed(`There is nothing to resume by this \`${resume}\`.`);
  const answer = asked(workflow, context, calls);
  if (answer !== "agreed") return answer;
  try {
    const result = await workflow.run(
      { ...later(workflow, input), ...input },
      {
        ...calls.options,
        signal: context.mcpReq.signal,
        resume: checkpoint,
        resend: steps,
        onStep: progressOf(context),
      },
    );
    if (handle !== undefined) calls.checkpoints.delete(String(handle));
    return succeeded(workflow, result);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return failed(report(error, resume, resend, calls.checkpoints));
  }
}

/** The person is asked about what writes, as it may cost money, and about what is known to. */
function asked(
  { workflowId, requests }: RunnableWorkflow,
  { mcpReq: { inputResponses } }: ServerContext,
  { canAsk }: Calls,
): "agreed" | CallToolResult | ReturnType<typeof inputRequired> {
  const told = requests.filter(({ effect, costs }) => effect !== "safe" || costs !== undefined);
  if (told.length === 0 || !canAsk()) return "agreed";
  const response = inputResponse(inputResponses, "agree");
  if (response.kind === "elicit") {
    const isAgreed = response.action === "accept" && response.content?.["agree"] === true;
    return isAgreed ? "agreed" : failed("The person did not agree to it. Nothing was done.");
  }
  const lines = told.map(({ method, url, costs }) => `${method} ${url}${costs === undefined ? "" : ` (${costs})`}`);
  return inputRequired({
    inputRequests: {
      agree: inputRequired.elicit({
        message: `Run ${workflowId}? It may cost money: ${lines.join(", ")}`,
        requestedSchema: {
          type: "object",
          properties: { agree: { type: "boolean", title: "Run it" } },
          required: ["agree"],
        },
      }),
    },
  });
}

/** Inputs that may come later are asked for by an error, which says how to give them. */
function later({ later: all }: RunnableWorkflow, input: Given): Given {
  const missing = [...all.keys()].filter((name) => input[name] === undefined);
  const ask = (name: string) => async (): Promise<never> => {
    throw new Error(`ask for it, and call the tool again with \`${name}\``);
  };
  return Object.fromEntries(missing.map((name) => [name, ask(name)]));
}

/** Tells the client of each request and each wait, if it wants to know. */
function progressOf({ mcpReq }: ServerContext): (event: Readonly<Record<string, unknown>>) => void {
  const progressToken = mcpReq._meta?.progressToken;
  let progress = 0;
  return ({ type, stepId, status, ms, method }) => {
    if (progressToken === undefined || type === "attempt") return;
    const words: Record<string, string> = {
      start: `${stepId}: ${method}`,
      wait: `${stepId}: asks again in ${ms} ms`,
      retry: `${stepId}: answered ${status}, sent again in ${ms} ms`,
      end: `${stepId}: answered ${status}`,
    };
    progress += 1;
    const params = { progressToken, progress, message: words[String(type)] ?? String(type) };
    // A client that is gone is told by other means.
    mcpReq.notify({ method: "notifications/progress", params }).catch(() => undefined);
  };
}

/** A result that is not what the documents say would be taken for a failure by the client, and the tool be called again. */
function succeeded({ output }: RunnableWorkflow, result: unknown): CallToolResult {
  const text = JSON.stringify(result ?? {});
  const odd = complaintsAbout(result ?? {}, { ...output, additionalProperties: true }, "the result");
  if (odd.length === 0) return { content: [{ type: "text", text }], structuredContent: Object(result ?? {}) };
  return failed(
    `It was done: do not call it again. The result is not what the documents say (${odd.join(" ")}): ${text}`,
  );
}

function failed(text: string): CallToolResult {
  return { content: [{ type: "text", text }], isError: true };
}

/** An error of a workflow, as far as it is looked at here. @see templates/runtime/errors/workflow-error.ts */
interface Failure extends Error {
  readonly code: string;
  readonly stepId?: string | undefined;
  readonly stepPath?: string | undefined;
  readonly status?: number | undefined;
  readonly checkpoint: { readonly answers: object; readonly unknown: readonly string[] };
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && Symbol.for("twilio-workflows.WorkflowError") in error;
}

/** What went wrong, what was done by then, and how to go on. */
function report(error: Failure, resume: string, resend: string, checkpoints: Calls["checkpoints"]): string {
  const { message, code, stepId, stepPath, status, checkpoint } = error;
  const done = Object.keys(checkpoint.answers);
  if (done.length === 0 && checkpoint.unknown.length === 0) return `${message}\nNothing was done.`;
  const handle = randomUUID();
  checkpoints.set(handle, checkpoint);
  const isUnknown = code === "unknown-outcome";
  const again = `call the tool again with the same arguments and \`${resume}\`: ${JSON.stringify(handle)}`;
  return [
    message,
    JSON.stringify({ code, step: stepId, status, finished: done, [resume]: handle }),
    isUnknown
      ? `Find out whether the request took effect. If it did not, ${again}, \`${resend}\`: ${JSON.stringify([stepPath])}.`
      : `To go on behind what is finished, ${again}.`,
  ].join("\n");
}
