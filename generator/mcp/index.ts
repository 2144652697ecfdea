// The face of this room.
export { serveHttp, type HttpServer } from "./http.js";
export { serverFactory, type Offered } from "./server.js";
export { serveStdio } from "@modelcontextprotocol/server/stdio";
