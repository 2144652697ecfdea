import type { Severity } from "./codes.js";

/** Wraps text into a colour, or leaves it as it is where none is wanted. */
export interface Paint {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

const colours: Readonly<Record<Severity, string>> = { error: "31", warning: "33", note: "36" };

/** The paint for a terminal with colours (plain SGR sequences), or for anything else. */
export function paintFor(color: boolean): Paint {
  const sgr = (code: string, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    severity: (severity, text) => sgr(`1;${colours[severity]}`, text),
    strong: (text) => sgr("1", text),
    faint: (text) => sgr("2", text),
  };
}
