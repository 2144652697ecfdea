import { RIGHT_CODE } from "../../examples/local-twilio/resources/acts.js";
import {
  checkVerification,
  provisionVerifyService,
  startAndCheckVerification,
  startVerificationAndWait,
  verifyPhoneNumber,
} from "../../generated/index.js";
import { expect, test } from "vitest";
import { answers, type StartVerificationAndWaitSteps } from "../../examples/testing.js";
import { number, type Refusal, type Run, sid, testLibrary } from "./support/library.js";

const serviceSid = sid("VA");
const verificationSid = expect.stringMatching(/^VE/);
const input = { serviceSid, to: number(), channel: "sms" as const, code: RIGHT_CODE };

const runs: readonly Run[] = [
  {
    of: "provision-verify-service",
    when: "a service is made and read",
    run: (options) => provisionVerifyService({ friendlyName: "Shop", codeLength: 5 }, options),
    want: { serviceSid: expect.stringMatching(/^VA/), friendlyName: "Shop", codeLength: 5 },
  },
  {
    of: "start-and-check-verification",
    when: "the code is right, and asked for when it was sent",
    run: (options) => startAndCheckVerification({ ...input, code: async () => RIGHT_CODE }, options),
    want: { outcome: "approved", verificationSid, status: "approved" },
  },
  {
    of: "start-and-check-verification",
    when: "the code is wrong",
    run: (options) => startAndCheckVerification({ ...input, code: "000000" }, options),
    want: { outcome: "wrongCode", status: "pending" },
  },
  {
    of: "start-and-check-verification",
    when: "the verification has expired meanwhile",
    run: (options) => startAndCheckVerification({ ...input, code: "005520404" }, options),
    want: { outcome: "gone", verificationSid },
  },
  {
    of: "start-and-check-verification",
    when: "the last of five codes was wrong",
    run: (options) => startAndCheckVerification({ ...input, code: "005560202" }, options),
    want: { outcome: "tooManyChecks", verificationSid },
  },
  {
    of: "start-and-check-verification",
    when: "the number has had too many codes",
    run: (options) => startAndCheckVerification({ ...input, to: number("60203") }, options),
    want: { outcome: "tooManySends" },
  },
  {
    of: "start-and-check-verification",
    when: "the number is blocked",
    run: (options) => startAndCheckVerification({ ...input, to: number("60410") }, options),
    want: { outcome: "blocked" },
  },
  {
    of: "check-verification",
    when: "the code is right",
    run: (options) => checkVerification({ serviceSid, verificationSid: sid("VE"), code: RIGHT_CODE }, options),
    want: { outcome: "approved", status: "approved" },
  },
  {
    of: "check-verification",
    when: "it was approved before",
    run: (options) => checkVerification({ serviceSid, verificationSid: sid("VE"), code: RIGHT_CODE }, options),
    want: { outcome: "gone" },
  },
  {
    of: "check-verification",
    when: "the code is wrong",
    run: (options) => checkVerification({ serviceSid, verificationSid: sid("VE", "00020"), code: "1" }, options),
    want: { outcome: "wrongCode", status: "pending" },
  },
  {
    of: "check-verification",
    when: "the last of five codes was wrong",
    run: (options) => checkVerification({ serviceSid, verificationSid: sid("VE", "60202"), code: "1" }, options),
    want: { outcome: "tooManyChecks" },
  },
  {
    of: "start-verification-and-wait",
    when: "somebody checks it",
    run: (options) => startVerificationAndWait({ ...input, to: number("00010") }, options),
    want: { outcome: "approved", verificationSid },
  },
  {
    of: "start-verification-and-wait",
    when: "it fails",
    run: (options) => startVerificationAndWait({ ...input, to: number("00011") }, options),
    want: { outcome: "ended", verificationSid },
  },
  {
    of: "start-verification-and-wait",
    when: "it expires",
    run: (options) => startVerificationAndWait({ ...input, to: number("00012") }, options),
    want: { outcome: "expired", verificationSid },
  },
  {
    of: "start-verification-and-wait",
    when: "nobody checks it in ten minutes",
    run: (options) => startVerificationAndWait(input, options),
    want: { outcome: "canceled", verificationSid },
  },
  {
    of: "start-verification-and-wait",
    when: "the number has had too many codes",
    run: (options) => startVerificationAndWait({ ...input, to: number("60203") }, options),
    want: { outcome: "tooManySends" },
  },
  {
    of: "start-verification-and-wait",
    when: "the number is blocked",
    run: (options) => startVerificationAndWait({ ...input, to: number("60410") }, options),
    want: { outcome: "blocked" },
  },
  {
    of: "verify-phone-number",
    when: "the code is right",
    run: (options) => verifyPhoneNumber({ ...input, phoneNumber: number() }, options),
    want: { outcome: "approved", phoneNumber: number() },
  },
  {
    of: "verify-phone-number",
    when: "no such number can exist",
    run: (options) => verifyPhoneNumber({ ...input, phoneNumber: number("00001") }, options),
    want: { outcome: "invalid" },
  },
  {
    of: "verify-phone-number",
    when: "the code is wrong",
    run: (options) => verifyPhoneNumber({ ...input, phoneNumber: number(), code: "1" }, options),
    want: { outcome: "wrongCode" },
  },
  {
    of: "verify-phone-number",
    when: "the verification has expired meanwhile",
    run: (options) => verifyPhoneNumber({ ...input, phoneNumber: number(), code: "005520404" }, options),
    want: { outcome: "gone" },
  },
  {
    of: "verify-phone-number",
    when: "the last of five codes was wrong",
    run: (options) => verifyPhoneNumber({ ...input, phoneNumber: number(), code: "005560202" }, options),
    want: { outcome: "tooManyChecks" },
  },
  {
    of: "verify-phone-number",
    when: "the number has had too many codes",
    run: (options) => verifyPhoneNumber({ ...input, phoneNumber: number("60203") }, options),
    want: { outcome: "tooManySends" },
  },
  {
    of: "verify-phone-number",
    when: "the number is blocked",
    run: (options) => verifyPhoneNumber({ ...input, phoneNumber: number("60410") }, options),
    want: { outcome: "blocked" },
  },
];

const refusals: readonly Refusal[] = [
  {
    when: "the service is not there",
    run: (options) => startVerificationAndWait({ ...input, serviceSid: sid("VA", "20404") }, options),
    want: { stepId: "startVerification", status: 404, twilioCode: 20404 },
  },
];

testLibrary(["verify.yml"], runs, refusals);

test.each(["expired", "canceled"])("a verification that is read as %s is told from others", async (status) => {
  const { options } = answers<StartVerificationAndWaitSteps>({
    startVerification: { status: 201, body: { sid: sid("VE") } },
    waitForCheck: { body: { status } },
  });
  const { outcome } = await startVerificationAndWait(input, options);
  expect(outcome).toBe(status === "expired" ? "expired" : "ended");
});
