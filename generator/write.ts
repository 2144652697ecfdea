import {
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Path below the output folder, with `/`, and text of each file. */
export type Files = ReadonlyMap<string, string>;

/** How the output folder differs from what it should hold. */
export interface Drift {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  /** Files that the generator once wrote and no longer makes. */
  readonly removed: readonly string[];
}

/** Lists what the generator wrote, so that it later removes this and never anything else. */
const manifestName = ".twilio-workflows.json";

/** Compares a folder with what it should hold. Reads only. */
export function compareFiles(folder: string, files: Files): Drift {
  const wanted = withManifest(files);
  const names = [...wanted.keys()];
  const present = names.filter((name) => read(join(folder, name)) !== undefined);
  return {
    created: names.filter((name) => !present.includes(name)),
    changed: present.filter((name) => read(join(folder, name)) !== wanted.get(name)),
    removed: writtenBefore(folder).filter((name) => !wanted.has(name) && read(join(folder, name)) !== undefined),
  };
}

/**
 * Makes a folder hold the files. Each is written beside its place and moved there in one go, and only if it changed.
 * @returns what was done
 * @throws where a folder in it is a symbolic link; then nothing is written
 */
export function writeFiles(folder: string, files: Files): Drift {
  const drift = compareFiles(folder, files);
  const wanted = withManifest(files);
  refuseLinks(folder, [...wanted.keys()]);
  for (const name of [...drift.created, ...drift.changed]) writeWhole(join(folder, name), wanted.get(name) ?? "");
  for (const name of drift.removed) {
    rmSync(join(folder, name));
    removeIfEmpty(dirname(join(folder, name)));
  }
  return drift;
}

/** A link in place of a folder would let files of somebody else be overwritten. */
function refuseLinks(folder: string, names: readonly string[]): void {
  const owners = new Set(
    names.flatMap((name) => name.split("/").map((_, depth, parts) => parts.slice(0, depth).join("/"))),
  );
  for (const owner of [...owners].filter((path) => path !== "")) {
    const path = join(folder, owner);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue;
    throw new Error(`${path} is a symbolic link: what is generated is written below ${folder} only. Remove the link.`);
  }
}

function withManifest(files: Files): Files {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = sorted.map(([name]) => name);
  return new Map([...sorted, [manifestName, `${JSON.stringify({ files: names }, null, 2)}\n`]]);
}

function writtenBefore(folder: string): readonly string[] {
  try {
    const manifest: unknown = JSON.parse(read(join(folder, manifestName)) ?? "");
    if (typeof manifest !== "object" || manifest === null || !("files" in manifest)) return [];
    const names = Array.isArray(manifest.files) ? manifest.files : [];
    return names.filter((name): name is string => typeof name === "string" && isBelow(folder, name));
  } catch {
    // A manifest that cannot be read names nothing, so that nothing is removed.
    return [];
  }
}

/** Whether the name stays in the folder, whatever somebody wrote into the manifest, links included. */
function isBelow(folder: string, name: string): boolean {
  const path = relative(resolve(folder), resolve(folder, name));
  if (path === "" || path === ".." || path.startsWith(`..${sep}`) || !name.endsWith(".ts")) return false;
  const [root, owner] = [realPath(folder), realPath(dirname(join(folder, name)))];
  return owner !== undefined && root !== undefined && `${owner}${sep}`.startsWith(`${root}${sep}`);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else lies there.
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
