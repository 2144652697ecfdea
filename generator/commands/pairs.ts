import { serverProblem } from "../openapi/index.js";
import { UsageError } from "./arguments.js";

/** `--source NAME=FILE` */
export function sourceOf(text: string): readonly [string, string] {
  return pairOf(text, "`--source` takes NAME=FILE");
}

/** `--server NAME=URL` */
export function serverOf(text: string): readonly [string, string] {
  return serverAt(pairOf(text, "`--server` takes NAME=URL"));
}

/** @throws UsageError where credentials may not go there */
export function serverAt([name, url]: readonly [string, string]): readonly [string, string] {
  const server = url.replace(/\/+$/, "");
  const problem = serverProblem(server);
  if (problem !== undefined) throw new UsageError(`The server \`${url}\` ${problem}.`);
  return [name, server];
}

/** @param takes What is said where it is none */
export function pairOf(text: string, takes: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1) throw new UsageError(`${takes}, not \`${text}\`.`);
  return [text.slice(0, at), text.slice(at + 1)];
}
