import type { Tool } from "@modelcontextprotocol/server";
import type { RunnableWorkflow } from "../runnable.js";

/** The arguments that a tool has beside the inputs of its workflow. */
export interface OwnArguments {
  /** Goes on from where a call of it failed. */
  readonly resume: string;
  /** Steps to send again though they may have taken effect. */
  readonly resend: string;
}

/** What the arguments are called, where the workflow may have inputs of these names. */
export function ownArguments({ input }: RunnableWorkflow): OwnArguments {
  const free = (name: string): string => (Object.hasOwn(input.properties, name) ? free(`${name}_`) : name);
  return { resume: free("resume"), resend: free("resend") };
}

/**
 * A workflow as a tool.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/server/tools
 */
export function toolOf(workflow: RunnableWorkflow): Tool {
  const { workflowId, functionName, summary, description, input, output, requests, onlyReads } = workflow;
  const { resume, resend } = ownArguments(workflow);
  const words = [summary, description].filter((text) => text !== undefined && text !== "");
  const writes = requests.filter(({ effect }) => effect !== "safe");
  const told = onlyReads ? [] : [`It writes: ${writes.map(({ method, url }) => `${method} ${url}`).join(", ")}.`];
  const own = {
    [resume]: {
      type: "string",
      description:
        "To go on from where a call of this tool failed: what that said, with the other arguments as they were.",
    },
    [resend]: {
      type: "array",
      items: { type: "string" },
      description:
        "With it, the steps to send again though they may have taken effect, once it is known that they have not.",
    },
  };
  return {
    name: /^[A-Za-z0-9_-]{1,64}$/.test(workflowId) ? workflowId : functionName,
    title: summary ?? workflowId,
    description: [...words, ...told].join("\n\n"),
    inputSchema: {
      type: "object",
      properties: plain({ ...input.properties, ...own }),
      required: [...input.required],
      additionalProperties: false,
    },
    outputSchema: { type: "object", properties: plain(output.properties), required: [...output.required] },
    annotations: {
      readOnlyHint: onlyReads,
      destructiveHint: requests.some(({ changes }) => changes),
      idempotentHint: requests.every(({ effect }) => effect !== "unsafe"),
      openWorldHint: true,
    },
  };
}

/** Schemas as the protocol has them. */
function plain(schemas: Readonly<Record<string, object>>): NonNullable<Tool["inputSchema"]["properties"]> {
  return JSON.parse(JSON.stringify(schemas));
}
