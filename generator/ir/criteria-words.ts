/** A criterion as a document has it. */
interface CriterionText {
  readonly condition: string;
  readonly context?: string | undefined;
  readonly type?: string | { readonly type: string } | undefined;
}

/** Criteria as a person would say them: `status is delivered or read`, `HTTP status is 404`. */
export function criteriaWords(criteria: readonly CriterionText[]): string {
  return criteria.map(criterionWords).join(" and ");
}

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#criterion-object */
function criterionWords({ context, condition, type: given }: CriterionText): string {
  const type = typeof given === "object" ? given.type : given;
  const text = condition.trim().replaceAll(/\s+/g, " ");
  const of = context === undefined ? "" : referencesInWords(context.trim());
  if (type === "regex") return `${of} matches /${text}/`;
  return type === "jsonpath" ? queryWords(text, of) : choiceWords(referencesInWords(text));
}

/** A filter on the whole value, or comparisons of paths, say the same without their signs; what else is there stays. */
function queryWords(query: string, of: string): string {
  const inside = /^\$\[\?\(?(?<filter>[^[\]]*?)\)?\]$/.exec(query)?.groups?.["filter"];
  const isOfBody = of === "body" || of === "";
  const words = (inside ?? query).replaceAll(/[@$]\.(?=[A-Za-z_])/g, isOfBody ? "" : `${of}.`);
  const isQuery = inside === undefined && (query.includes("[?") || !/ (?:==|!=|<|>|<=|>=) /.test(query));
  return isQuery ? `${of === "" ? "body" : of} has ${query}` : choiceWords(words);
}

/** Runtime expressions without the signs that tell a program where to look. */
function referencesInWords(text: string): string {
  return text
    .replaceAll(/\$response\.body#\/([^\s{}()"'|&=!<>,]+)/g, (_, pointer: string) => dotted(pointer))
    .replaceAll(/\$response\.(?:body\.)?(?=[A-Za-z])/g, "")
    .replaceAll(/\$statusCode/g, "HTTP status")
    .replaceAll(/\bheader\.([\w-]+)/g, "header $1")
    .replaceAll(/\$steps\.([\w-]+)\.outputs\./g, "$1.")
    .replaceAll(/\$(?=[a-z])/g, "");
}

/** The path that a JSON Pointer leads along. */
function dotted(pointer: string): string {
  const keys = pointer.split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.join(".");
}

/** `x == "a" || x == "b"` as `x is a or b`, and so each part between `&&`; nothing else that has brackets. */
function choiceWords(text: string): string {
  const all = text
    .split(" && ")
    .map((part) => ({ part, inner: /^\((?<inner>[^()]*)\)$/.exec(part)?.groups?.["inner"] }));
  const isPlain = all.every(({ part, inner }) => inner !== undefined || !/[()]/.test(part));
  const isMixed = all.length > 1 && all.some(({ part, inner }) => inner === undefined && part.includes(" || "));
  if (!isPlain || isMixed) return text;
  return all.map(({ part, inner = part }) => oneChoice(inner, all.length === 1)).join(" and ");
}

/** @param isAlone No `and` stands beside it, which would leave open what it joins */
function oneChoice(text: string, isAlone: boolean): string {
  const options = text.split(" || ").map((part) => /^(?<left>.+?) (?<sign>[!=]=) (?<right>.+)$/.exec(part)?.groups);
  const [first] = options;
  const left = first?.["left"];
  const isAlike = options.every(
    (each) => each !== undefined && each["left"] === left && each["sign"] === first?.["sign"],
  );
  if (isAlone && !isAlike && options.every((each) => each?.["sign"] === "==")) {
    return options.map((each) => `${each?.["left"]} is ${unquoted(each?.["right"] ?? "")}`).join(" or ");
  }
  if (left === undefined || !isAlike || (first?.["sign"] === "!=" && options.length > 1)) return text;
  const values = options.map((each) => unquoted(each?.["right"] ?? ""));
  const last = values.at(-1) ?? "";
  const listed = values.length === 1 ? last : `${values.slice(0, -1).join(", ")} or ${last}`;
  return `${left} ${first?.["sign"] === "==" ? "is" : "is not"} ${listed}`;
}

/** A text without its quotes, where it reads as a word without them. */
function unquoted(literal: string): string {
  return /^(["'])([\w.-]+)\1$/.test(literal) ? literal.slice(1, -1) : literal;
}
