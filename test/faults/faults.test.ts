import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import type { LocalTwilio } from "../../examples/local-twilio/index.js";
import { type Checkpoint, isWorkflowError, type StepEvent, type WorkflowOptions } from "../../generated/index.js";
import { deadUrl, serve } from "../runtime/support/server.js";
import { wired } from "../support/local-twilio.js";
import { leaksOf } from "../support/secrets.js";
import { type Case, cases, documentedEnding } from "./cases.js";
import { type SeenStep, seenSteps, workflows } from "./workflows.js";

let count = 0;

afterAll(() => {
  console.info(`${count} cases: each step of the four workflows, each fault, before and after, once and for good`);
});

afterEach(() => stopGivingUp());

describe.each(["conversation", "service", "flow", "message"])("the steps of the workflow %s", (workflow) => {
  test.each(cases)("$name, processed: $processed, $times times", async (fault) => {
    const steps = (await seenSteps()).filter((step) => step.workflow === workflow);
    expect(steps.length).toBeGreaterThan(1);
    for (const step of steps) {
      await holds(step, fault);
      count += 1;
    }
  });
});

async function holds(step: SeenStep, fault: Case): Promise<void> {
  const { twilio, options } = await wired();
  const elsewhere = await serve([{}]);
  const events: StepEvent[] = [];
  const faulty = await withFault(
    { ...options, onStep: (event) => events.push(event) },
    twilio,
    step,
    fault,
    elsewhere.url,
  );
  const want = documentedEnding(step, fault);
  const what = `${step.stepId}: ${JSON.stringify(fault)}`;

  const ended = await settled(run(step, faulty));
  stopGivingUp();
  if (want === undefined) expect(ended, what).toEqual({ result: step.result });
  else await failsAndResumes({ step, twilio, options, error: ended.error, what, want });

  expect(sentTwice(twilio), what).toEqual([]);
  expect(elsewhere.requests, what).toEqual([]);
  const { authToken } = twilio.credentials;
  expect(leaksOf([authToken, `${twilio.credentials.accountSid}:${authToken}`], ended, events), what).toEqual([]);
}

interface Failed {
  readonly step: SeenStep;
  readonly twilio: LocalTwilio;
  readonly options: WorkflowOptions;
  readonly error: unknown;
  readonly what: string;
  readonly want: object;
}

/** The error is the documented one, and its checkpoint leads to the end without anything being done twice. */
async function failsAndResumes({ step, twilio, options, error, what, want }: Failed): Promise<void> {
  if (!isWorkflowError(error)) throw new Error(`${what}: no error of a workflow`, { cause: error });
  expect(error, what).toMatchObject({ stepId: step.stepId, ...want });
  twilio.recover();
  const checkpoint: Checkpoint = JSON.parse(JSON.stringify(error.checkpoint));
  const isDoubtful = checkpoint.unknown.length > 0;
  expect(isDoubtful, what).toBe("code" in want && !step.isSafe && !("outcome" in want && want.outcome === "not-done"));
  if (!isDoubtful) {
    expect(await run(step, { ...options, resume: checkpoint }), what).toEqual(step.result);
    return;
  }
  const before = twilio.requests.length;
  const again = await settled(run(step, { ...options, resume: checkpoint }));
  expect(again.error, what).toMatchObject({ code: "unknown-outcome", stepId: step.stepId });
  expect(twilio.requests.length, what).toBe(before);
  expect(await run(step, { ...options, ...lookedUp(twilio, step, checkpoint) }), what).toEqual(step.result);
}

/** What somebody does who looks up at Twilio whether the request took effect. */
function lookedUp(twilio: LocalTwilio, { operation, stepId }: SeenStep, checkpoint: Checkpoint): WorkflowOptions {
  const done = twilio.performed.find(({ request }) => request.operation === operation);
  if (!done) return { resume: checkpoint, resend: [stepId] };
  const { status, body } = done.reply;
  const answer = { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return { resume: { ...checkpoint, unknown: [], answers: { ...checkpoint.answers, [stepId]: answer } } };
}

/** Of all that only reads may come often, everything else was done once. */
function sentTwice({ performed }: LocalTwilio): readonly string[] {
  const writes = performed
    .filter(({ request }) => request.method !== "GET")
    .map(({ request }) => request.operation ?? "");
  return writes.filter((operation, index) => writes.indexOf(operation) !== index);
}

function run({ workflow }: SeenStep, options: WorkflowOptions): Promise<object> {
  const fn = workflows[workflow];
  if (!fn) throw new Error(`no workflow ${workflow}`);
  return fn(options);
}

async function settled(work: Promise<object>): Promise<{ result?: object; error?: unknown }> {
  return work.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
}

/** Options for a run in which the requests of one step go wrong. */
async function withFault(
  options: WorkflowOptions,
  twilio: LocalTwilio,
  { stepId, operation }: SeenStep,
  fault: Case,
  elsewhere: string,
): Promise<WorkflowOptions> {
  const { with: what, headers, processed, times } = fault;
  if (what === "refuse") return refusing(options, stepId, times);
  const location = what === 307 ? { Location: `${elsewhere}/stolen` } : {};
  twilio.fail({ operation, with: what, times, processed, headers: { ...headers, ...location } });
  if (what === "stall") giveUpStalled(twilio, operation, times);
  return options;
}

async function refusing(options: WorkflowOptions, stepId: string, times: number): Promise<WorkflowOptions> {
  const dead = await deadUrl();
  let refused = 0;
  let current: string | undefined;
  return {
    ...options,
    onStep: (event) => {
      if (event.type === "start") current = event.stepId;
      options.onStep?.(event);
    },
    fetch: (url, init) => {
      if (current !== stepId || refused >= times) return fetch(url, init);
      refused += 1;
      return fetch(dead, init);
    },
  };
}

let stopGivingUp = (): void => undefined;

/** Lets the time of an attempt pass as soon as it has stalled. */
function giveUpStalled(twilio: LocalTwilio, operation: string, times: number): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let isOver = false;
  let given = 0;
  const look = (): void => {
    if (isOver) return;
    const stalled = twilio.requests.filter((request) => request.operation === operation).length;
    if (given < Math.min(stalled, times)) {
      given += 1;
      vi.advanceTimersByTime(30_000);
    }
    setImmediate(look);
  };
  look();
  stopGivingUp = () => {
    isOver = true;
    vi.useRealTimers();
  };
}
