import { type Call, effectOf } from "../answers/call.js";
import { plainHeaders } from "../answers/response.js";
import type { Pass, PlainRequest } from "./step.js";

/** The request of a pass as plain JSON. */
export async function callOf(
  { id, stepId, timeout, secrets }: Pass,
  { method, url, headers: given, content, wants }: PlainRequest,
  workflowId: string,
): Promise<Call> {
  const { body, encoding, mediaType } = (await content?.()) ?? {};
  const headers = { ...plainHeaders(given), ...(mediaType && { "content-type": mediaType }) };
  return {
    id,
    workflowId,
    stepId,
    method,
    url,
    headers,
    body: body || undefined,
    effect: effectOf(method),
    timeout,
    ...(encoding && { encoding }),
    ...(wants === "blob" && { wants: "bytes" as const }),
    ...(secrets && { secrets }),
  };
}
