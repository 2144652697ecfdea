// `twilio-workflows/runtime/jsonpath`: what functions run queries of JSONPath with. It needs json-p3.
export { queryItems, queryJson, queryLiteral, queryText } from "../runtime/values/jsonpath.js";
