import { expect, test } from "vitest";
import { readEntries } from "../../docs/reference.js";

const entries = readEntries();

function exported(entry: string, name: string) {
  return entries.find((one) => one.name === entry)?.exports.find((one) => one.name === name);
}

test.each([
  {
    what: "a function",
    given: ["twilio-workflows", "createTwilio"],
    want: {
      kind: "function",
      code: "export function createTwilio(options: TwilioOptions<string, object> = {}): TwilioClient",
      about: expect.stringContaining("Throws an\n`InvalidOptionError`"),
    },
  },
  {
    what: "an option, with unit and default",
    given: ["twilio-workflows/runtime", "PollOptions"],
    want: {
      kind: "interface",
      code: "export interface PollOptions",
      about: "How a step is polled. Times are in milliseconds.",
      members: expect.arrayContaining([
        {
          name: "interval",
          type: "number | undefined",
          optional: true,
          about: "The wait after the first request.\n\n- Default: 2_000",
        },
      ]),
    },
  },
  {
    what: "an error, with the fields that an interface adds",
    given: ["twilio-workflows", "StepFailedError"],
    want: {
      kind: "class",
      members: expect.arrayContaining([
        expect.objectContaining({ name: "code" }),
        expect.objectContaining({ name: "requestId" }),
      ]),
    },
  },
  {
    what: "a constant",
    given: ["twilio-workflows", "inProcess"],
    want: { kind: "constant", code: "const inProcess: Runner" },
  },
  {
    what: "a module whose sources have another name than what is published",
    given: ["twilio-workflows/generator", "lint"],
    want: { kind: "function", about: expect.stringContaining("Throws TypeError for a code that there is not") },
  },
] as const)("$what", ({ given: [entry, name], want }) => {
  expect(exported(entry, name)).toMatchObject(want);
});

test("every module exports something, and every function says what it does", () => {
  expect(entries.length).toBeGreaterThan(14);
  expect(entries.filter(({ exports }) => exports.length === 0).map(({ name }) => name)).toEqual([]);
  const silent = entries.flatMap(({ name, exports }) =>
    exports.filter(({ kind, about }) => kind === "function" && about === "").map((one) => `${name}: ${one.name}`),
  );
  expect(silent).toEqual([]);
});
