import { expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { dedent, yaml } from "../support/yaml.js";

const compiler = new Compiler({ ignoring: ["poll-inferred", "unhandled-status"] });

const openapi = yaml`
  paths:
    /things:
      post: { operationId: make, responses: { "201": { $ref: "#/components/responses/Thing" } } }
      get:
        operationId: list
        responses:
          "200":
            description: Some of the things.
            content:
              application/json:
                schema:
                  type: object
                  properties: { things: { type: array, items: { type: string } }, next: { type: string } }
    /things/{id}:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      get: { operationId: read, responses: { "200": { $ref: "#/components/responses/Thing" } } }
  components:
    responses:
      Thing:
        description: The thing.
        content:
          application/json:
            schema:
              type: object
              required: [id, state]
              properties: { id: { type: string }, state: { type: string, enum: [new, ready, broken] } }
`;

const make = "{ stepId: make, operationId: make, outputs: { id: $response.body#/id }";
const read = "{ stepId: read, operationId: read, parameters: [{ name: id, in: path, value: $steps.make.outputs.id }]";
const named = "$response.body#/state == 'new' || $response.body#/state == 'broken'";
const others = `{ name: others, type: end, criteria: [{ condition: "${named}" }] }`;
const ready = "{ name: ready, type: end, criteria: [{ condition: $response.body#/state == 'ready' }] }";

function workflow(...steps: readonly string[]): string {
  return ["workflows:", "- workflowId: test", "  steps:", ...steps.map((step) => `  - ${step}`)].join("\n");
}

test.each<{ name: string; arazzo: string; want: string }>([
  {
    name: "a line of steps",
    arazzo: workflow(`${make} }`, `${read}, x-poll: false }`),
    want: `
      start(["start"])
      s1["make<br/>POST /things"]
      s2["read<br/>GET /things/{id}"]
      s2end3(["completed"])
      start --> s1
      s1 --> s2
      s2 --> s2end3
    `,
  },
  {
    name: "a last step that is asked once, since its ends name every value",
    arazzo: workflow(`${make} }`, `${read}, onSuccess: [${ready}, ${others}] }`),
    want: `
      start(["start"])
      s1["make<br/>POST /things"]
      s2["read<br/>GET /things/{id}"]
      s2choice{" "}
      s2end4(["ready"])
      s2end5(["others"])
      s2end6>"StepFailedError"]
      start --> s1
      s1 --> s2
      s2 --> s2choice
      s2choice -->|"if state is ready"| s2end4
      s2choice -->|"if state is new or broken"| s2end5
      s2choice -.->|"otherwise"| s2end6
    `,
  },
  {
    name: "a branch that leads where everything else does",
    arazzo: workflow(
      `${make}, onSuccess: [{ name: on, type: goto, stepId: last, criteria: [{ condition: $response.body#/state == 'ready' }] }, ${others}] }`,
      "{ stepId: last, operationId: make }",
    ),
    want: `
      start(["start"])
      s1["make<br/>POST /things"]
      s1choice{" "}
      s1end3(["others"])
      s2["last<br/>POST /things"]
      s2end5(["completed"])
      start --> s1
      s1 --> s1choice
      s1choice -->|"if state is ready, or otherwise"| s2
      s1choice -->|"if state is new or broken"| s1end3
      s2 --> s2end5
    `,
  },
  {
    name: "branches of which one asks the opposite of the other",
    arazzo: workflow(
      `${make}, onSuccess: [${ready}, { name: later, type: end, criteria: [{ condition: $response.body#/state != 'ready' }] }] }`,
      "{ stepId: last, operationId: make }",
    ),
    want: `
      start(["start"])
      s1["make<br/>POST /things"]
      s1choice{" "}
      s1end3(["ready"])
      s1end4(["later"])
      start --> s1
      s1 --> s1choice
      s1choice -->|"if state is ready"| s1end3
      s1choice -->|"if state is not ready"| s1end4
    `,
  },
  {
    name: "a poll, with what it waits for and its deadline",
    arazzo: workflow(
      `${make} }`,
      `${read}, x-poll: { interval: 1000, maxInterval: 1000, deadline: 90000 }, onSuccess: [${ready}] }`,
    ),
    want: `
      start(["start"])
      s1["make<br/>POST /things"]
      s2["read<br/>GET /things/{id}<br/>asked every 1 second<br/>for at most 90 seconds"]
      s2choice{" "}
      s2end4(["ready"])
      s2end5>"PollDeadlineError"]
      start --> s1
      s1 --> s2
      s2 --> s2choice
      s2choice -->|"if state is ready"| s2end4
      s2choice -->|"otherwise: wait and ask again"| s2
      s2 -.->|"after 90 seconds"| s2end5
    `,
  },
  {
    name: "a step for each element of a list, and a callback that wakes a poll",
    arazzo: workflow(
      "{ stepId: fill, operationId: make, x-each: { in: $inputs.things, as: thing, concurrency: 5, onFailure: collect } }",
      `${make} }`,
      `${read}, x-poll: { interval: 1000, maxInterval: 1000, deadline: 90000 }, x-callback: { event: thing-ready, match: $steps.make.outputs.id }, onSuccess: [${ready}] }`,
    ).replace(
      "  steps:",
      "  inputs: { type: object, properties: { things: { type: array, items: { type: string } } } }\n  steps:",
    ),
    want: `
      start(["start"])
      s1["fill<br/>POST /things<br/>for each thing, 5 at a time; a failure is kept, and the others go on"]
      s2["make<br/>POST /things"]
      s3["read<br/>GET /things/{id}<br/>asked every 1 second<br/>for at most 90 seconds<br/>or when the callback thing-ready comes"]
      s3choice{" "}
      s3end5(["ready"])
      s3end6>"PollDeadlineError"]
      start --> s1
      s1 --> s2
      s2 --> s3
      s3 --> s3choice
      s3choice -->|"if state is ready"| s3end5
      s3choice -->|"otherwise: wait and ask again"| s3
      s3 -.->|"after 90 seconds"| s3end6
    `,
  },
  {
    name: "a step that reads all pages of a list",
    arazzo: workflow(
      "{ stepId: list, operationId: list, x-pages: { items: $response.body#/things, next: $response.body#/next } }",
    ),
    want: `
      start(["start"])
      s1["list<br/>GET /things<br/>all pages of a list"]
      s1end2(["completed"])
      start --> s1
      s1 --> s1end2
    `,
  },
  {
    name: "a retry, and an ending that a failure was planned to come to",
    arazzo: workflow(
      `${make}, onFailure: [{ name: again, type: retry, retryAfter: 5, retryLimit: 3, criteria: [{ condition: $statusCode == 503 }] }, { name: refused, type: end }] }`,
    ),
    want: `
      start(["start"])
      s1["make<br/>POST /things"]
      s1end2(["completed"])
      s1end3(["refused"])
      start --> s1
      s1 --> s1end2
      s1 -->|"if HTTP status is 503: retry after 5 seconds, at most 3 times"| s1
      s1 -.->|"if it fails"| s1end3
    `,
  },
  {
    name: "jumps over a step and back",
    arazzo: workflow(
      `${make}, onSuccess: [{ name: over, type: goto, stepId: last, criteria: [{ condition: $response.body#/state == 'ready' }] }] }`,
      `${read}, x-poll: false, onSuccess: [{ name: back, type: goto, stepId: make, criteria: [{ condition: $response.body#/state == 'broken' }] }] }`,
      "{ stepId: last, operationId: make }",
    ),
    want: `
      start(["start"])
      s1["make<br/>POST /things"]
      s1choice{" "}
      s2["read<br/>GET /things/{id}"]
      s2choice{" "}
      s3["last<br/>POST /things"]
      s3end6(["completed"])
      start --> s1
      s1 --> s1choice
      s1choice -->|"if state is ready"| s3
      s1choice -->|"otherwise"| s2
      s2 --> s2choice
      s2choice -->|"if state is broken"| s1
      s2choice -->|"otherwise"| s3
      s3 --> s3end6
    `,
  },
  {
    name: "calls of another workflow, as a step and for good",
    arazzo: `${workflow("{ stepId: first, workflowId: other, onFailure: [{ name: instead, type: goto, workflowId: other }] }")}\n- workflowId: other\n  steps:\n  - ${make} }`,
    want: `
      start(["start"])
      s1[["first<br/>runs other"]]
      s1end2(["completed"])
      s1to3[["other"]]
      start --> s1
      s1 --> s1end2
      s1 -.->|"if it fails"| s1to3
    `,
  },
])("$name", async ({ arazzo, want }) => {
  const { files, findings } = await compiler.compile({ arazzo, openapi });
  const [, drawn] = /^## test\n[^]*?```mermaid\nflowchart TD\n([^]*?)```/m.exec(files.get("README.md") ?? "") ?? [];

  expect(drawn && dedent(drawn), findings.join("\n")).toBe(dedent(want));
});

test("what documents say is no part of the drawing and of the page", async () => {
  const tick = "`";
  const arazzo = yaml`
    workflows:
    - workflowId: test
      summary: "<script>alert(1)</script> | ${tick}x${tick} [link](javascript:x) ~~~"
      steps:
      - stepId: make
        operationId: make
        successCriteria: [{ condition: $statusCode == 201 }]
        onSuccess:
        - name: ready
          type: end
          criteria:
          - condition: $response.body#/id == '"]${tick}${tick}${tick}<b>&#'
  `;
  const { files, findings } = await compiler.compile({ arazzo, openapi });
  expect(findings).toEqual([]);
  const page = files.get("README.md") ?? "";

  expect(page).toContain(String.raw`\<script\>alert(1)\</script\> \| \`x\` \[link\](javascript:x) \~\~\~`);
  expect(page).toContain("id is '#34;]#96;#96;#96;#60;b#62;#38;#35;'");
  expect(page.match(/```/g)).toHaveLength(2);
});
