// Written by twilio-workflows with each run: what is changed here is lost.
import type { StepFailure } from "../errors/errors.js";
import { fieldsOf } from "../errors/text.js";

declare module "../errors/errors.js" {
  interface StepFailure {
    /** Twilio's error code, such as 21211. */
    readonly twilioCode?: number | undefined;
    /** Twilio's own words. */
    readonly twilioMessage?: string | undefined;
    /** Twilio's page about this error. */
    readonly moreInfo?: string | undefined;
  }
}

/** Reads both of Twilio's error bodies: `{ code, message, more_info }`, and RFC 9457 with `title`, `detail` and `type`. */
export function explain(body: unknown): Pick<StepFailure, "twilioCode" | "twilioMessage" | "moreInfo"> {
  const { code, message, detail, title, more_info: page, type } = fieldsOf(body);
  const isText = (value: unknown): value is string => typeof value === "string";
  return {
    twilioCode: typeof code === "number" ? code : undefined,
    twilioMessage: [message, detail, title].find(isText),
    moreInfo: [page, type].find(isText),
  };
}
