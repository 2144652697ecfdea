import { RIGHT_CODE } from "../../../examples/local-twilio/resources/acts.js";
import {
  checkVerification,
  lookupPhoneNumber,
  lookupThenSendMessage,
  lookupThenStartVerification,
  provisionVerifyService,
  startAndCheckVerification,
  startVerificationAndWait,
  verifyPhoneNumber,
} from "../../../generated/index.js";
import { sid } from "../../library/support/library.js";
import { body, from, type Row, times, to } from "./row.js";

const serviceSid = sid("VA");
const code = RIGHT_CODE;

/** The functions that find out whose a number is, and what it is. */
export const verify: readonly Row[] = [
  {
    of: "lookupPhoneNumber",
    ours: (options) => lookupPhoneNumber({ phoneNumber: to, fields: "line_type_intelligence,caller_name" }, options),
    theirs: (client) => client.lookups.v2.phoneNumbers(to).fetch({ fields: "line_type_intelligence,caller_name" }),
  },
  {
    of: "lookupThenSendMessage",
    ours: (options) => lookupThenSendMessage({ to, from, body }, options),
    theirs: async (client) => {
      await client.lookups.v2.phoneNumbers(to).fetch({ fields: "line_type_intelligence" });
      await client.messages.create({ to, from, body });
    },
  },
  {
    of: "lookupThenStartVerification",
    ours: (options) => lookupThenStartVerification({ serviceSid, phoneNumber: to, countryCode: "US" }, options),
    theirs: async (client) => {
      const asked = { countryCode: "US", fields: "line_type_intelligence" };
      await client.lookups.v2.phoneNumbers(to).fetch(asked);
      await client.verify.v2.services(serviceSid).verifications.create({ to, channel: "sms" });
    },
  },
  {
    of: "provisionVerifyService",
    ours: (options) =>
      provisionVerifyService({ friendlyName: "Shop & Co", codeLength: 5, lookupEnabled: true }, options),
    theirs: async (client) => {
      const given = { friendlyName: "Shop & Co", codeLength: 5, lookupEnabled: true };
      const { sid: made } = await client.verify.v2.services.create(given);
      await client.verify.v2.services(made).fetch();
    },
  },
  {
    of: "startAndCheckVerification",
    ours: (options) => startAndCheckVerification({ serviceSid, to, channel: "sms", locale: "de", code }, options),
    theirs: async (client) => {
      const service = client.verify.v2.services(serviceSid);
      const { sid: verificationSid } = await service.verifications.create({ to, channel: "sms", locale: "de" });
      await service.verificationChecks.create({ verificationSid, code });
    },
  },
  {
    of: "checkVerification",
    ours: (options) => checkVerification({ serviceSid, verificationSid: sid("VE"), code }, options),
    theirs: (client) =>
      client.verify.v2.services(serviceSid).verificationChecks.create({ verificationSid: sid("VE"), code }),
  },
  {
    of: "startVerificationAndWait",
    ours: (options) => startVerificationAndWait({ serviceSid, to, channel: "call" }, options),
    theirs: async (client) => {
      const { verifications } = client.verify.v2.services(serviceSid);
      const { sid: made } = await verifications.create({ to, channel: "call" });
      await times(121, () => verifications(made).fetch());
      await verifications(made).update({ status: "canceled" });
    },
  },
  {
    of: "verifyPhoneNumber",
    ours: (options) => verifyPhoneNumber({ serviceSid, phoneNumber: to, channel: "sms", code }, options),
    theirs: async (client) => {
      await client.lookups.v2.phoneNumbers(to).fetch();
      const service = client.verify.v2.services(serviceSid);
      const { sid: verificationSid } = await service.verifications.create({ to, channel: "sms" });
      await service.verificationChecks.create({ verificationSid, code });
    },
  },
];
