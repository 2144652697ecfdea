import { afterEach, describe, expect, test } from "vitest";
import { orders } from "./orders.js";
import { serve, type Served } from "./served.js";

const open: Served[] = [];

async function started(document: string): Promise<Served> {
  const api = await serve({ "orders.yaml": document });
  open.push(api);
  return api;
}

afterEach(async () => {
  for (const api of open.splice(0)) await api.close();
});

const headers = { Authorization: "Bearer t" };

describe("a list has what the query asks for", () => {
  const document = orders
    .replace(
      "parameters: [{ name: limit,",
      `parameters:
        - { name: article, in: query, schema: { type: string } }
        - { name: Quantity, in: query, schema: { type: array, items: { type: integer } } }
        - { name: color, in: query, schema: { type: string } }
        - {name: limit,`,
    )
    .replace("maximum: 50 } }]", "maximum: 50 } }");

  test.each([
    { query: "", want: ["pen", "ink", "pen"] },
    { query: "?article=pen", want: ["pen", "pen"] },
    { query: "?article=pen&Quantity=2", want: ["pen"] },
    { query: "?Quantity=2&Quantity=3", want: ["ink", "pen"] },
    { query: "?article=paper", want: [] },
    // No order has a color, and the number of them is none of their fields.
    { query: "?color=red&limit=1", want: ["pen", "ink", "pen"] },
    // Not documented.
    { query: "?status=lost", want: ["pen", "ink", "pen"] },
  ])("$query", async ({ query, want }) => {
    const { ask } = await started(document);
    for (const [article, quantity] of [
      ["pen", 1],
      ["ink", 3],
      ["pen", 2],
    ]) {
      await ask("POST /v1/orders", { json: { article, quantity }, headers });
    }
    const { body } = await ask(`GET /v1/orders${query}`, { headers });

    expect(body).toMatchObject({ total: want.length, orders: want.map((article) => ({ article })) });
  });
});

describe("a pattern that could take for ever", () => {
  const slow = "^(a|a)*$";
  const document = orders
    .replace("article: { type: string, minLength: 1 }", `article: { type: string, pattern: "${slow}" }`)
    .replace("^O[0-9]{6}$", slow);

  test("is not asked, neither of requests nor for what is made up", async () => {
    const { ask } = await started(document);

    expect(await ask("POST /v1/orders", { json: { article: `${"a".repeat(60)}!` }, headers })).toMatchObject({
      status: 201,
      body: { id: expect.any(String) },
    });
  });
});

describe("tokens", () => {
  const document = orders.replace(
    "bearer: { type: http, scheme: bearer }",
    `bearer:
      type: oauth2
      flows: { clientCredentials: { tokenUrl: "https://auth.example.com/oauth/token", scopes: {} } }`,
  );
  const form = { grant_type: "client_credentials", client_id: "me", client_secret: "s3cr3t" };

  test.each(["/oauth/token", "/auth.example.com/oauth/token", "/orders/oauth/token"])("come from %s", async (path) => {
    const { ask, requests } = await started(document);
    const given = await ask(`POST ${path}`, { form });

    expect(given).toMatchObject({ status: 200, body: { token_type: "Bearer", expires_in: 3600 } });
    const token = Object(given.body)["access_token"];
    expect(await ask("GET /v1/orders", { headers: { Authorization: `Bearer ${token}` } })).toMatchObject({
      status: 200,
    });
    const [asked] = await requests();
    expect(asked).toMatchObject({ method: "POST", path, operation: "a token", status: 200 });
    expect(JSON.stringify(asked)).not.toContain("s3cr3t");
  });

  test.each([
    { name: "without a grant", line: "POST /oauth/token", form: { client_id: "me" }, status: 400 },
    { name: "by another method", line: "GET /oauth/token", form: undefined, status: 405 },
  ])("do not come $name", async ({ line, form: sent, status }) => {
    const { ask } = await started(document);
    expect((await ask(line, sent === undefined ? {} : { form: sent })).status).toBe(status);
  });
});

test("files of a form are told by their name, their type and their size, and texts read", async () => {
  const { url, requests } = await started(`openapi: 3.1.0
info: { title: Files, version: 1.0.0 }
paths:
  /files:
    post:
      operationId: upload
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file, about]
              properties:
                file: { type: string, format: binary }
                about: { type: object, required: [title], properties: { title: { type: string } } }
      responses: { "201": { description: It is there. } }
`);
  const send = async (about: string): Promise<number> => {
    const body = new FormData();
    body.set("file", new Blob([new Uint8Array(3)], { type: "image/png" }), "a.png");
    body.set("about", new Blob([about], { type: "application/json" }), "about.json");
    return (await fetch(`${url}/files`, { method: "POST", body })).status;
  };

  expect(await send('{ "title": "A" }')).toBe(201);
  expect(await send("{}")).toBe(400);
  expect((await requests())[0]?.body).toEqual({ file: "a.png (image/png, 3 bytes)", about: { title: "A" } });
});
