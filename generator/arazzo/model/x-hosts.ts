import { list, text } from "./shape.js";

/**
 * Our extension `x-hosts` of a step with `x-url`: hosts that the URL may lead to beside the API's own, with their port
 * if they have one, and `*.` in front for all hosts below one of a name of two parts or more.
 */
export const hosts = list(
  text.regex(/^(\*\.[a-z\d-]+(\.[a-z\d-]+)+|[a-z\d-]+(\.[a-z\d-]+)*)(:\d+)?$/i, "this is no host"),
  1,
);
