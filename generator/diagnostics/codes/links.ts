import { didYouMean, nearest } from "../nearest.js";
import { quoted } from "../quoted.js";
import { error, warning, note } from "./kind.js";
import { about, either, listed, unknown, type Names } from "./words.js";

/** The expression that asks, and the workflow that is asked, where that is not the one that the finding is in. */
export interface Asked {
  readonly text?: string;
  readonly workflowId?: string;
}

function workflowOf({ text, workflowId }: Asked): string {
  return `${about(text)}the workflow${workflowId === undefined ? "" : ` ${quoted(workflowId)}`}`;
}

const callBefore = "Call it in a step before, or add it to the `dependsOn` of the workflow.";
const textAsItStands = "If that is a text to be sent as it stands, let it be the `default` of an input.";
const giveAnOutput = "Give the step an output, and take the value from `$steps.<stepId>.outputs.<name>`.";

/** What documents, workflows and steps say of each other. */
export const links = {
  unknownSource: error("unknown-source", {
    meaning: "No source description has this name.",
    example: "operationId: $sourceDescriptions.apo.listOrders",
    wayOut: "Correct the name, or add the source description.",
    found: (name: string, known: Names) => unknown("there is no source description", name, known),
    shown: (words) => words("apo", []),
  }),
  unknownOperation: error("unknown-operation", {
    meaning: "No operation of the source descriptions has this id or path.",
    example: "operationId: listOrder",
    wayOut: "Correct the name. An operation without an `operationId` is named by `operationPath`.",
    assumed:
      "The only operation that is there with other names of parameters, in another case, behind the name of its source, or by its method and path.",
    found: {
      id: (operationId: string, meant: string | undefined, known: Names) => [
        `no source description has an operation ${quoted(operationId)}`,
        meant === undefined ? didYouMean(operationId, known) : `Write ${quoted(meant)}.`,
      ],
      /** @param pointers Those of the operations that were most likely meant */
      path: (source: string, method: string, path: string, pointers: readonly string[], known: Names) => [
        `${quoted(source)} has no operation ${quoted(`${method.toUpperCase()} ${path}`)}`,
        pointers.length > 0 ? `Did you mean ${either(pointers)}?` : didYouMean(path, known),
      ],
      ofArazzo: (source: string) => [
        `the source description ${quoted(source)} is an Arazzo document, which has no operations`,
        "Call one of its workflows by `workflowId`.",
      ],
    },
    shown: (words) => words.id("listOrder", undefined, []),
  }),
  ambiguousOperation: error("ambiguous-operation", {
    meaning: "Several source descriptions have an operation of this id; nothing says which is meant.",
    example: "operationId: listOrders",
    wayOut: "Write `$sourceDescriptions.<name>.<operationId>`.",
    assumed:
      "The only one of them whose path has just the parameters that the step gives; else the only one of these that is not deprecated, or whose body has the fields that the step gives.",
    found: {
      acrossSources: (operationId: string, qualified: readonly string[]) => [
        `several operations have the id ${quoted(operationId)}`,
        `Write ${either(qualified)}.`,
      ],
      inOneSource: (operationId: string, paths: readonly string[]) => [
        `several operations have the id ${quoted(operationId)}`,
        `Write operationPath: ${either(paths)}.`,
      ],
    },
    shown: (words) => words.acrossSources("listOrders", []),
  }),
  unqualifiedOperation: warning("unqualified-operation", {
    meaning:
      "A bare operationId beside several OpenAPI sources. It is unique today; once another source has the same one, the document is refused.",
    example: "operationId: listOrders",
    wayOut: "Write `$sourceDescriptions.<name>.<operationId>`.",
    assumed:
      "The only one of them whose path has just the parameters that the step gives; else the only one of these that is not deprecated, or whose body has the fields that the step gives.",
    found: (operationId: string, sources: number, qualified: string) => [
      `${quoted(operationId)} is looked for in ${sources} source descriptions`,
      `Write ${quoted(qualified)}.`,
    ],
    shown: (words) => words("listOrders", 2, ""),
  }),
  unknownStep: error("unknown-step", {
    meaning: "No step of the workflow has this id.",
    example: "stepId: gte",
    wayOut: "Correct the name.",
    found: (stepId: string, known: Names, { text, workflowId }: Asked = {}) =>
      workflowId === undefined
        ? unknown(`${about(text)}there is no step`, stepId, known)
        : unknown(`the workflow ${quoted(workflowId)} has no step`, stepId, known),
    shown: (words) => words("gte", []),
  }),
  forwardReference: error("forward-reference", {
    meaning: "A value is taken from a step that cannot have run yet, or is made of itself.",
    example: "value: $steps.make.outputs.id",
    wayOut: "Let the step that gives the value come first.",
    assumed:
      "What a step that calls a workflow asks of an answer, in its criteria, is passed over. Else the output of the only step before it that has one of that name.",
    found: {
      step: (text: string, stepId: string, isItself: boolean) => [
        `${about(text)}the step ${quoted(stepId)} ${isItself ? "is this step" : "runs later, if at all"}`,
        "Take the value from a step that has run before, or move the step.",
      ],
      itself: (text: string) => `${about(text)}the value is made of itself`,
      request: (text: string) => [`${about(text)}no step is sending a request here`, giveAnOutput],
      answer: (text: string, callsWorkflow: boolean) => [
        `${about(text)}there is no answer at this point`,
        callsWorkflow
          ? "The step calls a workflow, which has outputs and no answer: read `$outputs.<name>`. It fails by itself where one of that workflow's steps does."
          : giveAnOutput,
      ],
      failedCall: (text: string) => [
        `${about(text)}a workflow that has failed has returned nothing`,
        "The step has no success criteria, so that it fails only where that workflow does: ask for it in those, or in `onSuccess`.",
      ],
      calls: (text: string, stepIds: readonly string[]) => [
        `${about(text)}several steps call the workflow: ${listed(stepIds)}`,
        "Say which one: `$steps.<stepId>.outputs.<name>`.",
      ],
      workflow: (text: string, workflowId: string) => [
        `${about(text)}the workflow ${quoted(workflowId)} has not been called by then`,
        callBefore,
      ],
      deferred: (text: string) => [
        `${about(text)}the input is given later, when a step that sends it is reached`,
        "Read it in a step behind that one, or not at all.",
      ],
    },
    shown: (words) => words.step("$steps.make.outputs.id", "make", false),
  }),
  unknownOutput: error("unknown-output", {
    meaning: "The step or workflow has no output of this name.",
    example: "value: $steps.make.outputs.ID",
    wayOut: "Correct the name, or add the output.",
    assumed:
      "What the answer of the step is documented to have of that name, or its part by `response.body.<name>`; else the output of the only step before it that has one.",
    found: {
      ofStep: (text: string, stepId: string, name: string, known: Names) =>
        unknown(`${about(text)}${quoted(stepId)} has no output`, name, known),
      ofWorkflow: (name: string, known: Names, asked: Asked) =>
        unknown(`${workflowOf(asked)} has no output`, name, known),
    },
    shown: (words) => words.ofStep("$steps.make.outputs.ID", "make", "ID", []),
  }),
  unknownInput: error("unknown-input", {
    meaning: "The workflow declares no input of this name.",
    example: "value: $inputs.orderID",
    wayOut:
      "Correct the name, or declare the input. A text that is to be sent as it stands, though it begins like an expression, can be the `default` of an input, which is never read as one.",
    found: (name: string, known: Names, asked: Asked) => {
      const names = [...known];
      const [message, hint] = unknown(`${workflowOf(asked)} declares no input`, name, names);
      const isText = asked.text !== undefined && nearest(name, names) === undefined;
      return [message, [hint, isText && textAsItStands].filter(Boolean).join(" ") || undefined];
    },
    shown: (words) => words("orderID", [], { text: "$inputs.orderID" }),
  }),
  unusedInput: warning("unused-input", {
    meaning: "The workflow declares an input that nothing reads; callers would give a value for nothing.",
    example: "properties: { note: { type: string } }",
    wayOut: "Read it in a step, or remove it from the inputs.",
    found: (name: string) => `no step reads the input ${quoted(name)}`,
    shown: (words) => words("note"),
  }),
  inputRequired: note("input-required", {
    meaning:
      "An input that the workflow does not require goes to where a value is needed, so that callers have to give it.",
    example: "required: [count]\nproperties: { id: { type: string }, count: { type: integer } }",
    wayOut: "Name it among the `required` of the inputs, or give it a `default`.",
    found: (name: string) => [
      `the input ${quoted(name)} is not among those that are required, and yet something needs it`,
      `Add \`${name}\` to the required inputs, or give it a default.`,
    ],
    shown: (words) => words("id"),
  }),
  unknownWorkflow: error("unknown-workflow", {
    meaning: "No workflow of the documents has this id.",
    example: "workflowId: lst",
    wayOut: "Correct the name. One of another document is `$sourceDescriptions.<name>.<workflowId>`.",
    assumed: "The only one of the source descriptions that is so called, also behind `workflows.`.",
    found: {
      here: (workflowId: string, source: string | undefined, known: Names) => [
        `the document has no workflow ${quoted(workflowId)}`,
        source === undefined
          ? didYouMean(workflowId, known)
          : `Write ${quoted(`$sourceDescriptions.${source}.${workflowId}`)}.`,
      ],
      inSource: (workflowId: string, source: string, known: Names) =>
        unknown(`the source description ${quoted(source)} has no workflow`, workflowId, known),
      ofOpenApi: (source: string) =>
        `the source description ${quoted(source)} is an OpenAPI document, which has no workflows`,
      unrelated: (text: string, workflowId: string, known: readonly string[]) => {
        const meant = nearest(workflowId, known);
        return [
          `${about(text)}the workflow ${quoted(workflowId)} is neither called before nor depended on`,
          meant === undefined ? callBefore : `Did you mean ${quoted(meant)}?`,
        ];
      },
    },
    shown: (words) => words.here("lst", undefined, []),
  }),
  workflowCycle: error("workflow-cycle", {
    meaning: "A workflow calls, goes to or depends on itself, directly or by way of others.",
    example: "- workflowId: second\n  steps:\n  - stepId: back\n    workflowId: first",
    wayOut: "Cut the circle. What is to be repeated inside of one workflow is a `goto` to a step.",
    found: (workflowIds: readonly string[], isCall: boolean) => [
      `the workflow leads back to itself: ${workflowIds.map(quoted).join(" → ")}`,
      isCall ? "A loop goes back to a step of the same workflow: `type: goto` with a `stepId`." : undefined,
    ],
    shown: (words) => words(["first", "second", "first"], true),
  }),
  missingInput: error("missing-input", {
    meaning: "A required input of a workflow that is called gets no value.",
    example: "workflowId: show",
    wayOut: "Give it among the `parameters` of the step or action.",
    found: (workflowId: string, name: string) => [
      `the workflow ${quoted(workflowId)} requires the input ${quoted(name)}`,
      `Add \`{ name: ${name}, value: … }\` to the parameters.`,
    ],
    shown: (words) => words("show", "id"),
  }),
  unmetDependency: error("unmet-dependency", {
    meaning: "A step or workflow can be reached before what it depends on has been completed.",
    example: "dependsOn: [make]",
    wayOut: "Order the steps so that every way leads through what is depended on.",
    found: {
      step: (stepId: string, other: string, ran: "never" | "maybe") => [
        `${quoted(stepId)} depends on ${quoted(other)}, which is ${ran === "never" ? "never completed" : "not sure to be completed"} by then`,
        "Steps run in the order of the document: move one of them, or the `goto` that leads past it.",
      ],
      workflow: (workflowId: string) => [
        `the workflow ${quoted(workflowId)} is not sure to have been completed by then`,
        callBefore,
      ],
      ofCalled: (workflowId: string, other: string) => [
        `${quoted(workflowId)} depends on ${quoted(other)}, which is not sure to have been completed here`,
        callBefore,
      ],
    },
    shown: (words) => words.step("list", "make", "never"),
  }),
  unknownComponent: error("unknown-component", {
    meaning: "The components of the document have no entry of this name.",
    example: "reference: $components.parameters.sate",
    wayOut: "Correct the name, or add the component.",
    found: {
      reference: (reference: string, among: string) => [
        `${quoted(reference)} is no reference to ${among}`,
        `Write \`$components.${among}.<name>\`.`,
      ],
      name: (name: string, among: string, known: Names) => [
        `the components have no ${quoted(name)} among their ${among}`,
        didYouMean(name, known),
      ],
      value: (text: string, name: string, known: Names) => [
        `${about(text)}there is no such component`,
        didYouMean(name, known),
      ],
    },
    shown: (words) => words.name("sate", "parameters", []),
  }),
  parameterOfUrl: error("parameter-of-url", {
    meaning: "A step with `x-url` gives a parameter that the URL has in it already: it could not be sent.",
    example: "x-url: $inputs.url",
    wayOut: "Remove the parameter, or the `x-url`.",
    found: (where: string, name: string) => [
      `the ${where} parameter ${quoted(name)} is not sent: \`x-url\` takes the place of path and query`,
      "Remove it: the URL has it.",
    ],
    shown: (words) => words("query", "state"),
  }),
};
