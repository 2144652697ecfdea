import { roots } from "./roots.js";

const path = /^[\p{L}_][\p{L}\p{N}_-]*(?:[.#/]|\[)\S*$/u;

/** Whether an output is a text of its own: nothing in it looks like an expression, be it a faulty one. */
export function isLiteralText(output: string): boolean {
  const text = output.trim();
  return !/[${}]/.test(text) && !path.test(text) && !roots.some((root) => root === text);
}
