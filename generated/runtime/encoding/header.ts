// Written by twilio-workflows with each run: what is changed here is lost.
/** What is wrong with a text as the value of a header; without the text itself, which may be a secret. */
export function complaintAboutHeader(value: string): string | undefined {
  return /[^\t\x20-\x7e\x80-\xff]/.test(value) ? "holds what no header can" : undefined;
}
