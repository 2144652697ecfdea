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
        hint: Let 'extends' name the file of the document, relative to the overlay; or leave the overlay out.

      1 warning
    `,
  },
  {
    code: "overlay-no-match",
    name: "in any of the documents that it is for, though other actions match in one of them",
    overlay: `
      overlay: 1.0.0
      info: { title: Corrections, version: 1.0.0 }
      actions:
      - target: $.workflows[0]
        update: { summary: All orders. }
      - target: $.paths['/orders'].get
        update: { summary: All orders. }
      - target: $.nothing
        remove: true
    `,
    want: `
      overlay.yaml:8:11: warning overlay-no-match: 'target' matches nothing: there is no 'nothing' in '$'
         6 | - target: $.paths['/orders'].get
         7 |   update: { summary: All orders. }
      >  8 | - target: $.nothing
           |           ^^^^^^^^^
         9 |   remove: true
        10 |

      1 warning
    `,
  },
  {
    code: "overlay-no-match",
    name: "as an action before it has removed what it is about",
    overlay: `
      overlay: 1.0.0
      info: { title: Corrections, version: 1.0.0 }
      extends: ./arazzo.yaml
      actions:
      - target: $.workflows[0].summary
        remove: true
      - target: $.workflows[0].summary
        remove: true
    `,
    arazzo: `
      workflows:
      - workflowId: list
        summary: All orders.
        steps: [{ stepId: list, operationId: listOrders }]
    `,
    want: `
      overlay.yaml:7:11: warning overlay-no-match: 'target' matches nothing: there is no 'summary' in '$.workflows[0]'
        5 | - target: $.workflows[0].summary
        6 |   remove: true
      > 7 | - target: $.workflows[0].summary
          |           ^^^^^^^^^^^^^^^^^^^^^^
        8 |   remove: true
        9 |

      1 warning
    `,
  },
]);
