import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { refusedTypes } from "../support/refused-types.js";
import { contentOf } from "../support/cli.js";
import { completedApi } from "../support/documents.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { runMain } from "./run-main.js";

let folder = "";

afterEach(() => removeFolder(folder));

/** Writes a workflow, and looks at what the compiler says of it. */
async function draft(apis: readonly string[], ...operations: readonly string[]) {
  const file = join(folder, "made/flow.yml");
  const args = operations.flatMap((name) => ["--operation", name]);
  const ended = await runMain(folder, ["new", ...apis, ...args, "--to", file, "--name", "flow"]);
  if (!existsSync(file)) return { ...ended, workflow: undefined, said: "" };
  const document: { readonly workflows: readonly unknown[] } = parse(readFileSync(file, "utf8"));
  const checked = await runMain(folder, [
    "generate",
    file,
    "--out",
    join(folder, "out"),
    "--strict",
    "--root",
    "specs",
  ]);
  const written = Object.entries(contentOf(join(folder, "out"))).filter(([name]) => name.endsWith(".ts"));
  expect(refusedTypes([new Map(written.map(([name, { text }]) => [name, text]))])).toEqual([]);
  return { ...ended, workflow: document.workflows[0], said: checked.stderr };
}

describe("new", { timeout: 120_000 }, () => {
  const twilio = "specs/openapi";

  test.each([
    { apis: ["twilio-messaging-openapi.yml"], operations: ["createMessage", "fetchMessage"] },
    {
      apis: ["conversations-openapi-original.yml"],
      operations: ["CreateConversation", "CreateConversationParticipant", "CreateConversationMessage"],
    },
    { apis: ["studio-openapi-original.yml"], operations: ["CreateFlow", "CreateExecution", "FetchExecution"] },
    { apis: ["twilio-messaging-openapi.yml"], operations: ["createMessagingService", "addPhoneNumber"] },
    {
      apis: ["twilio-messaging-openapi.yml", "conversations-openapi-original.yml"],
      operations: ["createMessage", "CreateConversation"],
    },
  ])("of $operations compiles without a word", async ({ apis, operations }) => {
    folder = makeFolder();
    const { code, said } = await draft(
      apis.map((name) => join(twilio, name)),
      ...operations,
    );
    expect({ code, said }).toEqual({ code: 0, said: "" });
  });

  const api = completedApi(`
servers: [{ url: https://api.example.com }]
paths:
  /orders:
    post:
      operationId: placeOrder
      summary: Place an order.
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [article, amount]
              properties:
                article: { type: string, description: What is ordered. }
                amount: { type: integer }
                note: { type: string }
      responses:
        "201":
          description: Placed.
          content:
            application/json:
              schema:
                type: object
                required: [id]
                properties: { id: { type: string }, invoice_number: { type: string } }
  /orders/{orderId}:
    get:
      operationId: readOrder
      parameters:
      - { name: orderId, in: path, required: true, schema: { type: string } }
      - { name: invoiceNumber, in: query, required: true, schema: { type: string } }
      - { name: language, in: query, schema: { type: string } }
      responses:
        "200":
          description: The order.
          content:
            application/json:
              schema:
                type: object
                required: [id, state]
                properties:
                  id: { type: string }
                  state: { type: string, enum: [open, paid, canceled] }
`);

  test("wires ids and names, and ends where a status is final", async () => {
    folder = makeFolder({ "api.yaml": api });
    const { code, said, workflow, stdout } = await draft([join(folder, "api.yaml")], "placeOrder", "readOrder");
    expect({ code, said }).toEqual({ code: 0, said: "" });
    expect(stdout).toContain("made: made/flow.yml\n");
    expect(workflow).toEqual({
      workflowId: "flow",
      inputs: {
        type: "object",
        required: ["article", "amount"],
        properties: {
          article: { type: "string", description: "What is ordered." },
          amount: { type: "integer" },
          note: { type: "string" },
        },
      },
      steps: [
        {
          stepId: "placeOrder",
          description: "Place an order.",
          operationId: "placeOrder",
          requestBody: {
            contentType: "application/json",
            payload: { article: "$inputs.article", amount: "$inputs.amount", note: "$inputs.note" },
          },
          successCriteria: [{ condition: "$statusCode == 201" }],
          outputs: { id: "$response.body#/id", invoiceNumber: "$response.body#/invoice_number" },
        },
        {
          stepId: "readOrder",
          operationId: "readOrder",
          parameters: [
            { name: "orderId", in: "path", value: "$steps.placeOrder.outputs.id" },
            { name: "invoiceNumber", in: "query", value: "$steps.placeOrder.outputs.invoiceNumber" },
          ],
          successCriteria: [{ condition: "$statusCode == 200" }],
          "x-poll": { interval: 2000, factor: 1.5, maxInterval: 15000, deadline: 300000 },
          onSuccess: [
            { name: "succeeded", type: "end", criteria: [{ condition: "$response.body#/state == 'paid'" }] },
            { name: "failed", type: "end", criteria: [{ condition: "$response.body#/state == 'canceled'" }] },
          ],
          outputs: { id: "$response.body#/id", state: "$response.body#/state" },
        },
      ],
      outputs: {
        placeOrderId: "$steps.placeOrder.outputs.id",
        invoiceNumber: "$steps.placeOrder.outputs.invoiceNumber",
        readOrderId: "$steps.readOrder.outputs.id",
        state: "$steps.readOrder.outputs.state",
      },
    });
  });

  test.each([
    {
      name: "an operation with a slip",
      args: ["--operation", "placeOrdr"],
      want: "There is no operation `placeOrdr`. Did you mean `placeOrder`?",
    },
    { name: "no operation", args: [], want: "`new` takes operations: `--operation NAME`, once for each step." },
    {
      name: "a name that is none",
      args: ["--operation", "placeOrder", "--name", "a b"],
      want: "A workflow is called by letters, digits, `-` and `_`, not `a b`.",
    },
  ])("refuses $name", async ({ args, want }) => {
    folder = makeFolder({ "api.yaml": api });
    const { code, stderr } = await runMain(folder, ["new", join(folder, "api.yaml"), ...args]);
    expect({ code, first: stderr.split("\n")[0] }).toEqual({ code: 2, first: want });
  });

  test("overwrites nothing", async () => {
    folder = makeFolder({ "api.yaml": api, "flow.yml": "mine" });
    const args = ["new", join(folder, "api.yaml"), "--operation", "placeOrder", "--to", join(folder, "flow.yml")];
    expect(await runMain(folder, args)).toMatchObject({ code: 2, stderr: expect.stringContaining("is there already") });
    expect(readFileSync(join(folder, "flow.yml"), "utf8")).toBe("mine");
  });

  test("says what is wrong with a document that cannot be read", async () => {
    folder = makeFolder({ "api.yaml": "openapi: [" });
    const args = ["new", join(folder, "api.yaml"), "--operation", "placeOrder"];
    expect(await runMain(folder, args)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("error syntax-error"),
    });
    writeFileSync(join(folder, "api.yaml"), "swagger: '2.0'");
    expect(await runMain(folder, args)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("unsupported-version"),
    });
    expect(await runMain(folder, ["new", resolve("specs"), "--operation", "a"])).toMatchObject({ code: 2 });
  });
});
