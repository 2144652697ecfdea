import type { CodeTable } from "./entry.js";

/** What documents, workflows and steps say of each other. */
export const links = {
  "unknown-source": {
    severity: "error",
    meaning: "No source description has this name.",
    example: "operationId: $sourceDescriptions.apo.listOrders",
    wayOut: "Correct the name, or add the source description.",
  },
  "unknown-operation": {
    severity: "error",
    meaning: "No operation of the source descriptions has this id or path.",
    example: "operationId: listOrder",
    wayOut: "Correct the name. An operation without an `operationId` is named by `operationPath`.",
  },
  "ambiguous-operation": {
    severity: "error",
    meaning: "Several source descriptions have an operation of this id; nothing says which is meant.",
    example: "operationId: listOrders",
    wayOut: "Write `$sourceDescriptions.<name>.<operationId>`.",
  },
  "unqualified-operation": {
    severity: "warning",
    meaning:
      "A bare operationId beside several OpenAPI sources. It is unique today; once another source has the same one, the document is refused.",
    example: "operationId: listOrders",
    wayOut: "Write `$sourceDescriptions.<name>.<operationId>`.",
  },
  "unknown-step": {
    severity: "error",
    meaning: "No step of the workflow has this id.",
    example: "stepId: gte",
    wayOut: "Correct the name.",
  },
  "forward-reference": {
    severity: "error",
    meaning: "A value is taken from a step that cannot have run yet, or is made of itself.",
    example: "value: $steps.make.outputs.id",
    wayOut: "Let the step that gives the value come first.",
  },
  "unknown-output": {
    severity: "error",
    meaning: "The step or workflow has no output of this name.",
    example: "value: $steps.make.outputs.ID",
    wayOut: "Correct the name, or add the output.",
  },
  "unknown-input": {
    severity: "error",
    meaning: "The workflow declares no input of this name.",
    example: "value: $inputs.orderID",
    wayOut: "Correct the name, or declare the input.",
  },
  "unused-input": {
    severity: "warning",
    meaning: "The workflow declares an input that nothing reads; callers would give a value for nothing.",
    example: "properties: { note: { type: string } }",
    wayOut: "Remove it, or use it.",
  },
  "input-required": {
    severity: "note",
    meaning:
      "An input that the workflow does not require goes to where a value is needed, so that callers have to give it.",
    example: "required: [count]\nproperties: { id: { type: string }, count: { type: integer } }",
    wayOut: "Name it among the `required` of the inputs, or give it a `default`.",
  },
  "unknown-workflow": {
    severity: "error",
    meaning: "No workflow of the documents has this id.",
    example: "workflowId: lst",
    wayOut: "Correct the name. One of another document is `$sourceDescriptions.<name>.<workflowId>`.",
  },
  "workflow-cycle": {
    severity: "error",
    meaning: "A workflow calls, goes to or depends on itself, directly or by way of others.",
    example: "- workflowId: second\n  steps:\n  - stepId: back\n    workflowId: first",
    wayOut: "Cut the circle. What is to be repeated inside of one workflow is a `goto` to a step.",
  },
  "missing-input": {
    severity: "error",
    meaning: "A required input of a workflow that is called gets no value.",
    example: "workflowId: show",
    wayOut: "Give it among the `parameters` of the step or action.",
  },
  "unmet-dependency": {
    severity: "error",
    meaning: "A step or workflow can be reached before what it depends on has been completed.",
    example: "dependsOn: [make]",
    wayOut: "Order the steps so that every way leads through what is depended on.",
  },
  "unknown-component": {
    severity: "error",
    meaning: "The components of the document have no entry of this name.",
    example: "reference: $components.parameters.sate",
    wayOut: "Correct the name, or add the component.",
  },
} as const satisfies CodeTable;
