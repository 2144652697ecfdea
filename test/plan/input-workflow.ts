import { yaml } from "../support/yaml.js";

export const things = yaml`
  paths:
    /things/{Sid}:
      post:
        operationId: send
        parameters:
        - { name: Sid, in: path, required: true, schema: { type: string } }
        requestBody:
          content:
            application/json:
              schema: { type: object, properties: { a: {}, b: {}, text: { type: string } } }
        responses: { "204": { description: Done. } }
`;

/** A workflow with one step, which sends these fields; `<given>` stands for the schema of its inputs. */
export const sending = (payload: string): string => yaml`
  workflows:
  - workflowId: test
    inputs:
      <given>
    steps:
    - stepId: send
      operationId: send
      parameters: [{ name: Sid, in: path, value: TH1 }]
      requestBody: { payload: ${payload} }
`;
