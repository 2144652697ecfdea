import { describe, expect, test } from "vitest";
import type { Checkpoint, StepEvent } from "../../templates/runtime/index.js";
import type { Received, Reply } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, type Ran, Running, thing } from "./support/running.js";

const running = new Running(new Compiler());

/** A workflow that makes a thing of each name. */
function makingEach(more: string, { actions = "", rest = "" } = {}): string {
  return yaml`
    workflows:
    - workflowId: make-each
      inputs: { type: object, required: [names], properties: { names: { type: array, items: { type: string } } } }
      steps:
      - stepId: make
        operationId: make
        x-each: { in: $inputs.names, as: name${more} }
        requestBody: { contentType: application/json, payload: { name: $each.name } }
        ${actions}
        outputs: { id: $response.body#/id }
      ${rest}
      outputs: { all: $steps.make.outputs }
  `;
}

/** The API makes things that have the names of their requests as ids, but for those that it refuses. */
function maker(refused: Readonly<Record<string, Reply>> = {}): (request: Received) => Reply {
  return ({ body }) => {
    const { name } = JSON.parse(body);
    return refused[name] ?? made(`id of ${name}`);
  };
}

const sent = (...names: readonly string[]): readonly string[] => names.map((name) => `POST /things {"name":"${name}"}`);
const ids = (...names: readonly string[]): readonly object[] => names.map((name) => ({ id: `id of ${name}` }));

function checkpointOf({ error }: Ran): Checkpoint {
  if (typeof error !== "object" || error === null || !("checkpoint" in error)) throw error;
  return JSON.parse(JSON.stringify(error.checkpoint));
}

