import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import type { GeneratedWorkflow } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

const answer = yaml`
  description: The thing.
  content:
    application/json:
      schema:
        type: object
        required: [id, state]
        properties: { id: { type: string }, state: { type: string, enum: [new, ready, broken] }, code: { type: integer } }
`;

const things = yaml`
  paths:
    /things:
      get: { operationId: read, responses: { "200": { $ref: "#/components/responses/Thing" } } }
      post: { operationId: make, responses: { "200": { $ref: "#/components/responses/Thing" } } }
  components:
    responses:
      Thing:
        ${answer.replaceAll("\n", "\n        ")}
`;

function step(operationId: string): string {
  return yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: check
        operationId: ${operationId}
        outputs: { id: $response.body#/id, state: $response.body#/state }
        <given>
      outputs: { id: $steps.check.outputs.id, state: $steps.check.outputs.state }
  `;
}

const ready = "{ name: ready, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }";
const broken = "{ name: broken, type: end, criteria: [{ condition: $response.body#/state == 'broken' }] }";

describe("a last step that only reads", () => {
  testEach([
    {
      name: "and ends under criteria is polled",
      given: `onSuccess: [${ready}, ${broken}]`,
      want: `
        1:1 note poll-inferred the step 'check' is polled until one of its criteria holds
          | Say so with 'x-poll: { interval: 1000 }' on the step, or forbid it with 'x-poll: false'.
        const polling = run.polling("check");
        for (;;) {
          const check = await api.GET("/things", {
            ...polling.attempt({ expect: "2xx" }),
          });
          const { id, state } = check.data;
          if (isOneOf(state, "ready")) return { outcome: "ready", id, state };
          if (isOneOf(state, "broken")) return { outcome: "broken", id, state };
          await polling.wait({ id, state });
        }
      `,
    },
    {
      name: "and ends under one criterion is polled too",
      given: `onSuccess: [${ready}]`,
      want: `
        1:1 note poll-inferred the step 'check' is polled until one of its criteria holds
          | Say so with 'x-poll: { interval: 1000 }' on the step, or forbid it with 'x-poll: false'.
        const polling = run.polling("check");
        for (;;) {
          const check = await api.GET("/things", {
            ...polling.attempt({ expect: "2xx" }),
          });
          const { id, state } = check.data;
          if (isOneOf(state, "ready")) return { id, state };
          await polling.wait({ id, state });
        }
      `,
    },
    {
      name: "and ends is not polled",
      given: "onSuccess: [{ name: done, type: end }]",
      want: `
        const check = await api.GET("/things", {
          ...run.step("check", { expect: "2xx" }),
        });

        return { id: check.data.id, state: check.data.state };
      `,
    },
    {
      name: "and ends in the end always is not polled",
      given: `onSuccess: [${ready}, { name: other, type: end }]`,
      want: `
        const check = await api.GET("/things", {
          ...run.step("check", { expect: "2xx" }),
        });
        const { id, state } = check.data;
        if (isOneOf(state, "ready")) return { outcome: "ready", id, state };

        return { outcome: "other", id, state };
      `,
    },
    {
      name: "and has no success actions is not polled",
      given: "description: Check.",
      want: `
        // Check.
        const check = await api.GET("/things", {
          ...run.step("check", { expect: "2xx" }),
        });

        return { id: check.data.id, state: check.data.state };
      `,
    },
    {
      name: "is not polled if that is forbidden",
      given: `x-poll: false\nonSuccess: [${ready}]`,
      want: `
        const check = await api.GET("/things", {
          ...run.step("check", { expect: "2xx" }),
        });
        const { id, state } = check.data;
        if (isOneOf(state, "ready")) return { outcome: "ready", id, state };

        return { outcome: "completed", id, state };
      `,
    },
    {
      name: "is polled by times",
      given: `x-poll: { interval: 500, factor: 2, maxInterval: 10000, deadline: 1234567 }\nonSuccess: [${ready}]`,
      want: `
        const polling = run.polling("check", { interval: 500, factor: 2, maxInterval: 10_000, deadline: 1_234_567 });
        for (;;) {
          const check = await api.GET("/things", {
            ...polling.attempt({ expect: "2xx" }),
          });
          const { id, state } = check.data;
          if (isOneOf(state, "ready")) return { id, state };
          await polling.wait({ id, state });
        }
      `,
    },
    {
      name: "is polled by some times",
      given: `x-poll: { deadline: 60000 }\nonSuccess: [${ready}]`,
      want: `
        const polling = run.polling("check", { deadline: 60_000 });
        for (;;) {
          const check = await api.GET("/things", {
            ...polling.attempt({ expect: "2xx" }),
          });
          const { id, state } = check.data;
          if (isOneOf(state, "ready")) return { id, state };
          await polling.wait({ id, state });
        }
      `,
    },
    {
      name: "is polled by the times of the runtime",
      given: `x-poll: {}\nonSuccess: [${ready}]`,
      want: `
        const polling = run.polling("check");
        for (;;) {
          const check = await api.GET("/things", {
            ...polling.attempt({ expect: "2xx" }),
          });
          const { id, state } = check.data;
          if (isOneOf(state, "ready")) return { id, state };
          await polling.wait({ id, state });
        }
      `,
    },
    {
      name: "is to be polled, and nothing says until when",
      given: "x-poll: { interval: 500 }",
      want: `
        1:1 error poll-without-end nothing says when the poll of 'check' is done
          | Let it be the last step and end under criteria, or let a 'goto' lead back to it.
      `,
    },
    {
      name: "is to be polled, and ends at once",
      given: "x-poll: { interval: 500 }\nonSuccess: [{ name: done, type: end }]",
      want: `
        1:1 error poll-without-end nothing says when the poll of 'check' is done
          | Let it be the last step and end under criteria, or let a 'goto' lead back to it.
      `,
    },
    {
      name: "has a misspelt time",
      given: `x-poll: { intervall: 500 }\nonSuccess: [${ready}]`,
      want: `
        1:11 error invalid-document 'intervall' is no field that is known here
          | Did you mean 'interval'?
      `,
    },
    {
      name: "has a negative time",
      given: `x-poll: { interval: -1 }\nonSuccess: [${ready}]`,
      want: "1:21 error invalid-document 'interval' has to be more than 0",
    },
    {
      name: "has a time as text",
      given: `x-poll: { interval: 5s }\nonSuccess: [${ready}]`,
      want: "1:21 error invalid-document 'interval' has to be a number, not text",
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(step("read"), given), openapi: things };
    expectText(await compiler.told(documents, behindTheClient), want);
  });
});

describe("a last step that writes", () => {
  testEach([
    {
      name: "is not polled, though it ends under criteria",
      given: `onSuccess: [${ready}]`,
      want: `
        const check = await api.POST("/things", {
          ...run.step("check", { expect: "2xx" }),
        });
        const { id, state } = check.data;
        if (isOneOf(state, "ready")) return { outcome: "ready", id, state };

        return { outcome: "completed", id, state };
      `,
    },
    {
      name: "is polled if the document says so",
      given: `x-poll: { interval: 500 }\nonSuccess: [${ready}]`,
      want: `
        const polling = run.polling("check", { interval: 500 });
        for (;;) {
          const check = await api.POST("/things", {
            ...polling.attempt({ expect: "2xx" }),
          });
          const { id, state } = check.data;
          if (isOneOf(state, "ready")) return { id, state };
          await polling.wait({ id, state });
        }
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(step("make"), given), openapi: things };
    expectText(await compiler.told(documents, behindTheClient), want);
  });
});

