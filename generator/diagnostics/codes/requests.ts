import { didYouMean, nearest } from "../nearest.js";
import { quoted } from "../quoted.js";
import { error, warning } from "./kind.js";
import { sentValues } from "./values.js";
import { about, listed, unknown, type Names } from "./words.js";

function nameTheServer(source: string): string {
  return `Name it: --server ${source}=URL, or give each call the option baseUrl: { ${JSON.stringify(source)}: URL }.`;
}

/** What a step sends, and where to. */
export const requests = {
  unknownParameter: error("unknown-parameter", {
    meaning: "The operation has no parameter of this name in this place; it would be ignored, or refused.",
    example: "name: sate, in: query",
    wayOut: "Correct the name or `in`.",
    assumed:
      "The operation takes it in a query, a header or a cookie, and it is sent as it is given; not where the name is close to one that is not given. One that has the same words in another case, or with other separators, is that.",
    found: {
      /** @param elsewhere Where the operation has a parameter of this name */
      ofOperation: (
        { operation, name, in: where }: { readonly operation: string; readonly name: string; readonly in: string },
        elsewhere: string | undefined,
        known: Names,
      ) => [
        `the operation ${quoted(operation)} has no ${where} parameter ${quoted(name)}`,
        elsewhere === undefined
          ? (didYouMean(name, known) ??
            "If it does take it, say so in an overlay of the OpenAPI document: `parameters` of the operation.")
          : `\`${name}\` goes \`in: ${elsewhere}\`.`,
      ],
      ofStep: (text: string, stepId: string, where: string, name: string, known: Names) =>
        unknown(`${about(text)}the step ${quoted(stepId)} sends no ${where} parameter`, name, known),
    },
    shown: (words) => words.ofOperation({ operation: "listOrders", name: "sate", in: "query" }, undefined, []),
  }),
  ignoredParameter: warning("ignored-parameter", {
    strict: true,
    meaning: "A header that something else says already: it is not sent.",
    example: "name: Content-Type, in: header",
    wayOut: "Remove it, and say so in the `contentType` of the `requestBody`.",
    found: (name: string) => [
      `the header ${quoted(name)} is not sent: OpenAPI ignores parameters of this name`,
      "Write it as the `contentType` of the `requestBody`.",
    ],
    shown: (words) => words("Content-Type"),
  }),
  literalSecret: warning("literal-secret", {
    meaning:
      "A token, password or API key stands in the document itself, and with that in the generated code: whoever can read one of them can use it.",
    example: "{ name: Authorization, in: header, value: Bearer s3cr3t }",
    wayOut:
      "Take it from an input or from the answer of a step that signs in. Where the API's document has `security`, leave it away: the request is signed with `options.credentials`. Then have a new one issued, since this one is known.",
    found: {
      parameter: (where: string, name: string) => [
        `the ${where} parameter ${quoted(name)} holds a secret in plain text`,
        "Take it from an input, or leave it to `options.credentials`.",
      ],
      signing: (name: string) => [
        `${quoted(name)} of \`x-security\` is a secret in plain text`,
        "Take it from an input, or leave it to `options.credentials`.",
      ],
    },
    shown: (words) => words.parameter("header", "Authorization"),
  }),
  missingParameter: error("missing-parameter", {
    meaning: "A required parameter of the operation gets no value.",
    example: "operationId: getOrder",
    wayOut: "Add it to the `parameters` of the step.",
    assumed: "The operation can do without it; not a parameter of the path.",
    found: (operation: string, where: string, name: string) => [
      `the operation ${quoted(operation)} requires the ${where} parameter ${quoted(name)}`,
      `Add \`{ name: ${name}, in: ${where}, value: … }\` to the parameters of the step.`,
    ],
    shown: (words) => words("getOrder", "path", "id"),
  }),
  unknownField: error("unknown-field", {
    meaning:
      "The request body of the operation, or the document that an expression is about, has no field of this name.",
    example: "payload: { article: pen, coutn: 2 }",
    wayOut: "Correct the name.",
    assumed:
      "The field is there, of any type, and is sent as it is given; not where the schema forbids further fields, or the name is close to one that is not given. One that is called like the schema of the body, beside parameters of the path alone, is the body. One that repeats a parameter of the path, under its name, is sent in the path alone, and one that is `readOnly` not at all. Where further fields are forbidden, the only one too many is the only one that is missing, if it ends in its words.",
    found: {
      inBody: (what: string, name: string, known: Names) => unknown(`${what} has no field`, name, known),
      readOnly: (what: string, name: string) => [
        `${what} has a field ${quoted(name)} that is \`readOnly\`: answers hold it, and no request does`,
        "Remove it from the payload. Where the API takes it, remove `readOnly`, in an overlay of its document.",
      ],
      ofSource: (text: string, name: string, known: Names) =>
        unknown(`${about(text)}the source description has no field`, name, known),
      self: (text: string, isKnown: boolean) => [
        `${about(text)}the document does not say what its URI is`,
        isKnown ? "Add the field `$self` to it." : "`$self` is a field of Arazzo 1.1.",
      ],
    },
    shown: (words) => words.inBody("the body of `createOrder`", "coutn", []),
  }),
  missingField: error("missing-field", {
    meaning: "A required field of the request body gets no value; the API would refuse the request.",
    example: "payload: { count: 2 }",
    wayOut: "Add it to the `payload`.",
    assumed: "The operation can do without it.",
    found: {
      inBody: (what: string, name: string) => [
        `${what} requires the field ${quoted(name)}`,
        `Add \`${name}\` to the payload.`,
      ],
      body: (operation: string) => [`the operation ${quoted(operation)} requires a body`, "Add a `requestBody`."],
      payload: (what: string, mediaType: string) => [
        `${what} is sent as ${quoted(mediaType)}, and there is nothing to send`,
        "Add a `payload`.",
      ],
      sentBody: (text: string, stepId: string) => `${about(text)}the step ${quoted(stepId)} sends no body`,
    },
    shown: (words) => words.inBody("the body of `createOrder`", "article"),
  }),
  unknownPointer: error("unknown-pointer", {
    meaning: "A JSON Pointer or path leads to nothing that the schema describes.",
    example: "id: $response.body#/identifier",
    wayOut: "Correct it. Where the API sends more than its document says, add the field to the schema, in an overlay.",
    assumed:
      "The property is there, of any type; not where its name is close to another one's. An answer of which no JSON is documented is JSON, of any type. A property of a list that only its items have is that of the first item, in what a request that only reads sends and in what the workflow returns; elsewhere it is that of the only item, and several are an error before anything is sent. A property with the same words in another case, or with other separators, is that, and so is a text of which something is read that is called like it. An answer that is documented as a text, a number or a list of something else is of any type.",
    found: {
      inSchema: (text: string, token: string, known: Names) => [
        `${about(text)}the schema knows no ${quoted(token)} there`,
        didYouMean(token, known),
      ],
      writeOnly: (text: string, token: string) => [
        `${about(text)}${quoted(token)} is \`writeOnly\`: requests hold it, and no answer does`,
        "Where the API answers with it, remove `writeOnly`, in an overlay of its document.",
      ],
      inList: (text: string, token: string, first: string) => [
        `${about(text)}there is a list, which has no ${quoted(token)}; its items have`,
        `Say which item is meant. ${quoted(first)} is that of the first.`,
      ],
      inValue: (text: string, token: string, known: Names) => [
        `${about(text)}there is no ${quoted(token)} in this value`,
        didYouMean(token, known),
      ],
      inPayload: (text: string, token: string, known: Names) => [
        `${about(text)}the payload has no ${quoted(token)} there`,
        didYouMean(token, known),
      ],
      nothingInPayload: (text: string) => `${quoted(text)} leads to nothing in the payload`,
      inScalar: (text: string) => `${quoted(text)} is one value, with nothing inside of it`,
      noJson: (text: string, operation: string) => [
        `${about(text)}no JSON is documented for the answer of ${quoted(operation)}`,
        "If it does answer with JSON, say so in an overlay of the OpenAPI document: `content` of that response.",
      ],
    },
    shown: (words) => words.inSchema("$response.body#/identifier", "identifier", []),
  }),
  streamedAnswer: warning("streamed-answer", {
    meaning:
      "The operation answers with a stream of events or of JSON texts, one a line, and with nothing else. Without `x-pages` it is read to its end and is one text then: the step goes on when the server has ended it.",
    example: "content: { text/event-stream: {} }",
    wayOut:
      "Read it event by event with `x-pages`, up to a `limit`. Name JSON in an overlay if the API answers with that too.",
    found: (operation: string, mediaType: string) => [
      `the answer of ${quoted(operation)} is a stream, ${quoted(mediaType)}: it is read to its end, as one text`,
      "Read it event by event with `x-pages: { items: $response.body, limit: … }`. As one text it has to end before the step's `timeout`.",
    ],
    shown: (words) => words("watchOrders", "text/event-stream"),
  }),
  unknownContentType: error("unknown-content-type", {
    meaning: "The operation takes no body, or none of this media type.",
    example: "contentType: application/xml",
    wayOut: "Name one of the media types that the operation documents.",
    found: {
      none: (operation: string) => `the operation ${quoted(operation)} takes no body`,
      any: (operation: string, range: string) => [
        `the operation ${quoted(operation)} takes any ${quoted(range)}`,
        "Say which, as the `contentType` of the body.",
      ],
      other: (operation: string, mediaType: string, known: readonly string[]) => [
        `the operation ${quoted(operation)} takes no body of type ${quoted(mediaType)}`,
        known.length === 0 ? undefined : `It takes ${listed(known)}.`,
      ],
    },
    shown: (words) => words.other("createOrder", "application/xml", []),
  }),
  ...sentValues,
  noServer: warning("no-server", {
    strict: true,
    meaning:
      "Nothing says where the operations of a source are: the OpenAPI document names no server, or one that is relative, not https or has a variable without a default. Each call has to say it, and fails before its first request where it does not.",
    example: "servers: []",
    wayOut:
      "Name the server, `--server NAME=URL`, or `x-serverUrl` at the source description; or give each call the option `baseUrl`.",
    found: {
      none: (source: string) => ["the document names no server", nameTheServer(source)],
      elsewhere: (url: string, problem: string, source: string) => [
        `the server ${quoted(url)} ${problem}`,
        nameTheServer(source),
      ],
    },
    shown: (words) => words.none("shop"),
  }),
  assumedServer: warning("assumed-server", {
    strict: true,
    meaning:
      "The URL of a server is not written as it is called: it is relative to the https address of its document, names the port that https has anyway, or has capitals in its host.",
    example: "servers: [{ url: https://api.example.com:443 }]",
    wayOut: "Write the whole URL, in an overlay if the document is not yours.",
    found: (url: string, readAs: string) => `the server ${quoted(url)} is read as ${quoted(readAs)}`,
    shown: (words) => words("https://api.example.com:443", "https://api.example.com"),
  }),
  refusedServer: error("refused-server", {
    meaning: "A server URL that no request may go to: of another scheme, not a host, or with user information in it.",
    example: "servers: [{ url: ftp://api.example.com }]",
    wayOut: "Name an https server, in an overlay if the document is not yours.",
    found: (url: string, problem: string) => `the server ${quoted(url)} ${problem}`,
    shown: (words) => words("ftp://api.example.com", "is not https"),
  }),
  unsupportedSecurity: error("unsupported-security", {
    meaning:
      "The operation wants its requests signed by means that are not supported, or that the document does not describe.",
    example: "security: [{ clientCertificate: [] }]",
    wayOut:
      "Describe another scheme in an overlay of the OpenAPI document, or set `security: []` on the operation if something else signs its requests.",
    assumed: "A scheme that is not described is a bearer token.",
    found: {
      /** @param schemes Their names, each with what it is */
      scheme: (schemes: readonly string[]) => [
        `requests cannot be signed by ${schemes.join(" or ")}`,
        "Describe another scheme in an overlay of the OpenAPI document, or set `security: []` on the operation if something else signs its requests.",
      ],
      unknown: (name: string) => [
        `the document does not describe the security scheme ${quoted(name)}`,
        `Describe it below \`components.securitySchemes\`, in an overlay if the document is not yours.`,
      ],
      unknownOf: (source: string, name: string, known: Names) =>
        unknown(`the document of ${quoted(source)} describes no security scheme`, name, known),
      unmet: (scheme: string) => [
        `requests cannot be signed by ${scheme}`,
        "Name another scheme, or remove the entry of `x-security` if something else signs the requests.",
      ],
      value: (name: string, given: Names) => {
        const meant = nearest(name, given);
        const add = "Add it to `values`, or remove the entry and give it as `options.credentials`.";
        return [
          `\`x-security\` has no value ${quoted(name)}, which its scheme takes`,
          meant === undefined ? add : `Write it in place of ${quoted(meant)}.`,
        ];
      },
      ofWhichApi: () => [
        "the workflow may call several APIs, and its `x-security` does not say which one gets the secret",
        "Write `schemeName: $sourceDescriptions.NAME.SCHEME`, or say it at each step.",
      ],
      sharedSource: (source: string) => [
        `a run signs for two APIs that are both called ${quoted(source)}, in documents that call one another: each would get the credentials of the other`,
        "Give one of the source descriptions another name, in an overlay if the document is not yours.",
      ],
      sharedVariable: (variable: string, scheme: string, source: string, other: string) => [
        `the environment variable ${variable} would hold the secret of ${quoted(scheme)} of ${quoted(source)} and ${other}: each would get that of the other`,
        `Give the source description ${quoted(source)} another name, in an overlay if the document is not yours.`,
      ],
      ofAnotherApi: (source: string) => [
        `the security scheme is of another API than ${quoted(source)}, which the step calls`,
        `Name one of ${quoted(source)}.`,
      ],
    },
    shown: (words) => words.scheme(["'clientCertificate' (mutualTLS)"]),
  }),
  ambiguousServer: warning("ambiguous-server", {
    strict: true,
    meaning:
      "The document names several hosts and nothing says which of them serves the operation. The first is taken; on the wrong one every request fails.",
    example: "servers: [{ url: https://one.example.com }, { url: https://two.example.com }]",
    wayOut: "Give the path or the operation its own `servers`, in an overlay if the document is not yours.",
    found: (operation: string, url: string, others: readonly string[]) =>
      `${quoted(operation)} is called on ${quoted(url)}; the document names ${listed(others)} as well, and nothing says which`,
    shown: (words) => words("GET /orders", "https://one.example.com", ["https://two.example.com"]),
  }),
};
