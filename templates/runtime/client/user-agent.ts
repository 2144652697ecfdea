/** That of the package. */
const VERSION = "0.1.0";

/** What a program calls itself, where the platform lets it: Node, Bun and Deno, but not browsers. */
export function userAgent(): Record<string, string> {
  const host: { process?: { versions?: { node?: string } }; Deno?: unknown; fetch: unknown } = globalThis;
  const isServer = host.process?.versions?.node !== undefined || host.Deno !== undefined;
  return isServer ? { "user-agent": `twilio-workflows/${VERSION}` } : {};
}
