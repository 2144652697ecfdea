import { describe, expect, onTestFinished, test } from "vitest";
import { isWorkflowError } from "../../templates/runtime/index.js";
import { at, to } from "../runtime/support/options.js";
import { type Received, type Reply, serve } from "../runtime/support/server.js";
import { Compiler } from "../support/compiler.js";
import { type AnyWorkflow, Loaded } from "../support/load.js";

const compiler = new Compiler();

// The host is one that credentials go to.
const openapi = `
servers: [{ url: https://api.twilio.com }]
paths:
  /file:
    get:
      operationId: download
      responses:
        "200":
          description: A picture.
          content: { image/png: { schema: { type: string, format: binary } }, application/pdf: {} }
        "204": { description: No picture. }
        "404": { description: None., content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } }
  /mixed:
    get:
      operationId: mixed
      responses:
        "200": { description: A picture., content: { image/png: {} } }
        "202": { description: A text., content: { text/plain: {} } }
  /bytes:
    put: { operationId: put, requestBody: { content: { application/octet-stream: {} } }, responses: { "204": { description: Done. } } }
    post: { operationId: post, requestBody: { content: { image/*: {}, image/png: {} } }, responses: { "204": { description: Done. } } }
  /form:
    post:
      operationId: upload
      requestBody:
        content:
          multipart/form-data:
            schema: { type: object, properties: { name: { type: string }, file: { type: string, format: binary }, any: {} } }
      responses: { "204": { description: Done. } }
  /json:
    post:
      operationId: json
      parameters: [{ name: q, in: query, schema: {} }]
      requestBody: { content: { application/json: {} } }
      responses: { "204": { description: Done. } }
`;

const get = `
  - stepId: get
    operationId: download
    successCriteria: [{ condition: $statusCode == 200 }]
    outputs: { file: $response.body }`;

/** A workflow of these steps, as it runs. */
async function workflow(steps: string, more = ""): Promise<AnyWorkflow> {
  const arazzo = `arazzo: 1.1.0\nworkflows:\n- workflowId: w\n  steps:${steps}\n${more}`;
  const { files, findings } = await compiler.compile({ arazzo, openapi });
  expect(findings.filter((text) => / error /.test(text))).toEqual([]);
  const loaded = new Loaded(files);
  onTestFinished(() => loaded.remove());
  return loaded.fn("w");
}

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe]);

function file(bytes: Buffer, type = "image/png"): Reply {
  return {
    raw: (response) => {
      response.writeHead(200, { "content-type": type });
      response.end(bytes);
    },
  };
}

const done: Reply = { status: 204 };

async function bytesOf(value: unknown): Promise<Buffer> {
  if (!(value instanceof Blob)) throw new TypeError(`no file: ${String(value)}`);
  return Buffer.from(await value.arrayBuffer());
}

const sends = {
  "the body": {
    step: `operationId: put\n    requestBody: { payload: $steps.get.outputs.file }`,
    type: "application/octet-stream",
  },
  "the body, of a media type that is stated": {
    step: `operationId: post\n    requestBody: { contentType: image/png, payload: $steps.get.outputs.file }`,
    type: "image/png",
  },
} as const;

