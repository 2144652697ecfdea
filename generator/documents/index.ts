// The face of this stage.
export { readAllowances } from "./allowances.js";
export { child, hasChild, isList, isMapping, kindOf, valueAt, type Mapping } from "./data.js";
export { isWithin, type Path, type SourceDocument } from "./document.js";
export { selectPaths } from "./jsonpath.js";
export { limits } from "./limits.js";
export { locateFile, type LocateOptions } from "./locate.js";
export { appendedOverlayText, newOverlayText, OverlayWriteError } from "./overlay-append.js";
export { overlayFix, type Correction } from "./overlay-fix.js";
export { applyOverlay } from "./overlay-apply.js";
export { overlaysFor, readOverlay, type Overlay, type OverlayAction } from "./overlay.js";
export { formatPointer, parsePointer, parsePointerFragment } from "./pointer.js";
export { displayPath, readDocument, readDocumentText } from "./read.js";
export { realPath } from "./real-path.js";
export {
  followReference,
  referenceOf,
  refuseForeignReferences,
  resolveReference,
  type ResolvedReference,
} from "./reference.js";
export { entries, fields } from "./shape.js";
export { validateShape } from "./validate.js";
