import { yaml } from "../support/yaml.js";

/** An API whose things have properties of all kinds. */
export const things = yaml`
  paths:
    /things:
      get:
        operationId: read
        responses:
          "200":
            description: The thing.
            content:
              application/json:
                schema: { $ref: "#/components/schemas/Thing" }
    /things/{Sid}:
      post:
        operationId: send
        parameters:
        - { name: Sid, in: path, required: true, schema: { type: string } }
        requestBody:
          content:
            application/json:
              schema:
                type: object
                properties: { Text: { type: string }, Other: { type: string }, Maybe: { type: [string, "null"] } }
        responses: { "204": { description: Done. } }
  components:
    schemas:
      Thing:
        type: object
        required: [id, nullable, owner]
        properties:
          id: { type: string, description: The id. }
          text: { type: string }
          nullable: { type: [string, "null"] }
          maybe: { type: [string, "null"] }
          count: { type: integer }
          first_name: { type: string }
          x-y: { type: string }
          class: { type: string }
          "200": { type: string }
          state: { $ref: "#/components/schemas/State" }
          tags: { type: array, items: { type: string } }
          owner: { type: object, required: [name], properties: { name: { type: string }, age: { type: integer } } }
          parent: { oneOf: [{ type: "null" }, { type: object, required: [id], properties: { id: { type: string } } }] }
          rows: { type: array, items: { type: object, required: [id], properties: { id: { type: string } } } }
          labels: { type: object, additionalProperties: { type: string } }
          any: {}
      State: { type: string, enum: [active, closed], description: How it is. }
`;
