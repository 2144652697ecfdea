import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { contentOf, type Ended } from "../support/cli.js";
import { completedApi, completedArazzo } from "../support/documents.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { dedent } from "../support/yaml.js";
import { runMain } from "./run-main.js";

// What is written where some workflows compile and others do not.

const things = completedApi(
  dedent(`
    paths:
      /things:
        get:
          operationId: list
          responses: { "200": { description: All. } }
        post:
          operationId: make
          parameters: [{ $ref: "#/components/parameters/nowhere" }]
          responses: { "201": { description: Made. } }
        put:
          operationId: put
          responses:
            "200":
              description: Put.
              content: { application/json: { schema: { type: object, properties: { a: { $ref: "http://example.com/a.yaml" } } } } }
  `),
);

const folder = makeFolder({ "openapi.yaml": things });
const out = join(folder, "out");

afterAll(() => removeFolder(folder));

beforeEach(() => rmSync(out, { recursive: true, force: true }));

const good = "{ workflowId: good, steps: [{ stepId: a, operationId: list }] }";
const bad = "{ workflowId: bad, steps: [{ stepId: a, operationId: lst }] }";

function document(...workflows: readonly string[]): string {
  return completedArazzo(["workflows:", ...workflows.map((text) => `- ${text}`)].join("\n"));
}

function generate(documents: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text);
  const files = Object.keys(documents).map((name) => join(folder, name));
  return runMain(folder, ["generate", ...files, "--out", out, "--verbose", ...args]);
}

/** The functions that the output has, by the names of their files and in its index. */
function functions(): readonly string[] {
  const content = contentOf(out);
  const named = [...(content["index.ts"]?.text ?? "").matchAll(/"\.\/workflows\/(.*)\.js"/g)].map(([, name]) => name);
  const files = Object.keys(content).flatMap((name) => /^workflows\/(.*)\.ts$/.exec(name)?.[1] ?? []);
  expect(named.toSorted()).toEqual(files);
  return files;
}

function codesIn({ stderr }: Ended): readonly string[] {
  return [...stderr.matchAll(/^(?:\S+:\d+:\d+: )?(?:error|warning) ([a-z-]+): (.*)/gm)]
    .map(([, code, message]) => (code === "workflow-left-out" ? `${message}` : `${code}`).replaceAll("`", "'"))
    .toSorted();
}

const itself = (id: string): string => `'${id}' is left out: it does not compile`;
const needing = (id: string, other: string): string => `'${id}' is left out: it needs '${other}', which is left out`;

