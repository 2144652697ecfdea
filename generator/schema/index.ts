// The face of this stage.
export { allOfSchemas, choicesOf, partsOf } from "./all-of.js";
export { anyOfSchemas } from "./any-of.js";
export type { Dialect } from "./dialect.js";
export { composing, insideOf } from "./inside.js";
export { ownersOf } from "./owners.js";
export { schemaAtPointer, type Landing, type Miss } from "./navigate.js";
export { schemaAt } from "./schema-at.js";
export type { JsonType, Schema } from "./schema.js";
export { Unfolding, type TooLarge } from "./unfold.js";
