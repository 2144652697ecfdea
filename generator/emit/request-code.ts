import type {
  ExpectedAnswer,
  Field,
  FieldStyle,
  Json,
  ParameterStyle,
  RequestStatement,
  WholeQuery,
} from "../ir/model.js";
import { Code, code, commas, objectKey } from "./code.js";
import { json, type FunctionContext } from "./function-context.js";
import { jsonCode, objectCode, valueCode } from "./value-code.js";

/** The request of a step, inlined. */
export function requestCode(request: RequestStatement, context: FunctionContext): Code {
  const settings = settingsCode(request, context);
  const attempt =
    request.attempts === undefined
      ? code`run.step(${commas([Code.literal(request.stepId), ...settings])})`
      : code`${Code.identifier(request.attempts)}.attempt(${settings})`;
  const params = request.parameters.map(
    (group) => code`${Code.identifier(group.in)}: ${objectCode(group.fields, context)}, `,
  );
  const init = [
    code`...${attempt},\n`,
    ...(params.length === 0 ? [] : [code`params: { ${params} },\n`]),
    ...writingCode(request, context),
    ...headersCode(request, context),
    ...bodyWriterCode(request, context),
    ...(request.body === undefined ? [] : [code`body: ${valueCode(request.body, context)},\n`]),
    ...(request.answer.parseAs === "json" ? [] : [code`parseAs: ${Code.literal(request.answer.parseAs)},\n`]),
  ];
  const answer = request.local === undefined ? code`` : code`const ${Code.identifier(request.local)} = `;
  return code`${Code.comment(request.comment ?? "")}${answer}await ${Code.identifier(request.client)}.${method(request)}(${Code.literal(request.path)}, {
${init}});
`;
}

/** Headers that are no parameters of the operation, and those that say what the body is. */
function headersCode(request: RequestStatement, context: FunctionContext): readonly Code[] {
  const { client, headers, contentType, answer } = request;
  const type: readonly Field[] =
    contentType === undefined || contentType === (context.contentTypes.get(client) ?? json)
      ? []
      : [{ name: "Content-Type", value: { kind: "literal", value: contentType } }];
  const { accept } = answer;
  const isOwn = headers.some(({ name }) => name.toLowerCase() === "accept");
  const accepted: readonly Field[] =
    accept === undefined || isOwn ? [] : [{ name: "Accept", value: { kind: "literal", value: accept } }];
  const fields = [...headers, ...accepted, ...type];
  return fields.length === 0 ? [] : [code`headers: ${objectCode(fields, context)},\n`];
}

/** How the path and the query are written, where that is not plainly. */
function writingCode({ styles, wholeQuery }: RequestStatement, context: FunctionContext): readonly Code[] {
  const path = styles.filter((style) => style.in === "path");
  const query = styles.filter((style) => style.in === "query");
  const whole = wholeQuery && [valueCode(wholeQuery.value, context), ...mediaTypeCode(wholeQuery)];
  const writers: Code[] = [];
  if (path.length > 0) writers.push(code`pathSerializer: ${context.call("styledPath", [stylesCode(path)])},\n`);
  if (query.length > 0) writers.push(code`querySerializer: ${context.call("styledQuery", [stylesCode(query)])},\n`);
  if (whole !== undefined) writers.push(code`querySerializer: ${context.call("wholeQuery", whole)},\n`);
  return writers;
}

/** How the body is written, where it may be more than text. */
function bodyWriterCode(
  { body, contentType = json, fieldStyles }: RequestStatement,
  context: FunctionContext,
): readonly Code[] {
  const [type = ""] = contentType.toLowerCase().split(";", 1);
  if (body !== undefined && fieldStyles.length > 0) {
    const styled = type.startsWith("multipart/") ? "styledMultipart" : "styledForm";
    return [code`bodySerializer: ${context.call(styled, [stylesCode(fieldStyles)])},\n`];
  }
  if (body === undefined || /^application\/(json|x-www-form-urlencoded|.+\+json)$/.test(type.trim())) return [];
  const writer = context.imports.runtime(type.startsWith("multipart/") ? "multipartBody" : "blobBody");
  return [code`bodySerializer: ${writer},\n`];
}

function mediaTypeCode({ mediaType }: WholeQuery): readonly Code[] {
  return mediaType === undefined ? [] : [Code.literal(mediaType)];
}

function stylesCode(styles: readonly (ParameterStyle | FieldStyle)[]): Code {
  const fields = styles.map(({ name, style }) => code`${objectKey(name)}: ${jsonCode(style)}`);
  return code`{ ${commas(fields)} }`;
}

/** What is particular about the attempt at a step, if anything is. */
function settingsCode(request: RequestStatement, context: FunctionContext): readonly Code[] {
  const { timeout, secrets, idempotencyKey, answer, expects, isRead } = request;
  const settings = [
    ...(expects === undefined ? [] : [code`expect: ${jsonCode(expectedOf(expects))}`]),
    ...(isRead ? [] : [code`unread: true`]),
    ...atCode(request, context),
    ...partCode(request),
    ...(timeout === undefined ? [] : [code`timeout: ${Code.count(timeout)}`]),
    ...(secrets.length === 0 ? [] : [code`secrets: ${jsonCode([...secrets])}`]),
    ...(idempotencyKey === undefined ? [] : [code`idempotencyKey: ${Code.literal(idempotencyKey)}`]),
    ...(answer.mayBeEmpty ? [code`empty: true`] : []),
    ...(answer.shape === undefined ? [] : [code`shape: ${jsonCode(answer.shape)}`]),
  ];
  return settings.length === 0 ? [] : [code`{ ${commas(settings)} }`];
}

function expectedOf({ success, failure }: ExpectedAnswer): Json {
  const all = [success, failure === "any" ? "failure" : failure].flat();
  return all.length === 1 ? (all[0] ?? all) : all;
}

/** The part of a stream that is asked for. */
function partCode({ part }: RequestStatement): readonly Code[] {
  return part === undefined ? [] : [code`events: ${Code.identifier(part)}.events`];
}

/** The URL that takes the place of path and query. */
function atCode({ stepId, follows, page }: RequestStatement, context: FunctionContext): readonly Code[] {
  if (page !== undefined) return [code`at: ${Code.identifier(page)}.at`];
  if (follows === undefined) return [];
  const { url, server, source, hosts } = follows;
  const options = [
    ...(hosts.length === 0 ? [] : [code`hosts: ${jsonCode([...hosts])}`]),
    ...(source === undefined ? [] : [code`source: ${Code.literal(source)}`]),
  ];
  const args = [code`run`, Code.literal(stepId), Code.literal(server), valueCode(url, context)];
  return [
    code`at: ${context.call("followUrl", options.length === 0 ? args : [...args, code`{ ${commas(options)} }`])}`,
  ];
}

function method(request: RequestStatement): Code {
  return Code.identifier(request.method.toUpperCase());
}
