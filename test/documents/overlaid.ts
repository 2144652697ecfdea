import { Findings } from "../../generator/diagnostics.js";
import type { SourceDocument } from "../../generator/documents/document.js";
import { applyOverlay } from "../../generator/documents/overlay-apply.js";
import { readOverlay } from "../../generator/documents/overlay.js";
import { brief, given } from "./given.js";

/** The document with these actions applied, and what there was to say. */
export function overlaid(text: string, actions: string): { document: SourceDocument; findings: Findings } {
  const findings = new Findings();
  const head = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n";
  const overlay = readOverlay(given(head + actions, "overlay.yml"), findings);
  if (!overlay) throw new Error(brief(findings).join("\n"));
  return { document: applyOverlay(given(text), overlay, findings), findings };
}
