/** The file that lists what the generator wrote, so that it later removes this and never anything else. */
export const manifestName = ".twilio-workflows.json";

/** The manifest of these files. */
export function manifestText(names: Iterable<string>): string {
  return `${JSON.stringify({ files: [...new Set(names)].sort() }, null, 2)}\n`;
}

/**
 * The files that a manifest names, `undefined` if the text is none. Of one that a merge left in conflict, those of both
 * sides.
 */
export function namesInManifest(text: string): readonly string[] | undefined {
  if (!/"files"\s*:/.test(text)) return undefined;
  return [...text.matchAll(/"([^"\\\n]+\.(?:ts|md|html|css|js|svg|mmd))"/g)]
    .map(([, name = ""]) => name)
    .filter(staysBelow);
}

/** Whether the name stays in the output folder, whatever somebody wrote into the manifest. */
function staysBelow(name: string): boolean {
  return name.split("/").every((part) => part !== "" && part !== "." && part !== ".." && !part.includes(":"));
}
