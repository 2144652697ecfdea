import { describe, expect, it } from "vitest";
import { chooseServer } from "../../generator/openapi/index.js";
import { Given } from "./support/given.js";

const api = "https://api.twilio.com/2010-04-01";
const messaging = "https://messaging.twilio.com/v1";
const list = (...urls: string[]) => urls.map((url) => ({ url }));

/** The server of an operation of this path, and the codes of what there is to say. */
function choose(path: string, document: object[], item = {}, operation = {}): (string | undefined)[] {
  const given = new Given({ servers: document, paths: { [path]: { ...item, get: operation } } });
  const server = chooseServer(given.operation, given.findings);
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
    expect(choose("/", [])).toEqual([undefined, "no-server"]);
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
    chooseServer(given.operation, given.findings);
    const [finding] = given.findings.list();
    expect(finding).toMatchObject({
      severity: "warning",
      message: `\`POST /Services\` is called on \`${messaging}\`; the document names \`${api}\` as well, and nothing says which`,
      hint: "Give the path or the operation its own `servers`, in an overlay if the document is not yours.",
    });
  });

  it("has to be one", () => {
    expect(choose("/", [{ url: 5 }])).toEqual([undefined, "invalid-document"]);
    expect(choose("/", [{ url: "https://a.test", variables: { a: {} } }])).toEqual([undefined, "invalid-document"]);
  });
});
