import type { Scheme } from "../openapi/index.js";

/** The environment variables that the runtime reads for a scheme of a source: as in `templates/runtime/client/security.ts`. */
export function variablesOf(source: string, name: string, { type }: Scheme): readonly string[] {
  const variable = [source, name].map(constantCase).join("_");
  if (type === "basic") return [`${variable}_USERNAME`, `${variable}_PASSWORD`];
  return type === "oauth2" ? [`${variable}_CLIENT_ID`, `${variable}_CLIENT_SECRET`] : [variable];
}

function constantCase(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, "$1_$2");
  return words
    .replace(/[^A-Za-z\d]+/g, "_")
    .replace(/^_|_$/g, "")
    .toUpperCase();
}
