/** What the credentials, the operation or the connection say: no option sets it. */
const RESERVED =
  /^(authorization|proxy-authorization|cookie|accept|content-.+|host|connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect)$/i;

/** What is wrong with headers for requests of a run, which may be those by source; without their values. */
export function complaintAboutHeaders(headers: object, isBySource = true): string | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (isBySource && typeof value === "object" && value !== null) {
      const complaint = complaintAboutHeaders(value, false);
      if (complaint !== undefined) return `${complaint}, for the source ${JSON.stringify(name)}`;
      continue;
    }
    if (isBySource && value === undefined) continue;
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return `has a name that is none of a header: ${JSON.stringify(name)}`;
    if (RESERVED.test(name)) return `must not set ${name}`;
    const complaint = typeof value === "string" ? complaintAboutHeader(value) : "must be a text";
    if (complaint !== undefined) return `cannot be used: ${name} ${complaint}`;
  }
  return undefined;
}

/** What is wrong with a text as the value of a header; without the text itself, which may be a secret. */
export function complaintAboutHeader(value: string): string | undefined {
  return /[^\t\x20-\x7e\x80-\xff]/.test(value) ? "holds what no header can" : undefined;
}