describe("a step before the last one", () => {
  const document = yaml`
    workflows:
    - workflowId: test
      steps:
      - stepId: check
        operationId: read
        outputs: { id: $response.body#/id }
        <given>
      - stepId: again
        operationId: read
        outputs: { id: $response.body#/id }
      outputs: { id: $steps.again.outputs.id }
  `;
  testEach([
    {
      name: "is not polled, though it ends under criteria",
      given: `onSuccess: [${ready}]`,
      want: `
        const check = await api.GET("/things", {
          ...run.step("check", { expect: "2xx" }),
        });
        if (isOneOf(check.data.state, "ready")) return { outcome: "ready" };

        const again = await api.GET("/things", {
          ...run.step("again", { expect: "2xx" }),
        });

        return { outcome: "completed", id: again.data.id };
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(await compiler.told(documents, behindTheClient), want);
  });
});

describe("what is known when a poll gives up", () => {
  const document = yaml`
    workflows:
    - workflowId: test
      inputs: { required: [name], properties: { name: { type: string } } }
      steps:
      - stepId: first
        operationId: make
        outputs: { id: $response.body#/id }
      - stepId: check
        operationId: read
        outputs: { state: $response.body#/state, code: $response.body#/code }
        x-poll: {}
        onSuccess: [${ready}, ${broken}]
      outputs: <given>
  `;
  testEach([
    {
      name: "is all that the workflow would return",
      given: "{ id: $steps.first.outputs.id, state: $steps.check.outputs.state, code: $steps.check.outputs.code }",
      want: `
        outside 3:45 warning unused-input no step reads the input 'name'
          | Read it in a step, or remove it from the inputs.
        const polling = run.polling("check");
        for (;;) {
          const check = await api.GET("/things", {
            ...polling.attempt({ expect: "2xx" }),
          });
          const { state, code } = check.data;
          if (isOneOf(state, "ready")) return { outcome: "ready", id, state, code };
          if (isOneOf(state, "broken")) return { outcome: "broken", id, state, code };
          await polling.wait({ id, state, code });
        }
      `,
    },
    {
      name: "is nothing where the workflow returns nothing",
      given: "{}",
      want: `
        outside 3:45 warning unused-input no step reads the input 'name'
          | Read it in a step, or remove it from the inputs.
        const polling = run.polling("check");
        for (;;) {
          const check = await api.GET("/things", {
            ...polling.attempt({ expect: "2xx" }),
          });
          const { state } = check.data;
          if (isOneOf(state, "ready")) return { outcome: "ready" };
          if (isOneOf(state, "broken")) return { outcome: "broken" };
          await polling.wait({});
        }
      `,
    },
    {
      name: "is an input too",
      given: "{ name: $inputs.name }",
      want: `
        const polling = run.polling("check");
        for (;;) {
          const check = await api.GET("/things", {
            ...polling.attempt({ expect: "2xx" }),
          });
          const { state } = check.data;
          if (isOneOf(state, "ready")) return { outcome: "ready", name: input.name };
          if (isOneOf(state, "broken")) return { outcome: "broken", name: input.name };
          await polling.wait({ name: input.name });
        }
      `,
    },
  ])(async ({ given, want }) => {
    const documents = { arazzo: within(document, given), openapi: things };
    expectText(
      await compiler.told(documents, ({ statements }) => /const polling[^]*/.exec(statements)?.[0] ?? statements),
      want,
    );
  });
});

/** All behind the line that opens the client. */
function behindTheClient({ statements }: GeneratedWorkflow): string {
  return statements.replace(/^const api = .*\n/, "").trim();
}

compiler.testTypes();
