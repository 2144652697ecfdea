import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { sent, type Case } from "./sent.js";

const compiler = new Compiler({ ignoring: ["input-required", "unused-input"] });

/** A body of a media type with a schema, and what the step says of it. */
function body(name: string, content: string, step: string, want: string, rest: Partial<Case> = {}): Case {
  const operation = `requestBody: { required: true, content: { ${content} } }`;
  return {
    name,
    at: "post /things",
    operation,
    step: `requestBody:\n  ${step.replaceAll("\n", "\n  ")}`,
    want,
    ...rest,
  };
}

const thing =
  "type: object, properties: { a: { type: string }, n: { type: integer }, list: { type: array, items: { type: string } }, deep: { type: object, properties: { b: { type: string } } }, f: { type: boolean } }";
const json = `application/json: { schema: { ${thing} } }`;
const form = `application/x-www-form-urlencoded: { schema: { ${thing} } }`;
const inputs = "{ x: { type: string }, list: { type: array, items: { type: string } } }";

describe("a body arrives", () => {
  testEach<Case>([
    body(
      "as JSON",
      json,
      "payload: { a: $inputs.x, n: 5, list: [b, $inputs.x], deep: { b: 'to {$inputs.x}' }, f: true }",
      'POST /things\napplication/json\n{"a":"you","n":5,"list":["b","you"],"deep":{"b":"to you"},"f":true}',
      { inputs, input: { x: "you" } },
    ),
    body(
      "as JSON, without what is not given",
      json,
      "payload: { a: $inputs.x, n: 5 }",
      'POST /things\napplication/json\n{"n":5}',
      { inputs },
    ),
    body(
      "as JSON that stands there as a text",
      json,
      `payload: '{ "a": "{$inputs.x}", "n": 5, "deep": { "b": {$inputs.x} } }'`,
      'POST /things\napplication/json\n{"a":"q\\"q","n":5,"deep":{"b":"q\\"q"}}',
      { inputs, input: { x: 'q"q' } },
    ),
    body(
      "as XML, in which values are texts",
      "application/xml: { schema: { type: object, properties: { a: { type: string } } } }",
      `contentType: application/xml\npayload: '<a b="{$inputs.x}"><!-- {$inputs.x} -->{$inputs.n}<![CDATA[{$inputs.x}]]></a>'`,
      `POST /things\napplication/xml\n<a b="a&#60;b&#38;&#34;c&#39;]]&#62;"><!-- a&#60;b&#38;&#34;c&#39;]]&#62; -->5<![CDATA[a<b&"c']]]]><![CDATA[>]]></a>`,
      { inputs: "{ x: { type: string }, n: { type: integer } }", input: { x: `a<b&"c']]>`, n: 5 } },
    ),
    body(
      "as HTML, in which values are texts",
      "text/html: { schema: { type: string } }",
      "contentType: text/html\npayload: '<p>{$inputs.x}</p>'",
      "POST /things\ntext/html\n<p>&#60;b&#62;</p>",
      { inputs, input: { x: "<b>" } },
    ),
    body(
      "as plain text, to the letter",
      "text/plain: { schema: { type: string } }",
      "contentType: text/plain\npayload: '<p>{$inputs.x}</p>'",
      "POST /things\ntext/plain\n<p><b></p>",
      { inputs, input: { x: "<b>" } },
    ),
    body(
      "as a form with instructions in XML",
      form,
      "payload: { a: '<Response><Say>{$inputs.x}</Say></Response>' }",
      "POST /things\napplication/x-www-form-urlencoded\na=%3CResponse%3E%3CSay%3EYou%20%26%2338%3B%20me%3C%2FSay%3E%3C%2FResponse%3E",
      { inputs, input: { x: "You & me" } },
    ),
    body(
      "as a form with JSON in a field",
      form,
      `payload: { a: '{ "1": "to {$inputs.x}", "2": {$inputs.list} }' }`,
      `POST /things\napplication/x-www-form-urlencoded\na=${encodeURIComponent('{"1":"to q\\"q","2":["z"]}')}`,
      { inputs, input: { x: 'q"q', list: ["z"] } },
    ),
    body(
      "as JSON with JSON in a field",
      json,
      `payload: { a: '[{ "b": "{$inputs.x}" }]' }`,
      `POST /things\napplication/json\n${JSON.stringify({ a: '[{"b":"q\\"q"}]' })}`,
      { inputs, input: { x: 'q"q' } },
    ),
    body(
      "as a text in brackets that is no JSON",
      json,
      "payload: { a: '[{$inputs.x}] \"so\"' }",
      'POST /things\napplication/json\n{"a":"[q] \\"so\\""}',
      { inputs, input: { x: "q" } },
    ),
    body(
      "as JSON with a media type of its own",
      `application/vnd.api+json: { schema: { ${thing} } }`,
      "payload: { a: b }",
      'POST /things\napplication/vnd.api+json\n{"a":"b"}',
    ),
    body("as one expression", json, "payload: $inputs.all", 'POST /things\napplication/json\n{"a":"b","n":1}', {
      inputs: `{ all: { ${thing} } }`,
      input: { all: { a: "b", n: 1 } },
    }),
    body(
      "with replacements",
      json,
      "payload: { a: b, list: [c, d], deep: { b: c } }\nreplacements:\n- { target: /a, value: $inputs.x }\n- { target: /list/1, value: e }\n- { target: /deep/b, value: f }",
      'POST /things\napplication/json\n{"a":"you","list":["c","e"],"deep":{"b":"f"}}',
      { inputs, input: { x: "you" } },
    ),
    body(
      "as a form",
      form,
      "payload: { a: $inputs.x, n: 5, list: [b, c], f: true }",
      "POST /things\napplication/x-www-form-urlencoded\na=a%20b%26c&n=5&list=b&list=c&f=true",
      { inputs, input: { x: "a b&c" } },
    ),
    body(
      "as a form, with an object as JSON text",
      form,
      "payload: { deep: { b: c } }",
      "POST /things\napplication/x-www-form-urlencoded\ndeep=%7B%22b%22%3A%22c%22%7D",
    ),
    body(
      "as a form that stands there as a text",
      form,
      `payload: "a={$inputs.x}&list=b&list=c"`,
      "POST /things\napplication/x-www-form-urlencoded\na=a%20b%26c&list=b&list=c",
      { inputs, input: { x: "a b&c" } },
    ),
    body(
      "as text",
      "text/plain: { schema: { type: string } }",
      "payload: Hello {$inputs.x}",
      "POST /things\ntext/plain\nHello you",
      { inputs, input: { x: "you" } },
    ),
    body(
      "as XML that is given as text",
      "application/xml: { schema: { type: string } }",
      "payload: <a>{$inputs.x}</a>",
      "POST /things\napplication/xml\n<a>you</a>",
      { inputs, input: { x: "you" } },
    ),
    body(
      "as bytes",
      "application/octet-stream: { schema: { type: string, format: binary } }",
      "payload: $inputs.file",
      "POST /things\napplication/octet-stream\nabc",
      { inputs: "{ file: { type: string, format: binary } }", input: { file: new Blob(["abc"]) } },
    ),
    body(
      "as multipart",
      `multipart/form-data: { schema: { type: object, properties: { a: { type: string }, file: { type: string, format: binary } } } }`,
      "payload: { a: $inputs.x, file: $inputs.file }",
      [
        "POST /things",
        "multipart/form-data; boundary=form-boundary",
        '--form-boundary|Content-Disposition: form-data; name="a"||you|',
        '--form-boundary|Content-Disposition: form-data; name="file"; filename="blob"|Content-Type: application/octet-stream||abc|',
        "--form-boundary--|",
      ].join("\n"),
      {
        inputs: "{ x: { type: string }, file: { type: string, format: binary } }",
        input: { x: "you", file: new Blob(["abc"]) },
      },
    ),
    body(
      "in the first of several media types",
      `${form}, ${json}`,
      "payload: { a: b }",
      "POST /things\napplication/x-www-form-urlencoded\na=b",
    ),
    body(
      "in the one of several media types that is named",
      `${form}, ${json}`,
      "contentType: application/json\npayload: { a: b }",
      'POST /things\napplication/json\n{"a":"b"}',
    ),
    body(
      "as a list",
      "application/json: { schema: { type: array, items: { type: string } } }",
      "payload: [a, $inputs.x]",
      'POST /things\napplication/json\n["a","you"]',
      { inputs, input: { x: "you" } },
    ),
  ])(async (row) => {
    const came = await sent(compiler, row, ["content-type"]);
    expectText(came.replaceAll(/\r\n(?=--)/g, "|\n").replaceAll("\r\n", "|"), row.want);
  });
});

compiler.testTypes();
