import type {
  AskedServer,
  ClientPlan,
  DependencyPlan,
  Ending,
  InputPlan,
  Statement,
  WorkflowPlan,
} from "../ir/model.js";
import { visit } from "../ir/walk.js";
import { documentedOf } from "../types/documented.js";
import { rejoined } from "../types/rejoined.js";
import {
  allows,
  literals,
  membersOf,
  optionalType,
  sameType,
  string,
  union,
  type ObjectField,
  type Type,
} from "../types/type.js";
import { bindingCode, Code, code, commas, join, propertyKey, type DocTag } from "./code.js";
import type { SourceParts } from "./source-file.js";
import { credentialsDoc, isSigned, optionsType } from "./credentials-code.js";
import { FunctionContext } from "./function-context.js";
import { Imports } from "./imports.js";
import { inputsCode } from "./inputs-code.js";
import { runtimeContract, type RuntimePlace } from "./runtime-place.js";
import { statementsCode } from "./statement-code.js";
import { pollsDoc } from "./polls-doc.js";
import { fieldCode, fieldsCode, typeCode } from "./type-code.js";
import { jsonCode, valueCode } from "./value-code.js";

/** The file of one workflow: what goes in, what comes out, and the function between. */
export function workflowFile(plan: WorkflowPlan, runtime: RuntimePlace): SourceParts {
  const imports = new Imports(plan.fileName, plan.callsTwilio);
  const declarations = [
    ...plan.inputTypes.map((type) => typeDeclaration(type, imports)),
    inputInterface(plan, imports),
    dependenciesInterface(plan, imports),
    outputDeclaration(plan, imports),
    workflowFunction(plan, imports, runtime),
  ];
  return { origin: plan.origin.split("#", 1)[0], imports: imports.lines(), declarations };
}

function inputInterface(plan: WorkflowPlan, imports: Imports): Code {
  return code`
/** What {@link ${Code.identifier(plan.functionName)}} takes. */
export interface ${Code.identifier(plan.inputName)} {
${inputFields(plan.inputs, imports)}}
`;
}

/** A type that inputs are made of, which has a name because it holds itself. */
function typeDeclaration({ name, is }: WorkflowPlan["inputTypes"][number], imports: Imports): Code {
  return code`
/** A part of the input. */
export type ${Code.identifier(name)} = ${typeCode(is, imports)};
`;
}

/** What a caller may also answer later is a value or a function. */
function inputFields(inputs: readonly InputPlan[], imports: Imports): readonly Code[] {
  return inputs.flatMap((input) => {
    if (input.deferred === undefined) return fieldsCode([input], imports);
    const known: Type = { kind: "object", fields: input.deferred.known, rest: undefined };
    const args = [typeCode(input.type, imports), typeCode(known, imports)];
    const type = code`${imports.runtimeType("Deferred")}<${commas(args)}>`;
    return [fieldCode(input, input.optional ? code`${type} | undefined` : type)];
  });
}

function dependenciesInterface({ functionName, dependenciesName, dependencies }: WorkflowPlan, imports: Imports): Code {
  if (dependencies.length === 0) return code``;
  return code`
/** What {@link ${Code.identifier(functionName)}} takes of the workflows that have to be completed before it. */
export interface ${Code.identifier(dependenciesName)} {
${dependencies.map((dependency) => dependencyFields(dependency, imports))}}
`;
}

function dependencyFields(
  { workflowId, fileName, outputs, outputName, inputs }: DependencyPlan,
  imports: Imports,
): Code {
  const returned = code`${Code.docComment([`What the workflow ${workflowId} returned.`])}${propertyKey(outputs)}: ${imports.workflowType(fileName, outputName)};\n`;
  if (inputs === undefined) return returned;
  const type = imports.workflowType(fileName, inputs.typeName);
  return code`${returned}${Code.docComment([`What it was given.`])}${propertyKey(inputs.field)}: ${type};\n`;
}

