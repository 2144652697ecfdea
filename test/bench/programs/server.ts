import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";

/*
 * A server that does as little as it can: a message is made, and has been delivered when it is read. Prints its two base
 * URLs. It keeps connections for as long as Twilio does, rather than the five seconds of Node.js.
 */

const message = {
  account_sid: `AC3f9a1c7e5b2d48f60a9c3e7b1d5f2a4c`,
  api_version: "2010-04-01",
  body: "Hello",
  date_created: "Sat, 28 Nov 2026 12:00:00 +0000",
  date_sent: "Sat, 28 Nov 2026 12:00:00 +0000",
  date_updated: "Sat, 28 Nov 2026 12:00:00 +0000",
  direction: "outbound-api",
  error_code: null,
  error_message: null,
  from: "+15017122661",
  messaging_service_sid: null,
  num_media: "0",
  num_segments: "1",
  price: null,
  price_unit: "USD",
  sid: `SM8d2b6f0e4a9c1d7b3e5f8a2c6d0b4e9f`,
  status: "delivered",
  subresource_uris: {
    media: `/2010-04-01/Accounts/AC3f9a1c7e5b2d48f60a9c3e7b1d5f2a4c/Messages/SM8d2b6f0e4a9c1d7b3e5f8a2c6d0b4e9f/Media.json`,
  },
  to: "+15558675310",
  uri: `/2010-04-01/Accounts/AC3f9a1c7e5b2d48f60a9c3e7b1d5f2a4c/Messages/SM8d2b6f0e4a9c1d7b3e5f8a2c6d0b4e9f.json`,
};
const body = JSON.stringify(message);

const answer: RequestListener = (request, response) => {
  request.resume().on("end", () => {
    response.writeHead(request.method === "POST" ? 201 : 200, {
      "content-type": "application/json",
      "content-length": body.length,
      "twilio-request-id": `RQ1a5c9e3b7d0f2a4c6e8b1d3f5a7c9e0b`,
    });
    response.end(body);
  });
};

const [, , keyFile = "", certificateFile = ""] = process.argv;
const plain = createServer({ keepAliveTimeout: 60_000 }, answer);
const secure = createSecureServer(
  { key: readFileSync(keyFile), cert: readFileSync(certificateFile), keepAliveTimeout: 60_000 },
  answer,
);
const portOf = (server: typeof plain | typeof secure): number => (server.address() as AddressInfo).port;
plain.listen(0, "127.0.0.1", () => {
  secure.listen(0, "127.0.0.1", () => {
    console.log(
      JSON.stringify({ http: `http://127.0.0.1:${portOf(plain)}`, https: `https://localhost:${portOf(secure)}` }),
    );
  });
});
