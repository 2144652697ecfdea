import { expect, test } from "vitest";
import { LOCAL_CONTACTS } from "../../examples/contacts.js";
import { remindOnce, RunTable } from "../../examples/resume-from-a-store.js";
import { wired } from "../support/local-twilio.js";

const sent = (requests: readonly { readonly operation: string | undefined }[]): number =>
  requests.filter(({ operation }) => operation === "createMessage").length;

test("of runs that begin at a time one sends, and the others say why they did not", async () => {
  const { twilio, options } = await wired();
  const table = new RunTable();
  const ends = await Promise.allSettled([1, 2, 3].map(() => remindOnce(table, "table-8", LOCAL_CONTACTS, options)));

  const reasons = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  const refusal = { code: "aborted", cause: new Error("another process goes on with table-8") };
  expect(reasons).toEqual([expect.objectContaining(refusal), expect.objectContaining(refusal)]);
  expect(sent(twilio.requests)).toBe(1);
});

test("of runs that resume one checkpoint at a time one sends what comes next", async () => {
  const { twilio, options } = await wired();
  const table = new RunTable();
  twilio.fail({ operation: "createMessage", with: 400 });
  await expect(remindOnce(table, "table-8", LOCAL_CONTACTS, options)).rejects.toMatchObject({ code: "step-failed" });

  const ends = await Promise.allSettled([1, 2, 3].map(() => remindOnce(table, "table-8", LOCAL_CONTACTS, options)));
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(sent(twilio.performed.map(({ request }) => request))).toBe(1);
});

test("what has come to its end says the same again, and sends nothing", async () => {
  const { twilio, options } = await wired();
  const table = new RunTable();
  const first = await remindOnce(table, "table-8", LOCAL_CONTACTS, options);
  expect(await remindOnce(table, "table-8", LOCAL_CONTACTS, options)).toBe(first);
  expect(sent(twilio.requests)).toBe(1);
});
