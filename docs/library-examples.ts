import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { type LocalTwilio, startLocalTwilio } from "../examples/local-twilio/index.js";
import { libraryExamples } from "../examples/library/index.js";
import type { WorkflowOptions } from "../generated/index.js";
import { instantClock } from "../templates/testing/index.js";

const folder = "examples/library";

/** For each function, by its name: a call of it as it stands in the examples, and what that came to just now. */
export async function libraryCalls(): Promise<ReadonlyMap<string, string>> {
  const calls = new Map<string, string>();
  for (const [name, code] of readdirSync(folder).flatMap((file) => callsIn(`${folder}/${file}`))) {
    calls.set(name, `${code}\n// ${await resultOf(name)}`);
  }
  return calls;
}

/** Runs an example against a local Twilio of its own, which has no memory of the others. */
async function resultOf(name: string): Promise<string> {
  const twilio = await startLocalTwilio();
  try {
    const result = await libraryExamples[name]?.(optionsFor(twilio));
    return shown(result ?? {});
  } finally {
    await twilio.close();
  }
}

function optionsFor({ baseUrl, credentials: { accountSid, authToken } }: LocalTwilio): WorkflowOptions {
  const { runner } = instantClock();
  return { baseUrl, credentials: { accountSid, authToken }, region: "", edge: "", runner };
}

/** The fields of a result on one line, SIDs and what is nested in short. */
function shown(result: object): string {
  const fields = Object.entries(result).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined) return [];
    if (Array.isArray(value)) return [`${name}: [${value.length === 0 ? "" : "…"}]`];
    if (typeof value === "object" && value !== null) return [`${name}: {…}`];
    return [`${name}: ${JSON.stringify(value).replace(/^"([A-Z]{2})[0-9a-f]{32}"$/, '"$1…"')}`];
  });
  return `{ ${fields.join(", ")} }`;
}

/** The calls in a file of examples: what is given to the function, without the options that lead it to a local Twilio. */
function callsIn(path: string): readonly (readonly [name: string, code: string])[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext, true);
  const calls: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isArrowFunction(node.initializer)) {
      const { body } = node.initializer;
      const code = ts.isBlock(body)
        ? body.statements
            .map((statement) => statement.getText().replace(/^return /, "const result = await "))
            .join("\n")
        : `const result = await ${body.getText()};`;
      calls.push([node.name.getText(), code.replaceAll(/,\s*options,?\s*\)/g, ")")]);
    } else node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return calls;
}
