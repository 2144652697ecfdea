/**
 * A URL in the spellings that Twilio may have signed: with its port and without it; as it was received, as `new URL`
 * writes it, and with its query written anew. Those are the ones that the official library takes.
 */
export function spellingsOf(url: string): readonly string[] {
  const written = new URL(url).toString();
  const normal = [withoutPort(written), withPort(written)];
  return [...new Set([withoutPort(url), withPort(url), ...normal, ...normal.map(withQueryAnew)])];
}

/** A URL up to its port, and its port; no part of it is written anew. */
const TO_PORT = /^([^:]+:\/\/(?:[^/?#]*@)?(?:\[[^\]]*\]|[^/?#:]*))(:[^/?#]*)?/;

function withoutPort(url: string): string {
  return url.replace(TO_PORT, "$1");
}

function withPort(url: string): string {
  const usual = /^https:/i.test(url) ? ":443" : ":80";
  return url.replace(TO_PORT, (_all, before: string, port = usual) => before + String(port));
}

/** With its query decoded and encoded again, equal names together. */
function withQueryAnew(url: string): string {
  const start = url.indexOf("?");
  if (start === -1 || start === url.length - 1) return url;
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const pairs = [...values].flatMap(([name, all]) =>
    all.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  return `${url.slice(0, start)}?${pairs.join("&")}`;
}
