import { Server } from "@modelcontextprotocol/server";
import type { RunnableWorkflow } from "../runnable.js";
import { callTool, type Calls } from "./call.js";
import { toolOf } from "./tool.js";

/** What a server offers. */
export interface Offered {
  readonly workflows: readonly RunnableWorkflow[];
  /** Options of each run. */
  readonly options: object;
  /** That of the package. */
  readonly version: string;
}

/** Makes servers that offer workflows as tools, one for each connection; what failed runs can go on from is of all. */
export function serverFactory({ workflows, options, version }: Offered): () => Server {
  const tools = new Map(workflows.map((workflow) => [toolOf(workflow).name, { workflow, tool: toolOf(workflow) }]));
  const checkpoints: Calls["checkpoints"] = new Map();
  return () => {
    const server = new Server({ name: "twilio-workflows", version }, { capabilities: { tools: {} } });
    const canAsk = (): boolean => server.getClientCapabilities()?.elicitation !== undefined;
    server.setRequestHandler("tools/list", () => ({ tools: [...tools.values()].map(({ tool }) => tool) }));
    server.setRequestHandler("tools/call", ({ params }, context) => {
      const found = tools.get(params.name);
      if (found === undefined) {
        return { content: [{ type: "text", text: `There is no tool ${params.name}.` }], isError: true };
      }
      return callTool(found.workflow, params.arguments ?? {}, context, { options, checkpoints, canAsk });
    });
    return server;
  };
}
