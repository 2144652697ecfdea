import { describe, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { showing } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["unhandled-status"] });

const openapi = yaml`
  servers: [{ url: https://api.example.com }]
  paths:
    /things:
      get:
        operationId: read
        responses:
          "200":
            description: A thing.
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    sid: { type: string }
                    state: { type: string, enum: [new, ready, old], description: How it is. }
                    line: { type: object, properties: { kind: { type: string }, carrier: { type: string } } }
                    caller: { type: object, properties: { caller: { type: string }, age: { type: integer } } }
      post:
        operationId: send
        requestBody:
          required: true
          content:
            application/json:
              schema: { type: object, required: [sid], properties: { sid: { type: string } } }
        responses: { "204": { description: Done. } }
    /lists:
      get:
        operationId: list
        responses:
          "200":
            description: A page.
            headers: { Link: { schema: { type: string } } }
            content:
              application/json:
                schema: { type: object, required: [things], properties: { things: { type: array, items: { type: string } } } }
`;

const send = (stepId: string, more = ""): string =>
  `- { stepId: ${stepId}, operationId: send, requestBody: { payload: { sid: $steps.read.outputs.sid } }${more} }`;

const reading = (outputs: string, more = "", steps = ""): string => yaml`
  workflows:
  - workflowId: test
    steps:
    - stepId: read
      operationId: read
      x-poll: false
      ${more}
      outputs: { sid: $response.body#/sid, readState: $response.body#/state }
    ${steps}
    outputs: { ${outputs} }
`;

const state = (value: string): string => `criteria: [{ condition: $response.body#/state == '${value}' }]`;

describe("what an answer holds is read once", () => {
  testEach([
    {
      name: "by a property that may be missing, of several values below it",
      given: reading("kind: $steps.read.outputs.kind, carrier: $steps.read.outputs.carrier").replace(
        "sid: $response.body#/sid",
        "kind: $response.body#/line/kind, carrier: $response.body#/line/carrier",
      ),
      want: `
        const { line } = read.data;

        return { kind: line?.kind, carrier: line?.carrier };
      `,
    },
    {
      name: "by the property itself, where only one value below it is read",
      given: reading("kind: $steps.read.outputs.kind").replace(
        "sid: $response.body#/sid",
        "kind: $response.body#/line/kind",
      ),
      want: `
        return { kind: read.data.line?.kind };
      `,
    },
    {
      name: "by a property under another name than that of the text in it, which is the output's",
      given: reading("caller: $steps.read.outputs.caller, age: $steps.read.outputs.age").replace(
        "sid: $response.body#/sid",
        "caller: $response.body#/caller/caller, age: $response.body#/caller/age",
      ),
      want: `
        const { caller: callerData } = read.data;

        return { caller: callerData?.caller, age: callerData?.age };
      `,
    },
    {
      name: "under the variable that the property has already",
      given: reading(
        "line: $steps.read.outputs.line, kind: $steps.read.outputs.kind, all: $steps.read.outputs.line",
      ).replace(
        "sid: $response.body#/sid",
        "line: $response.body#/line, kind: $response.body#/line/kind, carrier: $response.body#/line/carrier",
      ),
      want: `
        const { line } = read.data;

        return { line, kind: line?.kind, all: line };
      `,
    },
    {
      name: "under its own name where that is the output's, too",
      given: reading(
        "state: $steps.read.outputs.readState",
        `successCriteria: [{ condition: $response.body#/state == 'new' }]`,
      ),
      want: `
        const { state } = read.data;
        if (!isOneOf(state, "new")) run.fail(read, "state is new");

        return { state };
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi }, (workflow) => workflow.afterwards), want);
  });
});

describe("a header", () => {
  const again = "onFailure: [{ name: again, type: retry, retryLimit: 1 }]";

  testEach([
    {
      name: "is read of the answer where that is seen",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - stepId: read
            operationId: read
            successCriteria: [{ condition: $response.header.X-Request-Id != null }]
            ${again}
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const retry = run.retry("read");
        for (;;) {
          const read = await api.GET("/things", {
            ...retry.attempt({ unread: true }),
          });
          if (read.ok && read.response.headers.get("X-Request-Id") != null) return {};
          if (await retry.again(read.response, { name: "again", limit: 1, after: 0 })) continue;
          if (!read.ok) run.fail(read);
          run.fail(read, "header X-Request-Id is not null");
        }
      `,
    },
    {
      name: "has a variable where the answer is not seen",
      given: yaml`
        workflows:
        - workflowId: test
          steps:
          - stepId: list
            operationId: list
            x-pages: { items: $response.body#/things, next: $response.header.Link }
            ${again}
          outputs: { things: $steps.list.outputs.items }
      `,
      want: `
        const api = run.api<Api>("https://api.example.com", { source: "api" });

        const things: string[] = [];
        for (const page of pagesOf(run, "list", { server: "https://api.example.com", source: "api" })) {
          let listThings: string[];
          let link: string | null;

          const retry = run.retry("list");
          for (;;) {
            const list = await api.GET("/lists", {
              ...retry.attempt({ at: page.at, shape: { things: [] } }),
            });
            if (!list.ok && (await retry.again(list.response, { name: "again", limit: 1, after: 0 }))) continue;
            if (!list.ok) run.fail(list);
            listThings = list.data.things;
            link = list.response.headers.get("Link");
            break;
          }
          things.push(...page.of(listThings, nextLink(link)));
        }

        return { things };
      `,
    },
  ])(async ({ given, want }) => {
    expectText(await compiler.told({ arazzo: given, openapi }, ({ statements }) => statements), want);
  });
});

test("what two ways demand first is demanded once, before the question that parts them", async () => {
  const given = reading(
    "sid: $steps.read.outputs.sid",
    `onSuccess: [{ name: none, type: end, ${state("new")} }, { name: two, type: goto, stepId: two, ${state("old")} }]`,
    `${send("one", ", onSuccess: [{ name: sent, type: end }]")}\n    ${send("two")}`,
  );
  expectText(
    await compiler.told({ arazzo: given, openapi }, ({ statements }) =>
      statements.slice(statements.indexOf("const {")),
    ),
    `
      const { sid, state: readState } = read.data;
      if (isOneOf(readState, "new")) return { outcome: "none", sid };
      run.ensure(sid, read, "sid");
      if (isOneOf(readState, "old")) {
        await api.POST("/things", {
          ...run.step("two", { expect: "2xx", unread: true }),
          body: { sid },
        });

        return { outcome: "completed", sid };
      }

      await api.POST("/things", {
        ...run.step("one", { expect: "2xx", unread: true }),
        body: { sid },
      });

      return { outcome: "sent", sid };
    `,
  );
});

test("what all endings are known to have is there in what they have in common", async () => {
  const given = reading(
    "state: $steps.read.outputs.readState",
    `onSuccess: [{ name: fresh, type: end, ${state("new")} }, { name: done, type: end, ${state("ready")} }, { name: gone, type: end, ${state("old")} }]`,
  ).replace(/ +x-poll: false\n/, "");
  expectText(
    await compiler.told({ arazzo: given, openapi }, showing("output")),
    `
      export type TestOutput = {
        /** How it is. */
        state: ReadState;
      } & (
        | {
            outcome: "fresh";
            state: "new";
          }
        | {
            outcome: "done";
            state: "ready";
          }
        | {
            outcome: "gone";
            state: "old";
          }
      );
    `,
  );
});

compiler.testTypes();
