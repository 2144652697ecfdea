import { nearest, quoted } from "../../diagnostics.js";
import { failure, type Failure } from "../failure.js";

/** The words that a runtime expression begins with, after its `$`. */
export const roots = [
  "url",
  "method",
  "statusCode",
  "self",
  "request",
  "response",
  "inputs",
  "outputs",
  "steps",
  "workflows",
  "sourceDescriptions",
  "components",
  "each",
] as const;

export type Root = (typeof roots)[number];

const rootsHint = `Known here: ${roots.join(", ")}.`;

const dependencyHint = "What a workflow of `dependsOn` returned is `$workflows.<workflowId>.outputs.<name>`.";

const firstWord = /\$([A-Za-z]+)/y;

/** The root that `text` begins with, or why it has none. */
export function readRoot(text: string): { readonly root: Root; readonly end: number } | Failure {
  if (!text.startsWith("$")) return failure("a runtime expression starts with `$`", 0, Math.min(1, text.length));
  firstWord.lastIndex = 0;
  const word = firstWord.exec(text)?.[1];
  if (word === undefined) {
    return failure("expected a word after `$`", 0, 1, { hint: rootsHint });
  }
  const end = 1 + word.length;
  const root = roots.find((candidate) => candidate === word);
  return root === undefined ? unknownRoot(word, end) : { root, end };
}

/**
 * Whether the author of `text` meant a runtime expression. It begins with `$` and a root that ends there or goes on
 * with `.`, `#` or `[`; before these, a word close to a root (`$respones.body`) counts too, so that a slip becomes an
 * error instead of being sent as text. `$5.00`, `$ref`, `$name` and `$inputs are great` are plain text.
 */
export function meansExpression(text: string): boolean {
  const [, word, next] = /^\$([A-Za-z]{1,40})(.?)/su.exec(text) ?? [];
  return word !== undefined && next !== undefined && isRootBefore(word, next);
}

/** The same for a word that stands after `$` and before `next`, the empty string where the text ends. */
export function isRootBefore(word: string, next: string): boolean {
  if (next === "") return roots.some((root) => root === word);
  const lower = word.toLowerCase();
  const known = refusedRoots.has(lower) || roots.some((root) => root === word);
  return ".#[".includes(next) && (known || nearest(word, roots) !== undefined);
}

// These look like expressions, and their authors deserve to hear why they are none here.
const refusedRoots: ReadonlySet<string> = new Set(["message", "credentials", "dependencies", "dependson"]);

function unknownRoot(word: string, end: number): Failure {
  if (word === "message") {
    return failure("`$message` belongs to AsyncAPI, which is not supported", 0, end, { unsupported: true });
  }
  if (word === "credentials") {
    return failure("`$credentials` is no runtime expression; it can stand in `x-default` of an input only", 0, end);
  }
  const isDependency = refusedRoots.has(word.toLowerCase());
  const near = nearest(word, roots);
  const hint = isDependency ? dependencyHint : near === undefined ? rootsHint : `Did you mean \`$${near}\`?`;
  return failure(`${quoted(`$${word}`)} is no runtime expression`, 0, end, { hint });
}
