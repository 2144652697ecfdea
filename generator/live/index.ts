// The face of this room.
export { startLiveSite, type LiveSite, type LiveSiteOptions } from "./server.js";
