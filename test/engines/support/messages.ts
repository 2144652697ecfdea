import { type Reply, type Server, serve } from "../../runtime/support/server.js";

const created: Reply = { status: 201, body: { sid: "SM1" } };
const sent: Reply = { body: { status: "sent" } };
const final: Reply = { body: { status: "delivered", error_code: null } };

/** What `sendMessageTrackStatus` then returns. */
export const delivered = { outcome: "delivered", messageSid: "SM1", finalStatus: "delivered", errorCode: null };

/** A server that sends a message, which is delivered when it is asked for the second time. */
export async function sending(first: Reply = created): Promise<Server> {
  return serve([first, sent, final]);
}

/** The same for a message that is delivered at once; it holds back its answers to requests of a kind until `letGo`. */
export async function holding(method: string): Promise<{ server: Server; reached: Promise<void>; letGo: () => void }> {
  let reach = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  let isHeld = true;
  const letGo = (): void => {
    isHeld = false;
  };
  const server = await serve((request) => {
    if (!isHeld || request.method !== method) return request.method === "POST" ? created : final;
    reach();
    return { raw: () => undefined };
  });
  return { server, reached, letGo };
}

/** A server that sends a message, which is delivered when it is asked for, and tells where it is to send callbacks. */
export async function told(): Promise<Server & { readonly sent: Promise<string | null> }> {
  let tell = (_url: string | null): void => undefined;
  const told = new Promise<string | null>((resolve) => {
    tell = resolve;
  });
  const server = await serve(({ method, body }) => {
    if (method !== "POST") return final;
    tell(new URLSearchParams(body).get("StatusCallback"));
    return created;
  });
  return { ...server, sent: told };
}
