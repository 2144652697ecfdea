import { kinds } from "../generator/diagnostics.js";
import { listSchemas } from "./list-schemas.js";

type Schema = Readonly<Record<string, unknown>>;

const described = (description: string, schema: Schema = {}): Schema => ({ ...schema, description });
const text = (description: string): Schema => ({ type: "string", minLength: 1, description });
const prose = (description: string): Schema => ({ type: "string", description });
const named = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const listOf = (item: Schema, description: string, least = 0): Schema => ({
  type: "array",
  items: item,
  minItems: least,
  description,
});
const mapOf = (value: Schema, description: string): Schema => ({
  type: "object",
  additionalProperties: value,
  description,
});
const oneOf = (...schemas: readonly Schema[]): Schema => ({ anyOf: schemas });

const allowances: Schema = {
  type: "object",
  description: "Findings that are meant here and below: the code of each, and why.",
  properties: Object.fromEntries(kinds.map(({ code, meaning }) => [code, prose(meaning)])),
  additionalProperties: { type: "string" },
};

/** An object of the specification: its fields, `x-allow`, and any other extension. */
function object(fields: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return {
    type: "object",
    properties: { ...fields, "x-allow": named("allowances") },
    required,
    patternProperties: { "^x-": {} },
    additionalProperties: false,
  };
}

const milliseconds = (description: string): Schema => ({ type: "number", exclusiveMinimum: 0, description });

const poll = oneOf(
  { const: false, description: "The step is not polled." },
  object({
    interval: milliseconds("The first wait, in milliseconds. Default: 2000."),
    factor: { type: "number", minimum: 1, description: "What the wait grows by each time. Default: 1.5." },
    maxInterval: milliseconds("The longest wait, in milliseconds. Default: 30000."),
    deadline: milliseconds("When the poll gives up, in milliseconds after its first request. Default: 300000."),
  }),
);

const callback = object(
  {
    event: text("The kind of the callback, such as `message-status`."),
    match: text("What it is about: an output of an earlier step, `$steps.send.outputs.sid`."),
    url: text("The field by which the request of that step says where callbacks are sent."),
  },
  ["event", "match"],
);

const security = listOf(
  object(
    {
      schemeName: text("A security scheme of the OpenAPI document, by its name."),
      scheme: { type: "object", description: "A security scheme that stands here." },
      values: mapOf({}, "Its secrets, by their names: `token`, `username`, `password`, `apiKey` …"),
    },
    ["values"],
  ),
  "What signs the requests, in place of the caller's credentials. Of this generator and of Redocly Respect.",
);

const expression = "a constant, a text with `{$expressions}`, or one expression";

const parameter = object(
  {
    name: text("The parameter of the operation, or the input of the workflow that is called."),
    in: {
      enum: ["path", "query", "querystring", "header", "cookie"],
      description: "Where the parameter is sent; left away where a workflow is called.",
    },
    value: described(`What is sent: ${expression}.`),
  },
  ["name", "value"],
);

const reusable: Schema = {
  type: "object",
  properties: {
    reference: text("A component: `$components.parameters.NAME`."),
    value: described("What a parameter is to be here, in place of its own value."),
  },
  required: ["reference"],
};

const parameters = (description: string): Schema => listOf(oneOf(named("reusable"), named("parameter")), description);

const criterion = object(
  {
    context: prose("What `regex`, `jsonpath` and `xpath` look at, as an expression: `$response.body`."),
    condition: prose("What has to hold: `$statusCode == 200`, or a pattern or query for the context."),
    type: oneOf(
      { enum: ["simple", "regex", "jsonpath", "xpath"], description: "How `condition` is read. Default: `simple`." },
      named("expressionType"),
    ),
  },
  ["condition"],
);

const actionFields = {
  name: text("The name of the action; of an ending, its `outcome`, too."),
  stepId: text("The step that is next."),
  workflowId: text("The workflow that is next."),
  parameters: parameters("What the workflow that is next is given."),
  criteria: listOf(named("criterion"), "All of these have to hold for the action to be taken. Default: none."),
};

const successAction = object(
  { ...actionFields, type: { enum: ["end", "goto"], description: "Ends the workflow, or goes on elsewhere." } },
  ["name", "type"],
);

const failureAction = object(
  {
    ...actionFields,
    type: { enum: ["end", "goto", "retry"], description: "Ends the workflow, goes on elsewhere, or tries once more." },
    retryAfter: { type: "number", minimum: 0, description: "How long a `retry` waits, in seconds. Default: 0." },
    retryLimit: { type: "integer", minimum: 0, description: "How often it is tried once more, at most. Default: 1." },
  },
  ["name", "type"],
);

const actions = (kind: string, description: string): Schema => {
  return listOf(oneOf(named("reusable"), named(kind)), description);
};

const outputs = (description: string): Schema =>
  mapOf({ type: ["string", "number", "boolean", "object"] }, description);

const requestBody = object({
  contentType: text("Its media type. Default: the one that the operation takes."),
  payload: described(`What is sent, of any shape; each text in it is ${expression}.`),
  replacements: listOf(
    object(
      {
        target: prose("Where in the payload, as a JSON Pointer, or as a path of `targetSelectorType`."),
        targetSelectorType: oneOf({ enum: ["jsonpath", "xpath", "jsonpointer"] }, named("expressionType")),
        value: described(`What is put there: ${expression}.`),
      },
      ["target", "value"],
    ),
    "Values that are put into the payload before it is sent.",
  ),
});

