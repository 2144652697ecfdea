import { describe, expect, test } from "vitest";
import { download, problemOf, redirected } from "../../generator/fetch/download.js";
import { deadUrl, serve, type Reply } from "../runtime/support/server.js";

const hostOf = (url: string): string => new URL(url).host;

/** What is said of a download from a server that answers so; `SERVER` in a redirect is the server itself. */
async function said(
  replies: readonly Reply[],
  options: { readonly bytes?: number; readonly signal?: AbortSignal } = {},
): Promise<{ readonly said: string; readonly asked: number }> {
  const server = await serve((request) => {
    const reply = replies[Number(request.url.slice(1))] ?? replies[0] ?? {};
    const location = reply.headers?.["location"]?.replace("SERVER", server.url);
    return { ...reply, headers: { ...reply.headers, ...(location !== undefined && { location }) } };
  });
  const named = new Set([hostOf(server.url)]);
  const got = await download(`${server.url}/0`, { tokens: new Map(), named, bytes: 100, ...options }).then(
    ({ bytes, location }) => `${new TextDecoder().decode(bytes)} from ${location}`,
    (error: unknown) => String(error),
  );
  return { said: got.replaceAll(server.url, "SERVER"), asked: server.requests.length };
}

const to = (location: string, status = 302): Reply => ({ status, headers: { location } });

describe("a download", () => {
  test.each([
    { name: "of what is there", replies: [{ body: "a: 1" }], want: "a: 1 from SERVER/0", asked: 1 },
    {
      name: "of what is not there",
      replies: [{ status: 404, body: "x" }],
      want: "DownloadError: answers 404",
      asked: 1,
    },
    { name: "of no content", replies: [{ status: 204 }], want: "DownloadError: answers 204", asked: 1 },
    { name: "by way of a redirect", replies: [to("/1"), { body: "b" }], want: "b from SERVER/1", asked: 2 },
    {
      name: "by way of a whole URL",
      replies: [to("SERVER/1#x", 308), { body: "b" }],
      want: "b from SERVER/1",
      asked: 2,
    },
    {
      name: "in a circle",
      replies: [to("/0")],
      want: "DownloadError: is redirected more than 5 times",
      asked: 6,
    },
    {
      name: "redirected to nowhere",
      replies: [{ status: 301 }],
      want: "DownloadError: is redirected to nowhere",
      asked: 1,
    },
    {
      name: "redirected to another port of this machine",
      replies: [to("http://127.0.0.1:9/")],
      want: "DownloadError: is redirected to what is on a private network, and none of your documents names it",
      asked: 1,
    },
    {
      name: "redirected to the cloud's own network",
      replies: [to("https://169.254.169.254/latest")],
      want: "DownloadError: is redirected to what is on a private network, and none of your documents names it",
      asked: 1,
    },
    {
      name: "redirected to http",
      replies: [to("http://example.com/")],
      want: "DownloadError: is redirected to what is not https",
      asked: 1,
    },
    {
      name: "redirected to a file",
      replies: [to("file:///etc/passwd")],
      want: "DownloadError: is redirected to what is not https",
      asked: 1,
    },
    {
      name: "redirected to a user",
      replies: [to("https://me:secret@example.com/")],
      want: "DownloadError: is redirected to what has user information in it",
      asked: 1,
    },
    {
      name: "of too much",
      replies: [{ body: "x".repeat(101) }],
      want: "DownloadError: is larger than 100 bytes",
      asked: 1,
    },
    {
      name: "that is encoded",
      replies: [{ headers: { "content-encoding": "gzip" }, body: "x" }],
      want: "DownloadError: is sent in an encoding that was not asked for",
      asked: 1,
    },
    {
      name: "that breaks off",
      replies: [
        {
          raw: (response) => void response.writeHead(200, { "content-length": 9 }).write("x", () => response.destroy()),
        },
      ],
      want: "DownloadError: cannot be had (ECONNRESET)",
      asked: 1,
    },
  ] satisfies { name: string; replies: Reply[]; want: string; asked: number }[])(
    "$name",
    async ({ replies, want, asked }) => {
      expect(await said(replies)).toEqual({ said: want, asked });
    },
  );

  test("that is never answered ends", async () => {
    const late = new AbortController();
    const never: Reply = { raw: () => late.abort() };
    expect(await said([never], { signal: late.signal })).toEqual({
      said: "DownloadError: does not answer in time",
      asked: 1,
    });
  });

  test("from where nobody listens", async () => {
    const url = await deadUrl();
    const options = { tokens: new Map(), named: new Set([hostOf(url)]), bytes: 1 };
    await expect(download(url, options)).rejects.toThrow("cannot be had (ECONNREFUSED)");
  });

  test("of a host by a name that leads to this machine is refused, unless it is called localhost", async () => {
    const server = await serve([{ body: "a" }]);
    const url = server.url.replace("127.0.0.1", "localhost");
    const options = { tokens: new Map<string, string>(), bytes: 9 };
    await expect(download(url, { ...options, named: new Set() })).rejects.toThrow("is on a private network");
    expect(server.requests).toEqual([]);
    expect((await download(url, { ...options, named: new Set([hostOf(url)]) })).location).toBe(`${url}/`);
  });
});

