import type { RequestField, Sent, SiteRequest } from "./requests.js";

/**
 * A request as a line for curl: what is known only in a run, and what is secret, stands in variables of the shell.
 * @see https://curl.se/docs/manpage.html
 */
export function curlLine(request: SiteRequest): string {
  const { method, server, path, fields, contentType, signing } = request;
  const of = (place: RequestField["in"]) => fields.filter((field) => field.in === place);
  const given = new Map(of("path").map(({ name, value }) => [name, value]));
  const filled = path.split(/(\{[^{}]+\})/).map((part) => {
    const value = given.get(part.slice(1, -1));
    return part.startsWith("{") ? variableOr(value, part) : escaped(part);
  });
  const host = server === "" ? "$SERVER" : escaped(server);
  const query = of("query").map((field) => `--data-urlencode ${assigned(field)}`);
  const isForm = contentType === "application/x-www-form-urlencoded";
  const parts = [
    `curl -X ${method} "${host}${filled.join("")}"`,
    ...(query.length === 0 ? [] : ["-G", ...query]),
    ...signing,
    ...of("header").map(({ name, value }) => `-H "${escaped(name)}: ${variableOr(value, name)}"`),
    ...(isForm ? of("body").map((field) => `--data-urlencode ${assigned(field)}`) : jsonBody(of("body"), contentType)),
  ];
  return parts.join(" \\\n  ");
}

function jsonBody(fields: readonly RequestField[], contentType: string): readonly string[] {
  if (fields.length === 0) return [];
  const [only] = fields;
  const members = fields.map(
    ({ name, value }) => `${escaped(JSON.stringify(name))}: ${escaped('"')}${variableOr(value, name)}${escaped('"')}`,
  );
  const text = only?.name === "" ? variableOr(only.value, "body") : `{ ${members.join(", ")} }`;
  return [`-H "Content-Type: ${escaped(contentType)}"`, `-d "${text}"`];
}

function assigned({ name, value }: RequestField): string {
  return `"${name === "" ? "" : `${escaped(name)}=`}${variableOr(value, name)}"`;
}

function variableOr(value: Sent | undefined, name: string): string {
  if (value?.kind === "fixed") return escaped(value.text);
  const variable = (value?.variable ?? name).replaceAll(/\W+/g, "_").replace(/^(?=\d)/, "_");
  return `\${${variable === "" ? "value" : variable}}`;
}

/** A text between the double quotes of a shell, in which it stands for nothing but itself. */
function escaped(text: string): string {
  return text.replaceAll(/[\\"$`!]/g, "\\$&").replaceAll(/\p{C}/gu, " ");
}
