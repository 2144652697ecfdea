import { existsSync, readFileSync } from "../disk.js";
import { UsageError } from "./arguments.js";
import type { Input } from "./terminal.js";

/**
 * What is given to a workflow.
 * @param text JSON, `@` and the name of a file that holds it, or `-` for the standard input; an empty object where nothing is said
 * @throws UsageError for what is no object of JSON
 */
export async function readInput(
  text: string | undefined,
  stdin: Input | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  if (text === undefined) return {};
  if (text === "-") return objectIn(await allOf(stdin), "the standard input");
  if (!text.startsWith("@")) return objectIn(text, "`--input`");
  return readObject(text.slice(1));
}

/** The object that a file of JSON holds. @throws UsageError */
export function readObject(file: string): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) throw new UsageError(`There is no file \`${file}\`.`, "run");
  return objectIn(readFileSync(file, "utf8"), `\`${file}\``);
}

/** What is wrong is said without the text, which may hold what nobody else is to see. */
function objectIn(text: string, where: string): Readonly<Record<string, unknown>> {
  const value = parsed(text, where);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new UsageError(`${where} has to hold an object of JSON, such as {"to":"+15558675310"}.`, "run");
}

function parsed(text: string, where: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new UsageError(`${where} holds no JSON: it breaks off, or something in it is written otherwise.`, "run");
  }
}

async function allOf(stdin: Input | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
