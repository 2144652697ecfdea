import { describe, expect, it } from "vitest";
import { chooseServer } from "../../generator/openapi/index.js";
import { Given } from "./support/given.js";

const api = "https://api.twilio.com/2010-04-01";
const messaging = "https://messaging.twilio.com/v1";
const list = (...urls: string[]) => urls.map((url) => ({ url }));

const source = { name: "shop" };

/** The server of an operation of this path, and the codes of what there is to say. */
function choose(path: string, document: object[], item = {}, operation = {}, known = {}): (string | undefined)[] {
  const given = new Given({ servers: document, paths: { [path]: { ...item, get: operation } } });
  const server = chooseServer(given.operation, { ...source, ...known }, given.findings);
  return [server, ...given.findings.list().map(({ code }) => code)];
}

describe("the server of an operation", () => {
  it("is its own, else its path's, else the document's", () => {
    const [own, paths, all] = ["https://a.test", "https://b.test", "https://c.test"].map((url) => ({
      servers: [{ url }],
    }));
    expect(choose("/", all?.servers ?? [], paths, own)).toEqual(["https://a.test"]);
    expect(choose("/", all?.servers ?? [], paths)).toEqual(["https://b.test"]);
    expect(choose("/", all?.servers ?? [], {}, { servers: [] })).toEqual(["https://c.test"]);
    expect(choose("/", [])).toEqual(["source:shop", "no-server"]);
  });

  const urls: [given: object, want: string][] = [
    [{ url: "https://api.twilio.com/" }, "https://api.twilio.com"],
    [{ url: "https://api.twilio.com:8443/2010-04-01//" }, "https://api.twilio.com:8443/2010-04-01"],
    [{ url: "http://localhost:4010" }, "http://localhost:4010"],
    [{ url: "http://127.0.0.1:4010/x" }, "http://127.0.0.1:4010/x"],
    [{ url: "http://[::1]:4010" }, "http://[::1]:4010"],
    [
      {
        url: "https://{product}.twilio.com/{version}",
        variables: { product: { default: "api" }, version: { default: "v1" } },
      },
      "https://api.twilio.com/v1",
    ],
  ];
  it.each(urls)("%j is %j", (server, want) => {
    expect(choose("/Things", [server])).toEqual([want]);
  });

  const from = { url: "https://docs.example.com/apis/shop/openapi.yml" };
  const assumed: [url: string, known: object, want: string, code: string][] = [
    ["https://api.example.com:443/v1", {}, "https://api.example.com/v1", "assumed-server"],
    ["HTTPS://API.example.com/V1", {}, "https://api.example.com/V1", "assumed-server"],
    ["//api.example.com/v1", {}, "https://api.example.com/v1", "assumed-server"],
    ["/v1", from, "https://docs.example.com/v1", "assumed-server"],
    ["./v1", from, "https://docs.example.com/apis/shop/v1", "assumed-server"],
    ["../v1/", from, "https://docs.example.com/apis/v1", "assumed-server"],
    ["/", from, "https://docs.example.com", "assumed-server"],
    ["/v1", {}, "source:shop/v1", "no-server"],
    ["v1/", {}, "source:shop/v1", "no-server"],
    ["/", {}, "source:shop", "no-server"],
    ["http://api.example.com/v1", {}, "source:shop/v1", "no-server"],
    ["https://{host}/v1", {}, "source:shop/v1", "no-server"],
    ["https://{tenant}.example.com:{port}", {}, "source:shop", "no-server"],
    ["{base}/v1", {}, "source:shop/v1", "no-server"],
    ["https://api.example.com/{version}", {}, "source:shop", "refused-server"],
    ["{scheme}://api.example.com/v1", {}, "source:shop", "refused-server"],
    ["/v1?x=1", from, "source:shop", "refused-server"],
    ["/v1\\@evil.example", from, "source:shop", "refused-server"],
    ["/../../x", from, "https://docs.example.com/x", "assumed-server"],
  ];
  it.each(assumed)("%j is, with %j, %j: %s", (url, known, want, code) => {
    expect(choose("/Things", [{ url }], {}, {}, known)).toEqual([want, code]);
  });

  it("is the one that is given, unless the path or the operation has its own", () => {
    const given = { given: "https://given.test" };
    expect(choose("/", [], {}, {}, given)).toEqual(["https://given.test"]);
    expect(choose("/", list("https://a.test", "https://b.test"), {}, {}, given)).toEqual(["https://given.test"]);
    expect(choose("/", [], { servers: list("https://a.test") }, {}, given)).toEqual(["https://a.test"]);
    expect(choose("/", [], { servers: list("/v1") }, {}, given)).toEqual(["https://given.test"]);
  });

  const ambiguous: [path: string, servers: string[], want: string][] = [
    ["/Accounts/{Sid}/Messages.json", [api, messaging], api],
    ["/Accounts/{Sid}/Messages.json", [messaging, api], api],
    ["/Accounts.json", [api, messaging], api],
    ["/Services", [api, messaging], messaging],
    ["/Services", [messaging, api], messaging],
    ["/v1/Services", ["https://api.twilio.com", "https://messaging.twilio.com"], "https://messaging.twilio.com"],
    ["/2010-04-01/Accounts.json", ["https://messaging.twilio.com", "https://api.twilio.com"], "https://api.twilio.com"],
    ["/Services", ["https://api.dublin.ie1.twilio.com/2010-04-01", messaging], messaging],
    ["/Services", ["https://api.example.com", messaging], "https://api.example.com"],
    ["/Services", ["http://api.example.com", messaging], messaging],
    ["/Services", [api, "https://api.ie1.twilio.com"], api],
  ];
  it.each(ambiguous)("of %j on %j is %j, with a warning", (path, servers, want) => {
    expect(choose(path, list(...servers))).toEqual([want, "ambiguous-server"]);
  });

  it("is the first of several on one host, or of an operation's own", () => {
    expect(choose("/Things", list("https://a.test/v2", "https://a.test/v1"))).toEqual(["https://a.test/v2"]);
    expect(choose("/Things", [], { servers: list("https://a.test", "https://b.test") })).toEqual(["https://a.test"]);
  });

  it("is named in the warning, with all others", () => {
    const given = new Given({ servers: list(api, messaging), paths: { "/Services": { post: {} } } });
    chooseServer(given.operation, source, given.findings);
    const [finding] = given.findings.list();
    expect(finding).toMatchObject({
      severity: "warning",
      message: `\`POST /Services\` is called on \`${messaging}\`; the document names \`${api}\` as well, and nothing says which`,
      hint: "Give the path or the operation its own `servers`, in an overlay if the document is not yours.",
    });
  });

  it("has to be one", () => {
    expect(choose("/", [{ url: 5 }])).toEqual(["source:shop", "invalid-document"]);
    expect(choose("/", [{ url: "https://a.test", variables: { a: {} } }])).toEqual([
      "https://a.test",
      "invalid-document",
    ]);
  });
});
