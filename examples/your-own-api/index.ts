import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { startLocalOrders } from "./local-orders.js";

/** What is used of what is generated. An app has its types too, as it imports the files that it has committed. */
interface Generated {
  placeOrder(input: { article: string }, options: object): Promise<{ id: string }>;
}

/** From the documents in this folder to a function that signs in: generates it, and calls it against a local server. */
export async function placeAnOrder(options: object = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "your-own-api-"));
  const orders = await startLocalOrders("the-token");
  try {
    await generate(fileURLToPath(new URL("place-order.yaml", import.meta.url)), join(folder, "generated"));
    // An app has `openapi-fetch` among its dependencies.
    await symlink(fileURLToPath(new URL("node_modules", project)), join(folder, "node_modules"), "junction");
    const generated: Generated = await import(pathToFileURL(join(folder, "generated/index.ts")).href);
    const { id } = await generated.placeOrder(
      { article: "pen" },
      { ...options, credentials: { orders: { bearer: "the-token" } }, baseUrl: { orders: orders.url } },
    );
    return `Order ${id} was made.`;
  } finally {
    orders.close();
    await rm(folder, { recursive: true });
  }
}

const project: URL = new URL("../../", import.meta.url);

/** `npx twilio-workflows generate DOCUMENT --out FOLDER` */
async function generate(document: string, folder: string): Promise<void> {
  const cli = fileURLToPath(new URL("generator/cli.ts", project));
  await promisify(execFile)(process.execPath, ["--import", "tsx", cli, "generate", document, "--out", folder], {
    cwd: fileURLToPath(project),
  });
}