describe("a step with `x-each`", () => {
  const ways = ["", ", concurrency: 3", ", onFailure: collect", ", concurrency: 3, onFailure: collect"];

  test.each(ways)("is done for each element, in the order of the list%s", async (more) => {
    const ran = await running.run(makingEach(more), { replies: maker(), input: { names: ["a", "b", "c", "d"] } });
    if (ran.error !== undefined) throw ran.error;
    expect(ran.sent.toSorted()).toEqual(sent("a", "b", "c", "d"));
    const ok = more.includes("collect") ? { ok: true } : {};
    expect(ran.result).toEqual({ all: ids("a", "b", "c", "d").map((each) => ({ ...ok, ...each })) });
  });

  test.each(ways)("of a list without elements sends nothing%s", async (more) => {
    const ran = await running.run(makingEach(more), { replies: maker(), input: { names: [] } });
    expectEnd(ran, { sent: [], result: { all: [] } });
  });

  test.each(ways)("of a list that is too long sends nothing%s", async (more) => {
    const ran = await running.run(makingEach(`${more}, limit: 2`), {
      replies: maker(),
      input: { names: ["a", "b", "c"] },
    });
    expect(ran.sent).toEqual([]);
    expect(ran.error).toMatchObject({
      code: "invalid-input",
      message: "workflow make-each, step make: the list has 3 elements, and may have 2",
    });
  });

  test("knows the position of the element, and what is inside of it", async () => {
    const given = yaml`
      workflows:
      - workflowId: make-each
        inputs:
          type: object
          properties:
            people: { type: array, items: { type: object, required: [name], properties: { name: { type: string } } } }
        steps:
        - stepId: make
          operationId: make
          x-each: { in: $inputs.people, as: person }
          requestBody:
            contentType: application/json
            payload: { name: $each.person#/name, note: "number {$each.index}" }
          outputs: { id: $response.body#/id, name: $each.person#/name }
        outputs: { ids: $steps.make.outputs.id, names: $steps.make.outputs.name, last: $steps.make.outputs.id#/1 }
    `;
    const call = await running.load(given);
    expectEnd(await call({ replies: maker(), input: { people: [{ name: "a" }, { name: "b" }] } }), {
      sent: [`POST /things {"name":"a","note":"number 0"}`, `POST /things {"name":"b","note":"number 1"}`],
      result: { ids: ["id of a", "id of b"], names: ["a", "b"], last: "id of b" },
    });
    expectEnd(await call({ replies: maker() }), { sent: [], result: { ids: [], names: [], last: undefined } });
  });

  test("tries each element again by itself", async () => {
    const actions = `onFailure: [{ name: busy, type: retry, retryAfter: 1, retryLimit: 2, criteria: [{ condition: $statusCode == 409 }] }]`;
    const tries = new Map<string, number>();
    const replies = ({ body }: Received): Reply => {
      const { name } = JSON.parse(body);
      tries.set(name, (tries.get(name) ?? 0) + 1);
      return tries.get(name) === 3 ? made(`id of ${name}`) : { status: 409, body: { reason: "busy" } };
    };
    for (const more of ["", ", concurrency: 1, onFailure: collect"]) {
      tries.clear();
      const ran = await running.run(makingEach(more, { actions }), { replies, input: { names: ["a", "b"] } });
      if (ran.error !== undefined) throw ran.error;
      expect(ran.sent).toEqual(sent("a", "a", "a", "b", "b", "b"));
      expect(ran.waits).toEqual([
        ["make[0]#2#wait", 1_000],
        ["make[0]#3#wait", 1_000],
        ["make[1]#2#wait", 1_000],
        ["make[1]#3#wait", 1_000],
      ]);
    }
  });

  test.each(["", ", concurrency: 2"])("is polled for each element%s", async (more) => {
    const given = yaml`
      workflows:
      - workflowId: look-at-each
        inputs: { type: object, required: [ids], properties: { ids: { type: array, items: { type: string } } } }
        steps:
        - stepId: look
          operationId: look
          x-each: { in: $inputs.ids, as: id${more} }
          parameters: [{ name: id, in: path, value: $each.id }]
          onSuccess:
          - { name: ready, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }
          - { name: broken, type: end, criteria: [{ condition: $response.body#/state == 'broken' }] }
          outputs: { state: $response.body#/state }
        - stepId: make
          operationId: make
          requestBody: { contentType: application/json, payload: { name: last } }
        outputs: { states: $steps.look.outputs.state }
    `;
    const looks = new Map<string, number>();
    const replies = ({ url, method }: Received): Reply => {
      if (method === "POST") return made("1");
      looks.set(url, (looks.get(url) ?? 0) + 1);
      return thing("1", looks.get(url) === 2 ? (url.endsWith("a") ? "ready" : "broken") : "new");
    };
    const ran = await running.run(given, { replies, input: { ids: ["a", "b"] } });
    if (ran.error !== undefined) throw ran.error;
    expect(ran.sent.at(-1)).toBe(`POST /things {"name":"last"}`);
    expect(ran.sent.toSorted().slice(0, 4)).toEqual([
      "GET /things/a",
      "GET /things/a",
      "GET /things/b",
      "GET /things/b",
    ]);
    expect(ran.waits.map(([id]) => id).toSorted()).toEqual(["look[0]/poll-2/wait", "look[1]/poll-2/wait"]);
    expect(ran.result).toEqual({ states: ["ready", "broken"] });
  });

  test("goes through a list of an answer, and of another step with `x-each`", async () => {
    const given = yaml`
      workflows:
      - workflowId: renew
        steps:
        - stepId: list
          operationId: list
          outputs: { things: $response.body#/things }
        - stepId: drop
          operationId: drop
          x-each: { in: $steps.list.outputs.things }
          parameters: [{ name: id, in: path, value: $each.item#/id }]
          outputs: { id: $each.item#/id }
        - stepId: make
          operationId: make
          x-each: { in: $steps.drop.outputs.id, as: id, concurrency: 4 }
          requestBody: { contentType: application/json, payload: { name: "was {$each.id}" } }
    `;
    const things = ["1", "2"].map((id) => ({ id, state: "new" }));
    const replies = ({ method }: Received): Reply =>
      method === "GET" ? { body: { things } } : method === "DELETE" ? { status: 204 } : made("3");
    expectEnd(await running.run(given, { replies }), {
      sent: ["GET /things", "DELETE /things/1", "DELETE /things/2", ...sent("was 1", "was 2")],
      result: {},
    });
    const { error, sent: asked } = await running.run(given, { replies: [{ body: { things: "none" } }] });
    expect(error).toMatchObject({ code: "invalid-answer" });
    expect(asked).toEqual(["GET /things"]);
  });
});

