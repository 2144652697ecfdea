import { environment } from "../runtime/client/environment.js";
import { isWorthReading, twilioEventOf, wakeUpOf } from "./event-of.js";
import type { TwilioEvent } from "./events.js";
import { type CallbackHandler, createHandler, type HandlerOptions } from "./handler.js";
import { isSignedByTwilio } from "./signature.js";

/** What is done with Twilio's callbacks. */
export interface CallbackHandlerOptions extends Omit<HandlerOptions<TwilioEvent>, "verify" | "read" | "onEvent"> {
  /**
   * The auth token of the account, which Twilio signs with; several while one replaces another, or of several accounts.
   * @default the variable TWILIO_AUTH_TOKEN of the environment
   */
  readonly authToken?: string | readonly string[] | undefined;
  /**
   * Wakes the run that waits for an event, such as `wakeups.wake`. It reads at once what the event is about, and goes on
   * by that alone: what a callback says decides nothing.
   * @param wakeUp What the run waits for, such as `message-status SM…`
   * @param run Which run that is, where the URL says so in `run`
   * @default nobody is woken
   */
  readonly wake?: ((wakeUp: string, run: string | undefined) => unknown) | undefined;
  /**
   * Which events wake.
   * @default those that end something, such as `delivered` of a message, and those of kinds that do not say so
   */
  readonly wakesBy?: ((event: TwilioEvent) => boolean) | undefined;
  /** Is told of each event, before anybody is woken. @default nobody is told */
  readonly onEvent?: HandlerOptions<TwilioEvent>["onEvent"] | undefined;
}

/**
 * A handler of Twilio's callbacks, which takes nothing that Twilio has not signed. Throws a `TypeError` if there is no
 * auth token.
 */
export function createCallbackHandler(options: CallbackHandlerOptions = {}): CallbackHandler {
  const { authToken = environment("TWILIO_AUTH_TOKEN"), wake, wakesBy = isWorthReading, onEvent, ...others } = options;
  const authTokens = [authToken].flat().filter((token): token is string => typeof token === "string" && token !== "");
  if (authTokens.length === 0) {
    throw new TypeError("callbacks need the auth token that they are signed with: set authToken or TWILIO_AUTH_TOKEN");
  }
  return createHandler<TwilioEvent>({
    ...others,
    verify: (received) => isSignedByTwilio(received, authTokens),
    read: twilioEventOf,
    async onEvent(event, received) {
      await onEvent?.(event, received);
      if (wakesBy(event)) await wake?.(wakeUpOf(event), new URL(received.url).searchParams.get("run") ?? undefined);
    },
  });
}
