import { yaml } from "../../support/yaml.js";

/** An API of a few operations: one that makes, one that reads all, and three on one thing. */
export const things = yaml`
  paths:
    /things:
      post:
        operationId: make
        requestBody:
          content:
            application/json:
              schema: { type: object, properties: { name: { type: string }, note: { type: string } } }
        responses:
          "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
          "409": { description: There., content: { application/json: { schema: { type: object, properties: { reason: { type: string } } } } } }
      get:
        operationId: list
        parameters: [{ name: cursor, in: query, schema: { type: string } }]
        responses:
          "200":
            description: A page of them.
            content:
              application/json:
                schema:
                  type: object
                  required: [things]
                  properties:
                    things: { type: array, items: { $ref: "#/components/schemas/Thing" } }
                    next: { type: [string, "null"] }
    /things/{id}:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      get:
        operationId: look
        responses:
          "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
      delete:
        operationId: drop
        responses: { "204": { description: Gone. } }
  components:
    schemas:
      Thing:
        type: object
        required: [id, state]
        properties:
          id: { type: string }
          state: { type: string, enum: [new, ready, broken] }
          name: { type: string }
`;
