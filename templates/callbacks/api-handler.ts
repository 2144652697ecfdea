import { type CallbackHandler, createHandler, type HandlerOptions } from "./handler.js";
import type { Received } from "./received.js";

/**
 * What an API sends to the app, by the type that is generated from its document: `OrdersCallbacks` of the source `orders`.
 * It can be told apart by `name`, that of the callback or webhook.
 */
export type CallbackOf<Callbacks> = {
  readonly [Name in keyof Callbacks]: { readonly name: Name; readonly body: Callbacks[Name] };
}[keyof Callbacks];

/** What is done with the callbacks of an API. */
export interface ApiHandlerOptions<Callbacks> extends Omit<HandlerOptions<CallbackOf<Callbacks>>, "read"> {
  /** Which callback it is that was received; `undefined` for one that the app does not care for. */
  readonly nameOf: (fields: Readonly<Record<string, unknown>>, received: Received) => keyof Callbacks | undefined;
}

/**
 * A handler of the callbacks and webhooks of an API whose OpenAPI document has them, with bodies of the types that it says.
 * Nothing but `verify` stands between the network and the app: a body is not held to its type.
 */
export function createApiHandler<Callbacks extends object>({
  nameOf,
  onEvent,
  ...options
}: ApiHandlerOptions<Callbacks>): CallbackHandler {
  return createHandler<CallbackOf<Callbacks> | undefined>({
    ...options,
    read(fields, received) {
      const name = nameOf(fields, received);
      return name === undefined ? undefined : callbackOf<Callbacks>(name, fields);
    },
    onEvent: (event, received) => event && onEvent(event, received),
  });
}

/** What the API has signed is what its document says. */
function callbackOf<Callbacks>(name: keyof Callbacks, body: object): CallbackOf<Callbacks> {
  return { name, body } as unknown as CallbackOf<Callbacks>;
}
