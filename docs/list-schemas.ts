type Fields = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const text = (description: string, minLength = 1): object => ({ type: "string", minLength, description });
const count = (description: string, maximum: number): object => ({ type: "integer", minimum: 1, maximum, description });

/** The fields of the extension `x-pages` of a step, for editors. */
const pagesFields: Fields = {
  items: {
    ...text(
      "The list in one answer, as an expression: `$response.body#/messages`. Of a stream, the item in one event: `$response.body#/data`.",
    ),
  },
  next: {
    ...text("What leads to the next page: its URL, what `parameter` is given for it, or `$response.header.Link`."),
  },
  parameter: { ...text("The query parameter that says which page is meant.") },
  counts: { enum: ["pages", "items"], description: "What `parameter` is given where no answer says it: a number." },
  first: { type: "integer", minimum: 0, maximum: 1_000, description: "The number of the first page. Default: 1." },
  limit: {
    ...count(
      "How many items are read, and how many pages at most; of a stream, how many events. Default: 10000.",
      1_000_000,
    ),
  },
};

/** The fields of the extension `x-each` of a step, for editors. */
const eachFields: Fields = {
  in: { ...text("The list, as an expression: `$inputs.recipients`.") },
  as: {
    ...text("What the element is called: `$each.recipient`. Its position is `$each.index`. Default: `item`."),
    pattern: "^[A-Za-z]\\w*$",
  },
  concurrency: { ...count("How many elements are done at a time. Default: 1, one after the other.", 1_000) },
  onFailure: {
    enum: ["stop", "collect"],
    description: "Whether a failure ends the run, or becomes data and the other elements go on. Default: `stop`.",
  },
  limit: { ...count("How many elements it may have; of more nothing is sent. Default: 10000.", 1_000_000) },
};

/** The extensions for lists, each an object as the specification has them. */
export function listSchemas<Schema>(
  object: (fields: Fields, required: readonly string[]) => Schema,
): Readonly<Record<"each" | "pages", Schema>> {
  return { each: object(eachFields, ["in"]), pages: object(pagesFields, ["items"]) };
}
