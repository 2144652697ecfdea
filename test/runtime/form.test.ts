import { expect, test } from "vitest";
import { encodeForm } from "../../templates/runtime/encoding/form.js";

const cases: [name: string, { given: object; want: string }][] = [
  [
    "strings, numbers and booleans",
    { given: { A: "x", B: 1.5, C: true, D: false, E: 10n }, want: "A=x&B=1.5&C=true&D=false&E=10" },
  ],
  ["arrays repeat their key", { given: { Url: ["a", "b"], N: [1] }, want: "Url=a&Url=b&N=1" }],
  [
    "undefined, null and empty arrays are left out",
    { given: { A: undefined, B: null, C: [], D: [null, undefined] }, want: "" },
  ],
  ["a gap in an array is left out", { given: { A: ["x", undefined, "y"] }, want: "A=x&A=y" }],
  ["the empty string is sent", { given: { Body: "" }, want: "Body=" }],
  [
    "dates have no milliseconds",
    { given: { SendAt: new Date("2026-01-02T03:04:05.678Z") }, want: "SendAt=2026-01-02T03%3A04%3A05Z" },
  ],
  [
    "objects are JSON text",
    { given: { Definition: { a: [1, "x y"] } }, want: "Definition=%7B%22a%22%3A%5B1%2C%22x%20y%22%5D%7D" },
  ],
  ["arrays in arrays too", { given: { A: [[1], [2]] }, want: "A=%5B1%5D&A=%5B2%5D" }],
  ["a space is %20, a plus %2B", { given: { Body: "a +b" }, want: "Body=a%20%2Bb" }],
  ["names are encoded", { given: { "DateSent>": "2026-01-01", "A.B": "1" }, want: "DateSent%3E=2026-01-01&A.B=1" }],
  ["what would add a field does not", { given: { To: "1&From=2#x\r\n" }, want: "To=1%26From%3D2%23x%0D%0A" }],
  [
    "__proto__ is a name like others",
    { given: JSON.parse('{"__proto__":"x","constructor":"y"}'), want: "__proto__=x&constructor=y" },
  ],
  ["other scripts", { given: { Body: "żółć 😀" }, want: "Body=%C5%BC%C3%B3%C5%82%C4%87%20%F0%9F%98%80" }],
];

test.each(cases)("%s", (_name, { given, want }) => {
  expect(encodeForm(given)).toBe(want);
});

test.each([
  ["half a character", { Body: "\ud800" }],
  ["a date that is none", { Body: new Date("never") }],
  ["an object that contains itself", { Body: circle() }],
])("%s is refused, with the name of its field", (_name, given) => {
  expect(() => encodeForm(given)).toThrow("the field Body cannot be sent");
});

function circle(): object {
  const ring: Record<string, unknown> = {};
  ring["self"] = ring;
  return ring;
}
