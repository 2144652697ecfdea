import type { Account } from "./account.js";
import type { Call, Product } from "./call.js";
import { iso } from "./dates.js";
import { notFound, TwilioError } from "./errors.js";
import { created, ok } from "./reply.js";

export interface ServiceOptions {
  /** The status of an added number: Twilio documents both, and not when which comes. @default 201 */
  readonly addPhoneNumberStatus?: 200 | 201;
}

/** Messaging services and their sender pools. */
export function services(account: Account, { addPhoneNumberStatus = 201 }: ServiceOptions): Product {
  const store = new Map<string, object>();
  /** The service that each number is in. */
  const pools = new Map<string, string>();

  function find(call: Call): { sid: string; service: object } {
    const sid = call.param("ServiceSid");
    const service = store.get(sid);
    if (!service) throw notFound(call.path);
    return { sid, service };
  }

  return {
    createMessagingService(call) {
      const sid = account.newSid("MG");
      const service = describeService(sid, call, account);
      store.set(sid, service);
      return created(service);
    },

    fetchMessagingService(call) {
      return ok(find(call).service);
    },

    // Every well-formed SID is a number of the account's: buying numbers is not simulated.
    addPhoneNumber(call) {
      const { sid } = find(call);
      const number = call.text("PhoneNumberSid") ?? "";
      const pool = pools.get(number);
      if (pool === sid) {
        throw new TwilioError(409, 21710, "Phone Number or Short Code is already in the Messaging Service.");
      }
      if (pool) {
        throw new TwilioError(409, 21712, "Phone Number or Short Code is associated with another Messaging Service.");
      }
      pools.set(number, sid);
      return { status: addPhoneNumberStatus, body: describeNumber(number, sid, account) };
    },
  };
}

function describeService(sid: string, call: Call, account: Account): object {
  const url = urlOf(sid);
  return {
    sid,
    account_sid: account.sid,
    friendly_name: call.text("FriendlyName"),
    date_created: iso(account.now()),
    date_updated: iso(account.now()),
    inbound_request_url: call.text("InboundRequestUrl"),
    inbound_method: call.text("InboundMethod") ?? "POST",
    fallback_url: call.text("FallbackUrl"),
    fallback_method: call.text("FallbackMethod") ?? "POST",
    status_callback: call.text("StatusCallback"),
    sticky_sender: call.flag("StickySender") ?? true,
    mms_converter: call.flag("MmsConverter") ?? true,
    smart_encoding: call.flag("SmartEncoding") ?? true,
    scan_message_content: call.text("ScanMessageContent") ?? "inherit",
    fallback_to_long_code: call.flag("FallbackToLongCode") ?? true,
    area_code_geomatch: call.flag("AreaCodeGeomatch") ?? true,
    synchronous_validation: call.flag("SynchronousValidation") ?? false,
    validity_period: call.integer("ValidityPeriod") ?? 36_000,
    usecase: call.text("Usecase") ?? "undeclared",
    us_app_to_person_registered: false,
    use_inbound_webhook_on_number: call.flag("UseInboundWebhookOnNumber") ?? false,
    url,
    links: {
      phone_numbers: `${url}/PhoneNumbers`,
      short_codes: `${url}/ShortCodes`,
      alpha_senders: `${url}/AlphaSenders`,
      channel_senders: `${url}/ChannelSenders`,
      destination_alpha_senders: `${url}/DestinationAlphaSenders`,
      messages: `${url}/Messages`,
      us_app_to_person: `${url}/Compliance/Usa2p`,
      us_app_to_person_usecases: `${url}/Compliance/Usa2p/Usecases`,
    },
  };
}

function describeNumber(sid: string, serviceSid: string, account: Account): object {
  return {
    sid,
    account_sid: account.sid,
    service_sid: serviceSid,
    phone_number: phoneNumberOf(sid),
    country_code: "US",
    capabilities: ["MMS", "SMS", "Voice"],
    date_created: iso(account.now()),
    date_updated: iso(account.now()),
    url: `${urlOf(serviceSid)}/PhoneNumbers/${sid}`,
  };
}

function urlOf(serviceSid: string): string {
  return `https://messaging.twilio.com/v1/Services/${serviceSid}`;
}

/** The number that a SID stands for: one of those that North America keeps for fiction. */
function phoneNumberOf(sid: string): string {
  const last = Number.parseInt(sid.slice(-6), 16) % 100;
  return `+155555501${String(last).padStart(2, "0")}`;
}
