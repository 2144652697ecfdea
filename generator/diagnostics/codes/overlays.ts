import type { CodeTable } from "./entry.js";

/** Overlays. */
export const overlays = {
  "overlay-no-match": {
    severity: "warning",
    strict: true,
    meaning: "The target of an overlay action matches nothing, so that the action does nothing.",
    example: "target: $.workflow[0]",
    wayOut: "Correct the JSONPath. If the document has been corrected meanwhile, remove the action.",
  },
  "overlay-unused": {
    severity: "warning",
    meaning: "An overlay extends none of the documents of this run, so that it changes nothing.",
    example: "extends: ./orders.yaml",
    wayOut: "Let `extends` name the file of the document, relative to the overlay; or leave the overlay out.",
  },
} as const satisfies CodeTable;
