import type { ApiClient, ClientOptions } from "../options/client-options.js";
import { dryAuthorizer, drySigning } from "./dry-run.js";
import { checkBaseOf, destinationOf } from "./hosts.js";
import { withHeaders } from "./headers.js";
import { Limiter } from "./limiter.js";
import { optionRules } from "../options/option-checks.js";
import { checkOptions } from "../options/option-rules.js";
import type { Profile } from "./profile.js";
import { signers } from "./signers.js";
import type { Signing } from "./signing.js";
import { DEFAULT_LIMITS, elsewhere, type Transport, transmit } from "./transport.js";

/** Makes a client. Throws an `InvalidOptionError` for an option that cannot be used, and for one that there is not. */
export function createClient(options: ClientOptions<string, object> = {}): ApiClient {
  return newClient(signers()).with(options);
}

/**
 * A client without settings.
 * @param signing What signs requests, where documents ask for that
 */
export function newClient(signing?: Signing, profile?: Profile): ApiClient {
  return clientOf({ ...DEFAULT_LIMITS, signing, profile }, new Limiter(100));
}

/** Secrets stay in its closures. */
function clientOf(now: Transport, limiter: Limiter): ApiClient {
  return {
    profile: now.profile,
    isDry: now.dryRun !== undefined,
    with(options) {
      checkOptions(options, now.profile?.rules ?? optionRules);
      const { timeout, maxAnswerSize, maxConcurrent } = options;
      const { profile, credentials = options.credentials } = now.profile?.with(options) ?? {};
      const dryRun = options.dryRun ?? now.dryRun;
      const signing = credentials ? now.signing?.with({ ...credentials }) : now.signing;
      const transport = {
        profile,
        authorizer: profile && dryRun ? dryAuthorizer : profile?.authorizer,
        signing: dryRun ? drySigning : signing,
        dryRun,
        baseUrl: options.baseUrl ?? now.baseUrl,
        headers: withHeaders(now.headers, options.headers),
        fetch: options.fetch ?? now.fetch,
        timeout: timeout ?? now.timeout,
        maxAnswerSize: maxAnswerSize ?? now.maxAnswerSize,
      };
      return clientOf(transport, maxConcurrent === undefined ? limiter : new Limiter(maxConcurrent));
    },
    locate(url, { servers = [], source, security, isUnderWay, isElsewhere } = {}) {
      if (isElsewhere) return destinationOf(url, { ...now, ...elsewhere(now) }).url;
      checkBaseOf(servers, now);
      // Only when a run begins: later, some of its requests may have been signed by other means.
      const isFirst = servers.length > 0 && !isUnderWay;
      const missing = isFirst && source !== undefined && security && now.signing?.complaintAbout(source, security);
      if (missing) throw missing;
      return destinationOf(url, now, source).url;
    },
    send(call, signal, onTurn, held) {
      return limiter.run(() => {
        onTurn?.();
        return transmit(call, now, signal, held);
      }, signal);
    },
  };
}
