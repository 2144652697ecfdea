/** Whether a header can have this name. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
export function isHeaderName(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}
