import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, made, Running } from "./support/running.js";
import { things } from "./support/things.js";

const compiler = new Compiler({ ignoring: ["input-required", "unused-input"] });
const running = new Running(compiler);

const api = "{ name: api, url: ./openapi.yaml, type: openapi }";

/** A document that calls workflows of others. */
function caller(sources: string, steps: string, rest = ""): string {
  return yaml`
    arazzo: 1.0.1
    sourceDescriptions: [${sources}]
    workflows:
    - workflowId: test
      steps: [${steps}]
      ${rest}
  `;
}

/** A document of its own, with a component, and an API that goes by another name there. */
const shared = yaml`
  arazzo: 1.1.0
  info: { title: Shared, version: 1.0.0 }
  sourceDescriptions:
  - { name: shop, url: ./openapi.yaml, type: openapi }
  components:
    parameters:
      id: { name: id, in: path, value: fixed }
    failureActions:
      gone: { name: gone, type: end, criteria: [{ condition: $statusCode == 404 }] }
  workflows:
  - workflowId: find
    steps:
    - stepId: look
      operationId: look
      parameters: [{ reference: $components.parameters.id }]
      onFailure: [{ reference: $components.failureActions.gone }]
      outputs: { state: $response.body#/state }
    outputs: { state: $steps.look.outputs.state }
  - workflowId: unused
    steps: [{ stepId: list, operationId: list }]
  - workflowId: find-twice
    steps:
    - { stepId: one, workflowId: find }
    - { stepId: two, workflowId: find }
    outputs: { state: $steps.two.outputs.state }
`;

const calls = "{ stepId: call, workflowId: $sourceDescriptions.shared.find-twice }";

