import { type Call, effectOf } from "../answers/call.js";
import { plainHeaders } from "../answers/response.js";
import { encodePath } from "../encoding/path.js";
import { digest } from "../journal/digest.js";
import { nameOf } from "../options/names.js";
import { inProcess } from "./runner.js";
import type { Session } from "./session.js";
import type { Pass, PlainRequest } from "./step.js";

/** The request of a pass as plain JSON. */
export async function callOf(
  { id, key, stepId, at, timeout, secrets, events, idempotencyKey }: Pass,
  { method, url: documented, headers: given, content, wants, source, security }: PlainRequest,
  { workflowId, journal, runner, outer: { servers }, client }: Session,
): Promise<Call> {
  const { body, encoding, mediaType } = (await content?.()) ?? {};
  // What is documented otherwise, the code of the workflow says.
  const headers = plainHeaders(given);
  // Without path parameters openapi-fetch leaves the path as it is, so one that needs them is found here.
  const url = at?.url ?? encodePath(documented, {});
  if (at?.isElsewhere)
    for (const name of ["authorization", "cookie", ...(secrets ?? [])]) delete headers[name.toLowerCase()];
  if (mediaType) headers["content-type"] = mediaType;
  // Nobody asks for it where no engine keeps answers.
  const version = runner === inProcess ? "" : digest("", [journal.versionOf(workflowId), method, url, headers, body]);
  const keyed = idempotencyKey?.toLowerCase();
  if (keyed !== undefined) headers[keyed] ??= journal.idempotencyKey(key, runner.runId);
  return {
    id,
    workflowId,
    stepId,
    version,
    method,
    url,
    headers,
    body: body || undefined,
    effect: keyed === undefined ? effectOf(method) : "keyed",
    timeout,
    ...(encoding && { encoding }),
    ...(wants === "blob" && { wants: "bytes" as const }),
    ...(secrets && { secrets }),
    ...(events && { events }),
    ...(at?.isElsewhere
      ? { isElsewhere: true }
      : { source: nameOf(url, source, servers, client.profile), ...(security && { security }) }),
  };
}
