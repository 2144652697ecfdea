import { Findings, type Finding } from "./diagnostics.js";
import { checkOperations, type Api } from "./openapi/index.js";
import { Linker, type DocumentFiles } from "./read-documents.js";

/** What was read of OpenAPI documents. */
export interface ReadApis {
  readonly apis: ReadonlyMap<string, Api>;
  readonly findings: readonly Finding[];
}

/** The same as for workflows: each brings to light what those before it have hidden. */
const mostRounds = 20;

/**
 * Reads the OpenAPI documents that stand in for sources, with the overlays that belong to them. What is sloppy but clear
 * is let pass with a warning, as where workflows are compiled.
 */
export function readApis(files: Omit<DocumentFiles, "documents">): ReadApis {
  const levels = { assume: true };
  const linker = new Linker({ ...files, documents: [] }, levels);
  const attempt = (findings: Findings): ReadApis["apis"] => {
    const apis = linker.apis(findings);
    for (const api of apis.values()) checkOperations(api, findings);
    return apis;
  };
  let findings = new Findings(levels);
  let apis = attempt(findings);
  const tolerated: Finding[] = [];
  for (let round = 1, left = findings.takeAssumed(); left.length > 0; round++) {
    tolerated.push(...findings.tolerated);
    linker.amend(left);
    findings = new Findings({ assume: round < mostRounds }, findings);
    apis = attempt(findings);
    left = findings.takeAssumed();
  }
  findings.add(tolerated);
  return { apis, findings: findings.list() };
}
