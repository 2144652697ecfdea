import { describe, expect, test } from "vitest";
import { Compiler } from "../support/compiler.js";
import { documentsOf, sent, type Case } from "./sent.js";

const compiler = new Compiler();

interface Row extends Case {
  /** What is said of it: the code and the message of each finding, and its line in the document. */
  readonly said: readonly string[];
}

/** A query parameter 'q' with a value as it is written. */
function query(name: string, value: string, want: string, said: readonly string[], schema = "{ type: string }"): Row {
  return {
    name,
    operation: `parameters: [{ name: q, in: query, schema: ${schema} }]`,
    step: `parameters: [{ name: q, in: query, value: ${value} }]`,
    want: `GET /things?q=${want}`,
    said,
  };
}

function body(name: string, content: string, payload: string, want: string, said: readonly string[]): Row {
  return {
    name,
    at: "post /things",
    operation: `requestBody: { content: { ${content} } }`,
    step: `requestBody:\n  payload: ${payload}`,
    want: `POST /things\n${want}`,
    said,
  };
}

const isNumber = (what: string, written: string): string =>
  `unquoted-text ${what} takes text, and '${written}' is a number`;
const q = (written: string): readonly string[] => [isNumber("the query parameter 'q'", written)];
const form = "application/x-www-form-urlencoded";
const strings = "type: object, properties: { To: { type: string }, Body: { type: string } }";

const rows: readonly Row[] = [
  query("a number with a plus", "+15550100001", "%2B15550100001", q("+15550100001")),
  query("leading zeros", "0012345", "0012345", q("0012345")),
  query("a zero at the end", "1.10", "1.10", q("1.10")),
  query("a hexadecimal number", "0x10", "0x10", q("0x10")),
  query("an octal number", "0o17", "0o17", q("0o17")),
  query("an exponent", "12e3", "12e3", q("12e3")),
  query("a plain number", "5", "5", q("5")),
  query("more digits than a number holds", "12345678901234567890", "12345678901234567890", q("12345678901234567890")),
  query("a word for true", "True", "True", [
    "unquoted-text the query parameter 'q' takes text, and 'True' is true or false",
  ]),
  query("a word that is text in YAML 1.2", "no", "no", []),
  query("a date, which is text in YAML 1.2", "2026-01-31", "2026-01-31", []),
  query("a version of three numbers", "1.2.10", "1.2.10", []),
  query("quotes around it", '"007"', "007", []),
  query("a number where one is taken", "007", "7", [], "{ type: integer }"),
  query("a number where one or a text is taken", "5", "5", [], "{ type: [integer, string] }"),
  query("another number than is read where a text may be meant", "007", "007", q("007"), "{ type: [integer, string] }"),
  query("a number of which nothing is documented", "1.10", "1.10", q("1.10"), "{}"),
  query("a number of which nothing is documented, and nothing is lost", "1.5", "1.5", [], "{}"),
  query(
    "each item of a list",
    "[+1, 02, 3]",
    "%2B1&q=02&q=3",
    ["+1", "02", "3"].flatMap(q),
    "{ type: array, items: { type: string } }",
  ),
  query("a text of several, which a number is written like", "2", "2", [], "{ enum: ['1', '2'] }"),
  {
    name: "a parameter of the path",
    at: "get /things/{id}",
    operation: "parameters: [{ name: id, in: path, required: true, schema: { type: string } }]",
    step: "parameters: [{ name: id, in: path, value: 0012 }]",
    want: "GET /things/0012",
    said: [isNumber("the path parameter 'id'", "0012")],
  },
  {
    name: "a header",
    operation: "parameters: [{ name: X-Version, in: header, schema: { type: string } }]",
    step: "parameters: [{ name: X-Version, in: header, value: 1.10 }]",
    want: "GET /things\n1.10",
    said: [isNumber("the header parameter 'X-Version'", "1.10")],
  },
  body(
    "a form",
    `${form}: { schema: { ${strings} } }`,
    "{ To: +15550100001, Body: 007 }",
    "To=%2B15550100001&Body=007",
    [isNumber("the field 'To'", "+15550100001"), isNumber("the field 'Body'", "007")],
  ),
  body("a form of which nothing is documented", `${form}: {}`, "{ To: +1555, Limit: 5 }", "To=%2B1555&Limit=5", [
    isNumber("the field 'To'", "+1555"),
  ]),
  body(
    "fields inside of fields, and of the items of a list",
    `application/json: { schema: { type: object, properties: { a: { ${strings} }, list: { type: array, items: { ${strings} } } } } }`,
    "{ a: { To: +1 }, list: [{ Body: 1.10 }] }",
    '{"a":{"To":"+1"},"list":[{"Body":"1.10"}]}',
    [isNumber("the field 'To'", "+1"), isNumber("the field 'Body'", "1.10")],
  ),
  body(
    "an alias of it",
    `application/json: { schema: { ${strings} } }`,
    "{ To: &to +1, Body: *to }",
    '{"To":"+1","Body":"+1"}',
    [isNumber("the field 'To'", "+1"), isNumber("the field 'Body'", "+1")],
  ),
  body("a whole text", "text/plain: { schema: { type: string } }", "007", "007", [
    isNumber("the body of 'test'", "007"),
  ]),
  body(
    "what a replacement puts there",
    `application/json: { schema: { ${strings} } }`,
    "{ To: a }\n  replacements: [{ target: /To, value: +1 }]",
    '{"To":"+1"}',
    [isNumber("the field 'To'", "+1")],
  ),
];

describe("a text without quotes is sent as it is written", () => {
  test.each(rows)("$name", async (row) => {
    const { findings } = await compiler.compile(documentsOf(row));

    expect(findings.map((finding) => finding.replace(/^\S+ | \|.*/g, ""))).toEqual(
      row.said.map((text) => `warning ${text}`),
    );
    expect(await sent(compiler, row, ["x-version"])).toBe(row.want);
  });
});

compiler.testTypes();
