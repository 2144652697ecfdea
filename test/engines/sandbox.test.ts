import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import type { Answer, Call } from "../../templates/runtime/index.js";

const program = `
  import "./templates/engines/sandbox.ts";
  import { sendMessageTrackStatus } from "./generated/index.ts";
  globalThis.run = (answers) => {
    const calls = [];
    const runner = {
      runId: "1",
      request: async (call) => { calls.push(call); return answers[calls.length - 1]; },
      sleep: async () => undefined,
    };
    const credentials = { accountSid: "AC0123456789abcdef0123456789abcdef" };
    const options = { credentials, runner, deadline: 600_000, onCheckpoint: () => undefined };
    return sendMessageTrackStatus({ to: "+15558675310", from: "+15017122661", body: "hi" }, options).then(
      (outputs) => ({ outputs, calls }),
      (error) => ({ error: { code: error.code, name: error.name, message: error.message }, calls }),
    );
  };`;

interface Ran {
  readonly outputs?: unknown;
  readonly error?: { readonly code?: string; readonly name: string; readonly message: string };
  readonly calls: readonly Call[];
}

/** A workflow in a context that has nothing but the language, and these. */
async function contextWith(globals: object, text = program): Promise<(answers: readonly Answer[]) => Promise<Ran>> {
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: ".", loader: "ts" },
    bundle: true,
    format: "iife",
    write: false,
    target: "es2022",
  });
  const context = createContext({ ...globals });
  runInContext(outputFiles[0]?.text ?? "", context);
  return async (answers) => JSON.parse(JSON.stringify(await runInContext("run", context)(answers)));
}

const answer = (status: number, body: object, at: number): Answer => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
  at,
  ms: 5,
});

test("where there is nothing but the language, a function plans its requests and judges their answers", async () => {
  const run = await contextWith({ URL, TextEncoder });
  const { outputs, calls } = await run([
    answer(201, { sid: "SM1" }, 10),
    answer(200, { status: "sent" }, 20),
    answer(200, { status: "delivered", error_code: null }, 30),
  ]);
  expect(outputs).toEqual({ outcome: "delivered", messageSid: "SM1", finalStatus: "delivered", errorCode: null });
  expect(calls.map(({ id, body }) => [id, body])).toEqual([
    ["sendMessage", "To=%2B15558675310&From=%2B15017122661&Body=hi"],
    ["checkStatus", undefined],
    ["checkStatus/poll-2", undefined],
  ]);
});

test("a refusal there is the error that it is elsewhere", async () => {
  const run = await contextWith({ URL, TextEncoder });
  const { error } = await run([answer(400, { code: 21211, message: "no such number" }, 10)]);
  expect(error).toMatchObject({ code: "step-failed", message: expect.stringContaining("no such number") });
});

test.each<[missing: string, globals: object, text: string]>([
  ["URL", { TextEncoder }, program],
  ["Headers", { URL, TextEncoder, Blob }, program.replace('import "./templates/engines/sandbox.ts";', "")],
])("that the platform lacks %s is no fault of the input", async (missing, globals, text) => {
  const run = await contextWith(globals, text);
  const { error } = await run([]);
  expect(error).toEqual({ name: "ReferenceError", message: `${missing} is not defined` });
});
