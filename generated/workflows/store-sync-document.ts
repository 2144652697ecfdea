// Written by twilio-workflows: change the documents and generate again.
import type { SyncApi } from "../apis/sync-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link storeSyncDocument} takes. */
export interface StoreSyncDocumentInput {
  /** SID of the Sync service, `IS` and 32 hexadecimal digits, or `default`. */
  serviceSid: string;
  /** Name of the document, unique in the service. */
  uniqueName: string;
  /** Its data, as JSON text. */
  data: string;
  /** Seconds until it deletes itself; never without it. */
  ttl?: number | undefined;
}

/** What {@link storeSyncDocument} returns; `outcome` says how it ended. */
export type StoreSyncDocumentOutput =
  | {
      outcome: "made";
      firstRevision?: string | null | undefined;
    }
  | {
      outcome: "changed";
      revision?: string | null | undefined;
    };

/**
 * Write a Sync document, whether it is there already or not.
 *
 * Ends as `made` and as `changed`. What was there is replaced, whoever wrote it last. Data of more than 16 KiB
 * throws (54006).
 *
 * @generated from workflow store-sync-document (sync.yml#/workflows/1)
 */
export async function storeSyncDocument(
  input: StoreSyncDocumentInput,
  options?: WorkflowOptions,
): Promise<StoreSyncDocumentOutput> {
  const run: WorkflowRun = openWorkflow("store-sync-document", options, { version: "d1c15f4a" });
  run.inputs(input, { serviceSid: "path", uniqueName: "path", data: "string", ttl: "number?" });
  const sync = run.api<SyncApi>("https://sync.twilio.com");

  // Make the document, if there is none of that name.
  const make = await sync.POST("/v1/Services/{ServiceSid}/Documents", {
    ...run.step("make"),
    params: { path: { ServiceSid: input.serviceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { UniqueName: input.uniqueName, Data: input.data, Ttl: input.ttl },
  });
  if (make.response.status !== 409) {
    run.expect(make, make.response.status === 201);

    return { outcome: "made", firstRevision: make.data.revision };
  }

  // Replace what is there.
  const change = await sync.POST("/v1/Services/{ServiceSid}/Documents/{Sid}", {
    ...run.step("change"),
    params: { path: { ServiceSid: input.serviceSid, Sid: input.uniqueName } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Data: input.data, Ttl: input.ttl },
  });
  run.expect(change, change.response.status === 200);

  return { outcome: "changed", revision: change.data.revision };
}
