import { digestOf, readFileSync } from "../disk.js";
import { basename, join, resolve } from "node:path";
import * as z from "zod";
import { found, type Findings } from "../diagnostics.js";
import type { Located } from "./located.js";
import { displayPath } from "./read.js";
import { realPath } from "./real-path.js";
import { isReallyInside } from "./roots.js";
import { isSecure } from "./secure-url.js";

/** Where the copies of documents on the network lie, beside those that name them, and the file that lists them. */
export const copiesFolder = "fetched";
export const lockName = "lock.json";

/** A document of the network, as it was when it was fetched. */
export interface Copy {
  /** The address, without a fragment. */
  readonly url: string;
  /** Where it was after redirects, which is what it refers from; absent where that is the address itself. */
  readonly location?: string | undefined;
  /** The name of the file. */
  readonly file: string;
  /** Of the file's bytes, in hexadecimal digits. */
  readonly sha256: string;
  /** When it was fetched. */
  readonly date: string;
}

const lockShape = z.object({
  copies: z.array(
    z.object({
      url: z.url(),
      location: z.url().optional(),
      file: z.string().refine((name) => name === basename(name) && !/^\.|[\\:\p{Cc}]/u.test(name)),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      date: z.string(),
    }),
  ),
});

/** The copies in the folder beside a document; none where nothing was fetched. A list that is none is a finding. */
export function readLock(folder: string, findings: Findings): readonly Copy[] {
  const file = join(folder, copiesFolder, lockName);
  if (realPath(file) === undefined) return [];
  try {
    return lockShape.parse(JSON.parse(readFileSync(file, "utf8"))).copies;
  } catch {
    findings.report(undefined, found.fileUnreadable.file(displayPath(file), "is no list of what was fetched"));
    return [];
  }
}

/** An address as lock files have it; `undefined` where the text is none of the network. */
export function addressOf(url: string, base?: string): string | undefined {
  if ((base === undefined && !/^https?:/i.test(url)) || !URL.canParse(url, base)) return undefined;
  const address = new URL(url, base);
  address.hash = "";
  return /^https?:$/.test(address.protocol) ? address.href : undefined;
}

/** What was fetched for the documents of a run. */
export class Copies {
  readonly #byUrl = new Map<string, Copy & { readonly folder: string }>();
  readonly #byFile = new Map<string, Copy>();

  /** @param folders Those of the documents that the caller named */
  constructor(folders: Iterable<string>, findings: Findings) {
    for (const folder of new Set(folders)) {
      const inside = resolve(folder, copiesFolder);
      for (const copy of readLock(folder, findings)) {
        if (!this.#byUrl.has(copy.url)) this.#byUrl.set(copy.url, { ...copy, folder: inside });
        this.#byFile.set(join(inside, copy.file), copy);
      }
    }
  }

  /** The address that a file is a copy of. */
  urlOf(file: string): string | undefined {
    return this.#byFile.get(file)?.url;
  }

  /** The address that a URL in a file means, if it is one of the network. */
  addressIn(file: string, url: string): string | undefined {
    const copy = this.#byFile.get(file);
    return addressOf(url, copy && (copy.location ?? copy.url));
  }

  /**
   * The copy of an address, as it was fetched.
   * @param name That of the source description whose `url` it is; without one it is that of a `$ref`
   */
  locate(address: string, name?: string): Located {
    const copy = this.#byUrl.get(address);
    if (copy === undefined) {
      const { notFetched, referenceRefused } = found;
      if (isSecure(new URL(address))) return { problem: notFetched.none(address, name) };
      return { problem: referenceRefused.url(address, "is an address on the network, and not https", name) };
    }
    const file = join(copy.folder, copy.file);
    const real = realPath(file);
    const isWhole =
      real !== undefined && isReallyInside([copy.folder], real) && digestOf(readFileSync(real)) === copy.sha256;
    return isWhole ? { file } : { problem: found.notFetched.changed(address, displayPath(file)) };
  }
}
