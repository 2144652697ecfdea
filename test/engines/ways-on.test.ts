import { expect, test } from "vitest";
import { answeredAfter, resendAfter } from "../../templates/engines/durable.js";
import { toStored } from "../../templates/engines/errors.js";
import { isWorkflowError } from "../../templates/runtime/index.js";
import { at, failureOf } from "../runtime/support/options.js";
import { type Reply, serve } from "../runtime/support/server.js";
import { sendAndTrack } from "../runtime/support/workflows.js";

const lost: Reply = { raw: (response) => response.destroy() };
const created: Reply = { status: 201, body: { sid: "SM2" } };
const delivered: Reply = { body: { status: "delivered" } };
const input = { to: "+1" };

test.each<[name: string, after: Reply[], way: typeof resendAfter, sid: string, methods: string[]]>([
  ["did not take effect", [created, delivered], resendAfter, "SM2", ["POST", "POST", "GET"]],
  ["took effect", [delivered], (error) => answeredAfter(error, { sid: "SM1" }), "SM1", ["POST", "GET"]],
])("after an unknown outcome a run goes on, once it is known that it %s", async (_name, after, way, sid, methods) => {
  const { url, requests } = await serve([lost, ...after]);
  const error = await failureOf(sendAndTrack(input, at(url)));
  if (!isWorkflowError(error)) throw error;
  for (const known of [error, JSON.parse(JSON.stringify(toStored(error)))]) {
    expect(JSON.parse(JSON.stringify(way(known)))).toEqual(JSON.parse(JSON.stringify(way(error))));
  }
  const end = await sendAndTrack(input, at(url, JSON.parse(JSON.stringify(way(error)))));
  expect(end).toMatchObject({ outcome: "delivered", messageSid: sid });
  expect(requests.map(({ method }) => method)).toEqual(methods);
});

test("after any other error there is no such way on", async () => {
  const { url } = await serve([{ status: 400, body: {} }]);
  const refused = await failureOf(sendAndTrack(input, at(url)));
  for (const error of [refused, new Error("any"), undefined]) {
    expect(() => resendAfter(error)).toThrow(TypeError);
    expect(() => answeredAfter(error, {})).toThrow(TypeError);
  }
});
