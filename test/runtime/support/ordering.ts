// A process of its own: orders a pen, keeps its checkpoints in a file, and is killed once the shop has made the order,
// before the run is told.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { order } from "./order.js";

const [, , url = "", file = "", kill] = process.argv;

const id = await order("pen", {
  credentials: { accountSid: "AC1", authToken: "the-auth-token" },
  baseUrl: url,
  resume: existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null,
  onCheckpoint: (checkpoint) => writeFileSync(file, JSON.stringify(checkpoint)),
  async fetch(address, init) {
    const response = await fetch(address, init);
    if (kill === "true") process.kill(process.pid, "SIGKILL");
    return response;
  },
});
console.log(id);
