import type { Choices } from "./choices.js";
import type { Source } from "./random-values.js";
import { pointerTo, type Leaf } from "./shape-values.js";

/** What a condition can speak of. */
export interface Topics {
  readonly choices: Choices;
  /** Of the answer. */
  readonly leaves: readonly Leaf[];
  readonly statuses: readonly number[];
  readonly headers: readonly string[];
  /** Inputs, and outputs of steps. */
  readonly sources: readonly Source[];
  /** The answer may be an error. */
  readonly failed: boolean;
  readonly version: "1.0.1" | "1.1.0";
}

export function randomCriteria(topics: Topics, atLeast: number): readonly object[] {
  return topics.choices.list(atLeast, 2, () => randomCriterion(topics));
}

function randomCriterion(topics: Topics): object {
  const { choices } = topics;
  const named = topics.leaves.filter(({ tokens }) => tokens.every((token) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(token)));
  const leaf = choices.among(named);
  const below = leaf?.tokens.map((token) => `.${token}`).join("") ?? "";
  const text =
    topics.version === "1.1.0"
      ? choices.among(topics.sources.filter(({ shape }) => shape.kind === "string"))
      : undefined;
  switch (choices.below(10)) {
    case 0:
      if (leaf === undefined) break;
      return { context: "$response.body", type: "jsonpath", condition: comparison(choices, `$${below}`, leaf) };
    case 1:
      if (leaf === undefined || below === "") break;
      return {
        context: "$response.body",
        type: "jsonpath",
        condition: `$[?${comparison(choices, `@${below}`, leaf)}]`,
      };
    case 2:
      if (leaf === undefined) break;
      return {
        context: "$response.body",
        type: "jsonpath",
        condition: choices.of(
          `$${below}`,
          `$[?@${below}]`,
          `$..*[?@.sid]`,
          `$[?count(@${below}.*) > 1]`,
          `$[?length(@${below}) == 2]`,
        ),
      };
    case 3:
      if (leaf === undefined) break;
      return {
        context: `$response.body#${pointerTo(leaf.tokens)}`,
        type: "regex",
        condition: choices.of("^a", "[0-9]+$", "^(sent|failed)$", "it's \\/ `x`"),
      };
    case 5: {
      if (leaf === undefined || text === undefined) break;
      const inner = `{${text.expression}}`;
      return choices.of<object>(
        { context: `$response.body#${pointerTo(leaf.tokens)}`, type: "regex", condition: `^${inner}-[0-9]+$` },
        { context: "$response.body", type: "jsonpath", condition: `$[?@${below} == '${inner}']` },
      );
    }
    case 4: {
      if (!choices.onceIn(4)) break;
      const version = topics.version === "1.1.0" ? "rfc9535" : "draft-goessner-dispatch-jsonpath-00";
      const type = choices.onceIn(3) ? { type: "jsonpath", version } : "jsonpath";
      return {
        context: "$response.body",
        type,
        condition: choices.of("$.items[0]", "$[?@.status == 'sent']", "$.nothing"),
      };
    }
  }
  return { condition: simple(topics, 2), ...(choices.onceIn(4) ? { type: "simple" } : {}) };
}

function simple(topics: Topics, depth: number): string {
  const { choices } = topics;
  if (depth > 0 && choices.onceIn(5)) {
    const inner = [simple(topics, depth - 1), simple(topics, depth - 1)].map((text) =>
      choices.onceIn(2) ? `(${text})` : text,
    );
    return inner.join(choices.of(" && ", " || "));
  }
  if (depth > 0 && choices.onceIn(10)) return `!(${simple(topics, depth - 1)})`;
  const { statuses, leaves, sources, headers, failed } = topics;
  // Two of them at once would mostly rule each other out.
  const subject = depth < 2 ? 2 + choices.below(5) : choices.below(7);
  const status = failed ? choices.of(400, 404, 429, 500) : (choices.among(statuses) ?? 200);
  switch (subject) {
    case 0:
    case 1:
      if (statuses.length === 0) break;
      return `$statusCode ${choices.of("==", "==", "==", "!=", ">=")} ${choices.onceIn(8) ? choices.of<string | number>("'200'", 500) : status}`;
    case 2: {
      const header = choices.among(headers.filter((name) => /^[\w-]+$/.test(name)));
      if (header !== undefined)
        return `$response.header.${header} ${choices.of("==", "!=")} ${choices.of("null", "'x'")}`;
      break;
    }
    case 3: {
      const source = choices.among(sources);
      if (source !== undefined) return comparison(choices, source.expression, { tokens: [], shape: source.shape });
      break;
    }
    default: {
      const leaf = choices.among(leaves.filter(({ tokens }) => tokens.every((token) => /^[\w-]+$/.test(token))));
      if (leaf !== undefined)
        return comparison(choices, `$response.body${leaf.tokens.length > 0 ? `#${pointerTo(leaf.tokens)}` : ""}`, leaf);
    }
  }
  const source = statuses.length === 0 ? choices.among(sources) : undefined;
  if (source !== undefined) return comparison(choices, source.expression, { tokens: [], shape: source.shape });
  return `$statusCode == ${status}`;
}

/** A subject compared with what its shape makes likely. */
function comparison(choices: Choices, subject: string, { shape }: Leaf): string {
  const equality = choices.of("==", "!=");
  if (shape.nullable && choices.onceIn(2)) return `${subject} ${equality} null`;
  switch (shape.kind) {
    case "string": {
      const value = choices.among((shape.values ?? ["ready", "a b"]).filter((text) => !text.includes("'"))) ?? "x";
      return choices.onceIn(10) ? `${subject} < '${value}'` : `${subject} ${equality} '${value}'`;
    }
    case "integer":
    case "number":
      return `${subject} ${choices.of("==", "!=", "<", "<=", ">", ">=")} ${choices.among(shape.values ?? [0, 1, 2.5])}`;
    case "boolean":
      return choices.onceIn(3) ? subject : `${subject} ${equality} ${choices.onceIn(2)}`;
    default:
      return choices.of(`${subject} ${equality} null`, subject);
  }
}
