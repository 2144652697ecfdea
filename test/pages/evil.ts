import { yaml } from "../support/yaml.js";

/** What would run, or look like a part of the page, if a text of a document ever came to be markup. */
export const evil =
  "</title></style></text><script>window.hit = 1</script><img src=x onerror=window.hit=1><b class=evil>";

const quoted = JSON.stringify(evil);

/** It stands wherever a document can say something. */
export const evilWorkflow = yaml`
  arazzo: 1.0.1
  info: { title: ${quoted}, version: "1" }
  sourceDescriptions: [{ name: api, url: ./openapi.yaml, type: openapi }]
  workflows:
  - workflowId: evil
    summary: ${quoted}
    description: ${JSON.stringify(`${evil}\n\n[a link](javascript:window.hit=1) ![](x)`)}
    inputs:
      type: object
      required: [text]
      properties: { text: { type: string, description: ${quoted}, enum: [${quoted}, other] } }
    steps:
    - stepId: make
      description: ${quoted}
      operationId: make
      requestBody: { payload: { text: $inputs.text, fixed: ${quoted} } }
      successCriteria: [{ condition: $statusCode == 201 }]
      onSuccess:
      - { name: known, type: end, criteria: [{ condition: ${JSON.stringify(`$response.body#/id == '${evil}'`)} }] }
      outputs: { id: $response.body#/id }
    outputs: { id: $steps.make.outputs.id }
`;

export const evilApi = yaml`
  openapi: 3.1.0
  info: { title: ${quoted}, version: "1" }
  servers: [{ url: https://api.example.com }]
  paths:
    /things:
      post:
        operationId: make
        requestBody:
          required: true
          content:
            application/json:
              schema: { type: object, properties: { text: { type: string }, fixed: { type: string } } }
        responses:
          "201":
            description: Made.
            content:
              application/json:
                schema: { type: object, required: [id], properties: { id: { type: string, description: ${quoted} } } }
`;
