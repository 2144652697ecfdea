import { isHere, type Told } from "../callbacks.js";
import type { Asked, Stored } from "./asked.js";

/** The names that callbacks have for what is made in a collection, by the field that asks for them. */
const TOLD: Readonly<Record<string, { readonly url: string; readonly sid: string; readonly status: string }>> = {
  Calls: { url: "StatusCallback", sid: "CallSid", status: "CallStatus" },
  Recordings: { url: "RecordingStatusCallback", sid: "RecordingSid", status: "RecordingStatus" },
};

/** How a call or a recording moves on by itself, if the request that makes it asks to be told. */
export function tellingOf(
  { body, states }: Stored,
  { collection, fields }: Asked,
  move: (state: string) => void,
): Told | undefined {
  const names = TOLD[collection];
  const url = names && fields[names.url];
  if (names === undefined || !isHere(url)) return undefined;
  const text = (name: string): string => String(body[name] ?? "");
  const base = { AccountSid: text("account_sid"), [names.sid]: text("sid"), CallSid: text("call_sid") || text("sid") };
  return {
    sid: text("sid"),
    url,
    statuses: states.slice(1),
    move,
    fields: (status) => ({ ...base, [names.status]: status }),
  };
}
