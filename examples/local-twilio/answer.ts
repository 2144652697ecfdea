import { Call, type Product } from "./call.js";
import { type AcceptedCredentials, authenticate, authorize } from "./credentials.js";
import type { Documents, Route } from "./documents.js";
import { methodNotAllowed, notFound, TwilioError } from "./errors.js";
import type { RecordedRequest } from "./recording.js";
import type { Reply } from "./reply.js";
import type { Resources } from "./resources/resources.js";
import { readFields } from "./validation.js";

/** What it takes to answer. */
export interface Site {
  readonly documents: Documents;
  readonly credentials: AcceptedCredentials;
  /** What is played by hand; all else is played by its document. */
  readonly operations: Product;
  readonly resources: Resources;
}

/** What Twilio says to a request; whatever goes wrong is an answer too. */
export function answer(request: RecordedRequest, route: Route | undefined, site: Site): Reply {
  try {
    if (!route) throw site.documents.has(request) ? methodNotAllowed() : notFound(request.path);
    return perform(request, route, site);
  } catch (error) {
    if (error instanceof TwilioError) return error.reply();
    return new TwilioError(500, 20500, `The local Twilio is broken: ${error}`).reply();
  }
}

function perform(request: RecordedRequest, route: Route, { credentials, operations, resources }: Site): Reply {
  authenticate(request.headers["authorization"], credentials);
  const fields = readFields(route, request);
  authorize(route.params["AccountSid"], credentials);
  const operation = operations[route.operationId];
  if (!operation) return resources.perform(request, route, fields);
  return operation(new Call(request.path, route.params, fields));
}
