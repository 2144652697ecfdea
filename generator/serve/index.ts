// The face of this room.
export { playInProcess, type UnsentRequest } from "./in-process.js";
export { startLocalApi, type LocalApi, type LocalApiOptions } from "./server.js";
export type { RecordedRequest } from "./records.js";
export type { ServedApi } from "./routes.js";
