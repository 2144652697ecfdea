import type { Undocumented } from "./undocumented.js";

/**
 * A value as it goes back to the API that gave it. The texts that an answer lists stay open in its type, since the API
 * may add to them; a request takes the listed ones. What the API has added goes back as well.
 */
export function asListed<T>(value: T): Listed<T> {
  // The types differ in nothing else, and a value that the API gave is for it to judge.
  return value as Listed<T>;
}

/** The type without the `Undocumented` that keeps lists of texts open, wherever in it they stand. */
type Listed<T> = ListedText<Extract<T, string>> | ListedInside<Exclude<T, string>>;

type ListedText<T extends string> = [Literal<T>] extends [never] ? T : Literal<T>;

type Literal<T extends string> = T extends T ? (string extends T ? never : T extends Undocumented ? never : T) : never;

type ListedInside<T> = T extends object ? { [Key in keyof T]: Listed<T[Key]> } : T;
