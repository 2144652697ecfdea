// The face of this stage.
export { readApi } from "./api.js";
export { pathByQuery } from "./assumed-path.js";
export { chooseServer, type SourceServer } from "./choose-server.js";
export {
  checkOperations,
  findOperationByPointer,
  findOperationsById,
  operationIds,
  reportUnread,
} from "./find-operation.js";
export { callbackBody } from "./callback-body.js";
export { apiKeyAt, sameName } from "./api-key.js";
export { answerKind, bodyKind, contentFor, isMarkup, isStream, jsonContents, jsonSchema } from "./media-type.js";
export type * from "./model.js";
export { isIgnored } from "./parameter.js";
export { callbacksComponent, inlineMark, isFile, prunedName, pruneApi, type Side } from "./prune.js";
export { isSecured, schemeIn, schemeNamed, schemeNames, securityOf, type Scheme, type Schemes } from "./security.js";
export { serverProblem } from "./server-url.js";
export { isBadEnd, isGoodEnd } from "./status-words.js";
export { documentedSuccess, isUndocumentedSuccess, responseFor, streamedAnswer } from "./success.js";
export { isOfTwilio } from "./twilio-hosts.js";
export { writeApiTypes } from "./types.js";
export { lettersOf } from "./types/mark-alike.js";
