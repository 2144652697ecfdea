import { createHash } from "node:crypto";

/** Makes the next SID of a kind: the prefix and 32 hexadecimal digits. */
export type NewSid = (prefix: string) => string;

/**
 * The SIDs of one server. They look as random as Twilio's, but the first message of every server has the same one,
 * so that logs and tests can be compared from run to run.
 */
export function sidSequence(): NewSid {
  const counts = new Map<string, number>();
  return (prefix) => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return sidOf(prefix, String(count));
  };
}

/** The SID that always stands for `seed`. */
export function sidOf(prefix: string, seed: string): string {
  return prefix + createHash("md5").update(`${prefix}${seed}`).digest("hex");
}
