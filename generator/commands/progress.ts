import type { Output } from "./terminal.js";

/** Says on one line of a terminal what is being done; in a pipe it says nothing. */
export class Progress {
  readonly #stream: Output;
  #shown = false;

  constructor(stream: Output) {
    this.#stream = stream;
  }

  show(doing: string): void {
    if (!this.#stream.isTTY) return;
    this.#stream.write(`\r\u001b[K${doing} …`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.#stream.write("\r\u001b[K");
    this.#shown = false;
  }
}
