import { describe, expect, test } from "vitest";
import type { Runner } from "../../templates/runtime/index.js";
import { quick } from "../runtime/support/options.js";
import { Compiler, expectText } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running, thing } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler();
const running = new Running(compiler);

const callback = "x-callback: { event: thing-ready, match: $steps.make.outputs.id, url: note }";
const state = (value: string): string => `criteria: [{ condition: $response.body#/state == '${value}' }]`;

/** Options of a run that a callback wakes from each wait, and the waits. */
function woken(): { options: { runner: Runner; callbacks: object }; waits: [string, string][] } {
  const waits: [string, string][] = [];
  const runner: Runner = {
    ...quick().runner,
    async wait(id, _ms, { name }) {
      waits.push([id, name]);
      return true;
    },
  };
  const callbacks = { url: "https://app.example.com/callbacks", wakeups: { listen: () => () => undefined } };
  return { options: { runner, callbacks }, waits };
}

/** The first step leads into the middle of the loop in which the second one is polled. */
const tangled = yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: make
      operationId: make
      requestBody: { payload: { name: n } }
      outputs: { id: $response.body#/id }
      onSuccess: [{ name: in, type: goto, stepId: tell, ${state("ready")} }]
    - stepId: wait
      x-poll: { interval: 500 }
      ${callback}
      operationId: look
      parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
      outputs: { state: $response.body#/state }
    - stepId: tell
      operationId: make
      requestBody: { payload: { name: told } }
      onSuccess: [{ name: back, type: goto, stepId: wait, ${state("new")} }]
    outputs: { id: $steps.make.outputs.id }
`;

describe("a step that is polled among the cases of a switch", () => {
  test("listens before it asks", async () => {
    const want = yaml`
      case "wait": {
        await polling.wokenBy("thing-ready", run.present(id, "make", "$response.body#/id"));

        await api.GET("/things/{id}", {
          ...polling.attempt({ expect: "2xx", unread: true }),
          params: { path: { id: run.present(id, "make", "$response.body#/id") } },
        });
        next = "tell";
        continue steps;
      }
    `;
    const code = await compiler.told({ arazzo: tangled, openapi: things }, ({ statements }) => statements);
    const [shown = code] = /^ *case "wait": \{$[^]*?(?=\n *case "tell")/m.exec(code) ?? [];
    expectText(yaml`${shown}`, want);
  });

  test("is asked once a callback has come, and listens once", async () => {
    const { options, waits } = woken();
    const replies = [made("t1"), thing("t1"), made("t2", "new"), thing("t1", "ready"), made("t3", "ready")];
    expectEnd(await running.run(tangled, { replies, options }), {
      sent: [
        'POST /things {"name":"n","note":"https://app.example.com/callbacks"}',
        "GET /things/t1",
        'POST /things {"name":"told"}',
        "GET /things/t1",
        'POST /things {"name":"told"}',
      ],
      result: { id: "t1" },
    });
    expect(waits).toEqual([
      ["wait/wait", "thing-ready t1"],
      ["wait/poll-2/wait", "thing-ready t1"],
    ]);
  });
});

/** A step that calls a workflow, which makes a thing and waits until that is ready. */
const calling = yaml`
  arazzo: 1.1.0
  workflows:
  - workflowId: test
    steps:
    - { stepId: first, workflowId: make-and-wait, outputs: { id: $outputs.id } }
    - { stepId: second, workflowId: make-and-wait, outputs: { id: $outputs.id } }
    outputs: { ids: "{$steps.first.outputs.id} {$steps.second.outputs.id}" }
  - workflowId: make-and-wait
    steps:
    - stepId: make
      operationId: make
      requestBody: { payload: { name: n } }
      outputs: { id: $response.body#/id }
    - stepId: wait
      x-poll: { interval: 500 }
      ${callback}
      operationId: look
      parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]
      onSuccess: [{ name: ready, type: end, ${state("ready")} }]
    outputs: { id: $steps.make.outputs.id }
`;

test("a workflow that a step calls takes the callbacks of its caller", async () => {
  const { options, waits } = woken();
  const replies = [made("t1"), thing("t1", "ready"), made("t2"), thing("t2", "ready")];
  const told = 'POST /things {"name":"n","note":"https://app.example.com/callbacks"}';
  expectEnd(await running.run(calling, { replies, options, fn: "test" }), {
    sent: [told, "GET /things/t1", told, "GET /things/t2"],
    result: { ids: "t1 t2" },
  });
  expect(waits).toEqual([
    ["first/wait/wait", "thing-ready t1"],
    ["second/wait/wait", "thing-ready t2"],
  ]);
});

compiler.testTypes();
