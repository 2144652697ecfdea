import { basename, dirname, resolve } from "node:path";
import * as z from "zod";
import { found, type Findings } from "../diagnostics.js";
import { addressOf } from "./copies.js";
import type { Path, SourceDocument } from "./document.js";
import { isQueryFault, parseQuery, type Query } from "./jsonpath.js";
import { realPath } from "./real-path.js";
import { fields } from "./shape.js";
import { fileNameOf, fileReferenceToPath } from "./url-path.js";
import { validateShape } from "./validate.js";

/** Changes to a document that stands elsewhere. */
export interface Overlay {
  readonly document: SourceDocument;
  readonly title: string;
  /** The document it was written for, as it names it. */
  readonly extends: string | undefined;
  /** The file that this leads to, links followed; `undefined` where it leads to none. */
  readonly file: string | undefined;
  /** To be applied in this order, each to the result of the one before. */
  readonly actions: readonly OverlayAction[];
}

/** One change: what `target` selects is removed, or merged with `update`. */
export interface OverlayAction {
  /** Where the action stands in the overlay. */
  readonly at: Path;
  readonly target: Query;
  readonly description: string | undefined;
  readonly remove: boolean;
  /** Whether there is an `update`; `null` is one. */
  readonly updates: boolean;
}

/** @see https://spec.openapis.org/overlay/v1.0.0.html#overlay-object */
const overlayShape = fields({
  overlay: z.string(),
  info: fields({ title: z.string(), version: z.string() }),
  extends: z.string().optional(),
  actions: z
    .array(
      fields({
        target: z.string(),
        description: z.string().optional(),
        update: z.unknown().optional(),
        remove: z.boolean().optional(),
      }),
    )
    .min(1),
});

/**
 * Reads a document as an OpenAPI Overlay 1.0, its queries included; findings and `undefined` where it is none.
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 */
export function readOverlay(document: SourceDocument, findings: Findings): Overlay | undefined {
  const shape = validateShape(overlayShape, document, [], findings);
  if (!shape) return undefined;
  if (!/^1\.0(?:\.|$)/.test(shape.overlay)) {
    findings.report(document.place(["overlay"]), found.unsupportedVersion.overlay(shape.overlay));
    return undefined;
  }
  const actions: OverlayAction[] = [];
  for (const [index, action] of shape.actions.entries()) {
    const at = ["actions", index] as const;
    const target = parseQuery(action.target);
    if (isQueryFault(target)) {
      const path = [...at, "target"];
      const place =
        target.at === undefined ? document.place(path) : document.placeInside(path, target.at, target.at + 1);
      findings.report(place, found.invalidDocument.query(target.message));
      continue;
    }
    const { description, remove = false } = action;
    actions.push({ at, target, description, remove, updates: Object.hasOwn(action, "update") });
  }
  if (actions.length < shape.actions.length) return undefined;
  return { document, title: shape.info.title, extends: shape.extends, file: fileOf(shape.extends, document), actions };
}

function fileOf(extended: string | undefined, document: SourceDocument): string | undefined {
  const target = extended === undefined ? undefined : fileReferenceToPath(extended);
  return target && "path" in target ? realPath(resolve(dirname(document.file), target.path)) : undefined;
}

/** What is known of the documents of a run. */
interface Known {
  /** The files that the caller named, as absolute paths with links followed. Default: none. */
  readonly asked?: ReadonlySet<string> | undefined;
  /** The address that the document is a copy of. Default: none. */
  readonly url?: string | undefined;
}

/**
 * The overlays that are meant for a document: those whose `extends` leads to its file, and those without `extends`.
 * `extends` says what the document is called, not where this copy of it lies: where it leads to no file here, or to
 * one that is not asked for while this document is, the same file name will do. Nothing is fetched.
 */
export function overlaysFor(
  document: SourceDocument,
  overlays: readonly Overlay[],
  { asked = new Set(), url }: Known = {},
): readonly Overlay[] {
  const here = realPath(document.file) ?? document.file;
  return overlays.filter(({ extends: extended, file }) => {
    if (extended === undefined || file === here) return true;
    if (url !== undefined && addressOf(extended) === url) return true;
    const isCopy = file === undefined || (asked.has(here) && !asked.has(file));
    return isCopy && fileNameOf(extended) === basename(document.file);
  });
}
