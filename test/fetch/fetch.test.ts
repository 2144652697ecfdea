import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runMain } from "../cli/run-main.js";
import { serve, type Server } from "../runtime/support/server.js";
import { makeFolder, removeFolder } from "../support/folder.js";

// `fetch` against a server of this machine, which may be asked by http; and then `generate` without one.

const openapi = `
openapi: 3.1.0
info: { title: Given, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /things: { $ref: 'paths/things.yml' }
`;

const things = `
get: { operationId: things, responses: { "200": { description: Things., content: { application/json: { schema: { $ref: '../thing.yml#/Thing' } } } } } }
`;

const pages: Record<string, string> = {
  "/v1/api.yml": openapi,
  "/v1/paths/things.yml": things,
  "/v1/thing.yml": "Thing: { type: object, properties: { id: { type: string } }, required: [id] }",
};

function arazzo(url: string): string {
  return `
arazzo: 1.0.1
info: { title: Given, version: 1.0.0 }
sourceDescriptions: [{ name: api, url: "${url}", type: openapi }]
workflows:
- workflowId: test
  steps: [{ stepId: things, operationId: things, outputs: { id: $response.body#/id } }]
  outputs: { id: $steps.things.outputs.id }
`;
}

/** A server with these pages, and a folder with a document that names one of them. */
async function given(
  own: Readonly<Record<string, string>> = pages,
  path = "/v1/api.yml",
): Promise<{
  server: Server;
  pages: Record<string, string>;
  folder: string;
  run: (...args: string[]) => ReturnType<typeof runMain>;
}> {
  const served = { ...own };
  const server = await serve(({ url }) => {
    const page = served[url];
    if (page?.startsWith("-> ") === true) return { status: 302, headers: { location: page.slice(3) } };
    return page === undefined ? { status: 404 } : { body: page };
  });
  const folder = makeFolder({ "flow.yml": arazzo(`${server.url}${path}`) });
  onTestFinished(() => removeFolder(folder));
  const run = async (command: string, ...args: string[]): ReturnType<typeof runMain> => {
    const ended = await runMain(folder, [command, join(folder, "flow.yml"), ...args]);
    const plain = (text: string): string => text.replaceAll(server.url, "SERVER");
    return { code: ended.code, stdout: plain(ended.stdout), stderr: plain(ended.stderr) };
  };
  return { server, pages: served, folder, run };
}

const copiesIn = (folder: string): readonly string[] => readdirSync(join(folder, "fetched")).toSorted();

