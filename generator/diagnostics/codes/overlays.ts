import { nearest } from "../nearest.js";
import { quoted } from "../quoted.js";
import { warning } from "./kind.js";
import { type Names } from "./words.js";

/** Overlays. */
export const overlays = {
  overlayNoMatch: warning("overlay-no-match", {
    strict: true,
    meaning: "The target of an overlay action matches nothing, so that the action does nothing.",
    example: "target: $.workflow[0]",
    wayOut: "Correct the JSONPath. If the document has been corrected meanwhile, remove the action.",
    found: (parent: string, name: string | undefined, known: Names) => {
      if (name === undefined) return "`target` matches nothing";
      const meant = nearest(name, known);
      const hint = meant && `Did you mean ${quoted(meant)}?`;
      return [`\`target\` matches nothing: there is no ${quoted(name)} in ${quoted(parent)}`, hint];
    },
    shown: (words) => words("$", "workflow", []),
  }),
  overlayUnused: warning("overlay-unused", {
    meaning: "An overlay extends none of the documents of this run, so that it changes nothing.",
    example: "extends: ./orders.yaml",
    wayOut: "Let `extends` name the file of the document, relative to the overlay; or leave the overlay out.",
    found: () => "this overlay extends none of the documents of this run",
    shown: (words) => words(),
  }),
};
