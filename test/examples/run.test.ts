import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const RUN = fileURLToPath(new URL("../../examples/run.ts", import.meta.url));

/** Runs `npm run example` with these arguments, in an environment without anything of Twilio's. */
function run(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env["PATH"] };
    execFile(process.execPath, ["--import", "tsx", RUN, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, stdout, stderr });
    });
  });
}

test("without arguments every example runs against a local Twilio", { timeout: 180_000 }, async () => {
  const { code, stdout, stderr } = await run();

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.match(/^[\w-]+$/gm)).toEqual([
    "send-message-track-status",
    "create-conversation-add-participant-send-message",
    "provision-messaging-service-add-number",
    "create-flow-and-execute",
    "place-order",
  ]);
  expect(stdout).toMatch(/^ {2}createConversation {2}201 {2}[ \d]{4} ms$/m);
  expect(stdout).toMatch(/^ {2}createOrder {9}201 .+\n {2}Order O1 was made\.$/m);
  expect(stdout).toMatch(/^ {2}Message SM\w{32} arrived\.$/m);
});

describe("what cannot be run says why, and exits with 2", () => {
  const cases = [
    { given: ["--live"], want: "EXAMPLE_PHONE_NUMBER_SID" },
    { given: ["--dead"], want: "Usage: npm run example" },
    { given: ["--live", "twice"], want: "Usage: npm run example" },
  ];

  test.each(cases)("$given", async ({ given, want }) => {
    const { code, stdout, stderr } = await run(...given);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(want);
  });
});
