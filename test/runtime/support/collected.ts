// A process of its own (`node --expose-gc`): collects garbage while a run is under way that waits for nothing but its
// end, and says how each ended. The argument says where the deadline is: on the run, or on a workflow that a step calls.
import { inProcess, isWorkflowError, type WorkflowOptions } from "../../../templates/runtime/twilio/index.js";
import { insist } from "./nested.js";
import { sendAndTrack } from "./workflows.js";

declare const gc: () => void;

const answers: Record<string, { status: number; body: string }> = {
  POST: { status: 201, body: '{"sid":"SM1"}' },
  GET: { status: 200, body: '{"status":"sent"}' },
};

const options: WorkflowOptions = {
  credentials: { accountSid: "AC1", authToken: "t" },
  baseUrl: "http://127.0.0.1:1",
  signal: new AbortController().signal,
  poll: { interval: 1_000_000, maxInterval: 1_000_000, deadline: 2_000_000 },
};

async function poll(): Promise<unknown> {
  const request = async ({ method }: { method: string }) => ({
    headers: {},
    ...(answers[method] ?? { status: 404, body: "" }),
  });
  return sendAndTrack({ to: "+1" }, { ...options, deadline: 2_000, runner: { ...inProcess, request } });
}

async function call(): Promise<unknown> {
  const never = new Promise<never>(() => undefined);
  return insist("+1", { ...options, runner: { ...inProcess, request: () => never } }, { look: 2_000, make: 2_000 });
}

const runs = Array.from({ length: 20 }, process.argv[2] === "run" ? poll : call);
const collecting = setInterval(gc, 10);
const ends = await Promise.allSettled(runs);
clearInterval(collecting);
console.log(
  ends.map((end) => (end.status === "rejected" && isWorkflowError(end.reason) ? end.reason.code : "odd")).join(" "),
);
