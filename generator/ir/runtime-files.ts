/** What generated functions may take from the runtime, and the file of it that they take it from. */
export const runtimeFiles = {
  accountSidOf: "twilio/account-sid",
  askFor: "run/deferred",
  asListed: "values/as-listed",
  asPattern: "values/pattern",
  asText: "values/as-text",
  at: "values/at",
  callbackUrl: "run/callback-url",
  checked: "values/checked",
  checkedIfThere: "values/checked",
  blobBody: "encoding/blob-body",
  compareExactly: "values/compare",
  compareLoosely: "values/compare",
  cdataText: "values/markup",
  countOf: "values/compare",
  each: "values/each",
  eachOf: "run/each",
  expectCompleted: "run/nested",
  expectResult: "run/nested",
  followUrl: "run/follow-url",
  headerAs: "values/header-as",
  itemsOf: "values/compare",
  lengthOf: "values/compare",
  markupText: "values/markup",
  matchesPattern: "values/pattern",
  multipartBody: "encoding/multipart",
  mapEach: "run/each",
  nestedRun: "run/nested",
  nextLink: "values/next-link",
  only: "values/only",
  openWorkflow: "index",
  pagesOf: "run/pages",
  partsOf: "run/stream",
  queryItems: "values/jsonpath",
  queryJson: "values/jsonpath",
  queryLiteral: "values/jsonpath",
  queryText: "values/jsonpath",
  replaced: "values/replaced",
  isOneOf: "values/compare",
  sameText: "values/compare",
  sameValue: "values/compare",
  settleCall: "run/nested",
  styledForm: "encoding/form-style",
  styledMultipart: "encoding/multipart",
  styledPath: "encoding/path-style",
  styledQuery: "encoding/query-style",
  signers: "client/signers",
  sizeOf: "values/compare",
  toBase64: "encoding/base64",
  toNumber: "values/compare",
  toText: "values/pattern",
  wholeQuery: "encoding/query-style",
} as const;

export type RuntimeName = keyof typeof runtimeFiles;

/** All of them: no variable is called like one, and nothing else of the runtime is called. */
export const runtimeNames: readonly string[] = Object.keys(runtimeFiles);

/** The same of types. */
export const runtimeTypeFiles = {
  BasicSecret: "index",
  Collected: "run/each",
  Credentials: "index",
  Deferred: "run/deferred",
  Following: "client/following",
  OAuthSecret: "index",
  Secret: "index",
  Undocumented: "index",
  WorkflowOptions: "index",
  WorkflowRun: "index",
} as const;

export type RuntimeTypeName = keyof typeof runtimeTypeFiles;

/** All of them. */
export const runtimeTypeNames: readonly string[] = Object.keys(runtimeTypeFiles);
