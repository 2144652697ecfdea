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

const streams = `openapi: 3.2.0
info: { title: Streams, version: 1.0.0 }
servers: [{ url: https://streams.example.com }]
paths:
  /things:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
      responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
    get:
      responses: { "200": { description: All., content: { application/x-ndjson: { itemSchema: { $ref: "#/components/schemas/Thing" } } } } }
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      responses: { "200": { description: It., content: { application/json-seq: { schema: { $ref: "#/components/schemas/Note" } } } } }
  /records:
    get: { responses: { "200": { description: Records., content: { application/json-seq: { schema: { $ref: "#/components/schemas/Note" } } } } } }
  /events:
    get: { responses: { "200": { description: Events., content: { text/event-stream: { itemSchema: { properties: { data: { type: string, contentMediaType: application/json, contentSchema: { $ref: "#/components/schemas/Note" } } } } } } } } }
  /texts:
    get: { responses: { "200": { description: Texts., content: { text/event-stream: {} } } } }
  /listed:
    get: { responses: { "200": { description: Events., content: { text/event-stream: { example: [{ event: made, data: "a\\nb" }, c, { id: "1" }] } } } } }
  /lines:
    get: { responses: { "200": { description: Lines., content: { application/jsonl: { example: [{ id: a }, 1] } } } } }
  /written:
    get: { responses: { "200": { description: Events., content: { text/event-stream: { example: "data: 1\\n\\n" } } } } }
components:
  schemas:
    Thing: { type: object, required: [name], properties: { id: { type: string, pattern: "^T[0-9]$" }, name: { type: string } } }
    Note: { type: object, required: [text], properties: { text: { type: string, enum: [Hello] } } }
`;

test.each([
  ["/records", '\x1e{"text":"Hello"}\n'.repeat(3)],
  ["/events", 'data: {"text":"Hello"}\n\n'.repeat(3)],
  ["/texts", "data: event 1\n\ndata: event 2\n\ndata: event 3\n\n"],
  ["/listed", 'event: made\ndata: a\ndata: b\n\ndata: c\n\ndata: {"id":"1"}\n\n'],
  ["/lines", '{"id":"a"}\n1\n'],
  ["/written", "data: 1\n\n"],
])("a stream is made of its document: %s", async (path, want) => {
  const { ask, close } = await serve({ "streams.yaml": streams });
  const { status, body } = await ask(`GET /streams${path}`);
  await close();
  expect({ status, body }).toEqual({ status: 200, body: want });
});

test("a stream has an event for each thing that was made", async () => {
  const { ask, close } = await serve({ "streams.yaml": streams });
  for (const name of ["a", "b"])
    expect(await ask("POST /streams/things", { json: { name } })).toMatchObject({ status: 201 });
  const { body } = await ask("GET /streams/things");
  await close();
  const things = String(body)
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(things).toMatchObject([{ name: "a" }, { name: "b" }]);
});
