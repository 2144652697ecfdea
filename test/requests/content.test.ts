import { describe, expect, test } from "vitest";
import { asText } from "../../templates/runtime/values/as-text.js";
import { blobBody } from "../../templates/runtime/encoding/blob-body.js";
import type { BodyWriter, Content } from "../../templates/runtime/encoding/body.js";
import { encodeMultipart, multipartBody } from "../../templates/runtime/encoding/multipart.js";
import { replaced } from "../../templates/runtime/values/replaced.js";

const bytes = new Uint8Array([0x89, 0x50, 0xff, 0x00]);

/** A body as a call carries it. */
async function contentOf(write: BodyWriter, body: unknown, mediaType: string): Promise<Content> {
  return write(body, new Headers({ "content-type": mediaType }))();
}

/** As a reader of the wire sees it, with `|` for line ends and all that is no text as hex. */
async function shown(fields: object): Promise<string> {
  const { bytes: encoded } = await encodeMultipart(fields);
  return new TextDecoder("latin1").decode(encoded).replaceAll("\r\n", "|");
}

describe("multipart/form-data", () => {
  test("has a part for each value, and none for what is missing", async () => {
    const text = await shown({ a: "x", n: 1, f: false, list: ["1", "2"], u: undefined, z: null, e: "" });
    expect(text).toBe(
      [
        '--form-boundary|Content-Disposition: form-data; name="a"||x|',
        '--form-boundary|Content-Disposition: form-data; name="n"||1|',
        '--form-boundary|Content-Disposition: form-data; name="f"||false|',
        '--form-boundary|Content-Disposition: form-data; name="list"||1|',
        '--form-boundary|Content-Disposition: form-data; name="list"||2|',
        '--form-boundary|Content-Disposition: form-data; name="e"|||',
        "--form-boundary--|",
      ].join(""),
    );
  });

  test("has objects as JSON, and dates as forms have them", async () => {
    expect(await shown({ o: { a: 1 }, d: new Date(0) })).toBe(
      '--form-boundary|Content-Disposition: form-data; name="o"|Content-Type: application/json||{"a":1}|' +
        '--form-boundary|Content-Disposition: form-data; name="d"||1970-01-01T00:00:00Z|--form-boundary--|',
    );
  });

  test("has blobs as files, with their names and types", async () => {
    const named = new File(["x"], 'a"b\r\n.png', { type: "image/png" });
    expect(await shown({ one: new Blob(["x"]), two: [named] })).toBe(
      '--form-boundary|Content-Disposition: form-data; name="one"; filename="blob"|Content-Type: application/octet-stream||x|' +
        '--form-boundary|Content-Disposition: form-data; name="two"; filename="a%22b%0D%0A.png"|Content-Type: image/png||x|' +
        "--form-boundary--|",
    );
  });

  test("lets no name end its line", async () => {
    expect(await shown({ 'a"\r\nX: y': "1" })).toContain('name="a%22%0D%0AX: y"||1|');
  });

  test("has a boundary that none of its parts holds", async () => {
    const { boundary } = await encodeMultipart({ a: "--form-boundary", b: new Blob(["form-boundary-2"]) });
    expect(boundary).toBe("form-boundary-3");
  });

  test("is read by others as it was meant", async () => {
    const { body, encoding, mediaType } = await contentOf(
      multipartBody,
      { name: "é", file: new Blob([bytes]) },
      "multipart/form-data",
    );
    expect(encoding).toBe("base64");
    const read = await new Response(Uint8Array.from(Buffer.from(body, "base64")), {
      headers: { "content-type": mediaType ?? "" },
    }).formData();
    const file = read.get("file");
    expect(read.get("name")).toBe("é");
    expect(file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file).toEqual(bytes);
  });

  test.each([["text"], [["a"]], [null], [5]])("is not made of %o", async (body) => {
    await expect(contentOf(multipartBody, body, "multipart/form-data")).rejects.toThrow(
      "cannot be sent as multipart/form-data",
    );
  });
});

describe("a body as a call carries it", () => {
  test.each([
    ["text of a blob", new Blob(["é\uFEFF"]), "application/octet-stream", { body: "é\uFEFF" }],
    ["text with a byte order mark", new Blob(["\uFEFFa"]), "text/plain", { body: "\uFEFFa" }],
    ["bytes of a blob", new Blob([bytes]), "image/png", { body: "iVD/AA==", encoding: "base64" }],
    ["nothing in a blob", new Blob([]), "image/png", { body: "" }],
    ["a text", "a", "image/png", { body: "a" }],
    ["JSON", { a: 1 }, "application/json", { body: '{"a":1}' }],
    [
      "fields without files",
      { a: "1" },
      "Multipart/Form-Data",
      { mediaType: "multipart/form-data; boundary=form-boundary" },
    ],
  ])("%s", async (_, body, mediaType, want) => {
    expect(await contentOf(multipartBody, body, mediaType)).toMatchObject(want);
  });

  test("is base64 of any length", async () => {
    const long = Uint8Array.from({ length: 20_001 }, (_, index) => index % 256);
    const { body } = await contentOf(blobBody, new Blob([long]), "image/png");
    expect(Uint8Array.from(Buffer.from(body, "base64"))).toEqual(long);
  });
});

describe("a value that is replaced", () => {
  const payload = { a: { b: 1, c: [1, 2] }, d: "x" };

  test.each([
    [["a", "b"], { a: { b: "new", c: [1, 2] }, d: "x" }],
    [["a", "c", 1], { a: { b: 1, c: [1, "new"] }, d: "x" }],
    [["a", "c", "0"], { a: { b: 1, c: ["new", 2] }, d: "x" }],
    [["a", "c", "-"], { a: { b: 1, c: [1, 2, "new"] }, d: "x" }],
    [["a", "c", 2], { a: { b: 1, c: [1, 2, "new"] }, d: "x" }],
    [["e", "f"], { ...payload, e: { f: "new" } }],
    [[], "new"],
    [["a", "c", 3], payload],
    [["a", "c", "x"], payload],
    [["d", "x"], payload],
  ])("at %o", (path, want) => {
    expect(replaced<unknown>(payload, path, "new")).toEqual(want);
    expect(payload).toEqual({ a: { b: 1, c: [1, 2] }, d: "x" });
  });

  test("may be where nothing is", () => {
    expect(replaced<unknown>(undefined, ["a"], 1)).toEqual({ a: 1 });
    expect(replaced<unknown>(null, ["a"], 1)).toBe(null);
  });

  test("is data, whatever its name", () => {
    const copy = replaced<unknown>({}, ["__proto__", "x"], 1);
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"x":1}}');
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });
});

test.each([
  [undefined, undefined],
  [null, undefined],
  ["", ""],
  [0, "0"],
  [false, "false"],
  [{ a: 1 }, '{"a":1}'],
  [[1, "a"], '[1,"a"]'],
])("%o as text", (value, want) => {
  expect(asText(value)).toBe(want);
});
