/** What other tools do where they pass over an extension, and what to write in its place. */
interface Elsewhere {
  readonly others: string;
  readonly wayOut: string;
}

/** The extensions that change what a run does. Without the others, such as `x-default`, it does the same. */
export const changingExtensions: Readonly<Record<string, Elsewhere>> = {
  "x-each": {
    others: "do the step once, and know no `$each`",
    wayOut: "Let the step be a workflow of its own, which the app calls for each element.",
  },
  "x-pages": {
    others: "read the first page alone",
    wayOut: "Make an input of the page, and let the app call the workflow for each.",
  },
  "x-url": {
    others: "send the request to the server and path of its operation",
    wayOut: "Give the operation as parameters what the URL says.",
  },
  "x-poll": {
    others: "do the step once",
    wayOut: "Let a `retry` in `onFailure` ask again until the criteria of the step hold.",
  },
  "x-callback": {
    others: "ask for no callback, and wait for none",
    wayOut: "Leave it out where asking again is soon enough.",
  },
  "x-idempotency-key": {
    others: "send no key, so that a request that is sent twice may take effect twice",
    wayOut: "Make an input of the key, and give it as a parameter.",
  },
  "x-security": {
    others: "sign requests as the OpenAPI document says",
    wayOut: "Let the `security` of the OpenAPI document say it, and the caller give the credentials.",
  },
  "x-deferred": {
    others: "want the value before the first step",
    wayOut: "Make two workflows of it: one up to the step that needs the value, one from there on.",
  },
  "x-serverUrl": {
    others: "call the server that the OpenAPI document names",
    wayOut: "Let the OpenAPI document name the server.",
  },
};
