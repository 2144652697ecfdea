import { expect, test } from "vitest";
import { wakeOnRestate } from "../../templates/engines/restate.js";
import { serve } from "../runtime/support/server.js";

// The rest, on the engine itself, is in test/durable.

test.each(["", "/"])(
  "who takes callbacks calls the object of the wake-up at the ingress, behind it %j",
  async (slash) => {
    const server = await serve([{ status: 202, body: {} }]);
    await wakeOnRestate(server.url + slash, { authorization: "Bearer the-key" })("message-status SM1");
    expect(server.requests.map(({ method, url, headers }) => [method, url, headers["authorization"]])).toEqual([
      ["POST", "/workflow-wake-ups/message-status%20SM1/wake/send", "Bearer the-key"],
    ]);
  },
);

test("what Restate does not take is told, without what the call was signed with", async () => {
  const server = await serve([{ status: 404, body: { message: "service not found" } }]);
  const waking = wakeOnRestate(server.url, { authorization: "Bearer the-key" })("message-status SM1");
  await expect(waking).rejects.toThrow(/^Restate does not take the wake-up message-status SM1: it answers 404$/);
});
