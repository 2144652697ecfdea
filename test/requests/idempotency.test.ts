import { describe, expect, onTestFinished, test } from "vitest";
import { to } from "../runtime/support/options.js";
import { serveOrders, type Fault } from "../runtime/support/orders.js";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { Loaded } from "../support/load.js";

const compiler = new Compiler({ ignoring: ["input-required", "unused-input"] });

interface Row {
  readonly name: string;
  /** What stands at the operation and at the step, in YAML. */
  readonly operation?: string;
  readonly step?: string;
  readonly method?: string;
  readonly want: string;
}

function documents({ operation = "", step = "", method = "post" }: Omit<Row, "name" | "want">) {
  const openapi = `
paths:
  /orders:
    ${method}:
      operationId: order
      ${operation}
      responses:
        "201": { description: Made., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }
`;
  const arazzo = `
workflows:
- workflowId: test
  inputs: { type: object, properties: { key: { type: string } } }
  steps:
  - stepId: order
    operationId: order
    ${step}
    outputs: { id: $response.body#/id }
  outputs: { id: $steps.order.outputs.id }
`;
  return { openapi, arazzo };
}

const documented = "parameters: [{ name: idempotency-key, in: header, required: true, schema: { type: string } }]";

describe("the idempotency key is", () => {
  testEach<Row>([
    {
      name: "made where the operation documents its header, though it is required",
      operation: documented,
      want: `
        const order = await api.POST("/orders", {
          ...run.step("order", { expect: "2xx", idempotencyKey: "idempotency-key" }),
        });
      `,
    },
    {
      name: "made where the operation names its header by an extension",
      operation: "x-idempotency-key: X-Request-Id",
      want: `
        const order = await api.POST("/orders", {
          ...run.step("order", { expect: "2xx", idempotencyKey: "X-Request-Id" }),
        });
      `,
    },
    {
      name: "made where the step does",
      step: "x-idempotency-key: X-Request-Id",
      want: `
        const order = await api.POST("/orders", {
          ...run.step("order", { expect: "2xx", idempotencyKey: "X-Request-Id" }),
        });
      `,
    },
    {
      name: "the one that the step gives for a documented header",
      operation: documented,
      step: "parameters: [{ name: Idempotency-Key, in: header, value: $inputs.key }]",
      want: `
        const order = await api.POST("/orders", {
          ...run.step("order", { expect: "2xx", idempotencyKey: "idempotency-key" }),
          params: { header: { "idempotency-key": input.key } },
        });
      `,
    },
    {
      name: "the one that the step gives for a header that is named by an extension",
      operation: "x-idempotency-key: X-Request-Id",
      step: "parameters: [{ name: X-Request-Id, in: header, value: $inputs.key }]",
      want: `
        const order = await api.POST("/orders", {
          ...run.step("order", { expect: "2xx", idempotencyKey: "X-Request-Id" }),
          headers: { "X-Request-Id": input.key },
        });
      `,
    },
    {
      name: "none for a request that only reads",
      operation: documented,
      method: "get",
      want: `
        const order = await api.GET("/orders", {
          ...run.step("order", { expect: "2xx" }),
        });
      `,
    },
    {
      name: "refused under a name that is none of a header, by the OpenAPI document",
      operation: "x-idempotency-key: 'a\\nb'",
      want: `openapi.yaml 6:26 error invalid-document 'a\\nb' is no name that a header can have`,
    },
    {
      name: "refused under a name that is none of a header, by the step",
      step: "x-idempotency-key: 'a b'",
      want: "8:24 error invalid-document this is no name of a header",
    },
  ])(async ({ want, ...given }) => {
    expectText(
      await compiler.told(
        documents(given),
        ({ fn }) => /const order = [^]*?\}\);/.exec(fn)?.[0].replace(/^ {2}/gm, "") ?? "",
      ),
      want,
    );
  });
});

const faults: [fault: Fault][] = [["lost after"], ["503 after"], ["half an answer"]];

test.each(faults)("a generated function makes one order, where it is %s", async (fault) => {
  const { files } = await compiler.compile(documents({ operation: documented }));
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  const shop = await serveOrders([fault]);
  expect(await (await loaded.fn("test"))({}, to(shop.url))).toEqual({ id: "OR1" });
  expect(shop.made).toEqual(["OR1"]);
  expect(shop.keys).toHaveLength(2);
});

compiler.testTypes();