describe("a file", () => {
  test.each([
    { name: "that is bytes", bytes: picture },
    { name: "that is text", bytes: Buffer.from("é, a text\r\n") },
    { name: "that looks like JSON", bytes: Buffer.from('{ "id": 9007199254740993 }') },
    { name: "that begins with a byte order mark", bytes: Buffer.from([0xef, 0xbb, 0xbf, 0x61]) },
    { name: "that is empty", bytes: Buffer.alloc(0) },
    { name: "that is large", bytes: Buffer.alloc(300_000, picture) },
  ])("$name is an output, to the byte, and sent on", async ({ bytes }) => {
    const run = await workflow(
      `${get}\n  - stepId: put\n    operationId: put\n    requestBody: { payload: $steps.get.outputs.file }`,
      "  outputs: { file: $steps.get.outputs.file }",
    );
    const { url, requests } = await serve((request) => (request.method === "GET" ? file(bytes) : done));
    const result = await run({}, at(url));
    const { file: given } = result as { readonly file: unknown };
    expect(given).toHaveProperty("type", "image/png");
    expect((await bytesOf(given)).equals(bytes)).toBe(true);
    expect(requests[1]?.bytes.equals(bytes)).toBe(true);
  });

  test.each(Object.entries(sends))("is sent as %s", async (_name, { step, type }) => {
    const run = await workflow(`${get}\n  - stepId: send\n    ${step}`);
    const { url, requests } = await serve((request) => (request.method === "GET" ? file(picture) : done));
    await run({}, at(url));
    expect(requests[1]).toMatchObject({ headers: { "content-type": type } });
    expect(requests[1]?.bytes.equals(picture)).toBe(true);
  });

  test.each(["file", "any"])("is sent as the field `%s` of a form with files", async (field) => {
    const run = await workflow(
      `${get}\n  - stepId: send\n    operationId: upload\n    requestBody: { payload: { name: x, ${field}: $steps.get.outputs.file } }`,
    );
    const { url, requests } = await serve((request) => (request.method === "GET" ? file(picture) : done));
    await run({}, at(url));
    const { bytes = Buffer.alloc(0), headers = {} } = requests[1] ?? {};
    const form = await new Response(Uint8Array.from(bytes), {
      headers: { "content-type": String(headers["content-type"]) },
    }).formData();
    expect(form.get("name")).toBe("x");
    expect((await bytesOf(form.get(field))).equals(picture)).toBe(true);
  });

  test("is what a called workflow returns, and what it is given", async () => {
    const run = await workflow(
      `
  - { stepId: in, workflowId: inner, outputs: { file: $outputs.file } }
  - { stepId: out, workflowId: sending, parameters: [{ name: file, value: $steps.in.outputs.file }] }`,
      `
- workflowId: inner
  steps:${get}
  outputs: { file: $steps.get.outputs.file }
- workflowId: sending
  inputs: { type: object, properties: { file: { type: string, format: binary } } }
  steps: [{ stepId: put, operationId: put, requestBody: { payload: $inputs.file } }]`,
    );
    const { url, requests } = await serve((request) => (request.method === "GET" ? file(picture) : done));
    await run({}, at(url));
    expect(requests[1]?.bytes.equals(picture)).toBe(true);
  });

  test("is empty where the answer has none", async () => {
    const run = await workflow(
      "\n  - { stepId: get, operationId: download, outputs: { file: $response.body } }",
      "  outputs: { file: $steps.get.outputs.file }",
    );
    const { url } = await serve([done]);
    const { file: given } = (await run({}, at(url))) as { readonly file: unknown };
    expect((await bytesOf(given)).length).toBe(0);
  });

  test("that is none, but an error, is read as one", async () => {
    const run = await workflow(get);
    const { url } = await serve([{ status: 404, body: { message: "no such file" } }]);
    await expect(run({}, at(url))).rejects.toMatchObject({ code: "step-failed", body: { message: "no such file" } });
  });

  test("that is larger than an answer may be ends the run", async () => {
    const run = await workflow(get);
    const { url } = await serve([file(picture)]);
    await expect(run({}, at(url, { maxAnswerSize: 6, retries: 0 }))).rejects.toThrow("larger than 6 bytes");
  });

  test("that repeats a secret holds it, as it came", async () => {
    const run = await workflow(get, "  outputs: { file: $steps.get.outputs.file }");
    let sent = "";
    const { url } = await serve(({ headers }) => {
      const both = Buffer.from(String(headers["authorization"]).slice("Basic ".length), "base64").toString();
      sent = both.slice(both.indexOf(":") + 1);
      return file(Buffer.concat([picture, Buffer.from(sent), picture]));
    });
    const result = await run({}, at(url));
    const { file: given } = result as { readonly file: unknown };
    expect((await bytesOf(given)).equals(Buffer.concat([picture, Buffer.from(sent), picture]))).toBe(true);
  });
});

describe("a run that resumes", () => {
  const steps = `${get}\n  - stepId: post\n    operationId: post\n    requestBody: { contentType: image/png, payload: $steps.get.outputs.file }`;

  /** The checkpoint of a run whose second step was refused, as a store gives it back. */
  async function refused(
    run: AnyWorkflow,
  ): Promise<{ readonly url: string; readonly requests: Received[]; readonly stored: string }> {
    let isRefused = true;
    const { url, requests } = await serve((request) => {
      if (request.method === "GET") return file(picture);
      return isRefused ? { status: 409, body: {} } : done;
    });
    const error: unknown = await run({}, at(url)).catch((thrown: unknown) => thrown);
    if (!isWorkflowError(error)) throw error;
    isRefused = false;
    return { url, requests, stored: JSON.stringify(error.checkpoint) };
  }

  test("has the file from its checkpoint, to the byte, and asks for it no second time", async () => {
    const run = await workflow(steps);
    const { url, requests, stored } = await refused(run);
    await run({}, at(url, { resume: JSON.parse(stored) }));
    expect(requests.map(({ method }) => method)).toEqual(["GET", "POST", "POST"]);
    expect(requests[2]?.bytes.equals(picture)).toBe(true);
  });

  test("refuses a checkpoint in which the file is damaged", async () => {
    const run = await workflow(steps);
    const { url, stored } = await refused(run);
    const damaged = stored.replace(picture.toString("base64"), "%%%");
    expect(damaged).not.toBe(stored);
    await expect(run({}, at(url, { resume: JSON.parse(damaged) }))).rejects.toMatchObject({
      message: expect.stringContaining('`answers["get"]` is no answer'),
    });
  });
});

