import { expect, test } from "vitest";
import { readTokens } from "../../generator/fetch/tokens.js";

test.each([
  { given: undefined, want: {} },
  { given: "", want: {} },
  { given: "git.example.com=abc", want: { "git.example.com": "abc" } },
  {
    given: " Git.Example.com=a=b  other.example.com:8443=c\n",
    want: { "git.example.com": "a=b", "other.example.com:8443": "c" },
  },
  { given: "abc", want: undefined },
  { given: "git.example.com=", want: undefined },
  { given: "https://git.example.com=abc", want: undefined },
  { given: "git.example.com=ä", want: undefined },
])("$given are tokens", ({ given, want }) => {
  const tokens = readTokens(given);
  expect(tokens && Object.fromEntries(tokens)).toEqual(want);
});
