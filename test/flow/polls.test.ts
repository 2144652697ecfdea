import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Compiler } from "../support/compiler.js";
import type { Reply } from "../runtime/support/server.js";
import { yaml } from "../support/yaml.js";
import { made, Running, thing } from "./support/running.js";

const compiler = new Compiler();
const running = new Running(compiler);

const ends = [
  "- { name: ready, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }",
  "- { name: broken, type: end, criteria: [{ condition: $response.body#/state == 'broken' }] }",
];

/** A workflow whose last step only reads, and ends by what it reads. */
function looking(more = ""): string {
  return yaml`
    workflows:
    - workflowId: watch
      inputs: { type: object, required: [id], properties: { id: { type: string } } }
      steps:
      - stepId: look
        operationId: look
        ${more}
        parameters: [{ name: id, in: path, value: $inputs.id }]
        outputs: { state: $response.body#/state }
        onSuccess:
        ${ends.join("\n        ")}
      outputs: { state: $steps.look.outputs.state }
  `;
}

const slow = [thing("1"), thing("1"), thing("1"), thing("1", "ready")];
const asked = ["GET /things/1", "GET /things/1", "GET /things/1", "GET /things/1"];

// Answers take no time, so that waits are all there is of it.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describe("a step that is polled", () => {
  const rows: readonly {
    readonly name: string;
    readonly given: string;
    readonly poll?: object;
    readonly want: readonly number[];
  }[] = [
    {
      name: "without a word in the document waits longer each time",
      given: looking(),
      want: [2_000, 3_000, 4_500],
    },
    {
      name: "by `x-poll` waits as that says",
      given: looking("x-poll: { interval: 100, factor: 10, maxInterval: 5000 }"),
      want: [100, 1_000, 5_000],
    },
    {
      name: "waits as its caller says before all else",
      given: looking("x-poll: { interval: 100, factor: 10 }"),
      poll: { interval: 7, factor: 1 },
      want: [7, 7, 7],
    },
  ];
  test.each(rows)("$name", async ({ given, poll, want }) => {
    const { sent, result, error, waits } = await running.run(given, {
      input: { id: "1" },
      replies: slow,
      options: poll === undefined ? {} : { poll },
    });
    if (error !== undefined) throw error;
    expect({ sent, result }).toEqual({ sent: asked, result: { outcome: "ready", state: "ready" } });
    expect(waits.map(([, ms]) => ms)).toEqual(want);
  });

  test("ends at its deadline with what is known by then", async () => {
    const given = looking("x-poll: { interval: 1000, factor: 1, deadline: 2500 }");
    const { sent, error, waits } = await running.run(given, { input: { id: "1" }, replies: [thing("1")] });

    expect(error).toMatchObject({ code: "poll-deadline", deadline: 2_500, outputs: { state: "new" } });
    // The last request is made right at the deadline.
    expect(waits.map(([, ms]) => ms)).toEqual([1_000, 1_000, 500]);
    expect(sent).toHaveLength(4);
  });

  test("is asked once where `x-poll` forbids more", async () => {
    const { sent, result, error, waits } = await running.run(looking("x-poll: false"), {
      input: { id: "1" },
      replies: slow,
    });
    if (error !== undefined) throw error;
    expect({ sent, result, waits }).toEqual({
      sent: ["GET /things/1"],
      result: { outcome: "completed", state: "new" },
      waits: [],
    });
  });

  test("is one that a goto leads back to from a later step, at once", async () => {
    const given = yaml`
      workflows:
      - workflowId: watch
        steps:
        - stepId: look
          operationId: look
          parameters: [{ name: id, in: path, value: "1" }]
          outputs: { state: $response.body#/state }
          onSuccess:
          - { name: again, type: goto, stepId: look, criteria: [{ condition: $response.body#/state == 'new' }] }
        - stepId: list
          operationId: list
        outputs: { state: $steps.look.outputs.state }
    `;
    const replies = [thing("1"), thing("1", "ready"), { status: 200, body: { things: [] } }];
    const { sent, result, error, waits } = await running.run(given, { replies });
    if (error !== undefined) throw error;
    expect({ sent, result }).toEqual({
      sent: ["GET /things/1", "GET /things/1", "GET /things"],
      result: { state: "ready" },
    });
    expect(waits.map(([, ms]) => ms)).toEqual([2_000]);
  });
});

