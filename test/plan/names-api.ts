import { yaml } from "../support/yaml.js";

/** An API whose answers have properties with the names of what stands in generated functions. */
export const things = yaml`
  paths:
    /things:
      post:
        operationId: make
        requestBody: { content: { application/json: { schema: { type: object, properties: { a: {}, b: {}, c: {}, d: {} } } } } }
        responses:
          "200":
            description: Made.
            content:
              application/json:
                schema:
                  type: object
                  properties: { id: { type: string }, input: { type: string }, run: { type: string }, a-b: { type: string }, a_b: { type: string } }
`;
