import type { Answer } from "../answers/call.js";
import { isObject } from "../options/option-rules.js";
import { checkAnswer } from "../answers/response.js";
import { describe, excerpt, fieldsOf } from "../errors/text.js";

/**
 * Everything that a run has finished, as plain JSON. Store it as it is, and give it to `options.resume`.
 * It holds answers, with the tokens in them that later steps send: treat it with the care that they need. A file in an answer stands there in base64, a third
 * larger than it is, and never larger than `maxAnswerSize` lets it be.
 */
export interface Checkpoint {
  version: 1;
  /** The workflow it belongs to; no other can resume it. */
  workflow: string;
  /** Which steps it and the workflows that it calls had, as a digest of each; with other ones nothing can resume it. */
  versions: Record<string, string>;
  /** The answers of finished steps, by the id of their call. Those of a called workflow begin with that of its caller. */
  answers: Record<string, Answer>;
  /** The ids of calls that may or may not have taken effect. */
  unknown: string[];
  /** What the functions given for inputs said, by pass and input; absent where none was asked. */
  given?: Record<string, unknown> | undefined;
  /** What elements of lists have come to, by their keys, in place of their answers; absent where there are none. */
  done?: Record<string, Done> | undefined;
  /** The idempotency keys of requests, by pass; absent where there are none. */
  keys?: Record<string, string> | undefined;
  /** What the run began with; with other inputs, or for another account, nothing can resume it. */
  begun?: Begun | undefined;
}

/** What an element of a list has come to; without a `result` where nothing is read of it. */
export interface Done {
  result?: unknown;
}

/**
 * Digests of 32 bits, salted, instead of values: no value can be read from one, and no table made for other checkpoints
 * helps. They do not keep a secret from someone who has the checkpoint and can guess the value: a guess can be checked.
 */
export interface Begun {
  /** Random, and the same for as long as the run is resumed. */
  salt: string;
  /** Of the inputs, and of what the workflows that came before returned; not of inputs that are given later. */
  inputs?: string | undefined;
  /** Of the account that the credentials are for; absent while they name none. */
  account?: string | undefined;
}

/** Whether there is something to resume: a store that has nothing may give an object without fields. */
export function hasBegun(resume: object | undefined): resume is Checkpoint {
  return resume !== undefined && Object.keys(resume).length > 0;
}

/** Checkpoints come out of a store, so that their type proves nothing. Throws a `TypeError` that says what is wrong. */
export function checkCheckpoint(workflowId: string, resume: Checkpoint): void {
  const complaint = complaintAbout(workflowId, resume);
  if (complaint !== undefined) throw new TypeError(`options.resume ${complaint}`);
}

function complaintAbout(workflowId: string, resume: unknown): string | undefined {
  const {
    version,
    workflow,
    versions,
    answers,
    unknown,
    given = {},
    done = {},
    keys = {},
    begun = { salt: "" },
  } = fieldsOf(resume);
  if (version !== 1) return `has version ${shown(version)}; this runtime reads version 1`;
  if (workflow !== workflowId) return `is a checkpoint of workflow ${shown(workflow)}`;
  const complaint =
    (isTexts(versions) && Object.hasOwn(versions, workflowId)
      ? undefined
      : "`versions` must name that of the workflow") ??
    (isObject(answers) ? undefined : "`answers` must be an object") ??
    (Array.isArray(unknown) && unknown.every(isText) ? undefined : "`unknown` must be a list of ids") ??
    (isObject(given) ? undefined : "`given` must be an object") ??
    (isObject(done) && Object.values(done).every(isObject) ? undefined : "`done` must be an object of objects") ??
    (isTexts(keys) ? undefined : "`keys` must be an object of texts") ??
    (isTexts(begun) && "salt" in begun ? undefined : "`begun` must hold digests and their salt") ??
    Object.entries(fieldsOf(answers)).flatMap(complaintAboutAnswer)[0];
  return complaint && `is no checkpoint: ${complaint}`;
}

function complaintAboutAnswer([id, answer]: [id: string, answer: unknown]): string[] {
  const { status, headers, body, encoding, failure, shown: told, rest = "", at = 0, ms = 0 } = fieldsOf(answer);
  const place = `\`answers[${JSON.stringify(excerpt(id))}]\``;
  if (typeof status !== "number" || !Number.isInteger(status) || !isTexts(headers) || !isText(body) || !isText(rest)) {
    return [`${place} must have a whole number as \`status\`, texts as \`headers\`, and a text as \`body\``];
  }
  if (told !== undefined && !(isTexts(fieldsOf(told)["headers"]) && isText(fieldsOf(told)["body"]))) {
    return [`${place} has no texts in \`shown\``];
  }
  if (typeof at !== "number" || typeof ms !== "number") return [`${place} has a time that is no number`];
  if (failure !== undefined) {
    return isTexts(failure) && "reason" in failure && "message" in failure
      ? []
      : [`${place} has a \`failure\` of no kind`];
  }
  try {
    checkAnswer({ status, headers, body, encoding: encoding === "base64" ? encoding : undefined });
    return [];
  } catch (error) {
    return [`${place} is no answer: ${describe(error)}`];
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTexts(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every(isText);
}

function shown(value: unknown): string {
  return isText(value) ? excerpt(value) : excerpt(String(JSON.stringify(value)));
}
