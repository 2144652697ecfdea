import {
  checkVerification,
  lookupPhoneNumber,
  lookupThenSendMessage,
  lookupThenStartVerification,
  provisionVerifyService,
  startAndCheckVerification,
  startVerificationAndWait,
  verifyPhoneNumber,
} from "../../generated/index.js";
import type { Examples } from "./example.js";

/** Stands for what asks the person for the code that was sent. */
const askForCode = async (): Promise<string> => "123456";

/** The functions that find out whose a number is, and what it is. */
export const verify: Examples = {
  lookupPhoneNumber: (options) =>
    lookupPhoneNumber({ phoneNumber: "+15558675310", fields: "line_type_intelligence" }, options),

  lookupThenSendMessage: (options) =>
    lookupThenSendMessage({ to: "+15558675310", from: "+15017122661", body: "Your table is ready." }, options),

  lookupThenStartVerification: (options) =>
    lookupThenStartVerification(
      { serviceSid: "VA11111111111111111111111111111111", phoneNumber: "+15558675310" },
      options,
    ),

  provisionVerifyService: (options) => provisionVerifyService({ friendlyName: "Shop", codeLength: 6 }, options),

  startAndCheckVerification: (options) =>
    startAndCheckVerification(
      { serviceSid: "VA11111111111111111111111111111111", to: "+15558675310", channel: "sms", code: askForCode },
      options,
    ),

  checkVerification: (options) =>
    checkVerification(
      {
        serviceSid: "VA11111111111111111111111111111111",
        verificationSid: "VE11111111111111111111111111111111",
        code: "123456",
      },
      options,
    ),

  startVerificationAndWait: (options) =>
    startVerificationAndWait(
      { serviceSid: "VA11111111111111111111111111111111", to: "+15005500010", channel: "sms" },
      options,
    ),

  verifyPhoneNumber: (options) =>
    verifyPhoneNumber(
      {
        serviceSid: "VA11111111111111111111111111111111",
        phoneNumber: "+15558675310",
        channel: "sms",
        code: askForCode,
      },
      options,
    ),
};
