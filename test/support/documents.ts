/**
 * An Arazzo document with what it lacks at its end, so that the lines of what is given stay as they are. One that is
 * written as JSON is left alone.
 */
export function completedArazzo(text: string): string {
  return completed(text, {
    arazzo: "1.0.1",
    info: "{ title: Given, version: 1.0.0 }",
    sourceDescriptions: "[{ name: api, url: ./openapi.yaml, type: openapi }]",
  });
}

/** The same of an OpenAPI document. */
export function completedApi(text: string): string {
  return completed(text, {
    openapi: "3.1.0",
    info: "{ title: Given, version: 1.0.0 }",
    servers: "[{ url: https://api.example.com }]",
  });
}

function completed(text: string, fields: Readonly<Record<string, string>>): string {
  if (text.startsWith("{")) return text;
  const missing = Object.entries(fields).filter(([name]) => !new RegExp(`^${name}:`, "m").test(text));
  return [text, ...missing.map(([name, value]) => `${name}: ${value}`), ""].join("\n");
}
