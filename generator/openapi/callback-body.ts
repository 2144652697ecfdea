import { isMapping, followReferencesToEnd, valueAt, type Path } from "../documents/index.js";
import { Findings } from "../diagnostics.js";
import type { Api } from "./model.js";

/**
 * The path of the schema of the body that an API sends to the app: of a webhook of that name, or else of a callback of
 * one of its operations. `undefined` if it has neither, or no body that is JSON or a form.
 * @see https://spec.openapis.org/oas/v3.1.1.html#callback-object
 */
export function callbackBody(api: Api, name: string): Path | undefined {
  const webhook = bodyOf(api, ["webhooks", name]);
  if (webhook !== undefined) return webhook;
  for (const { at } of api.operations) {
    const callback = end(api, [...at, "callbacks", name]);
    // By the expressions of the URLs that they are sent to.
    for (const url of keysAt(api, callback)) {
      const body = bodyOf(api, [...(callback ?? []), url]);
      if (body !== undefined) return body;
    }
  }
  return undefined;
}

const METHODS: readonly string[] = ["post", "put", "patch"];

/** Of what is sent to one path. */
function bodyOf(api: Api, path: Path): Path | undefined {
  const item = end(api, path);
  const method = keysAt(api, item).find((key) => METHODS.includes(key));
  if (item === undefined || method === undefined) return undefined;
  const body = end(api, [...item, method, "requestBody"]);
  const contents = [...(body ?? []), "content"];
  const mediaType = keysAt(api, contents).find((key) =>
    /^application\/(.*[+/])?(json|x-www-form-urlencoded)\b/i.test(key),
  );
  if (body === undefined || mediaType === undefined) return undefined;
  const schema = [...contents, mediaType, "schema"];
  return isMapping(valueAt(api.document.root, schema)) ? schema : undefined;
}

/** Where a path leads by the references on it; `undefined` if that is nowhere. */
function end({ document }: Api, path: Path): Path | undefined {
  if (valueAt(document.root, path) === undefined) return undefined;
  // Who misses a type sees it in the generated code; what is not used has to be of no harm.
  return followReferencesToEnd(document, path, new Findings())?.at;
}

function keysAt({ document }: Api, path: Path | undefined): readonly string[] {
  const value = path === undefined ? undefined : valueAt(document.root, path);
  return isMapping(value) ? Object.keys(value) : [];
}
