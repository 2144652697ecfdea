import { readFileSync } from "node:fs";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { placeAnOrder } from "../../examples/your-own-api/index.js";
import { serve } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { Loaded } from "../support/load.js";

// `docs/your-own-api.md`, word by word, and the example of it.

const page = readFileSync("docs/your-own-api.md", "utf8");

/** The blocks of a language. */
function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);
}

const compiler = new Compiler();

afterEach(() => {
  vi.unstubAllEnvs();
});

test("the page shows the documents of the example, which makes an order", async () => {
  const shown = blocks("yaml").map((text) => /^# (.+)\n([^]*)$/.exec(text)?.slice(1) ?? []);
  expect(shown.map(([name]) => name)).toEqual(["orders.yaml", "place-order.yaml"]);
  for (const [name, text] of shown) expect(readFileSync(`examples/your-own-api/${name}`, "utf8")).toBe(text);
  expect(await placeAnOrder()).toBe("Order O1 was made.");
});

test("the page about an API of one's own is true", async () => {
  const [orders = "", arazzo = ""] = blocks("yaml");
  const [comment = "", call = ""] = blocks("ts");
  const files = { "orders.yaml": orders };
  const compiled = await compiler.compile({ arazzo, openapi: "paths: {}", files });
  expect(compiled.findings).toEqual([]);
  const { text } = compiled.workflow();
  expect(text).toContain(comment.split("\n").slice(1, 3).join("\n"));
  const loaded = new Loaded(compiled.files);
  onTestFinished(() => loaded.remove());
  const placeOrder = await loaded.fn("placeOrder");
  const server = await serve((request) =>
    request.headers["authorization"] === "Bearer the-token" ? { status: 201, body: { id: "O1" } } : { status: 401 },
  );
  const baseUrl = { orders: server.url };
  const article = { article: "pen" };
  expect(call).toContain(`placeOrder({ article: "pen" }, { credentials: { orders: { bearer: "the-token" } } })`);
  expect(await placeOrder(article, { baseUrl, credentials: { orders: { bearer: "the-token" } } })).toEqual({
    id: "O1",
  });
  let asked = 0;
  const bearer = (): string => (++asked === 1 ? "an-old-token" : "the-token");
  expect(await placeOrder(article, { baseUrl, credentials: { orders: { bearer } } })).toEqual({ id: "O1" });
  expect(asked).toBe(2);
  const [said = ""] = /option credentials[^`]+/.exec(page) ?? [];
  await expect(placeOrder(article, { baseUrl })).rejects.toThrow(`workflow place-order: ${said}`);
  vi.stubEnv("ORDERS_BEARER", "the-token");
  expect(await placeOrder(article, { baseUrl })).toEqual({ id: "O1" });
  expect(server.requests.map(({ url, body }) => `${url} ${body}`)).toEqual(
    Array(4).fill(`/v1/orders {"article":"pen"}`),
  );
});

compiler.testTypes();
