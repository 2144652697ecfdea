import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtCli } from "../support/build-cli.js";

const documents = [
  resolve("specs/arazzo/twilio-send-message-track-status-workflow.yml"),
  "--overlays",
  resolve("specs/overlays/send-message-track-status.yml"),
];
let url: string;
let server: ChildProcess;

beforeAll(async () => {
  const args = [builtCli, "docs", ...documents, "--serve", "--port", "0", "--pace", "0", "--format", "json"];
  server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  for await (const text of server.stdout ?? []) {
    const found = /^\{"url":"(.*)"\}$/m.exec(String(text))?.[1];
    if (found === undefined) continue;
    url = found;
    break;
  }
});

afterAll(async () => {
  server.kill("SIGTERM");
  const [code] = await once(server, "close");
  expect(code).toBe(0);
});

/** Asks as a browser would that has come here from `origin`. */
function ask(path: string, { method = "GET", headers = {}, body = "" }: Asked = {}): Promise<Answered> {
  return new Promise((done, failed) => {
    const sent = request(new URL(path, url), { method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => done({ status: response.statusCode, text, location: response.headers.location }));
    });
    sent.on("error", failed).end(body);
  });
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Answered {
  readonly status: number | undefined;
  readonly text: string;
  readonly location: string | undefined;
}

const runs = "/workflows/send-message-track-status/runs";
const message = { to: "+15558675310", from: "+15017122661", body: "Your <table> is ready." };

function begin(input: unknown): Promise<Answered> {
  const body = String(new URLSearchParams({ input: typeof input === "string" ? input : JSON.stringify(input) }));
  return ask(runs, { method: "POST", body });
}

test("the page of a workflow has a form that runs it, with an input to begin with", async () => {
  const { text } = await ask("/workflows/send-message-track-status.html");

  expect(text).toContain(`<form class="run" method="post" action="${runs}">`);
  expect(text).toMatch(/<textarea [^>]*>\{\n {2}&quot;to&quot;: &quot;\+15558675310&quot;,/);
  expect(text).toContain("Twilio charges for it: a message, by its segments.");
  expect(text).toContain("connect-src 'self'; form-action 'self'");
});

test("a run is begun, watched through the picture, and ends with what it returned", async () => {
  const { status, location = "" } = await begin(message);
  expect({ status, location }).toMatchObject({ status: 303, location: expect.stringMatching(/^\/runs\/[\w-]{36}$/) });
  const { text } = await ask(`${location}/events`);
  const told = text.trimEnd().split("\n\n");
  const states = told.map((one) => [...one.matchAll(/class="node step ?([a-z]*)"/g)].map(([, state]) => state));

  expect(told.at(-1)).toMatch(/^event: end\ndata: <p class="lead now">It ended as delivered\.<\/p>/);
  expect(told.at(-1)).toContain("What it returned");
  expect(states.at(-1)).toEqual(["done", "done"]);
  // Without a script the page is asked for again, and says the same.
  const page = await ask(location);
  expect(page.text).toContain("It ended as delivered.");
  expect(page.text).toContain('data-events=""');
});

test.each<{ name: string; given: unknown; want: string }>([
  { name: "no JSON", given: "{", want: "It takes an object, as JSON." },
  { name: "a field that is missing", given: { ...message, to: undefined }, want: "to" },
  { name: "a field that is misspelt", given: { ...message, bodi: "<b>" }, want: "bodi" },
])("an input that is not taken is said to be so: $name", async ({ given, want }) => {
  const { status, text } = await begin(given);

  expect(status).toBe(400);
  expect(/<div role="alert"><ul>([^]*?)<\/ul>/.exec(text)?.[1]).toContain(want);
  expect(text).not.toContain("<b>");
});

test("a run that its document refuses says what went wrong", async () => {
  const { location = "" } = await begin({ ...message, accountSid: "AC1" });
  const { text } = await ask(`${location}/events`);

  expect(text).toContain("It failed.");
  expect(text).toContain("What went wrong");
  expect(text).toMatch(/class="node step failed"/);
});

describe("what is asked for otherwise", () => {
  test.each<{ name: string; path: string; asked?: Asked; want: number }>([
    { name: "a page", path: "/", want: 200 },
    { name: "a page that there is not", path: "/../package.json", want: 404 },
    { name: "a run that there is not", path: "/runs/1", want: 404 },
    { name: "a workflow that there is not", path: "/workflows/other/runs", asked: { method: "POST" }, want: 404 },
    { name: "to begin a run by a link", path: runs, want: 405 },
    { name: "to change a page", path: "/", asked: { method: "PUT" }, want: 405 },
    {
      name: "by a page of another site",
      path: runs,
      asked: { method: "POST", headers: { origin: "https://evil.example" } },
      want: 403,
    },
    { name: "by another name for this machine", path: "/", asked: { headers: { host: "evil.example" } }, want: 421 },
    { name: "with too much", path: runs, asked: { method: "POST", body: "x".repeat(1024 * 1024 + 1) }, want: 413 },
  ])("$name", async ({ path, asked, want }) => {
    expect((await ask(path, asked)).status).toBe(want);
  });
});
