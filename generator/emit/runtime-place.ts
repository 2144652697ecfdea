import type { ImportLine } from "./imports.js";

/** Where generated code has its runtime: copied beside it, or in the package that is installed. */
export const runtimePlaces = ["copy", "package"] as const;

export type RuntimePlace = (typeof runtimePlaces)[number];

/** The newest contract of `templates/package/contract.ts`: what functions ask for that run on the package's runtime. */
export const runtimeContract = 1;

/** What is in the package, by what is in the copy; all that is not here is in the files that apps import. */
const apart: Readonly<Record<string, string>> = {
  "runtime/caller": "runtime/caller",
  "runtime/twilio/caller": "runtime/twilio/caller",
  "runtime/values/jsonpath": "runtime/jsonpath",
};

/** What to write for a file of the runtime. */
export interface RuntimeModules {
  readonly place: RuntimePlace;
  /** The generated code calls Twilio, so that it takes what there is from Twilio's part. */
  readonly callsTwilio: boolean;
}

/**
 * What to import in place of a file of the copied runtime.
 * @param from A file below the output folder, as it is imported: `../runtime/index.js`
 */
export function runtimeModule(from: string, { place, callsTwilio }: RuntimeModules): string {
  const [, path] = /^\.\.?\/(runtime\/.+)\.js$/.exec(from) ?? [];
  if (place === "copy" || path === undefined) return from;
  return `twilio-workflows/${apart[path] ?? (callsTwilio ? "runtime/twilio" : "runtime")}`;
}

/** The imports of a file, from where its runtime is. */
export function withRuntime(lines: readonly ImportLine[], modules: RuntimeModules): readonly ImportLine[] {
  const merged = new Map<string, ImportLine>();
  for (const line of lines) {
    const from = runtimeModule(line.from, modules);
    const { values = [], types = [] } = merged.get(from) ?? {};
    merged.set(from, { from, values: [...values, ...line.values], types: [...types, ...line.types] });
  }
  return [...merged.values()];
}
