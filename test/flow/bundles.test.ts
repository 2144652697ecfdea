import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { Loaded } from "../support/load.js";

// What of the runtime an app bundles with a function.

const compiler = new Compiler();

const api = (name: string, server: string, more = ""): string => `
openapi: 3.1.0
info: { title: ${name}, version: 1.0.0 }
servers: [{ url: ${server} }]
${more}
paths: { /${name}: { get: { operationId: ${name}, responses: { "204": { description: Done. } } } } }
`;

const bearer = `
security: [{ bearer: [] }]
components: { securitySchemes: { bearer: { type: http, scheme: bearer } } }
`;

const arazzo = `
sourceDescriptions:
- { name: news, url: ./news.yaml, type: openapi }
- { name: orders, url: ./orders.yaml, type: openapi }
- { name: messaging, url: ./messaging.yaml, type: openapi }
workflows:
- workflowId: open
  steps: [{ stepId: news, operationId: $sourceDescriptions.news.news }]
- workflowId: calls-open
  steps: [{ stepId: open, workflowId: open }]
- workflowId: signed
  steps: [{ stepId: orders, operationId: $sourceDescriptions.orders.orders }]
- workflowId: calls-signed
  steps: [{ stepId: signed, workflowId: signed }]
- workflowId: twilio
  steps: [{ stepId: messages, operationId: $sourceDescriptions.messaging.messages }]
- workflowId: twilio-and-signed
  steps:
  - { stepId: messages, operationId: $sourceDescriptions.messaging.messages }
  - { stepId: signed, workflowId: signed }
`;

/** A text that stands in each part. */
const parts = {
  signing: "is missing: give ",
  oauth: "client_credentials",
  twilio: "TWILIO_ACCOUNT_SID",
};

describe("an app that imports one function bundles", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    const files = {
      "news.yaml": api("news", "https://news.example.com"),
      "orders.yaml": api("orders", "https://orders.example.com", bearer),
      "messaging.yaml": api("messages", "https://messaging.twilio.com"),
    };
    const compiled = await compiler.compile({ arazzo, openapi: "paths: {}", files });
    expect(compiled.findings).toEqual([]);
    loaded = new Loaded(compiled.files);
  });
  afterAll(() => loaded.remove());

  test.each<[fn: string, want: (keyof typeof parts)[]]>([
    ["open", []],
    ["callsOpen", []],
    ["signed", ["signing", "oauth"]],
    ["callsSigned", ["signing", "oauth"]],
    ["twilio", ["oauth", "twilio"]],
    ["twilioAndSigned", ["signing", "oauth", "twilio"]],
  ])("with %s what signs its requests, and no more: %j", async (fn, want) => {
    const { outputFiles } = await build({
      stdin: { contents: `export { ${fn} } from ${JSON.stringify(join(loaded.folder, "index.ts"))};`, resolveDir: "." },
      bundle: true,
      format: "esm",
      minify: true,
      write: false,
    });
    const text = outputFiles[0]?.text ?? "";
    expect(text.includes("twilio-workflows:step")).toBe(true);
    expect(Object.entries(parts).flatMap(([part, words]) => (text.includes(words) ? part : []))).toEqual(want);
  });
});

compiler.testTypes();
