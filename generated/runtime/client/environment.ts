// Written by twilio-workflows with each run: what is changed here is lost.
/** An environment variable, if there is an environment, it may be read, and the variable is set and not empty. */
export function environment(name: string): string | undefined {
  const host: { process?: { env?: Record<string, string | undefined> }; fetch: unknown } = globalThis;
  try {
    return host.process?.env?.[name] || undefined;
  } catch {
    return undefined; // Deno without --allow-env
  }
}