describe("a file is refused", () => {
  test.each([
    {
      name: "in a text",
      step: `operationId: json\n    requestBody: { payload: { a: "the {$steps.get.outputs.file}" } }`,
      want: "unsupported-feature '$steps.get.outputs.file': that is a file, in which nothing can be looked for, and which no text can hold",
    },
    {
      name: "in a condition",
      step: `operationId: json\n    onSuccess: [{ name: on, type: end, criteria: [{ condition: $steps.get.outputs.file == 'x' }] }]`,
      want: "unsupported-feature '$steps.get.outputs.file': that is a file",
    },
    {
      name: "under a pattern",
      step: `operationId: json\n    onSuccess: [{ name: on, type: end, criteria: [{ context: $steps.get.outputs.file, type: regex, condition: x }] }]`,
      want: "unsupported-feature '$steps.get.outputs.file': that is a file",
    },
    {
      name: "under a query",
      step: `operationId: json\n    outputs: { a: { context: $steps.get.outputs.file, type: jsonpath, selector: "$..a" } }`,
      want: "unsupported-feature '$steps.get.outputs.file': that is a file",
    },
    {
      name: "as JSON",
      step: `operationId: json\n    requestBody: { payload: { a: $steps.get.outputs.file } }`,
      want: "type-conflict the field 'a' is sent as JSON or as text, which cannot hold '$steps.get.outputs.file', a file",
    },
    {
      name: "inside of JSON",
      step: `operationId: json\n    requestBody: { payload: { a: $steps.get.outputs } }`,
      want: "type-conflict",
    },
    {
      name: "in a query",
      step: `operationId: json\n    parameters: [{ name: q, in: query, value: $steps.get.outputs.file }]`,
      want: "type-conflict",
    },
    {
      name: "below which something is asked for",
      step: `operationId: download\n    outputs: { a: $response.body#/a }`,
      want: "unknown-pointer",
    },
    {
      name: "that may be something else",
      step: `operationId: mixed\n    outputs: { a: $response.body }`,
      want: "unsupported-feature '$response.body': the answer of 'mixed' is a file, or something else",
    },
  ])("$name", async ({ step, want }) => {
    const arazzo = `arazzo: 1.1.0\nworkflows:\n- workflowId: w\n  steps:${get}\n  - stepId: next\n    ${step}\n`;
    const { findings } = await compiler.compile({ arazzo, openapi });
    expect(findings.filter((text) => / error /.test(text))).toEqual([expect.stringContaining(`error ${want}`)]);
  });
});

describe("a range of media types", () => {
  const json = "application/json: { schema: { type: object, properties: { a: { type: string } } } }";
  test("is none in strict runs", async () => {
    const { findings } = await compiler.compile({
      arazzo: `workflows:\n- workflowId: w\n  steps:\n  - { stepId: s, operationId: make, requestBody: { contentType: "*/*", payload: {} } }\n`,
      openapi: `paths: { /items: { post: { operationId: make, requestBody: { content: { ${json} } }, responses: { "204": { description: Made. } } } } }\n`,
      strict: true,
    });
    expect(findings).toEqual([expect.stringContaining("error invalid-document '*/*' is no media type")]);
  });

  test.each([
    { range: "*/*", documented: json, want: "application/json" },
    {
      range: "application/*+json",
      documented: "text/csv: {}, application/vnd.x+json: {}",
      want: "application/vnd.x+json",
    },
    { range: "application/*", documented: `text/csv: {}, ${json}`, want: "application/json" },
    { range: undefined, documented: "application/*+json: { schema: { type: object } }", want: "application/json" },
    { range: "application/json", documented: "application/*+json: {}", want: "application/json" },
    {
      range: "application/merge-patch+json",
      documented: "application/*+json: {}",
      want: "application/merge-patch+json",
    },
    { range: "*/*", documented: "'*/*': {}", want: "application/json" },
    { range: "text/*", documented: json, want: "5:33 error unknown-content-type" },
  ])("$range of $documented is sent as $want", async ({ range, documented, want }) => {
    const stated = range === undefined ? "" : `contentType: "${range}", `;
    const { findings, files } = await compiler.compile({
      arazzo: `workflows:\n- workflowId: w\n  steps:\n  - stepId: s\n    operationId: make\n    requestBody: { ${stated}payload: { a: x } }\n`,
      assume: true,
      openapi: `paths: { /items: { post: { operationId: make, requestBody: { content: { ${documented} } }, responses: { "204": { description: Made. } } } } }\n`,
    });
    if (files.size === 0) return expect(findings.join("\n")).toContain(want.replace(/^\S+ /, ""));
    const loaded = new Loaded(files);
    onTestFinished(() => loaded.remove());
    const { url, requests } = await serve([done]);
    await (
      await loaded.fn("w")
    )({}, to(url));
    return expect(requests).toMatchObject([{ headers: { "content-type": want }, body: '{"a":"x"}' }]);
  });
});

compiler.testTypes();