describe("an element that fails", () => {
  const refused = maker({ b: { status: 409, body: { reason: "there" } } });

  test("ends the run, and one that resumes goes on with it", async () => {
    const call = await running.load(makingEach(""));
    const input = { names: ["a", "b", "c"] };
    const failed = await call({ replies: refused, input });
    expect(failed.sent).toEqual(sent("a", "b"));
    expect(failed.error).toMatchObject({
      code: "step-failed",
      stepId: "make",
      stepPath: "make[1]",
      outcome: "not-done",
    });
    expect(failed.error).toMatchObject({ message: expect.stringMatching(/^workflow make-each, step make\[1\]: /) });
    const resume = checkpointOf(failed);
    expect(Object.keys(resume.answers)).toEqual(["make[0]"]);

    const resumed = await call({ replies: maker(), input, options: { resume } });
    expectEnd(resumed, { sent: sent("b", "c"), result: { all: ids("a", "b", "c") } });
  });

  test("lets those end that are done beside it, and begins no others", async () => {
    const call = await running.load(makingEach(", concurrency: 3"));
    const input = { names: ["a", "b", "c", "d", "e"] };
    // It is refused once all three have come, and what is beside it is answered behind that.
    const waiting: (() => void)[] = [];
    let refuse: (() => void) | undefined;
    const come = (): void => {
      if (waiting.length === 2) refuse?.();
    };
    const replies = ({ body }: Received): Reply => {
      const { name } = JSON.parse(body);
      const type = { "content-type": "application/json" };
      return {
        raw(response) {
          if (name === "b") {
            refuse = () => response.writeHead(409, type).end(`{ "reason": "there" }`);
            return come();
          }
          const answer = JSON.stringify({ id: `id of ${name}`, state: "new" });
          waiting.push(() => response.writeHead(201, type).end(answer));
          come();
        },
      };
    };
    const onStep = ({ type, id }: StepEvent): void => {
      if (type === "end" && id === "make[1]") waiting.forEach((answer) => answer());
    };
    const failed = await call({ replies, input, options: { onStep } });
    expect(failed.error).toMatchObject({ code: "step-failed", stepPath: "make[1]" });
    const resume = checkpointOf(failed);
    expect(resume.unknown).toEqual([]);
    expect(failed.sent.toSorted()).toEqual(sent("a", "b", "c"));
    expect(resume.done).toEqual({
      "make[0]": { result: { id: "id of a" } },
      "make[2]": { result: { id: "id of c" } },
    });
    expect(resume.answers).toEqual({});

    const resumed = await call({ replies: maker(), input, options: { resume } });
    if (resumed.error !== undefined) throw resumed.error;
    expect(resumed.result).toEqual({ all: ids("a", "b", "c", "d", "e") });
    expect(resumed.sent.toSorted()).toEqual(sent("b", "d", "e"));
  });

  test.each([", onFailure: collect", ", concurrency: 2, onFailure: collect"])("becomes data%s", async (more) => {
    const call = await running.load(makingEach(more));
    const input = { names: ["a", "b", "c"] };
    const ran = await call({ replies: refused, input });
    if (ran.error !== undefined) throw ran.error;
    expect(ran.sent.toSorted()).toEqual(sent("a", "b", "c"));
    const [a, c] = ids("a", "c");
    expect(ran.result).toEqual({
      all: [
        { ok: true, ...a },
        { ok: false, error: expect.objectContaining({ code: "step-failed", stepPath: "make[1]", status: 409 }) },
        { ok: true, ...c },
      ],
    });
  });

  test("and whose failure became data fails in a run that resumes without a request", async () => {
    const rest = `- { stepId: last, operationId: drop, parameters: [{ name: id, in: path, value: "1" }] }`;
    const call = await running.load(makingEach(", onFailure: collect", { rest }));
    const input = { names: ["a", "b"] };
    const answers = ({ method, ...request }: Received): Reply =>
      method === "DELETE" ? { status: 500 } : refused({ method, ...request });
    const failed = await call({ replies: answers, input });
    expect(failed.error).toMatchObject({ stepId: "last" });
    const resumed = await call({
      replies: [{ status: 204 }],
      input,
      options: { resume: checkpointOf(failed) },
    });
    expect(resumed.sent).toEqual(["DELETE /things/1"]);
    expect(resumed.result).toMatchObject({ all: [{ ok: true }, { ok: false, error: { status: 409 } }] });
  });

  test("is not done again, nor are those of which nothing is read", async () => {
    const given = yaml`
      workflows:
      - workflowId: make-each
        inputs: { type: object, required: [names], properties: { names: { type: array, items: { type: string } } } }
        steps:
        - stepId: make
          operationId: make
          x-each: { in: $inputs.names, as: name, onFailure: collect }
          requestBody: { contentType: application/json, payload: { name: $each.name } }
        - { stepId: last, operationId: drop, parameters: [{ name: id, in: path, value: "1" }] }
    `;
    const call = await running.load(given);
    const input = { names: ["a", "b"] };
    const replies = ({ method, ...request }: Received): Reply =>
      method === "DELETE" ? { status: 404 } : refused({ method, ...request });
    const resume = checkpointOf(await call({ replies, input }));
    expect([resume.done, Object.keys(resume.answers)]).toEqual([{ "make[0]": {} }, ["make[1]"]]);
    const resumed = await call({ replies: [{ status: 204 }], input, options: { resume } });
    expectEnd(resumed, { sent: ["DELETE /things/1"], result: {} });
  });

  test("so that nobody knows whether it took effect is of itself alone", async () => {
    const lost = maker({ b: { raw: (response) => response.destroy() } });
    const input = { names: ["a", "b", "c"] };
    const call = await running.load(makingEach(""));
    const stopped = await call({ replies: lost, input });
    expect(stopped.error).toMatchObject({
      code: "unknown-outcome",
      stepPath: "make[1]",
      message: expect.stringContaining(`resend: ["make[1]"]`),
    });
    const resume = checkpointOf(stopped);
    expect(resume.unknown).toEqual(["make[1]"]);

    const unsure = await call({ replies: maker(), input, options: { resume } });
    expect([unsure.error, unsure.sent]).toMatchObject([{ code: "unknown-outcome" }, []]);
    for (const step of ["make", "make[1]"]) {
      const resumed = await call({ replies: maker(), input, options: { resume, resend: [step] } });
      expectEnd(resumed, { sent: sent("b", "c"), result: { all: ids("a", "b", "c") } });
    }

    const collected = await running.run(makingEach(", onFailure: collect"), { replies: lost, input });
    expect(collected.result).toMatchObject({
      all: [{ ok: true }, { ok: false, error: { code: "unknown-outcome" } }, { ok: true }],
    });
  });

  test("with the run, because that was aborted, is no data", async () => {
    const abort = new AbortController();
    const replies = (request: Received): Reply => {
      if (JSON.parse(request.body).name === "b") abort.abort(new Error("enough"));
      return maker()(request);
    };
    const ran = await running.run(makingEach(", onFailure: collect, concurrency: 2"), {
      replies,
      input: { names: ["a", "b", "c", "d", "e", "f"] },
      options: { signal: abort.signal },
    });
    expect(ran.error).toMatchObject({ code: "aborted" });
    expect(ran.sent.length).toBeLessThan(6);
  });
});

