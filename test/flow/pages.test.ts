import { describe, expect, test } from "vitest";
import type { Checkpoint } from "../../templates/runtime/index.js";
import type { Received, Reply } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { yaml } from "../support/yaml.js";
import { expectEnd, type Ran, Running } from "./support/running.js";

const running = new Running(new Compiler());

const openapi = yaml`
  servers: [{ url: https://api.example.com }]
  paths:
    /things:
      get:
        operationId: list
        parameters:
        - { name: state, in: query, schema: { type: string } }
        - { name: token, in: query, schema: { type: string } }
        - { name: after, in: query, schema: { type: integer } }
        - { name: page, in: query, schema: { type: integer } }
        - { name: offset, in: query, required: true, schema: { type: string } }
        responses:
          "200":
            description: A page of them.
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    things: { type: array, items: { type: object, required: [id], properties: { id: { type: string } } } }
                    next: { type: [string, "null"] }
                    last: { type: integer }
    /things/{id}:
      delete:
        operationId: drop
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        responses: { "204": { description: Gone. } }
`;

/** A workflow that reads things page by page, and what it does then. */
function reading(
  pages: string,
  { actions = "", step = "", outputs = "all: $steps.list.outputs.items" } = {},
): { arazzo: string; openapi: string } {
  const offset = pages.includes("offset") ? "" : "parameters: [{ name: offset, in: query, value: '0' }]";
  const arazzo = yaml`
    workflows:
    - workflowId: read
      steps:
      - stepId: list
        operationId: list
        x-pages: { items: $response.body#/things, ${pages} }
        ${offset}
        ${actions}
      ${step}
      outputs: { ${outputs} }
  `;
  return { arazzo, openapi };
}

const drop = (each = "", more = ""): string =>
  `- { stepId: drop, operationId: drop, x-each: { in: $steps.list.outputs.items${each} }, parameters: [{ name: id, in: path, value: $each.item#/id }]${more} }`;

const dropping = (each = ""): { step: string; outputs: string } => ({ step: drop(each), outputs: "" });

const things = (...ids: readonly string[]): readonly object[] => ids.map((id) => ({ id }));
const page = (ids: readonly string[], more: object = {}): Reply => ({ body: { things: things(...ids), ...more } });
const link = (url: string): Reply => ({ ...page(["a"]), headers: { link: `<${url}>; rel="next"` } });

function checkpointOf({ error }: Ran): Checkpoint {
  if (typeof error !== "object" || error === null || !("checkpoint" in error)) throw error;
  return JSON.parse(JSON.stringify(error.checkpoint));
}

