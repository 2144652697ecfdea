import { union, type ObjectField, type Type } from "./type.js";

/** What a field would be by the schemas alone, of all the endings that have it. */
export function documentedOf(fields: readonly ObjectField[]): Type {
  return union(fields.map(({ documented, type }) => documented ?? type));
}
