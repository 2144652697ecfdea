/** What the server says to a request; the body goes out as JSON. */
export interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: object): Reply {
  return { status: 200, body };
}

export function created(body: object): Reply {
  return { status: 201, body };
}
