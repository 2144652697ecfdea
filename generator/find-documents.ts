import { existsSync, readdirSync, readFileSync, statSync } from "./disk.js";
import { basename, join } from "node:path";
import { Findings } from "./diagnostics.js";
import { copiesFolder, hasChild, limits, lockName, readDocument } from "./documents/index.js";

/** Whether a file of this name may be a document. */
export function isDocument(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name);
}

/**
 * The YAML and JSON files in a folder and the folders in it, in the order of their paths. Folders of packages, of what
 * was fetched, and hidden ones are passed over, and symbolic links to folders are not followed.
 */
export function documentsBelow(folder: string): readonly string[] {
  const files: string[] = [];
  const open = [folder];
  for (const each of open) {
    for (const entry of readdirSync(each)) {
      const path = join(each, entry.name);
      if (entry.isDirectory()) {
        const isOther = entry.name === "node_modules" || entry.name.startsWith(".") || isOfCopies(path);
        if (!isOther) open.push(path);
      } else if (isDocument(entry.name) && statSync(path)?.isFile()) files.push(path);
    }
  }
  return files.toSorted();
}

/** Whether a folder holds what was fetched for the documents around it. */
function isOfCopies(folder: string): boolean {
  return basename(folder) === copiesFolder && existsSync(join(folder, lockName));
}

/** The Arazzo documents below a folder, those among them that cannot be read. */
export function arazzoDocumentsBelow(folder: string): readonly string[] {
  return documentsBelow(folder).filter(isArazzo);
}

/** Whether the root of a document has the field `arazzo`, or would have it if the document could be read. */
function isArazzo(file: string): boolean {
  if ((statSync(file)?.size ?? 0) > limits.bytes) return false;
  // Most files need not be parsed for this.
  if (!/(?:^|[{,\s])["']?arazzo["']?\s*:/.test(textOf(file))) return false;
  const document = readDocument(file, new Findings());
  return document === undefined || hasChild(document.root, "arazzo");
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
