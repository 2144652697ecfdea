const text = (description: string, minLength = 1): object => ({ type: "string", minLength, description });
const count = (description: string, maximum: number): object => ({ type: "integer", minimum: 1, maximum, description });

/** The fields of the extension `x-each` of a step, for editors. */
export const eachFields: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
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
