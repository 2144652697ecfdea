import { MAGIC } from "../examples/local-twilio/resources/magic.js";

const marker = "<!-- magic numbers -->";

/** The page about testing, with the table of the local Twilio's magic numbers behind its marker. */
export function testingPage(page: string): string {
  const rows = MAGIC.map(({ code, at, what }) => `| \`0055${code}\` | ${at === "*" ? "anything" : at} | ${what} |`);
  const table = ["| ends in | in a request for | what becomes of it |", "| --- | --- | --- |", ...rows].join("\n");
  return page.replace(new RegExp(`${marker}\\n(?:\\n\\|.*(?:\\n\\|.*)*\\n)?`), `${marker}\n\n${table}\n`);
}
