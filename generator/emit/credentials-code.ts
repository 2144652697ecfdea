import type { ClientPlan, WorkflowPlan } from "../ir/model.js";
import { type Code, code, commas, propertyKey } from "./code.js";
import { variablesOf } from "../ir/secret-variables.js";
import { literals, string } from "../types/type.js";
import type { Imports } from "./imports.js";
import { typeCode } from "./type-code.js";

type Scheme = NonNullable<ClientPlan["security"]>[number][string];

type Plan = Pick<WorkflowPlan, "clients" | "askedServers" | "callsTwilio">;

/** The type of the options: with the names of the sources, and the credentials that a function needs, if it needs any. */
export function optionsType(plan: Plan, imports: Imports): Code {
  const options = imports.runtimeType("WorkflowOptions");
  const names = [...new Set(calledBy(plan).flatMap(({ source = [] }) => source))];
  if (names.length === 0) return options;
  const named = typeCode(literals(names) ?? string, imports);
  const sources = [...schemesBySource(plan)];
  if (sources.length === 0) return code`${options}<${named}>`;
  const fields = sources.map(([source, schemes]) => {
    const secrets = [...schemes].map(
      ([name, scheme]) => code`${propertyKey(name)}?: ${secretType(scheme, imports)} | undefined; `,
    );
    return code`${propertyKey(source)}?: { ${secrets} } | undefined; `;
  });
  const twilio = plan.callsTwilio && !sources.some(([source]) => source === "twilio");
  const own = twilio ? [code`twilio?: ${imports.runtimeType("Credentials")} | undefined; `] : [];
  return code`${options}<${commas([named, code`{ ${[...fields, ...own]} }`])}>`;
}

/** What the comment of a function says of its credentials; nothing where it needs none of its own. */
export function credentialsDoc(plan: Plan): string {
  const lines = [...schemesBySource(plan)].flatMap(([source, schemes]) =>
    [...schemes].map(([name, scheme]) => {
      const variables = variablesOf(source, name, scheme).map((variable) => `\`${variable}\``);
      return `- \`credentials.${source}.${name}\`, else ${variables.join(" and ")}`;
    }),
  );
  return lines.length === 0 ? "" : ["Signs its requests with these, or those of the environment:", ...lines].join("\n");
}

/** Whether a run signs requests as documents say. */
export function isSigned(plan: Plan): boolean {
  return calledBy(plan).some(({ security }) => security !== undefined);
}

function calledBy({ clients, askedServers }: Plan): Plan["askedServers"] {
  return [...clients, ...askedServers];
}

function schemesBySource(plan: Plan): ReadonlyMap<string, ReadonlyMap<string, Scheme>> {
  const sources = new Map<string, Map<string, Scheme>>();
  for (const { source, security } of calledBy(plan)) {
    if (source === undefined || security === undefined) continue;
    const schemes = sources.get(source) ?? new Map<string, Scheme>();
    sources.set(source, schemes);
    for (const [name, scheme] of security.flatMap((one) => Object.entries(one))) schemes.set(name, scheme);
  }
  return sources;
}

function secretType({ type }: Scheme, imports: Imports): Code {
  if (type === "basic") return imports.runtimeType("BasicSecret");
  return imports.runtimeType(type === "oauth2" ? "OAuthSecret" : "Secret");
}
