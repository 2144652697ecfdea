import { isSecured, type Operation } from "../openapi/index.js";
import type { GivenParameter } from "./given-parameters.js";

/**
 * Whether a parameter is a header that a step gives to its request, whatever the operation documents: OpenAPI describes
 * these by other means than parameters. Credentials of a whole workflow go only where an operation asks for some.
 */
export function isOwnHeader(
  { name, in: where, shared }: Pick<GivenParameter, "name" | "in" | "shared">,
  operation: Operation,
): boolean {
  if (where !== "header") return false;
  switch (name.toLowerCase()) {
    case "accept":
      return true;
    case "authorization":
    case "cookie":
      return !shared || isSecured(operation);
    default:
      return false;
  }
}
