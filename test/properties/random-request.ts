import type { RandomBody, RandomOperation } from "./random-api.js";
import { leavesOf, pointerTo } from "./shape-values.js";
import { valueFor, type Site } from "./random-values.js";

/** The fields of a step that say what it sends. */
export function requestOf({ parameters, body }: RandomOperation, site: Site): object {
  const { choices, version } = site;
  const given = parameters.filter(({ required, in: where }) => {
    return where === "querystring" ? version === "1.1.0" : required || choices.onceIn(2);
  });
  const own = given.map(({ name, in: where, shape }) => ({ name, in: where, value: valueFor(shape, site, 1) }));
  const isSent = body !== undefined && (body.required || choices.onceIn(2));
  return {
    ...(own.length > 0 ? { parameters: own } : {}),
    ...(isSent ? { requestBody: bodyOf(body, site) } : {}),
  };
}

function bodyOf({ mediaTypes, shape }: RandomBody, site: Site): object {
  const { choices, components } = site;
  const places = leavesOf(shape, components).filter(({ tokens }) => tokens.length > 0);
  const replaced = choices.onceIn(6) ? choices.some(places, 4).slice(0, 2) : [];
  const replacements = replaced.map((leaf) => ({
    target: pointerTo(leaf.tokens),
    value: valueFor(leaf.shape, site, 1),
  }));
  return {
    ...(choices.onceIn(3) ? {} : { contentType: choices.among(mediaTypes) }),
    payload: valueFor(shape, site),
    ...(replacements.length > 0 ? { replacements } : {}),
  };
}
