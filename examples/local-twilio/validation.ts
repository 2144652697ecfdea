import type { OpenAPIBackend } from "openapi-backend";
import type { Route } from "./documents.js";
import { invalidParameter, noRecipient, notFound, type TwilioError } from "./errors.js";
import { FORM, isForm, readForm } from "./forms.js";
import type { RecordedRequest } from "./recording.js";

type Violation = NonNullable<ReturnType<OpenAPIBackend["validateRequest"]>["errors"]>[number];

/** The fields of a request, read as their schemas say. Refuses a request that its document does not allow. */
export function readFields(route: Route, request: RecordedRequest): Readonly<Record<string, unknown>> {
  const fields = readBody(route, request);
  const { errors } = route.backend.validateRequest(
    {
      method: request.method,
      path: `/${request.host}${request.path}`,
      query: request.query,
      headers: request.headers,
      body: fields,
    },
    route.operation,
  );
  const [violation] = errors ?? [];
  if (violation) throw refusal(violation, route, request);
  return fields;
}

function readBody({ operation }: Route, { body, form, headers }: RecordedRequest): Record<string, unknown> {
  if (body === "") return {};
  const schemas = fieldSchemas(operation);
  if (!schemas || !isForm(headers["content-type"])) {
    throw invalidParameter(`This request cannot have a body of type ${headers["content-type"] ?? "(none given)"}`);
  }
  if (form.length === 0) throw invalidParameter("The body is not a properly encoded form");
  return readForm(form, schemas);
}

function fieldSchemas(operation: Route["operation"]): Readonly<Record<string, object>> | undefined {
  const { requestBody } = operation;
  const schema = requestBody && "content" in requestBody ? requestBody.content[FORM]?.schema : undefined;
  return schema && "properties" in schema ? schema.properties : undefined;
}

function refusal(
  { keyword, instancePath, params, message }: Violation,
  route: Route,
  request: RecordedRequest,
): TwilioError {
  const [, part, ...names] = instancePath.split("/");
  // To Twilio a malformed SID in a path is just one that is not there.
  if (part === "path") return notFound(request.path);
  if (keyword === "required") return missingParameter(params["missingProperty"], route.operationId);
  if (keyword === "additionalProperties") return invalidParameter(`Unknown parameter ${params["additionalProperty"]}`);
  return invalidParameter(`Invalid parameter ${names.join("/")}: ${message}`);
}

function missingParameter(name: string, operationId: string): TwilioError {
  if (operationId === "createMessage" && name === "To") return noRecipient();
  return invalidParameter(`Missing required parameter ${name} in the post body`);
}