function outputDeclaration(plan: WorkflowPlan, imports: Imports): Code {
  const name = Code.identifier(plan.outputName);
  const link = Code.identifier(plan.functionName);
  const [only] = plan.endings;
  if (only !== undefined && plan.endings.length === 1) {
    return code`
/** What {@link ${link}} returns. */
export interface ${name} {
${fieldsCode(only.fields, imports)}}
`;
  }
  const shared = sharedFields(plan.endings);
  const others = byFields(
    plan.endings.map(({ outcome, fields }) => ({
      outcomes: [outcome],
      fields: fields.flatMap((field) => (hasField(shared, field) ? [] : withoutComment(field, shared))),
    })),
  );
  const doc = code`
/** What {@link ${link}} returns; \`outcome\` says how it ended. */
`;
  if (others.every(({ fields }) => fields.length === 0)) {
    const outcomes = outcomeField(plan.endings.map(({ outcome }) => outcome));
    return code`${doc}export interface ${name} {
${fieldsCode([outcomes, ...shared], imports)}}
`;
  }
  const each = others.map(({ outcomes, fields }) => {
    return code`| {\n${fieldsCode([outcomeField(outcomes), ...fields], imports)}}\n`;
  });
  return shared.length === 0
    ? code`${doc}export type ${name} =\n${each};\n`
    : code`${doc}export type ${name} = {\n${fieldsCode(shared, imports)}} & (\n${each});\n`;
}

/**
 * The fields that all endings have alike, and those with one comment in all, which are of any of their types here: each
 * ending says which of these is its own.
 */
function sharedFields(endings: readonly Ending[]): readonly ObjectField[] {
  return (endings[0]?.fields ?? []).flatMap((field): readonly ObjectField[] => {
    const same = endings.flatMap(({ fields }) => fields.filter(({ name }) => name === field.name));
    if (same.length < endings.length) return [];
    if (same.every((each) => hasField([field], each))) return [field];
    const { description } = field;
    if (description === undefined || same.some((each) => each.description !== description)) return [];
    const optional = same.some((each) => each.optional);
    const type = withoutLost(rejoined(documentedOf(same)), union(same.map((each) => each.type)));
    return [{ ...field, type: optional ? optionalType(type) : type, optional }];
  });
}

/** A type without `null` and `undefined` where nothing is left of them. */
function withoutLost(type: Type, left: Type): Type {
  const isLost = ({ kind }: Type): boolean => (kind === "null" || kind === "undefined") && !allows(left, kind);
  return union(membersOf(type).filter((member) => !isLost(member)));
}

function withoutComment(field: ObjectField, shared: readonly ObjectField[]): ObjectField {
  return shared.some(({ name }) => name === field.name) ? { ...field, description: undefined } : field;
}

/** Endings that have the same fields, the outcomes of which they are alone apart. */
interface AlikeEndings {
  readonly outcomes: readonly string[];
  readonly fields: readonly ObjectField[];
}

/** The endings with the same fields as one, in the place of the first of them. */
function byFields(endings: readonly AlikeEndings[]): readonly AlikeEndings[] {
  const kinds: { outcomes: string[]; fields: readonly ObjectField[] }[] = [];
  for (const { outcomes, fields } of endings) {
    const alike = kinds.find(
      (one) => one.fields.length === fields.length && fields.every((each) => hasField(one.fields, each)),
    );
    if (alike === undefined) kinds.push({ outcomes: [...outcomes], fields });
    else alike.outcomes.push(...outcomes);
  }
  return kinds;
}

function hasField(fields: readonly ObjectField[], { name, optional, type }: ObjectField): boolean {
  return fields.some((field) => field.name === name && field.optional === optional && sameType(field.type, type));
}

function outcomeField(outcomes: readonly string[]): ObjectField {
  const type = literals(outcomes) ?? string;
  return { name: "outcome", type, optional: false, description: undefined };
}

