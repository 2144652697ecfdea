/** What `start.ts` loads, as one file with all that it needs. */
export { main } from "./main.js";
export { noteLooks } from "../disk.js";