describe("a step with `x-pages` reads a list", () => {
  test.each([
    {
      name: "whose pages have URLs",
      pages: "next: $response.body#/next",
      replies: [page(["a", "b"], { next: "/things?cursor=2" }), page([], { next: "/more?x=y" }), page(["c"])],
      want: ["GET /things?offset=0", "GET /things?cursor=2", "GET /more?x=y"],
    },
    {
      name: "of which an answer has nothing",
      pages: "next: $response.body#/next",
      replies: [page(["a", "b"], { next: "/things?p=2" }), { body: { next: "/things?p=3" } }, page(["c"])],
      want: ["GET /things?offset=0", "GET /things?p=2", "GET /things?p=3"],
    },
    {
      name: "whose pages have tokens",
      pages: "next: $response.body#/next, parameter: token",
      replies: [page(["a", "b"], { next: "t 2" }), page(["c"], { next: "" })],
      want: ["GET /things?offset=0", "GET /things?offset=0&token=t%202"],
    },
    {
      name: "whose pages have numbers as tokens",
      pages: "next: $response.body#/last, parameter: after",
      replies: [page(["a", "b"], { last: 2 }), page(["c"], { last: null })],
      want: ["GET /things?offset=0", "GET /things?offset=0&after=2"],
    },
    {
      name: "whose pages are numbered",
      pages: "parameter: page, counts: pages",
      replies: [page(["a"]), page(["b", "c"]), page([])],
      want: ["GET /things?offset=0&page=1", "GET /things?offset=0&page=2", "GET /things?offset=0&page=3"],
    },
    {
      name: "whose pages are numbered from 0 on",
      pages: "parameter: page, counts: pages, first: 0",
      replies: [page(["a", "b", "c"]), { body: {} }],
      want: ["GET /things?offset=0&page=0", "GET /things?offset=0&page=1"],
    },
    {
      name: "whose items are counted, as text where that is wanted",
      pages: "parameter: offset, counts: items",
      replies: [page(["a", "b"]), page(["c"]), page([])],
      want: ["GET /things?offset=0", "GET /things?offset=2", "GET /things?offset=3"],
    },
    {
      name: "whose pages are linked",
      pages: "next: $response.header.Link",
      replies: [link("/things?p=2"), page(["b", "c"])],
      want: ["GET /things?offset=0", "GET /things?p=2"],
    },
  ])("$name", async ({ pages, replies, want }) => {
    const ran = await running.run(reading(pages), { replies });
    expectEnd(ran, { sent: want, result: { all: things("a", "b", "c") } });
  });

  test.each([
    ["items", "next: $response.body#/next, parameter: token, limit: 3", page(["a", "b"], { next: "t" }), 2, 3],
    ["pages", "next: $response.body#/next, parameter: token, limit: 3", page([], { next: "t" }), 3, 0],
    ["items that are counted", "parameter: page, counts: pages, limit: 4", page(["a", "b"]), 2, 4],
  ])("up to `limit` %s", async (_, pages, reply, requests, items) => {
    let count = 0;
    const replies = ({ url }: Received): Reply => {
      count += 1;
      return JSON.parse(JSON.stringify(reply).replace('"t"', `"t${count}${url.length}"`));
    };
    const { sent, result, error } = await running.run(reading(pages), { replies });
    if (error !== undefined) throw error;
    expect(sent).toHaveLength(requests);
    expect(result).toMatchObject({ all: { length: items } });
  });

  test("and tries each page again by itself", async () => {
    const actions = `onFailure: [{ name: busy, type: retry, retryAfter: 1, retryLimit: 1, criteria: [{ condition: $statusCode == 409 }] }]`;
    const busy: Reply = { status: 409, body: {} };
    const ran = await running.run(reading("next: $response.body#/next", { actions }), {
      replies: [busy, page(["a"], { next: "/things?p=2" }), busy, page(["b"])],
    });
    expectEnd(ran, {
      sent: ["GET /things?offset=0", "GET /things?offset=0", "GET /things?p=2", "GET /things?p=2"],
      result: { all: things("a", "b") },
    });
    expect(ran.waits.map(([id]) => id)).toEqual(["list[0]#2#wait", "list[1]#2#wait"]);
  });

  test("with more pages than a run has steps", async () => {
    let next = 0;
    const replies = (): Reply => ((next += 1) < 5 ? page([`${next}`], { next: `t${next}` }) : page(["last"]));
    const given = reading("next: $response.body#/next, parameter: token");
    const { sent, error } = await running.run(given, { replies, options: { maxSteps: 1 } });
    if (error !== undefined) throw error;
    expect(sent).toHaveLength(5);
  });
});

describe("a page", () => {
  test.each([
    ["of another server", "https://evil.example/things", "leads to evil.example, which is no host of the API"],
    ["with a user", "https://api.example.com@evil.example/", "has a user or a password in it"],
  ])("%s is not read", async (_, next, want) => {
    const ran = await running.run(reading("next: $response.body#/next"), { replies: [page(["a"], { next })] });
    expect(ran.sent).toEqual(["GET /things?offset=0"]);
    expect(ran.error).toMatchObject({ code: "invalid-input", stepPath: "list[1]" });
    expect(String(ran.error)).toContain(want);
  });

  test("that names itself as the next one ends the run", async () => {
    const given = reading("next: $response.body#/next, parameter: token");
    const ran = await running.run(given, { replies: [page(["a"], { next: "t" })] });
    expect(ran.sent).toHaveLength(2);
    expect(ran.error).toMatchObject({ code: "invalid-input", stepPath: "list[1]" });
    expect(String(ran.error)).toContain("the page names itself as the next one");
  });

  test("that fails ends the run, and one that resumes goes on with it", async () => {
    const call = await running.load(reading("next: $response.body#/next"));
    const failed = await call({ replies: [page(["a"], { next: "/things?p=2" }), { status: 500, body: {} }] });
    expect(failed.error).toMatchObject({ code: "step-failed", stepPath: "list[1]" });
    const resumed = await call({ replies: [page(["b"])], options: { resume: checkpointOf(failed) } });
    expectEnd(resumed, { sent: ["GET /things?p=2"], result: { all: things("a", "b") } });
  });

  test("without a list where one is promised is refused", async () => {
    const given = reading("next: $response.body#/next");
    const promised = given.openapi.replace(/schema:\n( +)type: object/, "$&\n$1required: [things]");
    const ran = await running.run({ ...given, openapi: promised }, { replies: [{ body: { things: "none" } }] });
    expect(ran.error).toMatchObject({ code: "invalid-answer" });
  });
});

