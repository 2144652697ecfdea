import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendMessageTrackStatus } from "../../generated/index.js";
import { readApis, type ReadApis } from "../../generator/read-apis.js";
import { drawsFor } from "../../generator/serve/draws.js";
import { misfitsOf } from "../../generator/serve/fits.js";
import { startLocalApi, type LocalApi } from "../../generator/serve/index.js";
import { makeValue } from "../../generator/serve/make.js";
import { responseOf } from "../../generator/serve/responses.js";

const folder = "specs/openapi";
let read: ReadApis;
let api: LocalApi;

beforeAll(async () => {
  const files = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
  const sources = new Map(files.map((name) => [name.replace(/\.\w+$/, ""), join(folder, name)]));
  read = readApis({ sources, overlays: [] });
  api = await startLocalApi({ apis: [...read.apis].map(([name, one]) => ({ name, api: one })) });
});

afterAll(() => api.close());

test("Twilio's documents can be played", () => {
  expect(read.findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("every answer that is made of Twilio's documents fits its schema", () => {
  const operations = [...read.apis.values()].flatMap((one) => one.operations);
  const wrong = operations.flatMap((operation) => {
    const { schema, example } = responseOf(operation);
    const value = schema && makeValue(schema, drawsFor(operation.path), { example });
    const misfits = schema === undefined ? [] : misfitsOf(value, schema, "response");
    return misfits.map(({ at, wanted }) => `${operation.operationId}: ${at.join(".")} has to ${wanted}`);
  });

  expect(operations.length).toBeGreaterThan(60);
  expect(wrong).toEqual([]);
});

test("a workflow runs against them, all hosts at one address", async () => {
  const accountSid = `AC${"0".repeat(32)}`;
  const input = { to: "+15558675310", from: "+15017122661", body: "Hello" };
  const result = await sendMessageTrackStatus(input, {
    baseUrl: `${api.url}/{host}`,
    credentials: { accountSid, authToken: "t" },
    region: "",
    edge: "",
    poll: { interval: 1 },
  });

  expect(result).toMatchObject({ outcome: "delivered", messageSid: expect.stringMatching(/^(SM|MM)[0-9a-fA-F]{32}$/) });
});
