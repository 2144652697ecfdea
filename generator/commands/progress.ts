import { canRedraw, type Terminal } from "./terminal.js";

/** Says on one line of a terminal what is being done; where a line cannot be written anew it says nothing. */
export class Progress {
  readonly #terminal: Terminal;
  #shown = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(doing: string): void {
    const { stderr, env } = this.#terminal;
    if (!canRedraw(stderr, env)) return;
    stderr.write(`\r\u001b[K${doing} …`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.#terminal.stderr.write("\r\u001b[K");
    this.#shown = false;
  }
}
