import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { sent, type Case } from "./sent.js";

const compiler = new Compiler();

const fields =
  "list: { type: array, items: { type: string } }, deep: { type: object, properties: { b: { type: string }, c: { type: array, items: { type: string } } } }, a: { type: string }";
const objects = "objects: { type: array, items: { type: object, properties: { b: { type: string } } } }";

/** A body with an Encoding Object, what is sent in it, and what comes over the wire. */
function body(mediaType: string, encoding: string, payload: string, want: string, rest: Partial<Case> = {}): Case {
  const schema = `{ type: object, properties: { ${fields}, ${objects}, file: { type: string, format: binary } } }`;
  return {
    name: `${encoding} of ${payload}`,
    at: "post /things",
    operation: `requestBody: { content: { ${mediaType}: { schema: ${schema}, encoding: { ${encoding} } } } }`,
    step: `requestBody: { payload: ${payload} }`,
    want,
    ...rest,
  };
}

const form = (encoding: string, payload: string, want: string, rest?: Partial<Case>): Case =>
  body("application/x-www-form-urlencoded", encoding, payload, want === "" ? want : `POST /things\n${want}`, rest);

describe("a field of a form is written as its encoding says", () => {
  testEach<Case>([
    form("list: { explode: false }", "{ list: [a, b c], a: x }", "list=a,b%20c&a=x"),
    form("list: { style: pipeDelimited }", "{ list: [a, b] }", "list=a%7Cb"),
    form("list: { style: spaceDelimited, explode: false }", "{ list: [a, b] }", "list=a%20b"),
    form("list: { style: form, explode: true }", "{ list: [a, b] }", "list=a&list=b"),
    form("deep: { style: deepObject }", "{ deep: { b: x, c: [y, z] } }", "deep%5Bb%5D=x&deep%5Bc%5D=y&deep%5Bc%5D=z"),
    form("deep: { style: form, explode: true }", "{ deep: { b: x } }", "b=x"),
    form("deep: { explode: false }", "{ deep: { b: x } }", "deep=b,x"),
    form("deep: { contentType: application/json }", "{ deep: { b: x } }", "deep=%7B%22b%22%3A%22x%22%7D"),
    form("a: { contentType: text/xml }", "{ a: <b/> }", "a=%3Cb%2F%3E"),
    form("a: { allowReserved: true }", "{ a: b/c?d&e }", "a=b/c?d%26e"),
    form("list: { explode: false }", "$inputs.all", "list=a,b&a=x", {
      inputs: `{ all: { type: object, properties: { ${fields} } } }`,
      input: { all: { list: ["a", "b"], a: "x" } },
    }),
    form("deep: { contentType: application/xml }", "{ deep: { b: x } }", "", {
      want: "11:37 error unsupported-feature the field 'deep' is written as 'application/xml', for which only a text is taken here\n  | Give a text that is written so already, and say in an overlay of the OpenAPI document that its 'schema' is 'type: string'.",
    }),
    form("list: { style: matrix }", "{ list: [a] }", "", {
      want: "openapi.yaml 6:442 error invalid-document 'style' has to be 'form', 'spaceDelimited', 'pipeDelimited' or 'deepObject', not 'matrix'",
    }),
  ])(async (row) => {
    const told = await sent(compiler, row);
    expectText(told, row.want);
  });
});

/** One part of a body, with `|` for line ends. */
const part = (name: string, rest: string): string =>
  `--form-boundary|Content-Disposition: form-data; name="${name}"${rest}|`;

const multipart = (encoding: string, payload: string, parts: readonly string[], rest?: Partial<Case>): Case =>
  body("multipart/form-data", encoding, payload, `POST /things|${parts.join("")}--form-boundary--|`, rest);

describe("a part of a body is written as its encoding says", () => {
  const file = {
    inputs: "{ file: { type: string, format: binary } }",
    input: { file: new Blob(["x"]) },
  };
  const typed = { ...file, input: { file: new File(["x"], "a.png", { type: "image/png" }) } };
  testEach<Case>([
    multipart("a: { contentType: text/csv }", "{ a: 'x,y' }", [part("a", "|Content-Type: text/csv||x,y")]),
    multipart("a: { contentType: application/json }", "{ a: '{}' }", [
      part("a", "|Content-Type: application/json||{}"),
    ]),
    multipart("deep: { contentType: application/vnd.a+json }", "{ deep: { b: x } }", [
      part("deep", '|Content-Type: application/vnd.a+json||{"b":"x"}'),
    ]),
    multipart("list: { contentType: text/csv }", "{ list: [a, b] }", [
      part("list", "|Content-Type: text/csv||a"),
      part("list", "|Content-Type: text/csv||b"),
    ]),
    multipart("list: { style: form, explode: false }", "{ list: [a, b c] }", [part("list", "||a,b c")]),
    multipart("list: { style: pipeDelimited }", "{ list: [a, b] }", [part("list", "||a|b")]),
    multipart("list: { style: spaceDelimited }", "{ list: [a, b] }", [part("list", "||a b")]),
    multipart("list: { style: form }", "{ list: [a, b] }", [part("list", "||a"), part("list", "||b")]),
    multipart("deep: { style: deepObject }", "{ deep: { b: x, c: [y, z] } }", [
      part("deep[b]", "||x"),
      part("deep[c]", "||y"),
      part("deep[c]", "||z"),
    ]),
    multipart(
      "a: { headers: { X-Kind: { schema: { type: string, enum: [note] } }, X-No: { schema: { type: string } }, Content-Type: { schema: { type: string, default: text/x } } } }",
      "{ a: b }",
      [part("a", "|X-Kind: note||b")],
    ),
    multipart(
      "file: { contentType: image/png }",
      "{ file: $inputs.file }",
      [part("file", '; filename="blob"|Content-Type: image/png||x')],
      file,
    ),
    multipart(
      "file: { contentType: 'image/png, image/jpeg' }",
      "{ file: $inputs.file }",
      [part("file", '; filename="blob"|Content-Type: application/octet-stream||x')],
      file,
    ),
    multipart(
      "file: { contentType: 'image/*' }",
      "{ file: $inputs.file }",
      [part("file", '; filename="a.png"|Content-Type: image/png||x')],
      typed,
    ),
    multipart("objects: { contentType: application/xml }", "{ objects: [{ b: x }] }", [], {
      want: "11:40 error unsupported-feature the field 'objects' is written as 'application/xml', for which only a text is taken here|  | Give a text that is written so already, and say in an overlay of the OpenAPI document that its 'schema' is 'type: string'.",
    }),
  ])(async (row) => {
    const told = await sent(compiler, row);
    expectText(told.replaceAll(/\r?\n/g, "|"), row.want);
  });
});

compiler.testTypes();
