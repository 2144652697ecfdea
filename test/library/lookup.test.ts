import { expect } from "vitest";
import { lookupPhoneNumber, lookupThenSendMessage, lookupThenStartVerification } from "../../generated/index.js";
import { number, type Refusal, type Run, sid, testLibrary } from "./support/library.js";

const message = { from: "+15017122661", body: "Hello" };
const serviceSid = sid("VA");
const verificationSid = expect.stringMatching(/^VE/);

const runs: readonly Run[] = [
  {
    of: "lookup-phone-number",
    when: "such a number can exist",
    run: (options) => lookupPhoneNumber({ phoneNumber: number(), fields: "line_type_intelligence" }, options),
    want: { outcome: "valid", phoneNumber: number(), validationErrors: [], lineType: { type: "mobile" } },
  },
  {
    of: "lookup-phone-number",
    when: "no such number can exist",
    run: (options) => lookupPhoneNumber({ phoneNumber: number("00001") }, options),
    want: { outcome: "invalid", validationErrors: ["TOO_SHORT"] },
  },
  {
    of: "lookup-then-send-message",
    when: "it is a mobile",
    run: (options) => lookupThenSendMessage({ ...message, to: number() }, options),
    want: { outcome: "sent", messageSid: expect.stringMatching(/^SM/), status: "queued", lineType: "mobile" },
  },
  {
    of: "lookup-then-send-message",
    when: "no such number can exist",
    run: (options) => lookupThenSendMessage({ ...message, to: number("00001") }, options),
    want: { outcome: "invalid" },
  },
  {
    of: "lookup-then-send-message",
    when: "it is a landline",
    run: (options) => lookupThenSendMessage({ ...message, to: number("00002") }, options),
    want: { outcome: "landline", lineType: "landline" },
  },
  {
    of: "lookup-then-send-message",
    when: "its owner has opted out",
    run: (options) => lookupThenSendMessage({ ...message, to: number("21610") }, options),
    want: { outcome: "optedOut" },
  },
  {
    of: "lookup-then-start-verification",
    when: "it is a mobile",
    run: (options) => lookupThenStartVerification({ serviceSid, phoneNumber: number() }, options),
    want: { outcome: "texted", lineType: "mobile", textedVerificationSid: verificationSid },
  },
  {
    of: "lookup-then-start-verification",
    when: "it is a landline",
    run: (options) => lookupThenStartVerification({ serviceSid, phoneNumber: number("00002") }, options),
    want: { outcome: "called", lineType: "landline", calledVerificationSid: verificationSid },
  },
  {
    of: "lookup-then-start-verification",
    when: "no such number can exist",
    run: (options) => lookupThenStartVerification({ serviceSid, phoneNumber: number("00001") }, options),
    want: { outcome: "invalid" },
  },
  {
    of: "lookup-then-start-verification",
    when: "the number has had too many codes",
    run: (options) => lookupThenStartVerification({ serviceSid, phoneNumber: number("60203") }, options),
    want: { outcome: "tooManySends" },
  },
  {
    of: "lookup-then-start-verification",
    when: "the number is blocked",
    run: (options) => lookupThenStartVerification({ serviceSid, phoneNumber: number("60410") }, options),
    want: { outcome: "blocked" },
  },
];

const refusals: readonly Refusal[] = [
  {
    when: "the sender is nobody's",
    run: (options) => lookupThenSendMessage({ ...message, to: number(), from: "nobody at all" }, options),
    want: { stepId: "sendMessage", status: 400, twilioCode: 21212 },
  },
];

testLibrary(["lookup.yml"], runs, refusals);
