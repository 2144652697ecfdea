import { expect, test } from "vitest";
import { drawsFor } from "../../generator/serve/draws.js";
import { textMatching } from "../../generator/serve/pattern-text.js";
import { serve } from "./served.js";

test.each([
  "^SM[0-9a-f]{32}$",
  "^(SM|MM)[0-9a-fA-F]{32}$",
  "^[A-Z]{2}-\\d{3,5}$",
  "^\\+[1-9]\\d{1,14}$",
  "^[^@\\s]+@[a-z0-9.-]+\\.[a-z]{2,}$",
  "^(?:a|b(?:c|d)?)+\\.json$",
  "^[\\w-]*$",
  "^\\u0041\\x42$",
  "abc",
  "",
])("a text is made that matches %j, the same each time", (pattern) => {
  const text = textMatching(pattern, drawsFor("a"));

  expect(text).toMatch(new RegExp(pattern, "u"));
  expect(textMatching(pattern, drawsFor("a"))).toBe(text);
});

test.each(["^(?=a)b$", "^(a)\\1$", "^\\p{Lu}$", "(", "^((a{999}){999}){999}$"])("no text is made for %j", (pattern) => {
  expect(textMatching(pattern, drawsFor("a"))).toBeUndefined();
});

const paths = `openapi: 3.0.3
info: { title: Shapes, version: 1.0.0 }
servers: [{ url: https://shapes.example.com }]
paths:
  /things.json:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [FriendlyName]
              properties: { FriendlyName: { type: string }, Sizes: { type: array, items: { type: integer } } }
      responses:
        "201":
          description: Made.
          content: { application/json: { schema: { $ref: "#/components/schemas/Wrapped" } } }
    get:
      responses:
        "200":
          description: All.
          content:
            application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } }
  /things/{Sid}.json:
    get:
      parameters: [{ name: Sid, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: One.
          content: { application/json: { schema: { $ref: "#/components/schemas/Wrapped" } } }
  /menu/{dish}:
    get:
      parameters: [{ name: dish, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: A dish.
          content:
            application/json:
              schema: { type: object, properties: { dish: { type: string }, price: { type: number } } }
              example: { dish: soup, price: 5.5 }
components:
  schemas:
    Wrapped: { type: object, required: [data], properties: { data: { $ref: "#/components/schemas/Thing" } } }
    Thing:
      type: object
      properties:
        sid: { type: string, pattern: "^TH[0-9a-f]{4}$", nullable: true }
        friendly_name: { type: string, nullable: true }
        sizes: { type: array, items: { type: integer } }
        note: { type: string, nullable: true }
        parent: { $ref: "#/components/schemas/Thing" }
`;

test("forms, things inside of answers, bare lists and examples are what they are documented to be", async () => {
  const api = await serve({ "shapes.yaml": paths });
  try {
    const { body } = await api.ask("POST /things.json", { form: { FriendlyName: "a", Sizes: "3" } });
    const thing = { sid: expect.stringMatching(/^TH[0-9a-f]{4}$/), friendly_name: "a", sizes: [3], note: null };
    expect(body).toEqual({ data: thing });
    expect((await api.ask("GET /things.json")).body).toMatchObject([thing]);
    expect((await api.ask("POST /things.json", { form: { Sizes: "x" } })).status).toBe(400);
    expect((await api.ask("GET /menu/pie")).body).toEqual({ dish: "pie", price: 5.5 });
    expect((await api.ask("GET /things/TH0000.json")).status).toBe(404);
  } finally {
    await api.close();
  }
});
