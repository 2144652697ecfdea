import type { Finding, Findings } from "./diagnostics.js";
import { checkOperations, type Api } from "./openapi/index.js";
import { Linker, type DocumentFiles } from "./read-documents.js";
import { withAssumed } from "./with-assumed.js";

/** What was read of OpenAPI documents. */
export interface ReadApis {
  readonly apis: ReadonlyMap<string, Api>;
  readonly findings: readonly Finding[];
}

/**
 * Reads the OpenAPI documents that stand in for sources, with the overlays that belong to them. What is sloppy but clear
 * is let pass with a warning, as where workflows are compiled.
 */
export function readApis(files: Omit<DocumentFiles, "documents">): ReadApis {
  const levels = { assume: true };
  const linker = new Linker({ ...files, documents: [] }, levels);
  const attempt = (findings: Findings): { readonly apis: ReadApis["apis"]; readonly findings: Findings } => {
    const apis = linker.apis(findings);
    for (const api of apis.values()) checkOperations(api, findings);
    return { apis, findings };
  };
  const { apis, findings } = withAssumed(attempt, { levels, amend: (assumed) => linker.amend(assumed) });
  return { apis, findings: findings.list() };
}
