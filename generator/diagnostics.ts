// The face of this room.
export type { Code, Found, Kind, KindGroup, Severity } from "./diagnostics/codes.js";
export { codes, found, kindGroups, kindNamed, kinds, severityOf } from "./diagnostics/codes.js";
export { changingExtensions } from "./diagnostics/codes/portable.js";
export type { Allowance } from "./diagnostics/allowance.js";
export { isInside, type Finding, type Place, type Source } from "./diagnostics/finding.js";
export { distinctActions, type Fix, type FixAction } from "./diagnostics/fix.js";
export type { Assumed, Assumption } from "./diagnostics/assumption.js";
export { Findings, type Levels } from "./diagnostics/findings.js";
export { formatFindings, type FindingsFormat, type FormatOptions } from "./diagnostics/format.js";
export { jsonFinding, type JsonFinding } from "./diagnostics/format-json.js";
export { codeFrame } from "./diagnostics/frame.js";
export { extentOf, positionAt, type Extent, type Position } from "./diagnostics/lines.js";
export { didYouMean, endsInWords, isSameWords, misspelt, nearest } from "./diagnostics/nearest.js";
export { quoted } from "./diagnostics/quoted.js";
export { visible } from "./diagnostics/visible.js";
