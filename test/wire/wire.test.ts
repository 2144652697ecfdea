import { readdirSync, readFileSync } from "node:fs";
import { afterAll, expect, onTestFinished, test } from "vitest";
import twilio from "twilio";
import type { FormField } from "../../examples/local-twilio/forms.js";
import { type LocalTwilio, startLocalTwilio } from "../../examples/local-twilio/index.js";
import { wired } from "../support/local-twilio.js";
import { messaging } from "./rows/messaging.js";
import { others } from "./rows/others.js";
import { verify } from "./rows/verify.js";
import { voice } from "./rows/voice.js";

/** What a server sees of a request, and the two have to agree in. */
interface Seen {
  readonly call: string;
  readonly query: readonly FormField[];
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly ifMatch: string | undefined;
  readonly form: readonly FormField[];
}

const rows = [...messaging, ...voice, ...verify, ...others];
const same: string[] = [];

/**
 * What came in, decoded (the official package leaves `+` in a path and escapes `*` in a query), with the fields of
 * queries and forms by their names: the order of different fields has no meaning.
 */
function seenBy({ requests }: LocalTwilio): readonly Seen[] {
  return requests.map(({ method, host, path, query, headers, form }) => ({
    call: `${method} https://${host}${decodeURIComponent(path)}`,
    query: byName([...new URLSearchParams(query)]),
    authorization: headers["authorization"],
    type: headers["content-type"],
    ifMatch: headers["if-match"],
    form: byName(form),
  }));
}

function byName(fields: readonly FormField[]): readonly FormField[] {
  return fields.toSorted(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1));
}

/** The official client, on its way to the local Twilio. */
function officialClient({ credentials, baseUrl }: LocalTwilio): ReturnType<typeof twilio> {
  class Rerouted extends twilio.RequestClient {
    override request: InstanceType<typeof twilio.RequestClient>["request"] = (options) => {
      const { host, pathname, search } = new URL(options.uri);
      return super.request({ ...options, uri: `${baseUrl(host)}${pathname}${search}` });
    };
  }
  return twilio(credentials.accountSid, credentials.authToken, { httpClient: new Rerouted() });
}

test.each(rows)("$of sends what the official package sends", async ({ ours, theirs }) => {
  const { twilio: first, options } = await wired();
  await ours(options);
  const second = await startLocalTwilio();
  onTestFinished(() => second.close());
  await theirs(officialClient(second));

  const [sent, wanted] = [seenBy(first), seenBy(second)];
  expect(wanted).not.toEqual([]);
  expect(sent).toEqual(wanted);
  same.push(...wanted.map(({ call }) => call));
});

test("every function of the library is among them", () => {
  const functions = readdirSync("generated/workflows").map((file) => {
    return /^export async function (\w+)/m.exec(readFileSync(`generated/workflows/${file}`, "utf8"))?.[1];
  });
  expect([...new Set(rows.map(({ of }) => of))].toSorted()).toEqual(functions.toSorted());
});

afterAll(() =>
  console.info(
    `${rows.length} runs of ${new Set(rows.map(({ of }) => of)).size} functions: ${same.length} requests are the same.`,
  ),
);
