import { onTestFinished } from "vitest";
import { inProcess, type WorkflowOptions } from "../../generated/index.js";
import {
  type LocalTwilio,
  type LocalTwilioOptions,
  type RecordedRequest,
  startLocalTwilio,
} from "../../examples/local-twilio/index.js";

/** A local Twilio for the length of a test, and what a workflow needs to talk to it. */
export interface Wired {
  readonly twilio: LocalTwilio;
  /** With a runner that waits in no time at all. */
  readonly options: WorkflowOptions;
  /** How long was waited, or would have been, in milliseconds. */
  readonly waits: readonly number[];
}

export async function wired(given?: LocalTwilioOptions): Promise<Wired> {
  const twilio = await startLocalTwilio(given);
  onTestFinished(() => twilio.close());
  const { baseUrl, credentials } = twilio;
  const waits: number[] = [];
  const runner = {
    ...inProcess,
    async sleep(_id: string, ms: number): Promise<void> {
      waits.push(ms);
    },
  };
  const { accountSid, authToken } = credentials;
  return { twilio, options: { baseUrl, credentials: { accountSid, authToken }, runner }, waits };
}

/** What went over the wire: method, host, path, user and password, content type, and the fields of the form in order. */
export interface Sent {
  readonly call: string;
  readonly as: string;
  readonly type: string | undefined;
  readonly form: readonly string[];
}

export function sentTo({ requests }: LocalTwilio): readonly Sent[] {
  return requests.map((request) => ({
    call: `${request.method} ${request.host}${request.path}${request.query === "" ? "" : `?${request.query}`}`,
    as: credentialsOf(request),
    type: request.headers["content-type"],
    form: request.form.map(([name, value]) => `${name}: ${value}`),
  }));
}

function credentialsOf({ headers }: RecordedRequest): string {
  const [scheme, encoded = ""] = (headers["authorization"] ?? "").split(" ");
  return `${scheme} ${Buffer.from(encoded, "base64").toString()}`;
}