describe("a token", () => {
  test("goes to its host, and to none that this one redirects to", async () => {
    const other = await serve([{ status: 404 }]);
    const server = await serve([{ status: 302, headers: { location: other.url } }]);
    const tokens = new Map([[hostOf(server.url), "hush-hush"]]);
    const named = new Set([hostOf(server.url), hostOf(other.url)]);
    const failed = await download(server.url, { tokens, named, bytes: 1 }).catch((error: unknown) => error);
    expect(server.requests.map(({ headers }) => headers["authorization"])).toEqual(["Bearer hush-hush"]);
    expect(other.requests.map(({ headers }) => headers["authorization"])).toEqual([undefined]);
    expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed))).not.toContain("hush");
  });

  test("is in no error of its own host", async () => {
    const server = await serve([
      { status: 401, headers: { "www-authenticate": "Bearer hush-hush" }, body: "hush-hush" },
    ]);
    const tokens = new Map([[hostOf(server.url), "hush-hush"]]);
    const failed: unknown = await download(server.url, {
      tokens,
      named: new Set([hostOf(server.url)]),
      bytes: 1,
    }).catch((error: unknown) => error);
    expect(String(failed)).toBe("DownloadError: answers 401");
  });
});

test.each([
  { url: "https://example.com/a", want: undefined },
  { url: "http://example.com/a", want: "is not https" },
  { url: "ftp://example.com/a", want: "is not https" },
  { url: "https://me@example.com/a", want: "has user information in it" },
  { url: "https://10.0.0.1/a", want: "is on a private network, and none of your documents names it" },
  { url: "https://[::1]/a", want: "is on a private network, and none of your documents names it" },
  { url: "https://10.0.0.2/a", want: undefined },
  { url: "http://10.0.0.2/a", want: "is not https" },
])("$url $want", ({ url, want }) => {
  expect(problemOf(new URL(url), { named: new Set(["10.0.0.2"]) })).toBe(want);
});

test.each([
  { from: "https://a.test/x/y", to: "z#b", want: "https://a.test/x/z" },
  { from: "https://a.test/x", to: "https://b.test/", want: "https://b.test/" },
  { from: "http://localhost/x", to: "https://b.test/", want: "https://b.test/" },
  { from: "http://localhost/x", to: "/y", want: "http://localhost/y" },
  { from: "https://a.test/x", to: "http://a.test/x", want: "is redirected to an address that is not https" },
  { from: "https://a.test/x", to: "http://localhost/x", want: "is redirected to an address that is not https" },
  { from: "https://a.test/x", to: "file:///etc/passwd", want: "is redirected to an address that is not https" },
  { from: "https://a.test/x", to: "https://", want: "is redirected to nowhere" },
])("a redirect from $from to $to: $want", ({ from, to, want }) => {
  const follow = (): string => {
    try {
      return redirected(new URL(from), to).href;
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
  };
  expect(follow()).toBe(want);
});
