import { documentedSuccess, isOfTwilio, jsonSchema, responseFor, type Operation } from "../openapi/index.js";
import { partsOf, type Schema } from "../schema/index.js";
import { draftEndings } from "./draft-endings.js";
import { DraftInputs } from "./draft-inputs.js";
import { alike, draftName } from "./draft-names.js";

/** An operation that becomes a step, and the source description that it is of. */
export interface Chosen {
  readonly operation: Operation;
  readonly operationId: string;
  readonly source: string;
}

/** A step that stands in the draft already. */
interface Earlier {
  readonly stepId: string;
  readonly operation: Operation;
  /** What its answer holds, at the top. */
  readonly answer: ReadonlyMap<string, Schema>;
  readonly outputs: Record<string, string>;
}

/** What a step sends at one place. */
interface Target {
  readonly name: string;
  readonly schema: Schema | undefined;
  readonly required: boolean;
  readonly description?: string | undefined;
}

/**
 * A workflow of the chosen operations, one after the other, as data for a document. What a step has to send comes from
 * an input that is there already, from the answer of an earlier step (by the path, or by its name and type), or is a
 * new input.
 */
export function draftWorkflow(workflowId: string, chosen: readonly Chosen[]): Readonly<Record<string, unknown>> {
  const inputs = new DraftInputs();
  const earlier: Earlier[] = [];
  const isOneSource = new Set(chosen.map(({ source }) => source)).size === 1;
  const steps = chosen.map((one, index) => {
    const { operation, operationId, source } = one;
    const parameters = operation.parameters
      .filter(({ required }) => required)
      .map((parameter) => {
        return { name: parameter.name, in: parameter.in, value: valueFor(parameter, operation, earlier, inputs) };
      });
    const requestBody = draftBody(operation, earlier, inputs);
    const step: Earlier = {
      stepId: freeName(draftName(operationId), new Set(earlier.map(({ stepId }) => stepId))),
      operation,
      answer: answerOf(operation),
      outputs: {},
    };
    const id = [...step.answer.keys()].find((name) => alike(name, "sid") || alike(name, "id"));
    if (id !== undefined) outputOf(step, id);
    const endings = index === chosen.length - 1 ? draftEndings(operation, step.answer) : undefined;
    if (endings !== undefined) step.outputs[draftName(endings.property)] = `$response.body#/${endings.property}`;
    const statuses = documentedSuccess(operation);
    earlier.push(step);
    return {
      stepId: step.stepId,
      ...(operation.summary !== undefined && { description: operation.summary }),
      operationId: isOneSource ? operationId : `$sourceDescriptions.${source}.${operationId}`,
      ...(parameters.length > 0 && { parameters }),
      ...(requestBody !== undefined && { requestBody }),
      ...(statuses.length > 0 && {
        successCriteria: [{ condition: statuses.map((status) => `$statusCode == ${status}`).join(" || ") }],
      }),
      ...endings?.fields,
      // Later steps add to it what they need of this one.
      outputs: step.outputs,
    };
  });
  return {
    workflowId,
    inputs: inputs.schema(),
    steps: steps.map(({ outputs, ...step }) => (Object.keys(outputs).length > 0 ? { ...step, outputs } : step)),
    ...outputsOf(earlier),
  };
}

/** The workflow's own outputs: those of all steps, each once by name. */
function outputsOf(steps: readonly Earlier[]): { readonly outputs?: Readonly<Record<string, string>> } {
  const outputs = new Map<string, string>();
  for (const { stepId, outputs: own } of steps) {
    for (const name of Object.keys(own)) {
      const key = name === "sid" || name === "id" ? draftName(`${stepId} ${name}`) : name;
      outputs.set(outputs.has(key) ? draftName(`${stepId} ${name}`) : key, `$steps.${stepId}.outputs.${name}`);
    }
  }
  return outputs.size === 0 ? {} : { outputs: Object.fromEntries(outputs) };
}

/** More fields than these that nobody has to give are not all for one workflow. */
const mostOptional = 10;