describe("a last step whose ends name every value that the API documents is asked once", () => {
  const named = "state == 'broken' || $response.body#/state == 'new'";
  const given = looking().replace("state == 'broken'", named);
  const others = looking().replace("state == 'broken'", "state != 'ready'");
  const rows = [
    { name: "and ends with any of them", given, state: "new", want: { outcome: "broken", state: "new" } },
    { name: "by the first that holds", given, state: "ready", want: { outcome: "ready", state: "ready" } },
    { name: "and ends with all others", given: others, state: "lost", want: { outcome: "broken", state: "lost" } },
  ];
  test.each(rows)("$name", async ({ given, state, want }) => {
    const { sent, result, error, waits } = await running.run(given, {
      input: { id: "1" },
      replies: [thing("1", state), thing("1", "ready")],
    });
    if (error !== undefined) throw error;
    expect({ sent, result, waits }).toEqual({ sent: ["GET /things/1"], result: want, waits: [] });
  });

  test("and fails with another one", async () => {
    const { sent, error, waits } = await running.run(given, { input: { id: "1" }, replies: [thing("1", "lost")] });
    expect({ sent, waits }).toEqual({ sent: ["GET /things/1"], waits: [] });
    expect(error).toMatchObject({
      code: "step-failed",
      stepId: "look",
      message: expect.stringContaining("expected: state is new, ready or broken"),
    });
  });

  test("unless `x-poll` has it polled", async () => {
    const { sent, waits, result } = await running.run(given.replace("operationId: look", "$&\n    x-poll: {}"), {
      input: { id: "1" },
      replies: [thing("1", "lost"), thing("1", "ready")],
    });
    expect({ sent: sent.length, waits: waits.length, result }).toEqual({
      sent: 2,
      waits: 1,
      result: { outcome: "ready", state: "ready" },
    });
  });
});

/** Looks at a thing and makes another one, until the one that it looks at is ready. */
const working = yaml`
  workflows:
  - workflowId: work
    steps:
    - stepId: look
      operationId: look
      parameters: [{ name: id, in: path, value: "1" }]
      onSuccess:
      - { name: done, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }
    - stepId: make
      operationId: make
      onSuccess: [{ name: back, type: goto, stepId: look }]
`;

/** Reads a list page by page. */
const following = yaml`
  workflows:
  - workflowId: follow
    steps:
    - stepId: page
      operationId: list
      parameters: [{ name: cursor, in: query, value: $steps.page.outputs.next }]
      outputs: { next: $response.body#/next }
      onSuccess:
      - { name: on, type: goto, stepId: page, criteria: [{ condition: $response.body#/next != null }] }
    outputs: { last: $steps.page.outputs.next }
`;

/** A page of the list, and what leads to the next one. */
function page(next: string | null): Reply {
  return { status: 200, body: { things: [], next } };
}

describe("a loop is no poll, and waits for nothing,", () => {
  test.each([
    {
      name: "where a step of it writes",
      given: working,
      replies: [thing("1"), made("2"), thing("1"), made("3"), thing("1"), made("4"), thing("1", "ready")],
      want: [
        "GET /things/1",
        "POST /things",
        "GET /things/1",
        "POST /things",
        "GET /things/1",
        "POST /things",
        "GET /things/1",
      ],
    },
    {
      name: "where it asks for something else each time",
      given: following,
      replies: [page("b"), page("c"), page("d"), page(null)],
      want: ["GET /things", "GET /things?cursor=b", "GET /things?cursor=c", "GET /things?cursor=d"],
    },
  ])("$name", async ({ given, replies, want }) => {
    const { sent, error, waits } = await running.run(given, { replies });
    if (error !== undefined) throw error;
    expect({ sent, waits }).toEqual({ sent: want, waits: [] });
  });
});

compiler.testTypes();
