import { expect, test } from "vitest";
import {
  type Checkpoint,
  inProcess,
  openWorkflow,
  type WorkflowOptions,
} from "../../templates/runtime/twilio/index.js";
import { at, failureOf } from "./support/options.js";
import { type Reply, serve } from "./support/server.js";
import { makeLookMake } from "./support/endings.js";
import { createOne, fetchOne, sendAndTrack } from "./support/workflows.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };
const delivered: Reply = { body: { sid: "SM1", status: "delivered" } };

/** What is kept, as a store has it. */
function store(): { kept: Checkpoint[]; options: WorkflowOptions } {
  const kept: Checkpoint[] = [];
  const onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
    kept.push(JSON.parse(JSON.stringify(checkpoint)));
  };
  return { kept, options: { onCheckpoint } };
}

const shown = (kept: readonly Checkpoint[]): unknown[] =>
  kept.map(({ answers, unknown }) => ({ answers: Object.keys(answers), unknown }));

test("a checkpoint is kept before and after each request that must not be sent twice", async () => {
  const server = await serve([created, { body: { status: "sent" } }, delivered]);
  const { kept, options } = store();
  await sendAndTrack({ to: "+1" }, at(server.url, options));
  expect(shown(kept)).toEqual([
    { answers: [], unknown: ["sendMessage"] },
    { answers: ["sendMessage"], unknown: [] },
  ]);
});

test("what was read, or refused, is kept once the run goes on past it", async () => {
  const server = await serve([{ status: 409 }, { body: { sid: "SM1" } }, created]);
  const { kept, options } = store();
  await makeLookMake(at(server.url, options));
  expect(shown(kept)).toEqual([
    { answers: [], unknown: ["make"] },
    { answers: [], unknown: [] },
    { answers: ["make"], unknown: [] },
    { answers: ["make", "look"], unknown: ["more"] },
    { answers: ["make", "look", "more"], unknown: [] },
  ]);
});

test("from each of them a process that has ended is taken up again, and sends nothing twice", async () => {
  const first = await serve([created, { body: { status: "sent" } }, delivered]);
  const { kept, options } = store();
  const result = await sendAndTrack({ to: "+1" }, at(first.url, options));
  for (const resume of kept) {
    const server = await serve([delivered]);
    const again = sendAndTrack({ to: "+1" }, at(server.url, { resume }));
    if (resume.unknown.length > 0) expect(await failureOf(again)).toMatchObject({ code: "unknown-outcome" });
    else expect(await again).toEqual(result);
    expect(server.requests.filter(({ method }) => method === "POST")).toEqual([]);
  }
});

test("the run waits until a checkpoint is kept, before it sends", async () => {
  const order: string[] = [];
  const server = await serve(() => (order.push("sent"), created));
  const onCheckpoint = async ({ unknown }: Checkpoint): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    order.push(unknown.length > 0 ? "kept a doubt" : "kept an answer");
  };
  await createOne("+1", at(server.url, { onCheckpoint }));
  expect(order).toEqual(["kept a doubt", "sent", "kept an answer"]);
});

test("if it cannot be kept, nothing is sent", async () => {
  const server = await serve([created]);
  const full = new Error("the disk is full");
  const onCheckpoint = (): never => {
    throw full;
  };
  const error = await failureOf(createOne("+1", at(server.url, { onCheckpoint })));
  expect(error).toMatchObject({ code: "aborted", cause: full, checkpoint: { answers: {}, unknown: [] } });
  expect(server.requests).toEqual([]);
});

test("if it cannot be kept afterwards, the error has it", async () => {
  const server = await serve([created]);
  const onCheckpoint = ({ unknown }: Checkpoint): void => {
    if (unknown.length === 0) throw new Error("the disk is full");
  };
  const error = await failureOf(createOne("+1", at(server.url, { onCheckpoint })));
  expect(error).toMatchObject({ code: "aborted", stepId: "createMessage" });
  expect(error).toHaveProperty("checkpoint.answers", { createMessage: expect.objectContaining({ status: 201 }) });
});

test.each<[name: string, reply: Reply, last: object]>([
  ["a refusal", { status: 400, body: {} }, { answers: [], unknown: [] }],
  ["a doubtful failure", { status: 500 }, { answers: [], unknown: ["createMessage"] }],
  ["an answer that cannot be used", { status: 201, body: "no JSON" }, { answers: ["createMessage"], unknown: [] }],
  ["a connection that breaks", { raw: (response) => response.destroy() }, { answers: [], unknown: ["createMessage"] }],
])("after %s the last one kept is that of the error", async (_name, reply, last) => {
  const server = await serve([reply]);
  const { kept, options } = store();
  const error = await failureOf(createOne("+1", at(server.url, options)));
  expect(shown(kept.slice(-1))).toEqual([last]);
  expect(error).toHaveProperty("checkpoint", kept.at(-1));
});

test("what was read without a value that is needed is not kept", async () => {
  const server = await serve([{ body: {} }]);
  const { kept, options } = store();
  expect(await failureOf(fetchOne("a", at(server.url, options)))).toMatchObject({ code: "missing-output" });
  expect(kept).toEqual([]);
});

test("what is resumed is not kept again", async () => {
  const server = await serve([created]);
  const { kept, options } = store();
  await createOne("+1", at(server.url, options));
  const count = kept.length;
  await createOne("+1", { ...options, resume: kept.at(-1), runner: inProcess });
  expect(kept).toHaveLength(count);
});

test("a checkpoint of other steps is refused, whatever the name of the workflow", () => {
  const resume: Checkpoint = { version: 1, workflow: "w", versions: { w: "1a" }, answers: {}, unknown: [] };
  expect(() => openWorkflow("w", { resume }, { version: "1a" })).not.toThrow();
  expect(() => openWorkflow("w", { resume }, { version: "2b" })).toThrow(
    "workflow w: options.resume is of another version of workflow w (1a; this is 2b), whose steps are not the same; " +
      "finish it with the code that began it, or begin anew",
  );
  expect(() => openWorkflow("w", { resume })).toThrow("(1a; this is ), whose steps");
});

test("a checkpoint that does not say of which steps it is, is refused", () => {
  for (const versions of [undefined, null, {}, { other: "1a" }]) {
    const resume = JSON.parse(JSON.stringify({ version: 1, workflow: "w", versions, answers: {}, unknown: [] }));
    expect(() => openWorkflow("w", { resume }, { version: "1a" })).toThrow("is no checkpoint: `versions` must name");
  }
});
