// What generated functions take of the runtime, whatever they call.
export { type Following } from "../runtime/client/following.js";
export { signers } from "../runtime/client/signers.js";
export { toBase64 } from "../runtime/encoding/base64.js";
export { blobBody } from "../runtime/encoding/blob-body.js";
export { styledForm } from "../runtime/encoding/form-style.js";
export { multipartBody, styledMultipart } from "../runtime/encoding/multipart.js";
export { styledPath } from "../runtime/encoding/path-style.js";
export { styledQuery, wholeQuery } from "../runtime/encoding/query-style.js";
export { callbackUrl } from "../runtime/run/callback-url.js";
export { type Deferred, askFor } from "../runtime/run/deferred.js";
export { type Collected, eachOf, mapEach } from "../runtime/run/each.js";
export { followUrl } from "../runtime/run/follow-url.js";
export { expectCompleted, expectResult, nestedRun, settleCall } from "../runtime/run/nested.js";
export { pagesOf } from "../runtime/run/pages.js";
export { partsOf } from "../runtime/run/stream.js";
export { asListed } from "../runtime/values/as-listed.js";
export { asText } from "../runtime/values/as-text.js";
export { at } from "../runtime/values/at.js";
export { checked, checkedIfThere } from "../runtime/values/checked.js";
export {
  compareExactly,
  compareLoosely,
  countOf,
  itemsOf,
  lengthOf,
  isOneOf,
  sameText,
  sameValue,
  sizeOf,
  toNumber,
} from "../runtime/values/compare.js";
export { each } from "../runtime/values/each.js";
export { headerAs } from "../runtime/values/header-as.js";
export { cdataText, markupText } from "../runtime/values/markup.js";
export { nextLink } from "../runtime/values/next-link.js";
export { only } from "../runtime/values/only.js";
export { asPattern, matchesPattern, toText } from "../runtime/values/pattern.js";
export { replaced } from "../runtime/values/replaced.js";
