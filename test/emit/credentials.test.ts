import { expect, test } from "vitest";
import { credentialsDoc } from "../../generator/emit/credentials-code.js";
import { variablesOf, type Scheme } from "../../templates/runtime/client/security.js";

const schemes: Readonly<Record<string, Scheme>> = {
  bearer: { type: "bearer" },
  login: { type: "basic" },
  apiKey: { type: "apiKey", in: "header", name: "X-Key" },
  "2nd.o-auth_": { type: "oauth2", tokenUrl: "https://example.com/token", scopes: [] },
};

test.each(["orders", "ordersApi2", "petStoreV3-eu", "CRM.Contacts"])(
  "the comment of a function names the variables that the runtime reads for the source %s",
  (source) => {
    const doc = credentialsDoc({
      clients: [],
      askedServers: [{ fileName: "api", server: "", source, security: [schemes], hosts: [] }],
      callsTwilio: false,
    });
    const read = Object.entries(schemes).map(([name, scheme]) => Object.values(variablesOf(source, name, scheme)));
    const told = doc
      .split("\n")
      .slice(1)
      .map((line) => [...line.matchAll(/`([A-Z\d_]+)`/g)].map(([, variable]) => variable));
    expect(told).toEqual(read);
  },
);
