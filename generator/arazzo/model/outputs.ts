import { z } from "zod";
import { selector } from "./selector.js";
import { either, map } from "./shape.js";

/**
 * The outputs of a step or workflow: runtime expressions, or (in 1.1) Selector Objects.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#workflow-object
 */
export const outputs = map(either((value) => typeof value === "object" && value !== null, selector, z.string()));

export type Outputs = z.output<typeof outputs>;
