import type { Assumption, Fix } from "../diagnostics.js";
import { isWithin, overlayFix, type Correction } from "../documents/index.js";
import { documentedSuccess, type Operation, type ResponseEntry } from "../openapi/index.js";
import { because } from "./words.js";

const json = { "application/json": { schema: {} } };

/**
 * That the answers to a step are JSON, of any type, though none is documented.
 * @param outcome Whether the answers are those with which the step succeeds
 */
export function assumedJson(stepId: string, operation: Operation, outcome: "success" | "failure"): Assumption {
  const { api, at, responses } = operation;
  const description = because(stepId, "reads");
  const isMeant = (status: string): boolean =>
    outcome === "success" ? /^2(?!0[45])/.test(status) : !status.startsWith("2");
  const meant = responses.filter(({ status }) => isMeant(status));
  const update = { description, content: json };
  const more: Correction = {
    at,
    description,
    update: { responses: { [outcome === "success" ? "200" : "default"]: update } },
  };
  const corrections = meant.map((response): Correction => ({
    at: response.at,
    description,
    update: { content: json },
  }));
  return {
    that: "the answer is JSON, of any type",
    actions: () => overlayFix(api.document, corrections.length > 0 ? corrections : [more]),
  };
}

/**
 * That only some of the answers with which an operation succeeds hold something: where some are files and others are
 * not, those that a step reads. `undefined` where that is none or all of them.
 * @param isMeant Whether a step reads an answer
 */
export function assumedRead(
  stepId: string,
  { api, at, responses }: Operation,
  isMeant: (response: ResponseEntry) => boolean,
): Assumption | undefined {
  const full = responses.filter(({ status, contents }) => status.startsWith("2") && contents.length > 0);
  const others = full.filter((response) => !isMeant(response));
  // What has a name is the answer of other operations too.
  if (others.length === 0 || others.length === full.length || !others.every((one) => isWithin(one.at, at))) {
    return undefined;
  }
  const meant = full.filter(isMeant).map(({ status }) => status);
  const description = `Step ${stepId} does not read it.`;
  return {
    that: `the body that comes with ${meant.join(" or ")} is meant, and no other is read`,
    actions: () =>
      overlayFix(
        api.document,
        others.map((other) => ({ at: [...other.at, "content"], description })),
      ),
  };
}

/**
 * What Twilio answers where it refuses something, of which its documents say nothing.
 * @see https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions
 */
export function twilioErrors(operation: Operation): Fix | undefined {
  // Without a success of its own, `default` would describe that too.
  if (documentedSuccess(operation).length === 0) return undefined;
  const description = "An error, as Twilio's APIs answer it.";
  const update = { description, content: { "application/json": { schema: twilioError } } };
  return overlayFix(operation.api.document, [
    { at: operation.at, description, update: { responses: { default: update } } },
  ]);
}

/** Whether Twilio's errors have a value there. */
export function isTwilioErrorField(tokens: readonly string[]): boolean {
  const [name, ...below] = tokens;
  return name !== undefined && below.length === 0 && Object.hasOwn(twilioError.properties, name);
}

const twilioError = {
  type: "object",
  properties: {
    code: { type: "integer", description: "The number of the error." },
    message: { type: "string", description: "What is wrong." },
    more_info: { type: "string", format: "uri", description: "The page about errors of this number." },
    status: { type: "integer", description: "The HTTP status." },
  },
};
