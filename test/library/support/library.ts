import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { loadDocuments } from "../../../examples/local-twilio/documents.js";
import { type LocalTwilio, type LocalTwilioOptions, startLocalTwilio } from "../../../examples/local-twilio/index.js";
import type { WorkflowOptions } from "../../../generated/index.js";
import { player, recorder, withoutPlatform } from "./bare.js";

/** A run of a function of the library: what it does, and how it has to end. */
export interface Run {
  /** The `workflowId`. */
  readonly of: string;
  readonly when: string;
  readonly run: (options: WorkflowOptions) => Promise<object>;
  readonly want: object;
}

/** A call that has to fail, with what its error says. */
export interface Refusal {
  readonly when: string;
  readonly run: (options: WorkflowOptions) => Promise<object>;
  readonly want: object;
}

/**
 * Runs the functions of some Arazzo documents against one local Twilio: each as its table says, and a second time where
 * nothing can be sent, by the answers of the first; all of them through every ending that they have, and all answers as
 * the OpenAPI documents allow them.
 */
export function testLibrary(
  files: readonly string[],
  runs: readonly Run[],
  refusals: readonly Refusal[],
  given?: LocalTwilioOptions,
): void {
  let twilio: LocalTwilio;
  let options: WorkflowOptions;
  const seen = new Set<string>();

  beforeAll(async () => {
    twilio = await startLocalTwilio(given);
    const { accountSid, authToken } = twilio.credentials;
    options = { baseUrl: twilio.baseUrl, credentials: { accountSid, authToken } };
  });

  afterAll(() => twilio.close());

  test.each(runs)("$of: $when", async ({ of, run, want }) => {
    const { runner, exchanges } = recorder();
    const result = await run({ ...options, runner });
    seen.add(`${of} ${"outcome" in result ? String(result.outcome) : "-"}`);
    expect(result).toMatchObject(want);

    const replay = player(exchanges);
    const { accountSid } = twilio.credentials;
    const bare = { credentials: { accountSid }, runner: replay.runner };
    expect(await withoutPlatform(() => run(bare))).toEqual(result);
    expect(replay.calls).toEqual(exchanges.map(([call]) => call));
  });

  test.each(refusals)("throws where $when", async ({ run, want }) => {
    await expect(run({ ...options, runner: recorder().runner })).rejects.toMatchObject(want);
  });

  test("every function comes to each of its endings", () => {
    expect([...seen].toSorted()).toEqual(files.flatMap(workflowsOf).flatMap(endingsOf).toSorted());
  });

  test("the documents allow every answer of the local Twilio", async () => {
    const documents = await loadDocuments();
    const wrong = twilio.performed.flatMap(({ request, reply }) => {
      const route = documents.route(request);
      if (!route || reply.status === 204) return [];
      const { errors: all } = route.backend.validateResponse(reply.body, route.operation, reply.status);
      // What its documents call a URI is a path from the root in Twilio's answers, as their own examples show.
      const errors = all?.filter(({ keyword, params }) => keyword !== "format" || params["format"] !== "uri");
      return errors?.length ? [{ operation: route.operationId, status: reply.status, errors }] : [];
    });
    expect(wrong).toEqual([]);
  });
}

/** The ids of the workflows in a document of `specs/arazzo`. */
export function workflowsOf(file: string): readonly string[] {
  const { workflows }: { workflows: { workflowId: string }[] } = parse(readFileSync(`specs/arazzo/${file}`, "utf8"));
  return workflows.map(({ workflowId }) => workflowId);
}

/** The endings of a function, read from the type of its output; one without any has `-`. */
function endingsOf(workflowId: string): readonly string[] {
  const code = readFileSync(`generated/workflows/${workflowId}.ts`, "utf8");
  const outcomes = [...code.matchAll(/^ +outcome: ("\w+"(?: \| "\w+")*);$/gm)].flatMap(([, union = ""]) =>
    [...union.matchAll(/\w+/g)].map(([outcome]) => outcome),
  );
  return outcomes.length === 0 ? [`${workflowId} -`] : outcomes.map((outcome) => `${workflowId} ${outcome}`);
}

/** A SID that the local Twilio takes as it is, or a magic one with a code. */
export function sid(prefix: string, code = ""): string {
  return prefix + (code && `0055${code}`).padStart(32, "1");
}

/** A phone number; with a code, a magic one. */
export function number(code?: string): string {
  return code === undefined ? "+15558675310" : `+150055${code}`.padEnd(12, "0");
}
