// The face of this stage.
export { amended } from "./amend.js";
export { readAllowances } from "./allowances.js";
export { bundle, type ReadBeside } from "./bundle.js";
export { besideKey, schemaName, schemaPath } from "./bundled-document.js";
export { digestOf } from "../disk.js";
export { addressOf, copiesFolder, Copies, lockName, readLock, type Copy } from "./copies.js";
export { child, hasChild, isList, isMapping, kindOf, valueAt, type Mapping } from "./data.js";
export { documentText } from "./document-text.js";
export { isWithin, type Path, type SourceDocument } from "./document.js";
export { selectPaths } from "./jsonpath.js";
export { limits } from "./limits.js";
export { locateSource, Locator } from "./locate.js";
export { appendedOverlayText, newOverlayText, OverlayWriteError } from "./overlay-append.js";
export { overlayFix, type Correction } from "./overlay-fix.js";
export { applyOverlay } from "./overlay-apply.js";
export { overlaysFor, readOverlay, type Overlay, type OverlayAction } from "./overlay.js";
export { withPlacesOf } from "./places.js";
export { formatPointer, parsePointer, parsePointerFragment } from "./pointer.js";
export { displayPath, readDocument, readDocumentText } from "./read.js";
export { realPath } from "./real-path.js";
export type { ReferenceFault } from "./reference-fault.js";
export {
  assumedAnySchema,
  followOneReference,
  referenceOf,
  followReferencesToEnd,
  type ResolvedReference,
} from "./reference.js";
export { referencesOut, type ReferenceOut } from "./references-out.js";
export { rootsFor } from "./roots.js";
export { isSecure } from "./secure-url.js";
export { entries, fields } from "./shape.js";
export { decoded, fileNameOf } from "./url-path.js";
export { validateShape } from "./validate.js";
