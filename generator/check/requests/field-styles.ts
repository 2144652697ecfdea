import { found, quoted } from "../../diagnostics.js";
import type { FieldStyle, Json } from "../../ir/model.js";
import type { LinkedDocument } from "../../link/linked.js";
import { placeOf, type PayloadSource } from "../../link/payload/payload-source.js";
import { bodyKind, isFile, type Content, type Encoding } from "../../openapi/index.js";
import { partsOf, type Schema } from "../../schema/index.js";
import { propertiesOf } from "../../types/object-schema.js";
import type { CheckedValue } from "../values/checked-value.js";
import type { CheckSite } from "../values/target.js";
import { mayBe, queryStyle } from "./parameter-styles.js";

/** A body that is made of fields. */
interface Fields {
  readonly content: Content;
  readonly source: PayloadSource;
  readonly value: CheckedValue;
}

type Site = Pick<CheckSite, "findings"> & { readonly linked: LinkedDocument };

/**
 * How the fields of a form or the parts of a body are written, where the document says so and it is not what the runtime
 * does by itself. What cannot be written so is reported.
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
export function fieldStyles({ content, source, value }: Fields, site: Site): readonly FieldStyle[] {
  const { mediaType, schema, encoding } = content;
  const kind = bodyKind(mediaType);
  if (kind !== "form" && kind !== "multipart") return [];
  const given = value.kind === "object" ? new Set(value.fields.map(({ name }) => name)) : undefined;
  const properties = schema ? propertiesOf(schema) : new Map<string, Schema>();
  return [...encoding].flatMap(([name, how]): readonly FieldStyle[] => {
    if (given?.has(name) === false) return [];
    const property = properties.get(name);
    if (!canBe(how, property)) {
      const place = site.linked.document.place(placeOf([...source.at, name], source));
      const what = `the field ${quoted(name)}`;
      site.findings.report(place, found.unsupportedFeature.inParameter(what, how.contentType ?? ""));
      return [];
    }
    const style =
      kind === "form"
        ? how.style && queryStyle({ ...how.style, mediaType: undefined, schema: property })
        : partStyle(how, property);
    return style === undefined || Object.keys(style).length === 0 ? [] : [{ name, style }];
  });
}

/** Whether a value of the schema can be written as the media type. */
function canBe({ style, contentType }: Encoding, schema: Schema | undefined): boolean {
  if (style !== undefined || contentType === undefined || bodyKind(first(contentType)) === "json") return true;
  return !partsOfItems(schema).some((part) => mayBe("object", part) && !isFile(part.raw));
}

/** The schema, and that of the items where it is a list. */
function partsOfItems(schema: Schema | undefined): readonly Schema[] {
  return schema === undefined ? [] : [schema, ...partsOf(schema).flatMap(({ items }) => items ?? [])];
}

const delimiters: Readonly<Record<string, string>> = { form: ",", spaceDelimited: " ", pipeDelimited: "|" };

function partStyle(
  { style, contentType, headers }: Encoding,
  schema: Schema | undefined,
): Readonly<Record<string, Json>> {
  const more = headers.size === 0 ? {} : { headers: Object.fromEntries(headers) };
  if (style === undefined) {
    const type = contentType === undefined ? undefined : concrete(contentType);
    const isUsual = type === "application/json" && !mayBe("array", schema) && mayBe("object", schema);
    return { ...(type === undefined || isUsual ? {} : { type }), ...more };
  }
  const delimiter = mayBe("array", schema) && !style.explode ? delimiters[style.style] : undefined;
  const isDeep = style.style === "deepObject" && mayBe("object", schema);
  return { ...(delimiter === undefined ? {} : { delimiter }), ...(isDeep ? { deep: true } : {}), ...more };
}

function first(contentType: string): string {
  return contentType.split(",", 1)[0] ?? "";
}

/** The media type, where it is one and no range. */
function concrete(contentType: string): string | undefined {
  return /^[\w.+-]+\/[\w.+-]+(\s*;[\x20-\x2b\x2d-\x7e]*)?$/.test(contentType) ? contentType : undefined;
}
