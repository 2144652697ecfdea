import * as z from "zod";
import { failureActions, successActions } from "./action.js";
import { jsonSchema } from "./components.js";
import { parameters } from "./parameter.js";
import { list, object, text } from "./shape.js";
import { step } from "./step.js";
import { outputs } from "./selector.js";
import { security } from "./x-security.js";

/** @see https://spec.openapis.org/arazzo/v1.0.1.html#workflow-object */
export const workflow = object({
  workflowId: text,
  summary: z.string().optional(),
  description: z.string().optional(),
  inputs: jsonSchema.optional(),
  dependsOn: list(text).optional(),
  steps: list(step, 1),
  successActions: successActions.optional(),
  failureActions: failureActions.optional(),
  outputs: outputs.optional(),
  parameters: parameters.optional(),
  "x-security": security.optional(),
});

export type Workflow = z.output<typeof workflow>;
