import type { Callbacks } from "./callbacks.js";
import type { NewSid } from "./sids.js";

/** What the products of one server share. */
export interface Account {
  readonly sid: string;
  readonly newSid: NewSid;
  readonly now: () => Date;
  readonly callbacks: Callbacks;
}