describe("a step for each item", () => {
  const byToken = "next: $response.body#/next, parameter: token";
  const replies = ({ method, url }: Received): Reply => {
    if (method === "DELETE") return { status: 204 };
    return url.includes("token=2") ? page(["c", "d"]) : page(["a", "b"], { next: "2" });
  };
  const [first, second] = ["GET /things?offset=0", "GET /things?offset=0&token=2"];
  const drops = (...ids: readonly string[]): readonly string[] => ids.map((id) => `DELETE /things/${id}`);

  test("is done page by page", async () => {
    const ran = await running.run(reading(byToken, dropping()), { replies });
    expectEnd(ran, { sent: [first ?? "", ...drops("a", "b"), second ?? "", ...drops("c", "d")], result: {} });
  });

  test("is done side by side, page by page", async () => {
    const { sent, error } = await running.run(reading(byToken, dropping(", concurrency: 2")), { replies });
    if (error !== undefined) throw error;
    expect(sent.indexOf(second ?? "")).toBe(3);
    expect(sent.toSorted()).toEqual([...drops("a", "b", "c", "d"), first, second].toSorted());
  });

  test.each([
    {
      name: "where its position is read",
      more: { step: drop("", ", outputs: { at: $each.index }"), outputs: "at: $steps.drop.outputs.at" },
    },
    {
      name: "where its position is sent",
      more: { step: drop().replace("$each.item#/id", `"{$each.index}"`), outputs: "" },
    },
    { name: "where pages are counted", pages: "parameter: page, counts: pages", more: dropping() },
    { name: "where it may have less elements than are read", more: dropping(", limit: 5") },
    { name: "where the list is read elsewhere", more: { step: drop(), outputs: "all: $steps.list.outputs.items" } },
  ])("is done behind the last page $name", async ({ pages = byToken, more }) => {
    const { sent, error } = await running.run(reading(pages, more), {
      replies: (request) => (request.url.includes("page=2") ? page([]) : replies(request)),
    });
    if (error !== undefined) throw error;
    expect(sent.map((one) => one.slice(0, 3)).join(" ")).toMatch(/^GET GET( DEL)+$/);
  });

  test.each(["", ", concurrency: 2"])("lets go of the pages that are done%s", async (more) => {
    const call = await running.load(reading(byToken, dropping(more)));
    const refuse = (id: string) => (request: Received) =>
      request.url.endsWith(`/${id}`) ? { status: 500, body: {} } : replies(request);
    const failed = await call({ replies: refuse("c") });
    expect(failed.error).toMatchObject({ code: "step-failed", stepPath: "drop[2]" });
    const checkpoint = checkpointOf(failed);
    expect(Object.keys(checkpoint.answers)).not.toContain("list[0]");
    expect(checkpoint.done?.["list"]).toEqual({ result: { index: 1, from: 2, token: "2" } });
    expect(Object.keys({ ...checkpoint.answers, ...checkpoint.done }).filter((id) => /^drop\[[01]\]/.test(id))).toEqual(
      [],
    );
    // What has been asked to be deleted is in doubt, and is asked again because it is named.
    const resend = checkpoint.unknown;
    const resumed = await call({ replies, options: { resume: checkpoint, resend } });
    expect(resumed.error).toBeUndefined();
    expect(resumed.sent).not.toContain(first);
    expect(resumed.sent).not.toContain(second);
    expect(resumed.sent).toContain("DELETE /things/c");
    const done = await call({
      replies: [{ status: 500, body: {} }],
      options: { resume: { ...checkpoint, answers: {}, unknown: [], done: { list: { result: null } } } },
    });
    expectEnd(done, { sent: [], result: {} });
  });
});
