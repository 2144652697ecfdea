import { afterAll, beforeAll, expect, test } from "vitest";
import { orders } from "./orders.js";
import { serve, type Asking, type Served } from "./served.js";

let api: Served;

beforeAll(async () => {
  api = await serve({ "orders.yaml": orders });
});

afterAll(() => api.close());

const signed = { Authorization: "Bearer t" };

const refusals: readonly {
  readonly name: string;
  readonly given: readonly [line: string, asking?: Asking];
  readonly want: readonly [status: number, detail: string];
}[] = [
  {
    name: "a field is missing",
    given: ["POST /v1/orders", { json: {}, headers: signed }],
    want: [400, "In the body, /article has to be there, says orders.yaml:15:25."],
  },
  {
    name: "a value is of another type",
    given: ["POST /v1/orders", { json: { article: 1 }, headers: signed }],
    want: [400, "In the body, /article is 1, and has to be a text, says orders.yaml:17:34."],
  },
  {
    name: "several rules are broken",
    given: ["POST /v1/orders", { json: { article: "", quantity: 0.5 }, headers: signed }],
    want: [
      400,
      'In the body, /article is "", and has to have a length of at least 1, says orders.yaml:17:53. And 1 more.',
    ],
  },
  {
    name: "a rule stands behind a reference",
    given: ["POST /v1/orders", { json: { article: "pen", giftFor: {} }, headers: signed }],
    want: [400, "In the body, /giftFor/name has to be there, says orders.yaml:63:39."],
  },
  {
    name: "the body is missing",
    given: ["POST /v1/orders", { headers: signed }],
    want: [400, "The body is missing, says orders.yaml:10:19."],
  },
  {
    name: "the body is no JSON",
    given: ["POST /v1/orders", { text: "{", headers: { ...signed, "Content-Type": "application/json" } }],
    want: [400, "The body is no JSON: "],
  },
  {
    name: "the body is of another media type",
    given: ["POST /v1/orders", { form: { article: "pen" }, headers: signed }],
    want: [
      415,
      "The body is of the type application/x-www-form-urlencoded;charset=UTF-8, and has to be application/json, says orders.yaml:12:11.",
    ],
  },
  {
    name: "a parameter is not what it has to be",
    given: ["GET /v1/orders?limit=many", { headers: signed }],
    want: [400, 'In the query, limit is "many", and has to be an integer, says orders.yaml:27:62.'],
  },
  {
    name: "a parameter is out of its limits",
    given: ["GET /v1/orders?limit=51", { headers: signed }],
    want: [400, "In the query, limit is 51, and has to be at most 50, says orders.yaml:27:80."],
  },
  {
    name: "there are no credentials",
    given: ["GET /v1/orders"],
    want: [401, "The request has to have `Authorization: Bearer …`, says orders.yaml:4:11."],
  },
  {
    name: "the credentials are of another kind",
    given: ["GET /v1/orders", { headers: { Authorization: "Basic YTpi" } }],
    want: [401, "The request has to have `Authorization: Bearer …`"],
  },
  {
    name: "the method is another",
    given: ["PUT /v1/orders/O123456", { headers: signed }],
    want: [405, "/v1/orders/O123456 takes GET, PATCH, DELETE, not PUT, says orders.yaml:"],
  },
  {
    name: "the path is another",
    given: ["GET /v1/order", { headers: signed }],
    want: [404, "No document has the path /v1/order. Did you mean `/v1/orders`?"],
  },
  {
    name: "nothing of that id was made",
    given: ["GET /v1/orders/O123456", { headers: signed }],
    want: [404, "There is no order O123456: no request has made it, or one has deleted it."],
  },
  {
    name: "the request is led here by another name",
    given: ["GET /orders/v1/orders/O1?x=1", { headers: signed }],
    want: [404, "There is no order O1"],
  },
];

test.each(refusals)("a request is refused where $name", async ({ given: [line, asking], want: [status, detail] }) => {
  const answer = await api.ask(line, asking);

  expect(answer).toMatchObject({ status, body: { status, detail: expect.stringContaining(detail) } });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
});

test("each rule that is broken is named, with its place for people and for programs", async () => {
  const { body } = await api.ask("POST /v1/orders", { json: { article: "", quantity: 0 }, headers: signed });

  const at = "#/paths/~1orders/post/requestBody/content/application~1json/schema/properties";
  expect(body).toEqual({
    status: 400,
    title: "Bad Request",
    detail: 'In the body, /article is "", and has to have a length of at least 1, says orders.yaml:17:53. And 1 more.',
    violations: [
      {
        in: "body",
        at: "/article",
        message: 'in the body, /article is "", and has to have a length of at least 1',
        rule: "minLength",
        place: "orders.yaml:17:53",
        pointer: `${at}/article/minLength`,
      },
      {
        in: "body",
        at: "/quantity",
        message: "in the body, /quantity is 0, and has to be at least 1",
        rule: "minimum",
        place: "orders.yaml:18:53",
        pointer: `${at}/quantity/minimum`,
      },
    ],
  });
});

test("a 405 says what there is, a 401 how to sign", async () => {
  expect((await api.ask("PUT /v1/orders")).headers.get("allow")).toBe("POST, GET");
  expect((await api.ask("GET /v1/orders")).headers.get("www-authenticate")).toBe("Bearer");
});

test("a body that is too large is refused, and no more of it kept", async () => {
  const answer = await api.ask("POST /v1/orders", { json: { article: "x".repeat(11 * 1024 * 1024) }, headers: signed });

  expect(answer).toMatchObject({ status: 413, body: { detail: "The body has more than 10485760 bytes." } });
});

test("no page of the web is answered whose name leads to this machine", async () => {
  const { request } = await import("node:http");
  const status = await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(api.url);
    const asked = request({ hostname, port, path: "/_requests", headers: { Host: "evil.example" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject).end();
  });

  expect(status).toBe(403);
});
