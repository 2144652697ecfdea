import { describe, expect, test } from "vitest";
import {
  CredentialsError,
  createClient,
  InvalidOptionError,
  openWorkflow,
  type WorkflowOptions,
  type WorkflowRun,
} from "../../templates/runtime/index.js";
import { accountSidOf } from "../../templates/runtime/twilio/account-sid.js";
import { serve } from "./support/server.js";

interface Api {
  "/things": { get: { responses: { 200: { content: { "application/json": { id: string } } } } } };
}

/** One request to an API that asks for no credentials. */
async function readThings(options: WorkflowOptions): Promise<string> {
  const run: WorkflowRun = openWorkflow("read-things", options);
  const api = run.api<Api>("https://api.example.com");
  const read = await api.GET("/things", run.step("read"));
  if (read.status !== 200) run.fail(read);
  return read.data.id;
}

test("what is given by name to a function whose servers have none is refused", async () => {
  const { url, requests } = await serve([]);
  await expect(readThings({ baseUrl: url, headers: { things: { "X-Team": "a" } } })).rejects.toThrow(
    "headers.things is for nothing that this run calls; there is none",
  );
  expect(requests).toEqual([]);
});

describe("a client of the core", () => {
  test.each([
    { name: "without options, which a run adds", client: createClient(), rest: true },
    { name: "with them", client: undefined, rest: false },
  ])("$name sends what an API asks for, and no credentials", async ({ client, rest }) => {
    const { url, requests } = await serve([{ body: { id: "7" } }]);
    const options = rest ? { client, baseUrl: url } : { client: createClient({ baseUrl: url }) };

    expect(await readThings(options)).toBe("7");
    expect(requests.map(({ method, url: path }) => `${method} ${path}`)).toEqual(["GET /things"]);
    expect(requests[0]?.headers).not.toHaveProperty("authorization");
  });

  test("refuses an option that there is not", () => {
    expect(() => createClient(JSON.parse('{ "region": "ie1" }'))).toThrow(InvalidOptionError);
  });

  test("knows of no account", () => {
    const run = openWorkflow("read-things", { client: createClient() });

    expect(() => accountSidOf(run)).toThrow(CredentialsError);
  });
});