/** The body with its required fields, and those that hold plain values where these are few. */
function draftBody(operation: Operation, earlier: readonly Earlier[], inputs: DraftInputs): object | undefined {
  const { contents = [], required = false } = operation.requestBody ?? {};
  const content = contents.find(({ mediaType }) => /json/i.test(mediaType)) ?? contents[0];
  const parts = content?.schema === undefined ? [] : partsOf(content.schema);
  const isRequired = new Set(parts.flatMap((part) => [...part.required]));
  const fields = [...new Map(parts.flatMap((part) => [...part.properties]))];
  const needed = fields.filter(([name]) => isRequired.has(name));
  const optional = fields.filter(([name, schema]) => !isRequired.has(name) && isPlain(schema) && !isReadOnly(schema));
  const isMany = optional.length > mostOptional && !(required && needed.length === 0);
  const chosen = [...needed, ...(isMany ? [] : optional.slice(0, mostOptional))];
  if (content === undefined || chosen.length === 0) return undefined;
  const payload = chosen.map(([name, schema]) => {
    const target = { name, schema, required: isRequired.has(name), description: schema.description };
    return [name, valueFor(target, operation, earlier, inputs)] as const;
  });
  return { contentType: content.mediaType, payload: Object.fromEntries(payload) };
}

function valueFor(target: Target, operation: Operation, earlier: readonly Earlier[], inputs: DraftInputs): string {
  const known = inputs.named(target.name);
  if (known !== undefined) return `$inputs.${known}`;
  // What nobody has to give is taken from nowhere unasked.
  for (const step of target.required ? earlier.toReversed() : []) {
    const property = fromCollection(target, operation, step) ?? fromName(target, step);
    if (property !== undefined) return `$steps.${step.stepId}.outputs.${outputOf(step, property)}`;
  }
  const isAccount = alike(target.name, "accountSid") && isOfTwilio(operation);
  return `$inputs.${inputs.add(target, isAccount)}`;
}

/** `/things/{id}` names one of those that a step has made at `/things`: by the id in its answer. */
function fromCollection({ name, schema }: Target, { path }: Operation, step: Earlier): string | undefined {
  const collection = step.operation.path.replace(/\.json$/, "").replace(/\/$/, "");
  if (step.operation.method !== "post" || !path.startsWith(`${collection}/{${name}}`)) return undefined;
  const names = [...step.answer.keys()];
  const id = names.find((each) => alike(each, name)) ?? names.find((each) => alike(each, "sid") || alike(each, "id"));
  return id !== undefined && fits(step.answer.get(id), schema) ? id : undefined;
}

/** A name that says nothing by itself is no reason to take one for the other. */
const vague = new Set(["id", "sid", "name", "type", "status", "state", "body", "to", "from", "url", "uri", "date"]);

function fromName({ name, schema }: Target, { answer }: Earlier): string | undefined {
  if (vague.has(name.toLowerCase())) return undefined;
  return [...answer].find(([each, given]) => alike(each, name) && fits(given, schema))?.[0];
}

/** Makes an output of a property of a step's answer, where it is none yet. @returns its name */
function outputOf(step: Earlier, property: string): string {
  const name = draftName(property);
  step.outputs[name] = `$response.body#/${property.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return name;
}

/** The properties of the JSON that an operation answers with when it succeeds. */
function answerOf(operation: Operation): ReadonlyMap<string, Schema> {
  const [status] = documentedSuccess(operation);
  const schema = status === undefined ? undefined : jsonSchema(responseFor(operation, status));
  return new Map(schema === undefined ? [] : partsOf(schema).flatMap((part) => [...part.properties]));
}

function fits(given: Schema | undefined, wanted: Schema | undefined): boolean {
  if (given === undefined || wanted === undefined) return true;
  const isOpen = given.types.size === 0 || wanted.types.size === 0;
  return isOpen || [...given.types].some((type) => wanted.types.has(type));
}

function isPlain({ types }: Schema): boolean {
  return types.size > 0 && [...types].every((type) => type !== "object" && type !== "array");
}

function isReadOnly({ raw }: Schema): boolean {
  return raw["readOnly"] === true;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let count = 2; ; count++) if (!taken.has(`${name}${count}`)) return `${name}${count}`;
}