test("each element may take as many steps as a run", async () => {
  const ran = await running.run(makingEach(""), {
    replies: maker(),
    input: { names: ["a", "b", "c"] },
    options: { maxSteps: 1 },
  });
  expectEnd(ran, { sent: sent("a", "b", "c"), result: { all: ids("a", "b", "c") } });
});

test("a workflow is called for each element, as a part of the run", async () => {
  const given = yaml`
    workflows:
    - workflowId: make-each
      inputs: { type: object, required: [names], properties: { names: { type: array, items: { type: string } } } }
      steps:
      - stepId: one
        workflowId: make-one
        x-each: { in: $inputs.names, as: name, concurrency: 2, onFailure: collect }
        parameters: [{ name: name, value: $each.name }]
      outputs: { all: $steps.one.outputs }
    - workflowId: make-one
      inputs: { type: object, required: [name], properties: { name: { type: string } } }
      steps:
      - stepId: make
        operationId: make
        requestBody: { contentType: application/json, payload: { name: $inputs.name } }
        outputs: { id: $response.body#/id }
        onSuccess:
        - { name: plain, type: end, criteria: [{ condition: $response.body#/state == 'new' }] }
      - stepId: look
        operationId: look
        parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
      outputs: { id: $steps.make.outputs.id }
  `;
  const replies = ({ method, url, body }: Received): Reply => {
    if (method === "GET") return url.endsWith("2") ? { status: 404 } : thing("3");
    const { name } = JSON.parse(body);
    return made(name, name === "1" ? "new" : "ready");
  };
  const ran = await running.run(given, { fn: "makeEach", replies, input: { names: ["1", "2", "3"] } });
  if (ran.error !== undefined) throw ran.error;
  expect(ran.result).toEqual({
    all: [
      { ok: true, outcome: "plain", id: "1" },
      { ok: false, error: expect.objectContaining({ stepPath: "one[1]/look", status: 404 }) },
      { ok: true, outcome: "completed", id: "3" },
    ],
  });
});