describe("a source description of workflows", () => {
  test("is told by its type, or else by what it is", async () => {
    for (const type of [", type: arazzo", ""]) {
      const arazzo = caller(`${api}, { name: shared, url: ./shared.yaml${type} }`, calls);
      const { files, findings } = await compiler.compile({ arazzo, openapi: things, files: { "shared.yaml": shared } });
      expect(findings).toEqual([]);
      // Those that are called are made, and those that these call; the others are not.
      expect([...files.keys()].filter((name) => name.startsWith("workflows/"))).toEqual([
        "workflows/test.ts",
        "workflows/find-twice.ts",
        "workflows/find.ts",
      ]);
      expect([...files.keys()].filter((name) => name.startsWith("apis/"))).toEqual(["apis/shop.ts"]);
    }
  });

  test("says in the comment of its functions where they come from", async () => {
    const arazzo = caller(`${api}, { name: shared, url: ./shared.yaml }`, calls);
    const { workflow } = await compiler.compile({ arazzo, openapi: things, files: { "shared.yaml": shared } });
    expect(workflow("find").doc).toContain("from workflow find (shared.yaml#/workflows/0)");
  });

  test("keeps its names to itself: sources, components and workflows are those of the document they stand in", async () => {
    const arazzo = caller(
      `${api}, { name: shared, url: ./shared.yaml }`,
      calls,
      "outputs: { state: $steps.call.outputs.state }",
    );
    const given = { arazzo, files: { "shared.yaml": shared } };
    const thing = { body: { id: "fixed", state: "ready" } };
    expectEnd(await running.run(given, { replies: [thing, thing] }), {
      sent: ["GET /things/fixed", "GET /things/fixed"],
      result: { state: "ready" },
    });
    expectEnd(await running.run(given, { replies: [thing, { status: 404 }] }), {
      sent: ["GET /things/fixed", "GET /things/fixed"],
      result: { state: undefined },
    });
  });

  test("may name the document that names it", async () => {
    const other = yaml`
      arazzo: 1.0.1
      info: { title: Other, version: 1.0.0 }
      sourceDescriptions: [{ name: back, url: ./arazzo.yaml }, ${api}]
      workflows:
      - workflowId: middle
        steps: [{ stepId: call, workflowId: $sourceDescriptions.back.last }]
    `;
    const arazzo = yaml`
      sourceDescriptions: [${api}, { name: other, url: ./other.yaml }]
      workflows:
      - { workflowId: first, steps: [{ stepId: call, workflowId: $sourceDescriptions.other.middle }] }
      - { workflowId: last, steps: [{ stepId: make, operationId: make }] }
    `;
    const given = { arazzo, files: { "other.yaml": other } };
    expectEnd(await running.run(given, { replies: [made("a")] }), { sent: ["POST /things"], result: {} });
  });

  test("is found by the URI that it gives itself, wherever it lies", async () => {
    const arazzo = yaml`
      arazzo: 1.1.0
      $self: https://example.com/flows
      sourceDescriptions: [${api}, { name: other, url: ./other.yaml }]
      workflows:
      - { workflowId: first, steps: [{ stepId: call, workflowId: $sourceDescriptions.other.middle }] }
      - { workflowId: last, steps: [{ stepId: list, operationId: list }] }
    `;
    const other = yaml`
      arazzo: 1.1.0
      info: { title: Other, version: 1.0.0 }
      sourceDescriptions: [{ name: back, url: "https://example.com/flows", type: arazzo }]
      workflows:
      - { workflowId: middle, steps: [{ stepId: call, workflowId: $sourceDescriptions.back.last }] }
    `;
    const { findings } = await compiler.compile({ arazzo, openapi: things, files: { "other.yaml": other } });
    expect(findings).toEqual([]);
  });

  testEach([
    {
      name: "has no such workflow",
      given: caller(
        `${api}, { name: shared, url: ./shared.yaml }`,
        "{ stepId: call, workflowId: $sourceDescriptions.shared.fid }",
      ),
      want: `
        5:39 error unknown-workflow the source description 'shared' has no workflow 'fid'
          | Did you mean 'find'?
      `,
    },
    {
      name: "has a workflow that is called without its name",
      given: caller(`${api}, { name: shared, url: ./shared.yaml }`, "{ stepId: call, workflowId: find }"),
      want: `
        5:39 error unknown-workflow the document has no workflow 'find'
          | Write '$sourceDescriptions.shared.find'.
      `,
    },
    {
      name: "has no operations",
      given: caller(
        `${api}, { name: shared, url: ./shared.yaml }`,
        "{ stepId: call, operationId: $sourceDescriptions.shared.list }",
      ),
      want: `
        5:40 error unknown-operation the source description 'shared' is an Arazzo document, which has no operations
          | Call one of its workflows by 'workflowId'.
      `,
    },
    {
      name: "does not make an operationId ambiguous",
      given: caller(`${api}, { name: shared, url: ./shared.yaml }`, "{ stepId: call, operationId: list }"),
      want: "is compiled",
    },
    {
      name: "lies where nothing may be read",
      given: caller(`${api}, { name: shared, url: ../../shared.yaml, type: arazzo }`, calls),
      want: `
        2:94 error reference-refused '../../shared.yaml' leads out of the folders that may be read
          | Name the file yourself: --source shared=FILE
      `,
    },
    {
      name: "is somewhere on the network",
      given: caller(`${api}, { name: shared, url: "https://example.com/shared.yaml", type: arazzo }`, calls),
      want: `
        2:94 error not-fetched there is no copy of 'https://example.com/shared.yaml', and nothing is fetched here
          | Run 'twilio-workflows fetch' on the Arazzo document, or name a file yourself: --source shared=FILE
      `,
    },
    {
      name: "is said to be one of operations",
      given: caller(`${api}, { name: shared, url: ./shared.yaml, type: openapi }`, calls),
      want: "2:115 error invalid-document the source description 'shared' is of type 'arazzo', not 'openapi'",
    },
    {
      name: "is said to be one of workflows, and has operations",
      given: caller("{ name: api, url: ./openapi.yaml, type: arazzo }", "{ stepId: call, operationId: list }"),
      want: "2:62 error invalid-document the source description 'api' is of type 'openapi', not 'arazzo'",
    },
  ])(async ({ given, want }) => {
    const files = { "shared.yaml": shared };
    const told = await compiler.told({ arazzo: given, openapi: things, files }, () => "is compiled");
    // Which folders these are depends on where the tests run.
    expectText(told.replace(/(that may be read): .*/, "$1"), want);
  });

  test("with mistakes of its own is reported at its own lines", async () => {
    const arazzo = caller(`${api}, { name: shared, url: ./shared.yaml }`, calls);
    const broken = shared.replace("workflowId: find }\n", "workflowId: fnd }\n");
    const { findings } = await compiler.compile({ arazzo, openapi: things, files: { "shared.yaml": broken } });
    expect(findings).toEqual([
      "shared.yaml 23:32 error unknown-workflow the document has no workflow 'fnd' | Did you mean 'find'?",
    ]);
  });
});

test("two workflows of one name, in two documents, are told apart by their documents", async () => {
  const arazzo = yaml`
    sourceDescriptions: [${api}, { name: shared, url: ./shared.yaml }]
    workflows:
    - { workflowId: test, steps: [{ stepId: one, workflowId: Find }, { stepId: two, workflowId: $sourceDescriptions.shared.find }] }
    - { workflowId: Find, steps: [{ stepId: list, operationId: list }] }
  `;
  const { findings } = await compiler.compile({ arazzo, openapi: things, files: { "shared.yaml": shared } });
  expect(findings.map((finding) => finding.replace(/'[^']*arazzo\.yaml'/, "'arazzo.yaml'"))).toEqual([
    "shared.yaml 11:15 error name-collision the workflows 'Find' of 'arazzo.yaml' and 'find' would have the same name, " +
      "or names that differ in case only | Rename one of them.",
  ]);
});

test("a document that is not there is said to be missing", async () => {
  const arazzo = caller(`${api}, { name: shared, url: ./share.yaml, type: arazzo }`, calls);
  const { findings } = await compiler.compile({ arazzo, openapi: things });
  expect(findings).toEqual([expect.stringMatching(/^2:94 error file-unreadable There is no file '.*share\.yaml'/)]);
});

compiler.testTypes();
