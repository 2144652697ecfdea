import { isFailure, parseTemplate, type Failure, type TemplatePart } from "../../arazzo/index.js";
import { limits } from "../../documents/index.js";

/** What a text says, or why it says nothing. */
export type ReadText = { readonly value: unknown } | { readonly problem: string };

/**
 * Reads a text that is JSON but for expressions in it. `{$…}` inside of a JSON text stays there, as a part of it; where
 * it stands for a value of its own it becomes an expression.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#request-body-object
 */
export function readJsonText(text: string): ReadText | Failure {
  const parts = parseTemplate(text);
  if (isFailure(parts)) return parts;
  try {
    const value: unknown = JSON.parse(plainJson(parts));
    return isDeeper(value, limits.depth)
      ? { problem: `it is nested more than ${limits.depth} levels deep` }
      : { value };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}

function plainJson(parts: readonly TemplatePart[]): string {
  let json = "";
  let inText = false;
  for (const part of parts) {
    if (part.kind === "text") {
      json += part.text;
      inText = endsInText(part.text, inText);
    } else {
      json += inText ? `{${part.text}}` : JSON.stringify(part.text);
    }
  }
  return json;
}

/** Whether what follows on this stretch stands inside of quotes. */
function endsInText(stretch: string, before: boolean): boolean {
  return (stretch.replace(/\\./gs, "").split('"').length - 1) % 2 === 0 ? before : !before;
}
