import { describe, expect, it } from "vitest";
import { brief } from "./given.js";
import { overlaid } from "./overlaid.js";

describe("what an action cannot do", () => {
  const tests: [name: string, given: { document: string; actions: string }, want: string[]][] = [
    [
      "match a name that is not there",
      { document: "paths: {/v1/Messages: {get: {}}}", actions: `- {target: "$.paths['/v1/Mesages'].get", update: {}}` },
      [
        "overlay-no-match: `target` matches nothing: there is no `/v1/Mesages` in `$.paths` [\"$.paths['/v1/Mesages'].get\"] (Did you mean `/v1/Messages`?)",
      ],
    ],
    [
      "match a condition that nothing fulfils",
      { document: "p: [{a: 1}]", actions: `- {target: '$.p[?@.a==2]', remove: true}` },
      [
        "overlay-no-match: `target` matches nothing ['$.p[?@.a==2]'] (Correct the JSONPath. If the document has been corrected meanwhile, remove the action.)",
      ],
    ],
    [
      "update a scalar",
      { document: "info: {title: T}", actions: "- {target: $.info.title, update: U}" },
      [
        "invalid-document: `target` selects text at `#/info/title`; only objects and lists can be updated [$.info.title] (Select the object that holds it, and give the field in `update`.)",
      ],
    ],
    [
      "update an object with something else",
      { document: "info: {}", actions: "- {target: $.info, update: [U]}" },
      ["invalid-document: `update` of an object has to be an object, not a list [[U]]"],
    ],
    [
      "remove everything",
      { document: "info: {}", actions: "- {target: $, remove: true}" },
      ["invalid-document: The document as a whole cannot be removed [$]"],
    ],
    [
      "select more than anyone can use",
      { document: `a: [${"1,".repeat(100_001)}]`, actions: "- {target: '$.a.*', remove: true}" },
      ["document-too-large: `target` cannot be followed: it selects more than 100,000 values ['$.a.*']"],
    ],
    [
      "add more than anyone can use",
      {
        document: `a: [${"{},".repeat(1_000)}]`,
        actions: `- {target: $.a.*, update: {list: [${"0,".repeat(600)}]}}\n- {target: $.a.*, update: {list: [${"0,".repeat(600)}]}}`,
      },
      ["document-too-large: Up to here the overlay adds more than 1,000,000 values […]"],
    ],
    [
      "nest deeper than anyone can use",
      {
        document: "a: {}",
        actions: `- {target: $, update: {a: ${"{a: ".repeat(150)}{}${"}".repeat(150)}}}\n- {target: '$${".a".repeat(60)}', update: {b: ${"{a: ".repeat(150)}{}${"}".repeat(150)}}}`,
      },
      ["document-too-large: With this the document is nested more than 200 levels deep […]"],
    ],
  ];
  it.each(tests)("%s", (_, { document, actions }, want) => {
    const { findings } = overlaid(document, actions);
    expect(brief(findings)).toEqual(want);
  });
});
