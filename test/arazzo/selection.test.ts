import { describe, expect, test } from "vitest";
import {
  formatExpression,
  isFailure,
  isSelector,
  parseSelector,
  parseTarget,
  type PayloadReplacement,
  type Selection,
  type Selector,
} from "../../generator/arazzo/index.js";
import { show, showFailure } from "./support/show.js";

const showSelection = (selection: Selection): string =>
  selection.kind === "pointer" ? `pointer ${selection.tokens.join(" ")}` : `query ${selection.query}`;

describe("Selector Objects", () => {
  const table: readonly { readonly given: Selector; readonly want: string }[] = [
    {
      given: { context: "$response.body", selector: "$.user.profile.email", type: "jsonpath" },
      want: "$response.body pointer user profile email",
    },
    {
      given: { context: "$response.body", selector: "$.items[0].id", type: "jsonpath" },
      want: "$response.body pointer items 0 id",
    },
    {
      given: { context: "$response.body", selector: "$.items[*].id", type: "jsonpath" },
      want: "$response.body query $.items[*].id",
    },
    {
      given: { context: "$steps.a.outputs", selector: "$.id", type: { type: "jsonpath", version: "rfc9535" } },
      want: "$steps.a.outputs pointer id",
    },
    { given: { context: "$inputs.a", selector: "/b/0/c~1d", type: "jsonpointer" }, want: "$inputs.a pointer b 0 c/d" },
    { given: { context: "$inputs.a", selector: "", type: "jsonpointer" }, want: "$inputs.a pointer " },
  ];
  test.each(table)("$given.selector", ({ given, want }) => {
    const found = parseSelector(given);
    if (isFailure(found)) throw new Error(found.message);
    expect(`${formatExpression(found.context)} ${showSelection(found.selection)}`).toBe(want);
  });

  const failures: readonly { readonly given: Selector; readonly field: string; readonly want: readonly string[] }[] = [
    {
      given: { context: "$respones.body", selector: "$.a", type: "jsonpath" },
      field: "context",
      want: ["^^^^^^^^^", "`$respones` is no runtime expression", "Did you mean `$response`?"],
    },
    {
      given: { context: "$response.body", selector: "$.a[", type: "jsonpath" },
      field: "selector",
      want: ["    ^", "not a JSONPath query: unclosed bracketed selection"],
    },
    {
      given: { context: "$response.body", selector: "$.a == 1", type: "jsonpath" },
      field: "selector",
      want: ["    ^", expect.stringMatching(/^not a JSONPath query: /)],
    },
    {
      given: { context: "$response.body", selector: "a/b", type: "jsonpointer" },
      field: "selector",
      want: ["^", "a JSON Pointer is empty or starts with `/`", "Write `/a/b`."],
    },
    {
      given: { context: "$response.body", selector: "/a", type: "xpath" },
      field: "selector",
      want: ["^^", "XPath is not supported"],
    },
  ];
  test.each(failures)("not $given.selector", ({ given, field, want }) => {
    const found = parseSelector(given);
    expect(isFailure(found) && found.field).toBe(field);
    expect(isFailure(found) && showFailure(found)).toEqual(want);
  });
});

describe("what of a payload is a Selector Object", () => {
  const selector = { context: "$response.body", selector: "$.a", type: "jsonpath" };
  test.each([
    { given: selector, want: true },
    { given: { ...selector, type: { type: "jsonpath", version: "rfc9535" } }, want: true },
    { given: { ...selector, more: 1 }, want: false },
    { given: { ...selector, context: "home" }, want: false },
    { given: { ...selector, type: "css" }, want: false },
    { given: { context: "$response.body", selector: "$.a" }, want: false },
    { given: [selector], want: false },
    { given: null, want: false },
  ])("$given", ({ given, want }) => expect(isSelector(given)).toBe(want));
});

describe("targets of replacements", () => {
  const table: readonly {
    readonly given: Omit<PayloadReplacement, "value">;
    readonly contentType: string | undefined;
    readonly want: string | readonly string[];
  }[] = [
    { given: { target: "/petId" }, contentType: "application/json", want: "pointer petId" },
    { given: { target: "/petId" }, contentType: "application/x-www-form-urlencoded", want: "pointer petId" },
    { given: { target: "/petId" }, contentType: undefined, want: "pointer petId" },
    { given: { target: "$.a[0]", targetSelectorType: "jsonpath" }, contentType: undefined, want: "pointer a 0" },
    { given: { target: "$.a[*].b", targetSelectorType: "jsonpath" }, contentType: undefined, want: "query $.a[*].b" },
    { given: { target: "/a" }, contentType: "application/xml", want: ["^^", "XPath is not supported"] },
    {
      given: { target: "/a" },
      contentType: "application/soap+xml; charset=utf-8",
      want: ["^^", "XPath is not supported"],
    },
    {
      given: { target: "petId" },
      contentType: "application/json",
      want: ["^", "a JSON Pointer is empty or starts with `/`", "Write `/petId`."],
    },
  ];
  test.each(table)("$given.target as $contentType", ({ given, contentType, want }) => {
    expect(show(parseTarget({ ...given, value: 1 }, contentType), showSelection)).toEqual(want);
  });
});
