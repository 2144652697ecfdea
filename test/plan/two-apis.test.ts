import { describe, expect, test } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import type { GeneratedWorkflow } from "../support/generated-workflow.js";
import { yaml } from "../support/yaml.js";

const compiler = new Compiler();

function api(host: string, path: string, operationId: string, state: string): string {
  return yaml`
    openapi: 3.0.3
    info: { title: ${operationId}, version: "1" }
    servers: [{ url: https://${host} }]
    paths:
      ${path}:
        post:
          operationId: ${operationId}
          requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
          responses:
            "201":
              description: Made.
              content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
    components:
      schemas:
        State: { type: string, enum: [${state}] }
        Thing: { type: object, required: [id, state], properties: { id: { type: string }, state: { $ref: "#/components/schemas/State" } } }
  `;
}

const arazzo = yaml`
  sourceDescriptions:
  - { name: peopleApi, url: ./openapi.yaml, type: openapi }
  - { name: placesApi, url: ./places.yaml, type: openapi }
  - { name: againApi, url: ./places.yaml, type: openapi }
  workflows:
  - workflowId: test
    steps:
    - stepId: person
      operationId: $sourceDescriptions.peopleApi.makePerson
      outputs: { id: $response.body#/id, state: $response.body#/state }
    - stepId: place
      operationId: $sourceDescriptions.placesApi.makePlace
      requestBody: { payload: { name: $steps.person.outputs.id } }
      outputs: { id: $response.body#/id, state: $response.body#/state }
    - stepId: second
      operationId: $sourceDescriptions.againApi.makePlace
    outputs:
      person: $steps.person.outputs.state
      place: $steps.place.outputs.state
`;

const documents = {
  arazzo,
  openapi: api("people.example.com", "/people", "makePerson", "here, gone"),
  files: { "places.yaml": api("places.example.com", "/places", "makePlace", "open, shut") },
};

describe("two APIs in one workflow", () => {
  test("have a file of types each, however often they are named", async () => {
    const { findings, files } = await compiler.compile(documents);
    expect(findings).toEqual([]);
    const apis = [...files.keys()].filter((name) => name.startsWith("apis/"));
    expect(apis).toEqual(["apis/people-api.ts", "apis/places-api.ts"]);
  });

  testEach([
    {
      name: "have a client each, and types of one name get two",
      want: `
        import type { PeopleApi, State } from "../apis/people-api.js";
        import type { PlacesApi, PlacesState } from "../apis/places-api.js";
        import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/index.js";

        export interface TestOutput {
          person: State;
          place: PlacesState;
        }

        const people = run.api<PeopleApi>("https://people.example.com", { source: "peopleApi" });
        const places = run.api<PlacesApi>("https://places.example.com", { source: "placesApi" });
        const again = run.api<PlacesApi>("https://places.example.com", { source: "againApi" });

        const person = await people.POST("/people", {
          ...run.step("person", { expect: "2xx" }),
        });

        const place = await places.POST("/places", {
          ...run.step("place", { expect: "2xx" }),
          body: { name: person.data.id },
        });

        await again.POST("/places", {
          ...run.step("second", { expect: "2xx", unread: true }),
        });

        return { person: person.data.state, place: place.data.state };
      `,
    },
  ])(async ({ want }) => {
    const show = ({ imports, output, statements }: GeneratedWorkflow): string =>
      [imports, output, statements].join("\n\n");
    expectText(await compiler.told(documents, show), want);
  });
});

compiler.testTypes();