describe("what was fetched", () => {
  test("is compiled, and nobody is asked for it any more", async () => {
    const { server, folder, run } = await given();
    expect(await run("fetch")).toEqual({
      code: 0,
      stdout: "new: SERVER/v1/api.yml\nnew: SERVER/v1/paths/things.yml\nnew: SERVER/v1/thing.yml\n",
      stderr: "",
    });
    const asked = server.requests.length;
    const { code, stderr } = await run("generate", "--out", join(folder, "out"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(readFileSync(join(folder, "out/workflows/test.ts"), "utf8")).toContain("id: string;");
    expect(server.requests).toHaveLength(asked);
  });

  test("is listed with address, digest and date", async () => {
    const { server, folder, run } = await given({
      "/v1/api.yml": "-> /v2/api.yml",
      "/v2/api.yml": openapi,
      "/v2/paths/things.yml": things,
      "/v2/thing.yml": pages["/v1/thing.yml"] ?? "",
    });
    await run("fetch");
    const text = readFileSync(join(folder, "fetched/lock.json"), "utf8").replaceAll(server.url, "SERVER");
    expect(JSON.parse(text)).toEqual({
      copies: [
        {
          url: "SERVER/v1/api.yml",
          location: "SERVER/v2/api.yml",
          file: expect.stringMatching(/^127-0-0-1-\d+-api-[0-9a-f]{8}\.yml$/),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          date: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        },
        expect.objectContaining({ url: "SERVER/v2/paths/things.yml" }),
        expect.objectContaining({ url: "SERVER/v2/thing.yml" }),
      ],
    });
    expect((await run("lint")).code).toBe(0);
  });

  test("stays as it is where it is the same, and is gone where nothing names it", async () => {
    const { pages: served, folder, run } = await given();
    await run("fetch");
    const before = readFileSync(join(folder, "fetched/lock.json"), "utf8");
    expect(await run("fetch")).toEqual({ code: 0, stdout: "nothing has changed\n", stderr: "" });
    expect(readFileSync(join(folder, "fetched/lock.json"), "utf8")).toBe(before);
    served["/v1/paths/things.yml"] =
      things.replace("../thing.yml#/Thing", "#/thing") +
      "thing: { type: object, properties: { id: { type: string } } }\n";
    expect((await run("fetch", "--check")).stdout).toBe(
      "changed: SERVER/v1/paths/things.yml\nno longer named: SERVER/v1/thing.yml\n",
    );
    expect(readFileSync(join(folder, "fetched/lock.json"), "utf8")).toBe(before);
    expect((await run("fetch", "--check")).code).toBe(1);
    expect((await run("fetch")).code).toBe(0);
    expect(await run("fetch", "--check")).toEqual({ code: 0, stdout: "nothing has changed\n", stderr: "" });
    expect(copiesIn(folder)).toHaveLength(3);
  });

  test("is not used once somebody has changed it", async () => {
    const { folder, run } = await given();
    await run("fetch");
    const api = copiesIn(folder).find((name) => name.includes("api")) ?? "";
    writeFileSync(join(folder, "fetched", api), openapi.replace("api.example.com", "evil.example"));
    const { code, stderr } = await run("lint");
    expect({ code, stderr: stderr.split("\n")[0] }).toEqual({
      code: 1,
      stderr: `flow.yml:4:40: error not-fetched: \`fetched/${api}\` is not what was fetched from \`SERVER/v1/api.yml\``,
    });
    expect((await run("fetch")).stdout).toBe("changed: SERVER/v1/api.yml\n");
    expect((await run("lint")).code).toBe(0);
  });

  test("may be another Arazzo document, and what that names", async () => {
    const flow = `
arazzo: 1.0.1
info: { title: Given, version: 1.0.0 }
sourceDescriptions: [{ name: api, url: api.yml, type: openapi }]
workflows: [{ workflowId: inner, steps: [{ stepId: things, operationId: things }] }]
`;
    const { server, folder, run } = await given({ ...pages, "/v1/flow.yml": flow });
    const outer = arazzo(`${server.url}/v1/flow.yml`)
      .replace("openapi }", "arazzo }")
      .replace(/steps:[^]*/, "steps: [{ stepId: call, workflowId: inner }]\n");
    writeFileSync(
      join(folder, "flow.yml"),
      outer.replace("workflowId: inner", "workflowId: $sourceDescriptions.api.inner"),
    );
    expect((await run("fetch")).code).toBe(0);
    expect(await run("lint")).toMatchObject({ code: 0, stderr: "" });
  });

  test("may be named by a document of this disk, and changed by an overlay that names its address", async () => {
    const { server, folder, run } = await given();
    writeFileSync(join(folder, "api.yml"), openapi.replace("paths/things.yml", `${server.url}/v1/paths/things.yml`));
    writeFileSync(join(folder, "flow.yml"), arazzo("./api.yml"));
    writeFileSync(
      join(folder, "overlay.yml"),
      `overlay: 1.0.0\ninfo: { title: Given, version: 1.0.0 }\nextends: ${server.url}/v1/paths/things.yml\nactions: [{ target: $.get, update: { operationId: renamed } }]`,
    );
    expect((await run("fetch")).code).toBe(0);
    const { code, stderr } = await run("lint", "--overlays", join(folder, "overlay.yml"));
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining("no source description has an operation `things`"),
    });
  });
});

