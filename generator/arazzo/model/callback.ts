import { object, text } from "./shape.js";

const event = text.refine(
  (given) => /^[\w.-]+$/.test(given),
  "an event is called by letters, digits, `.`, `-` and `_`",
);

const match = text.refine(
  (given) => /^\$steps\.[\w-]+\.outputs\.[\w.-]+$/.test(given),
  "`match` has to be an output of an earlier step, such as `$steps.send.outputs.sid`",
);

/**
 * Our extension `x-callback` of a polled step: which callback says that there is something to see.
 *
 * - `event`: its kind, by the name that the handler of callbacks has for it.
 * - `match`: what it is about, an output of the step that made it.
 * - `url`: the field by which the request of that step says where callbacks are sent.
 */
export const callback = object({ event, match, url: text.optional() });