function workflowFunction(plan: WorkflowPlan, imports: Imports, runtime: RuntimePlace): Code {
  const name = Code.identifier(plan.functionName);
  const inputType = Code.identifier(plan.inputName);
  const outputType = Code.identifier(plan.outputName);
  // Before an argument that has to be there none can be left away.
  const isGiven = plan.inputRequired || plan.dependencies.length > 0;
  // An underscore says to the compiler that a parameter is never read.
  const isRead = isGiven || plan.inputs.length > 0;
  const input = isGiven
    ? code`input: ${inputType}`
    : code`${Code.identifier(isRead ? "input" : "_input")}: ${inputType} = {}`;
  const context = new FunctionContext(imports, plan);
  const doc = [plan.summary ?? "", plan.description ?? "", pollsDoc(plan), credentialsDoc(plan)];
  const body = statementsCode(plan.body, context);
  const settings = [
    code`version: ${Code.literal(plan.version)}`,
    ...(runtime === "package" ? [code`contract: ${Code.literal(runtimeContract)}`] : []),
    ...(isSigned(plan) ? [imports.runtime("signers")] : []),
  ];
  const open = [Code.literal(plan.workflowId), code`options`, code`{ ${commas(settings)} }`];
  const tags: DocTag[] = [{ name: "generated", text: `from workflow ${plan.workflowId} (${plan.origin})` }];
  return code`
${Code.docComment(doc, tags)}export async function ${name}(
  ${input},
${dependenciesParameter(plan)}  options?: ${optionsType(plan, imports)},
): Promise<${outputType}> {
  const run: ${imports.runtimeType("WorkflowRun")} = ${imports.runtime("openWorkflow")}(${commas(open)});
${inputsCode(plan)}${plan.askedServers.map(askCode)}${plan.clients.map((client) => clientCode(client, plan, context))}${plan.inputs.map((field) => fallbackCode(field, context))}
${body}}
`;
}

function dependenciesParameter({ dependencies, dependenciesName }: WorkflowPlan): Code {
  return dependencies.length === 0 ? code`` : code`dependencies: ${Code.identifier(dependenciesName)},\n`;
}

function clientCode(client: ClientPlan, plan: WorkflowPlan, context: FunctionContext): Code {
  const { local, ...called } = client;
  const paths = pathsType(client, plan, context);
  return code`const ${Code.identifier(local)} = run.api<${paths}>(${serverCode(called, context.contentTypes.get(local))});
`;
}

/** The paths of an API; of one that has several servers only those that are called on this one. */
function pathsType(
  { local, fileName, interfaceName, follows, server }: ClientPlan,
  { clients, body }: WorkflowPlan,
  { imports }: FunctionContext,
): Code {
  const api = imports.apiType(fileName, interfaceName);
  if (follows) return code`${imports.runtimeType("Following")}<${api}>`;
  const isAlone = clients.every((other) => other.interfaceName !== interfaceName || other.server === server);
  const called = isAlone ? [] : [...pathsOn(local, body)].map((path) => Code.literal(path));
  return called.length === 0 ? api : code`Pick<${api}, ${join(called, code` | `)}>`;
}

/** The paths that are called on a client. */
function pathsOn(client: string, body: readonly Statement[]): ReadonlySet<string> {
  const paths = new Set<string>();
  visit(body, {
    statement: (statement) => {
      if (statement.kind === "request" && statement.client === client) paths.add(statement.path);
    },
  });
  return paths;
}

/** What this function calls is called on a server that its caller has to name: that is checked before anything is sent. */
function askCode(asked: AskedServer): Code {
  return code`run.api(${serverCode(asked)});\n`;
}

function serverCode({ server, source, security, hosts }: Omit<AskedServer, "fileName">, contentType?: string): Code {
  const settings = [
    ...(source === undefined ? [] : [code`source: ${Code.literal(source)}`]),
    ...(contentType === undefined ? [] : [code`contentType: ${Code.literal(contentType)}`]),
    ...(security === undefined ? [] : [code`security: ${jsonCode([...security])}`]),
    ...(hosts.length === 0 ? [] : [code`hosts: ${jsonCode([...hosts])}`]),
  ];
  return settings.length === 0 ? Code.literal(server) : code`${Code.literal(server)}, { ${commas(settings)} }`;
}

function fallbackCode({ name, type, fallback }: InputPlan, context: FunctionContext): Code {
  if (fallback === undefined) return code``;
  const given = valueCode({ kind: "input", name, local: undefined, steps: [] }, context);
  const standIn =
    fallback.value.kind === "credential"
      ? context.call("accountSidOf", [code`run`])
      : valueCode(fallback.value, context);
  const local = Code.identifier(fallback.local);
  const isNull = fallback.value.kind === "literal" && fallback.value.value === null;
  // A null that is given stays null.
  return allows(type, "null") && !isNull
    ? code`const { ${bindingCode(name, local)} = ${standIn} } = input;\n`
    : code`const ${local} = ${given} ?? ${standIn};\n`;
}
