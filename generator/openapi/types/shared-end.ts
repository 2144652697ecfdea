/** The last word of a name, in small letters; `undefined` where it has none. */
export function lastWordOf(name: string): string | undefined {
  return wordsOf(name).at(-1);
}

/** The words that all names have at their end, as the name of a type: `sms_method` and `VoiceMethod` share `Method`. */
export function sharedEnd(names: readonly string[]): string {
  const [first = [], ...others] = names.map(wordsOf);
  let length = first.length;
  while (length > 0 && others.some((words) => words.slice(-length).join() !== first.slice(-length).join())) length--;
  const shared = first.slice(first.length - length);
  return shared.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

/** Words begin with a letter, so that names made of them do, too. */
function wordsOf(name: string): readonly string[] {
  const words = name.match(/[A-Z]+(?![a-z])[0-9]*|[A-Za-z][a-z0-9]*/g) ?? [];
  return words.map((word) => word.toLowerCase());
}
