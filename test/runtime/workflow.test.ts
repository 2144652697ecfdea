import { expect, test } from "vitest";
import { serve } from "./support/server.js";
import { at, quick } from "./support/options.js";
import { sendAndTrack, tidy } from "./support/workflows.js";

test("a workflow of a step and a poll, from its input to its output", async () => {
  const server = await serve([
    { status: 201, body: { sid: "SM1", status: "queued" } },
    { body: { sid: "SM1", status: "sent" } },
    { body: { sid: "SM1", status: "delivered" } },
  ]);
  const { runner, sleeps } = quick();
  const result = await sendAndTrack({ to: "+1555", body: "Hi there & bye" }, at(server.url, { runner }));
  expect(result).toEqual({ outcome: "delivered", messageSid: "SM1", finalStatus: "delivered" });
  expect(server.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
    ["POST", "/2010-04-01/Accounts/AC1/Messages.json", "To=%2B1555&Body=Hi%20there%20%26%20bye"],
    ["GET", "/2010-04-01/Accounts/AC1/Messages/SM1.json", ""],
    ["GET", "/2010-04-01/Accounts/AC1/Messages/SM1.json", ""],
  ]);
  expect(server.requests[0]?.headers).toMatchObject({
    "content-type": "application/x-www-form-urlencoded",
    authorization: `Basic ${btoa("AC1:the-auth-token")}`,
  });
  expect(sleeps).toEqual([["checkStatus/poll-2/wait", 1_000]]);
});

test("JSON bodies, queries, header parameters, and answers without a body", async () => {
  const server = await serve([{ body: { sid: "SM1" } }, { status: 204 }, { body: { messages: [{}, {}] } }]);
  expect(await tidy({ sid: "SM1", tags: ["a", "b"] }, at(server.url))).toEqual({ left: 2 });
  const [tag, remove, list] = server.requests;
  expect(tag).toMatchObject({ method: "PATCH", body: '{"tags":["a","b"]}' });
  expect(tag?.headers["content-type"]).toBe("application/json");
  expect(remove).toMatchObject({ method: "DELETE", url: "/2010-04-01/Accounts/AC1/Messages/SM1.json", body: "" });
  expect(list?.url).toBe("/2010-04-01/Accounts/AC1/Messages.json?To=%2B1%20555&PageSize=20");
  expect(list?.headers["x-trace"]).toBe("SM1");
});
