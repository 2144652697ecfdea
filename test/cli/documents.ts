import { completedApi, completedArazzo } from "../support/documents.js";
import { yaml } from "../support/yaml.js";

/** An API and workflows on it, as the command line finds them in a folder. */
export const openapi = completedApi(yaml`
  paths:
    /things:
      post:
        operationId: make
        requestBody:
          content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } }
        responses: { "201": { description: Made. } }
`);

function workflow(id: string, rest = ""): string {
  return completedArazzo(`workflows:\n- workflowId: ${id}\n  steps:\n  - stepId: one\n    operationId: make\n${rest}`);
}

/** Nothing is wrong with it. */
export const good = workflow("make-thing");

/** Another one. */
export const other = workflow("make-other");

/** It names a status that the operation does not document: a warning, and an error under --strict. */
export const doubtful = workflow("make-thing", "    successCriteria:\n    - condition: $statusCode == 200\n");

/** It has a field that the operation does not know. */
export const bad = workflow("make-thing", "    requestBody: { payload: { nam: a } }\n");

/** Corrects {@link bad}. */
export const correction = yaml`
  overlay: 1.0.0
  info: { title: A correction, version: 1.0.0 }
  extends: ./bad.yaml
  actions:
  - target: $.workflows[0].steps[0].requestBody.payload
    description: The field has another name.
    remove: true
  - target: $.workflows[0].steps[0].requestBody
    description: This is the name.
    update: { payload: { name: a } }
`;
