import type { Authorizer } from "../client/authorizer.js";
import type { Profile } from "../client/profile.js";
import { authorizerFor, divided, environmentAuthorizer, environmentCredentials } from "./credentials.js";
import { explain } from "./explain.js";
import type { Regional, TwilioOptions } from "./options.js";
import { twilioRules } from "./rules.js";

interface Settings extends Regional {
  readonly account: string | undefined;
  readonly authorizer: Authorizer;
}

/** Twilio's, with what the environment says now. */
export function environmentProfile(): Profile {
  const credentials = environmentCredentials();
  const { accountSid } = credentials;
  return profileOf({ account: accountSid || undefined, authorizer: environmentAuthorizer(credentials) });
}

function profileOf({ account, authorizer, region, edge }: Settings): Profile {
  return {
    name: "twilio",
    owns: ({ protocol, hostname }) => protocol === "https:" && hostname.endsWith(".twilio.com"),
    // product[.edge][.region].twilio.com
    hostFor(host) {
      const [, product, labels = ""] = /^([^.]+)\.((?:[^.]+\.){0,2})twilio\.com$/.exec(host) ?? [];
      if (product === undefined || (!region && !edge)) return host;
      const [ownRegion = "us1", ownEdge] = labels.split(".").filter(Boolean).reverse();
      return [product, edge || ownEdge, region || ownRegion, "twilio.com"].filter(Boolean).join(".");
    },
    rules: twilioRules,
    authorizer,
    account,
    requestIdHeader: "twilio-request-id",
    explain,
    with(options: TwilioOptions<string, object>) {
      const { own, others } = divided(options.credentials ?? {});
      const profile = profileOf({
        account: own ? own.accountSid || undefined : account,
        authorizer: own ? authorizerFor(own) : authorizer,
        region: options.region ?? region,
        edge: options.edge ?? edge,
      });
      return { profile, credentials: options.credentials && others };
    },
  };
}
