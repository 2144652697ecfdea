import * as z from "zod";
import { components } from "./components.js";
import { list, object } from "./shape.js";
import { sourceDescription } from "./source-description.js";
import { workflow } from "./workflow.js";

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#info-object */
const info = object({
  title: z.string(),
  summary: z.string().optional(),
  description: z.string().optional(),
  version: z.string(),
});

/**
 * The root of a document, which the specification calls Arazzo Specification Object.
 * @see https://spec.openapis.org/arazzo/v1.1.0.html#arazzo-specification-object
 */
export const arazzoDescription = object(
  {
    arazzo: z.string(),
    $self: z.string().min(1).optional(),
    info,
    sourceDescriptions: list(sourceDescription, 1),
    workflows: list(workflow, 1),
    components: components.optional(),
  },
  ({ $self }, report) => {
    if ($self?.includes("#")) report(["$self"], "`$self` is a URI without a fragment");
  },
);

export type ArazzoDescription = z.output<typeof arazzoDescription>;
