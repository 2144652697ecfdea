import type { ServerResponse } from "node:http";
import { generalError } from "./errors.js";
import type { Fault } from "./faults.js";
import type { Reply } from "./reply.js";

const GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n";

export function send(response: ServerResponse, reply: Reply): void {
  if (reply.status === 204) return void response.writeHead(204, reply.headers).end();
  const body = JSON.stringify(reply.body);
  response.writeHead(reply.status, headersOf(reply, body)).end(body);
}

/** Sends what a fault makes of an answer; `perform` does what was asked and gives the true one. */
export function sendFault(response: ServerResponse, fault: Fault, perform: () => Reply): void {
  const { with: what, headers = {}, processed = false } = fault;
  if (what === "truncate") return sendHalf(response, perform());
  if (processed) perform();
  if (typeof what === "number") send(response, { ...generalError(what).reply(), headers });
  else if (what === "html") response.writeHead(502, { "Content-Type": "text/html", ...headers }).end(GATEWAY_PAGE);
  else if (what === "empty") response.writeHead(500, headers).end();
  else if (what === "reset") response.socket?.resetAndDestroy();
}

/** Breaks the connection in the middle of the body that the headers have promised. */
function sendHalf(response: ServerResponse, reply: Reply): void {
  const body = JSON.stringify(reply.body);
  response.writeHead(reply.status, headersOf(reply, body));
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

function headersOf({ headers }: Reply, body: string): Record<string, string | number> {
  return { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body), ...headers };
}
