import { testFrames } from "../support/frames.js";

testFrames("overlays", [
  {
    code: "overlay-no-match",
    overlay: `
      overlay: 1.0.0
      info: { title: Corrections, version: 1.0.0 }
      extends: ./arazzo.yaml
      actions:
      - target: $.workflow[0]
        update: { summary: All orders. }
    `,
    want: `
      overlay.yaml:5:11: warning overlay-no-match: 'target' matches nothing: there is no 'workflow' in '$'
        3 | extends: ./arazzo.yaml
        4 | actions:
      > 5 | - target: $.workflow[0]
          |           ^^^^^^^^^^^^^
        6 |   update: { summary: All orders. }
        7 |
        hint: Did you mean 'workflows'?

      1 warning
    `,
  },
  {
    code: "overlay-unused",
    overlay: `
      overlay: 1.0.0
      info: { title: Corrections, version: 1.0.0 }
      extends: ./orders.yaml
      actions:
      - target: $.workflows[0]
        update: { summary: All orders. }
    `,
    want: `
      overlay.yaml:3:10: warning overlay-unused: this overlay extends none of the documents of this run
        1 | overlay: 1.0.0
        2 | info: { title: Corrections, version: 1.0.0 }
      > 3 | extends: ./orders.yaml
          |          ^^^^^^^^^^^^^
        4 | actions:
        5 | - target: $.workflows[0]

      1 warning
    `,
  },
]);