const step = object(
  {
    stepId: text("The name of the step, by which others name it."),
    description: prose("What the step is for: a comment in the function."),
    operationId: text(
      "The operation to call, by its `operationId`: `$sourceDescriptions.NAME.ID` where there are several.",
    ),
    operationPath: text("The operation to call, by its place: `{$sourceDescriptions.NAME.url}#/paths/~1orders/get`."),
    workflowId: text("The workflow to call."),
    parameters: parameters("What is sent in path, query, headers and cookies, or given to the workflow."),
    requestBody: named("requestBody"),
    successCriteria: listOf(named("criterion"), "All of these have to hold for the step to have succeeded.", 1),
    onSuccess: actions("successAction", "What follows a success: the first whose criteria hold."),
    onFailure: actions("failureAction", "What follows a failure: the first whose criteria hold."),
    outputs: outputs("What the step gives to others, by name: `$response.body#/id`."),
    timeout: { type: "integer", exclusiveMinimum: 0, description: "How long the step may take, in milliseconds." },
    dependsOn: listOf(text("A step that has to have run before."), "Steps that have to have run before."),
    "x-poll": named("poll"),
    "x-callback": callback,
    "x-each": named("each"),
    "x-pages": named("pages"),
    "x-idempotency-key": text("The header that holds an idempotency key: the request may then be repeated."),
    "x-security": security,
    "x-url": text("The URL that the request goes to, in place of server, path and query of its operation."),
    "x-hosts": listOf(
      text("`files.example.com`, `*.example.com`, with a port if there is one."),
      "Where else `x-url` may lead.",
      1,
    ),
  },
  ["stepId"],
);

const input = {
  allOf: [{ type: ["object", "boolean"] }],
  properties: {
    "x-deferred": described("The caller may give a function, which is called when the value is needed.", {
      type: "boolean",
    }),
    "x-default": described("The input is optional, and taken from the credentials.", {
      const: "$credentials.accountSid",
    }),
  },
};

const inputs: Schema = {
  type: "object",
  description: "What the workflow takes, as a JSON Schema: its `properties` are the fields of the input interface.",
  properties: {
    properties: mapOf(named("input"), "The inputs, by name."),
    required: listOf(text("An input."), "Inputs that callers have to give."),
  },
};

const workflow = object(
  {
    workflowId: text("The name of the workflow, which becomes that of the function."),
    summary: prose("What the workflow does, in a line: the first line of the function's comment."),
    description: prose("What the workflow does: the rest of the function's comment."),
    inputs: named("inputs"),
    dependsOn: listOf(text("A workflow."), "Workflows that have to be completed before this one."),
    steps: listOf(named("step"), "The steps, in the order in which they run unless actions say otherwise.", 1),
    successActions: actions("successAction", "Actions of all steps, behind their own."),
    failureActions: actions("failureAction", "Actions of all steps, behind their own."),
    outputs: outputs("What the function returns, by name: `$steps.STEP.outputs.NAME`."),
    parameters: parameters("Parameters of all steps that do not give them themselves."),
    "x-security": security,
  },
  ["workflowId", "steps"],
);

const sourceDescription = object(
  {
    name: text("The name that expressions call the document by."),
    url: text("Where the document lies: a path, or an https URL of which `twilio-workflows fetch` keeps a copy."),
    type: { enum: ["openapi", "arazzo"], description: "What the document is." },
    "x-serverUrl": text("The server to call, in place of those that the document names."),
  },
  ["name", "url"],
);

const components = object({
  inputs: mapOf(named("inputs"), "Inputs that workflows refer to: `$ref: '#/components/inputs/NAME'`."),
  parameters: mapOf(named("parameter"), "Parameters that steps refer to."),
  successActions: mapOf(named("successAction"), "Actions that steps and workflows refer to."),
  failureActions: mapOf(named("failureAction"), "Actions that steps and workflows refer to."),
});

/**
 * JSON Schema of Arazzo documents with the extensions of this generator, which editors complete and explain with. It is
 * of the fields alone: what they lead to, and what else is wrong, is for `twilio-workflows lint`.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html#schema
 */
export const arazzoSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Arazzo, with the extensions of twilio-workflows",
  ...object(
    {
      arazzo: described("The version of Arazzo.", { type: "string", pattern: "^1\\.[01]\\.\\d+" }),
      $self: text("The URI of the document."),
      info: object(
        {
          title: prose("What the document is called."),
          summary: prose("What it is about, in a line."),
          description: prose("What it is about."),
          version: prose("The version of the document."),
        },
        ["title", "version"],
      ),
      sourceDescriptions: listOf(
        named("sourceDescription"),
        "The documents whose operations and workflows are called.",
        1,
      ),
      workflows: listOf(named("workflow"), "The workflows: each becomes a function.", 1),
      components: named("components"),
    },
    ["arazzo", "info", "sourceDescriptions", "workflows"],
  ),
  $defs: {
    sourceDescription,
    workflow,
    inputs,
    input,
    step,
    parameter,
    reusable,
    requestBody,
    criterion,
    expressionType: object(
      {
        type: { enum: ["jsonpath", "xpath", "jsonpointer"], description: "The language." },
        version: text("Its version: `rfc9535` of JSONPath."),
      },
      ["type", "version"],
    ),
    successAction,
    failureAction,
    poll,
    ...listSchemas(object),
    components,
    allowances,
  },
};