test.each([
  { name: "by name", option: "--source", value: (folder: string) => `api=${join(folder, "own/api.yml")}` },
  { name: "by a folder", option: "--sources", value: (folder: string) => join(folder, "own") },
])("a source that the caller has named $name is not fetched", async ({ option, value }) => {
  const { server, folder, run } = await given();
  mkdirSync(join(folder, "own"));
  writeFileSync(join(folder, "own/api.yml"), "openapi: 3.1.0");
  expect(await run("fetch", option, value(folder))).toEqual({ code: 0, stdout: "nothing has changed\n", stderr: "" });
  expect(server.requests).toEqual([]);
});

describe("nothing is written", () => {
  test.each([
    {
      name: "where a source is not there",
      own: {},
      want: "flow.yml:4:40: error fetch-failed: `SERVER/v1/api.yml` answers 404",
    },
    {
      name: "where a source is no document",
      own: { "/v1/api.yml": "a: [" },
      want: "flow.yml:4:40: error fetch-failed: `SERVER/v1/api.yml` is no document: Flow sequence in block collection must be sufficiently indented and end with a ]",
    },
  ])("$name", async ({ own, want }) => {
    const { folder, run } = await given(own);
    const { code, stderr } = await run("fetch");
    expect({ code, stderr: stderr.split("\n")[0] }).toEqual({ code: 1, stderr: want });
    expect(readdirSync(folder)).toEqual(["flow.yml"]);
  });

  test("where something else stands in place of the folder", async () => {
    const { folder, run } = await given();
    const elsewhere = makeFolder();
    onTestFinished(() => removeFolder(elsewhere));
    symlinkSync(elsewhere, join(folder, "fetched"));
    const { code, stderr } = await run("fetch");
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("`fetched` is no folder") });
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test("where somebody else's file has the name of a copy", async () => {
    const { folder, run } = await given();
    await run("fetch");
    writeFileSync(join(folder, "fetched/lock.json"), `{ "copies": [] }`);
    const before = copiesIn(folder).map((name) => readFileSync(join(folder, "fetched", name), "utf8"));
    const { code, stderr } = await run("fetch");
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("was not fetched before") });
    expect(copiesIn(folder).map((name) => readFileSync(join(folder, "fetched", name), "utf8"))).toEqual(before);
  });
});

test("a $ref that leads nowhere is a warning, and matters to those who need it", async () => {
  const { run } = await given({ ...pages, "/v1/thing.yml": "" });
  const { "/v1/thing.yml": _, ...others } = pages;
  const fetched = await given(others);
  expect(await fetched.run("fetch")).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("warning fetch-incomplete: `SERVER/v1/thing.yml` answers 404"),
  });
  expect(await fetched.run("lint")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("error not-fetched: there is no copy of `SERVER/v1/thing.yml`"),
  });
  expect((await run("fetch")).code).toBe(0);
});

test("what comes from the network does not decide whom this machine asks", async () => {
  const other = await serve([{ body: "{}" }]);
  const { run } = await given({
    ...pages,
    "/v1/paths/things.yml": things.replace("../thing.yml", `${other.url}/x.yml`),
  });
  expect(await run("fetch")).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("is on a private network, and none of your documents names it"),
  });
  expect(other.requests).toEqual([]);
});

test.each([
  { name: "no JSON", text: "{" },
  {
    name: "a file elsewhere",
    text: `{ "copies": [{ "url": "https://a.example.com/", "file": "../flow.yml", "sha256": "${"0".repeat(64)}", "date": "" }] }`,
  },
  {
    name: "a digest that is none",
    text: `{ "copies": [{ "url": "https://a.example.com/", "file": "a.yml", "sha256": "x", "date": "" }] }`,
  },
])("a list of copies with $name is an error", async ({ text }) => {
  const { folder, run } = await given();
  await run("fetch");
  writeFileSync(join(folder, "fetched/lock.json"), text);
  const said = { code: 1, stderr: expect.stringContaining("fetched/lock.json is no list of what was fetched") };
  expect(await run("lint")).toMatchObject(said);
  expect(await run("fetch")).toMatchObject(said);
});
