/** Loads the local Twilio, which the package has beside the generator and not in it. */
export function loadLocalTwilio(): Promise<typeof import("../../examples/local-twilio/index.js")> {
  return import("../../examples/local-twilio/index.js");
}
