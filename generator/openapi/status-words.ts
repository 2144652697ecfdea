/** What statuses are called that nothing comes after. */
const good = /^(?:completed?|succeeded|success(?:ful)?|delivered|read|done|ended|finished|paid|approved|verified)$/i;
const bad =
  /^(?:failed|failure|undelivered|cancell?ed|rejected|expired|errored|error|declined|denied|aborted|busy|no-answer|partially_delivered)$/i;

/** Whether a status says that all went well. */
export function isGoodEnd(status: string): boolean {
  return good.test(status);
}

/** Whether a status says that something went wrong, and nothing comes after it. */
export function isBadEnd(status: string): boolean {
  return bad.test(status);
}
