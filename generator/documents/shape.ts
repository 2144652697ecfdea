import * as z from "zod";

/**
 * An object of these fields and of extensions (`x-…`), which come through as they are. Any other field is a mistake,
 * reported by `validateShape` together with whatever else is wrong, and with the nearest of the known names.
 */
export function fields<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$loose> {
  const known = Object.keys(shape);
  const object = z.looseObject(shape);
  const check = z.check<z.output<typeof object>>((context) => {
    const input: Readonly<Record<string, unknown>> = context.value;
    for (const key of Object.keys(input)) {
      if (Object.hasOwn(shape, key) || key.startsWith("x-")) continue;
      context.issues.push({
        code: "custom",
        message: "unknown field",
        path: [key],
        params: { known },
        input: input[key],
        continue: true,
      });
    }
  });
  // Zod leaves checks out once a field is wrong; a misspelt name is best seen beside the field that is missing.
  check._zod.def.when = ({ value }) => typeof value === "object" && value !== null && !Array.isArray(value);
  return object.check(check);
}

/**
 * A map from names that the author chose to values of one kind. `__proto__` is refused, since Zod would drop it
 * without a word.
 */
export function entries<V extends z.ZodType>(value: V): z.ZodType<Record<string, z.output<V>>> {
  return z
    .custom<Record<string, unknown>>(() => true)
    .check((context) => {
      const input: unknown = context.value;
      if (typeof input !== "object" || input === null || !Object.hasOwn(input, "__proto__")) return;
      context.issues.push({
        code: "custom",
        message: "`__proto__` is no name that can be used here",
        path: ["__proto__"],
        params: { part: "key" },
        input,
      });
    })
    .pipe(z.record(z.string(), value));
}
