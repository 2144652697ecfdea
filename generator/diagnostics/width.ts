/** Characters that take no column of their own: combining marks and joiners. */
const ZERO = /^(?:\p{Mn}|\p{Me}|\u200c|\u200d)$/u;

/** Characters that terminals draw over two columns. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])$/u;

/** How many columns of a terminal the text takes, as far as that can be known without the terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
