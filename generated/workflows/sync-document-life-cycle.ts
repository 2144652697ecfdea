// Written by twilio-workflows: change the documents and generate again.
import type { SyncApi } from "../apis/sync-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link syncDocumentLifeCycle} takes. */
export interface SyncDocumentLifeCycleInput {
  /** SID of the Sync service, `IS` and 32 hexadecimal digits, or `default`. */
  serviceSid: string;
  /** Name of the document, unique in the service. */
  uniqueName: string;
  /** Its first data, as JSON text. */
  data: string;
  /** Its data after the change, as JSON text. */
  newData: string;
  /** Seconds until it deletes itself; never without it. */
  ttl?: number | undefined;
}

/** What {@link syncDocumentLifeCycle} returns; `outcome` says how it ended. */
export type SyncDocumentLifeCycleOutput =
  | {
      outcome: "nameTaken";
    }
  | {
      outcome: "changedMeanwhile";
      documentSid: string;
    }
  | {
      outcome: "deleted";
      documentSid: string;
      data?: unknown;
      revision?: string | null | undefined;
    };

/**
 * Make a Sync document, change it, read it, and delete it.
 *
 * Ends as `deleted`, as `nameTaken` when there is a document of that name (409, error 54301), and as
 * `changedMeanwhile` when somebody else changed it before we did (412, error 54103; the document remains). When
 * a later step fails, the document remains until it expires. Data of more than 16 KiB throws (54006). Reads and
 * writes are charged by number.
 *
 * @generated from workflow sync-document-life-cycle (sync.yml#/workflows/0)
 */
export async function syncDocumentLifeCycle(
  input: SyncDocumentLifeCycleInput,
  options?: WorkflowOptions,
): Promise<SyncDocumentLifeCycleOutput> {
  const run: WorkflowRun = openWorkflow("sync-document-life-cycle", options, { version: "454d13f9" });
  run.inputs(input, { serviceSid: "path", uniqueName: "string", data: "string", newData: "string", ttl: "number?" });
  const sync = run.api<SyncApi>("https://sync.twilio.com");

  // Make the document.
  const make = await sync.POST("/v1/Services/{ServiceSid}/Documents", {
    ...run.step("make"),
    params: { path: { ServiceSid: input.serviceSid } },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { UniqueName: input.uniqueName, Data: input.data, Ttl: input.ttl },
  });
  if (make.response.status === 409) return { outcome: "nameTaken" };
  run.expect(make, make.response.status === 201);
  const documentSid = run.required(make, "sid");

  // Change it, if it is still as it was made.
  const change = await sync.POST("/v1/Services/{ServiceSid}/Documents/{Sid}", {
    ...run.step("change"),
    params: {
      path: { ServiceSid: input.serviceSid, Sid: documentSid },
      header: { "If-Match": make.data.revision ?? undefined },
    },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { Data: input.newData },
  });
  if (change.response.status === 412) return { outcome: "changedMeanwhile", documentSid };
  run.check(change, change.response.status === 200);

  // Read it.
  const read = await sync.GET("/v1/Services/{ServiceSid}/Documents/{Sid}", {
    ...run.step("read"),
    params: { path: { ServiceSid: input.serviceSid, Sid: run.present(documentSid, "make", "$response.body#/sid") } },
  });
  run.expect(read, read.response.status === 200);

  // Delete it.
  const remove = await sync.DELETE("/v1/Services/{ServiceSid}/Documents/{Sid}", {
    ...run.step("remove"),
    params: { path: { ServiceSid: input.serviceSid, Sid: run.present(documentSid, "make", "$response.body#/sid") } },
  });
  run.check(remove, remove.response.status === 204);

  return { outcome: "deleted", documentSid, data: read.data.data, revision: read.data.revision };
}
