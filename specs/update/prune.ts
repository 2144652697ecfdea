import { STATUS_CODES } from "node:http";

/** JSON data, of which nothing is known yet. */
export type Data = Readonly<Record<string, unknown>>;

/** The answer that every API of Twilio gives to a request that fails; its documents leave it out. */
const ERROR_RESPONSE = { $ref: "#/components/responses/Error" };

const ERROR_COMPONENT = {
  description: "The request failed. A 5xx from a gateway in front of the API can have another body, or none.",
  content: { "application/json": { schema: { $ref: "#/components/schemas/TwilioError" } } },
};

const TWILIO_ERROR = {
  type: "object",
  description: "What Twilio says about a request that failed.",
  required: ["message", "status"],
  properties: {
    code: { type: "integer", description: "Twilio's number for this kind of error. Not every error has one." },
    message: { type: "string", description: "What went wrong, in a sentence. Its wording can change." },
    more_info: { type: "string", description: "URL of the page that explains `code`." },
    status: { type: "integer", description: "HTTP status of the response." },
  },
};

const METHODS = ["get", "put", "post", "delete", "patch"];

/** What every resource that has a SID comes with, though the documents let it be null or absent. */
const ALWAYS_THERE = ["sid", "status"];

/**
 * Cuts an official document down to some operations and the components that they reach. Every parameter, field, enum,
 * pattern, status and server of these stays; texts, examples and extensions go, and the answer to a failed request
 * comes in. Throws an error if the document lacks one of the operations.
 */
export function prune(official: Data, operationIds: readonly string[]): Data {
  const paths = Object.entries(dataIn(official, "paths")).flatMap(([path, item]) => {
    const kept = keptMethods(asData(item), operationIds);
    return kept ? [[path, kept] as const] : [];
  });
  const found = paths.flatMap(([, item]) => METHODS.map((method) => dataIn(item, method)["operationId"]));
  const missing = operationIds.filter((id) => !found.includes(id));
  if (missing.length > 0) throw new Error(`The official document has no operation ${missing.join(", ")}`);

  const components = dataIn(official, "components");
  const { schemas, ...others } = reachedComponents(Object.fromEntries(paths), components);
  const { title, version } = dataIn(official, "info");
  return {
    openapi: official["openapi"],
    info: { title, version },
    servers: official["servers"],
    security: official["security"],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: withoutTexts(components["securitySchemes"]),
      ...others,
      responses: { ...asData(others["responses"]), Error: ERROR_COMPONENT },
      schemas: { ...asData(schemas), TwilioError: TWILIO_ERROR },
    },
  };
}

function keptMethods(item: Data, operationIds: readonly string[]): Data | undefined {
  const methods = METHODS.filter((method) => operationIds.includes(String(dataIn(item, method)["operationId"])));
  if (methods.length === 0) return undefined;
  const kept = methods.map((method) => [method, operation(dataIn(item, method))] as const);
  const shared = ["servers", "parameters"].filter((key) => key in item).map((key) => [key, withoutTexts(item[key])]);
  return Object.fromEntries([...shared, ...kept]);
}

function operation(official: Data): Data {
  const { operationId, parameters, requestBody, responses } = official;
  const answers = Object.entries(asData(withoutTexts(responses))).map(([status, response]) => [
    status,
    { description: STATUS_CODES[status] ?? "The answer.", ...asData(response) },
  ]);
  return {
    operationId,
    ...(Array.isArray(parameters) && parameters.length > 0 && { parameters: withoutTexts(parameters) }),
    ...(requestBody !== undefined && { requestBody: withoutTexts(requestBody) }),
    responses: { ...Object.fromEntries(answers), default: ERROR_RESPONSE },
  };
}

/** A copy without descriptions, summaries, examples, tags and extensions. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (!isData(value)) return value;
  // What may be anything may be null too, and validators refuse to be told so.
  const isAny = value["nullable"] === true && !("type" in value);
  const entries = Object.entries(value).filter(([key, child]) => !isText(key, child) && !(isAny && key === "nullable"));
  return Object.fromEntries(
    // The names of fields are nobody's texts.
    entries.map(([key, child]) => [key, key === "properties" ? fieldsOf(asData(child)) : withoutTexts(child)]),
  );
}

function fieldsOf(properties: Data): Data {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, withoutTexts(schema)]));
}

function isText(key: string, value: unknown): boolean {
  if (["description", "summary"].includes(key)) return typeof value === "string";
  return ["example", "examples", "tags", "externalDocs"].includes(key) || key.startsWith("x-");
}

/** The components that these paths refer to, directly or through others, in the order of the official document. */
function reachedComponents(paths: Data, components: Data): Data {
  const reached = new Set<string>();
  const waiting: unknown[] = [paths];
  while (waiting.length > 0) {
    for (const [kind, name] of referencesIn(waiting.pop())) {
      if (reached.has(`${kind}/${name}`)) continue;
      reached.add(`${kind}/${name}`);
      waiting.push(dataIn(components, kind)[name]);
    }
  }
  const kinds = Object.entries(components).map(([kind, all]) => {
    const kept = Object.entries(asData(all)).filter(([name]) => reached.has(`${kind}/${name}`));
    return [kind, Object.fromEntries(kept.map(([name, one]) => [name, sureOf(asData(withoutTexts(one)))]))] as const;
  });
  return Object.fromEntries(kinds.filter(([, kept]) => Object.keys(kept).length > 0));
}

function referencesIn(value: unknown): readonly (readonly [kind: string, name: string])[] {
  const text = JSON.stringify(value) ?? "";
  const found = text.matchAll(/"\$ref":"#\/components\/([^/"]+)\/([^"]+)"/g);
  return [...found].map(([, kind = "", name = ""]) => [kind, name] as const);
}

function sureOf(schema: Data): Data {
  const properties = dataIn(schema, "properties");
  const sure = ALWAYS_THERE.filter((name) => name in properties);
  if (!("sid" in properties)) return schema;
  const firm = sure.map((name) => {
    const { nullable: _, ...field } = dataIn(properties, name);
    return [name, field] as const;
  });
  const required = Array.isArray(schema["required"]) ? schema["required"].map(String) : [];
  return {
    ...schema,
    required: [...new Set([...required, ...sure])],
    properties: { ...properties, ...Object.fromEntries(firm) },
  };
}

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asData(value: unknown): Data {
  return isData(value) ? value : {};
}

export function dataIn(value: Data, key: string): Data {
  return asData(value[key]);
}
