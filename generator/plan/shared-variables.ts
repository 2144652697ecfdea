import { found, quoted, type Findings } from "../diagnostics.js";
import type { AskedServer } from "../ir/api-plan.js";
import { variablesOf } from "../ir/secret-variables.js";
import type { WorkflowEntry } from "../link/workflow-index.js";

/** Those that hold credentials of Twilio, or say where it is. */
const twilios = ["ACCOUNT_SID", "AUTH_TOKEN", "API_KEY", "API_SECRET", "REGION", "EDGE"].map(
  (name) => `TWILIO_${name}`,
);

interface Owner {
  readonly source: string | undefined;
  readonly scheme: string;
}

/** Reports environment variables that would hold the secret of two schemes: each server would get that of the other. */
export function checkVariables(entries: readonly WorkflowEntry[], findings: Findings): void {
  const owners = new Map<string, Owner>(twilios.map((name) => [name, { source: undefined, scheme: "" }]));
  const reported = new Set<string>();
  for (const { plan, linked, at } of entries) {
    for (const { source, scheme, variable } of (plan?.clients ?? []).flatMap(variablesIn)) {
      const owner = owners.get(variable) ?? { source, scheme };
      owners.set(variable, owner);
      if ((owner.source === source && owner.scheme === scheme) || reported.has(variable)) continue;
      reported.add(variable);
      const other =
        owner.source === undefined ? "a setting for Twilio" : `${quoted(owner.scheme)} of ${quoted(owner.source)}`;
      const what = found.unsupportedSecurity.sharedVariable(variable, scheme, source, other);
      findings.report(linked.document.place([...at, "workflowId"]), what);
    }
  }
}

function variablesIn({ source, security = [] }: Pick<AskedServer, "source" | "security">): {
  readonly source: string;
  readonly scheme: string;
  readonly variable: string;
}[] {
  if (source === undefined) return [];
  return security.flatMap((schemes) =>
    Object.entries(schemes).flatMap(([scheme, described]) =>
      variablesOf(source, scheme, described).map((variable) => ({ source, scheme, variable })),
    ),
  );
}
