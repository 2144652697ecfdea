import { expect, test } from "vitest";
import { nextLink } from "../../templates/runtime/values/next-link.js";

test.each([
  { header: null, want: undefined },
  { header: "", want: undefined },
  { header: `</?p=1>`, want: undefined },
  { header: `</?p=1>; rel="prev"`, want: undefined },
  { header: `</?p=2>; rel="next"`, want: "/?p=2" },
  { header: `</?p=2>;REL=Next`, want: "/?p=2" },
  { header: `</?p=1>; rel="prev first", </?p=2,3>; title="a, b"; rel="last next"`, want: "/?p=2,3" },
  { header: `</?p=1>; title="a; rel=next"; rel=prev`, want: undefined },
  { header: `</?p=1>; title="open; rel=prev, </?p=2>; rel=next`, want: "/?p=2" },
])("the next page of the Link header $header is at $want", ({ header, want }) => {
  expect(nextLink(header)).toBe(want);
});
