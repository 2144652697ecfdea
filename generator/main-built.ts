/** What `cli-built.ts` loads, as one file with all that it needs. */
export { main } from "./commands/main.js";
export { noteLooks } from "./disk.js";