describe("generate --keep-going", () => {
  test.each([
    {
      name: "leaves out a workflow that is wrong",
      documents: { "a.yaml": document(good, bad) },
      functions: ["good"],
      said: [itself("bad"), "unknown-operation"],
    },
    {
      name: "leaves out what calls, goes to or depends on it, and what needs those",
      documents: {
        "a.yaml": document(
          bad,
          "{ workflowId: calling, steps: [{ stepId: a, workflowId: bad }] }",
          "{ workflowId: going, steps: [{ stepId: a, operationId: list, onSuccess: [{ name: on, type: goto, workflowId: bad }] }] }",
          "{ workflowId: depending, dependsOn: [calling], steps: [{ stepId: a, operationId: list }] }",
          good,
        ),
      },
      functions: ["good"],
      said: [
        itself("bad"),
        needing("calling", "bad"),
        needing("depending", "calling"),
        needing("going", "bad"),
        "unknown-operation",
      ],
    },
    {
      name: "leaves out all that use an operation that is wrong, though that is said once",
      documents: {
        "a.yaml": document(
          "{ workflowId: first, steps: [{ stepId: a, operationId: make }] }",
          good,
          "{ workflowId: second, steps: [{ stepId: a, operationId: list }, { stepId: b, operationId: make }] }",
        ),
      },
      functions: ["good"],
      said: [itself("first"), itself("second"), "reference-unresolved"],
    },
    {
      name: "leaves out what uses a schema that is not read",
      documents: { "a.yaml": document("{ workflowId: first, steps: [{ stepId: a, operationId: put }] }", good) },
      functions: ["good"],
      said: [itself("first"), "reference-refused"],
    },
    {
      name: "leaves out a workflow that is none, and what calls one of which nothing can be made",
      documents: {
        "a.yaml": document(
          "{ workflowId: shapeless, steps: [{ stepId: a, operationID: list }] }",
          "{ workflowId: stepless }",
          "{ workflowId: calling, steps: [{ stepId: a, workflowId: stepless }] }",
          good,
        ),
      },
      functions: ["good"],
      said: [
        needing("calling", "stepless"),
        itself("shapeless"),
        itself("stepless"),
        "invalid-document",
        "invalid-document",
      ],
    },
    {
      name: "leaves out what uses a source that cannot be read",
      documents: {
        "a.yaml": `${document(
          "{ workflowId: lost, steps: [{ stepId: a, operationId: $sourceDescriptions.away.list }] }",
          "{ workflowId: good, steps: [{ stepId: a, operationId: $sourceDescriptions.api.list }] }",
        )}`.replace(/sourceDescriptions: \[/, "$&{ name: away, url: ./away.yaml, type: openapi }, "),
      },
      functions: ["good"],
      said: [itself("lost"), "file-unreadable"],
    },
    {
      name: "leaves out a document whose workflows share what is wrong, and no other",
      documents: {
        "a.yaml": `${document(good)}\ncomponents: { parameters: { page: { name: page, in: query } } }\n`,
        "b.yaml": document("{ workflowId: other, steps: [{ stepId: a, operationId: list }] }"),
      },
      functions: ["other"],
      said: [itself("good"), "invalid-document"],
    },
    {
      name: "goes on without a document that cannot be read",
      documents: { "a.yaml": "workflows: [", "b.yaml": document(good) },
      functions: ["good"],
      said: ["syntax-error"],
    },
    {
      name: "leaves out the second of two functions of one name",
      documents: {
        "a.yaml": document(good),
        "b.yaml": document("{ workflowId: Good, steps: [{ stepId: a, operationId: list }] }"),
      },
      functions: ["good"],
      said: [itself("Good"), "name-collision"],
    },
    {
      name: "leaves out all where nothing compiles",
      documents: { "a.yaml": document(bad) },
      functions: [],
      said: [itself("bad"), "unknown-operation"],
    },
  ])("$name", async ({ documents, functions: wanted, said }) => {
    const before = { "z.yaml": document("{ workflowId: bad, steps: [{ stepId: a, operationId: list }] }", good) };
    expect((await generate(before)).code).toBe(0);
    const ended = await generate(documents, "--keep-going");
    expect(ended.code).toBe(1);
    expect(codesIn(ended)).toEqual([...said].toSorted());
    expect(functions()).toEqual(wanted);
  });

  test("writes what a run over the others alone writes, and says how many it has written", async () => {
    await generate({ "a.yaml": document(good) });
    const alone = Object.entries(contentOf(out)).map(([name, { text }]) => [name, text]);
    rmSync(out, { recursive: true });
    const ended = await generate({ "a.yaml": document(good, bad) }, "--keep-going");
    expect(Object.entries(contentOf(out)).map(([name, { text }]) => [name, text])).toEqual(alone);
    expect(ended.stdout).toMatch(/^workflow {2}function {2}steps {2}file\ngood .*\n\n\d+ new in out\n$/);
  });

  test("is content where nothing is wrong", async () => {
    expect(await generate({ "a.yaml": document(good) }, "--keep-going")).toMatchObject({ code: 0, stderr: "" });
  });

  test("writes nothing where an overlay is wrong: no document says what it should", async () => {
    const overlay = join(folder, "overlay.yaml");
    writeFileSync(
      overlay,
      "overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions: [{ target: '$[', remove: true }]\n",
    );
    const ended = await generate({ "a.yaml": document(good) }, "--keep-going", "--overlays", overlay);
    expect({ code: ended.code, codes: codesIn(ended) }).toEqual({ code: 1, codes: ["invalid-document"] });
    expect(() => contentOf(out)).toThrow("ENOENT");
  });

  test("with --check compares with what compiles, and exits with 1 for what does not", async () => {
    const documents = { "a.yaml": document(good, bad) };
    await generate(documents, "--keep-going");
    const same = await generate(documents, "--keep-going", "--check");
    expect(same).toMatchObject({ code: 1, stdout: "out is what the documents say\n" });
    writeFileSync(join(out, "workflows/good.ts"), "// @generated by twilio-workflows 0.0.0.\n");
    const changed = await generate(documents, "--keep-going", "--check");
    expect(changed).toMatchObject({ code: 1, stderr: expect.stringContaining("differs: out/workflows/good.ts\n") });
    const whole = await generate({ "a.yaml": document(good) }, "--keep-going", "--check");
    expect(whole).toMatchObject({ code: 1, stderr: expect.stringMatching(/^differs: out\/workflows\/good\.ts\nRun /) });
  });

  test("without it nothing is written, and nobody is said to be left out", async () => {
    const ended = await generate({ "a.yaml": document(good, bad) });
    expect({ code: ended.code, codes: codesIn(ended) }).toEqual({ code: 1, codes: ["unknown-operation"] });
    expect(() => contentOf(out)).toThrow("ENOENT");
  });
});
