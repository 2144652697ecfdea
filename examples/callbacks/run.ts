// `npm run example:callbacks`: an app that sends a message by a local Twilio, and is told by it how far that has come.
import { startLocalTwilio } from "../local-twilio/index.js";
import { createApp } from "./app.js";

const PORT = Number(process.env["PORT"] ?? 3010);
const url = `http://127.0.0.1:${PORT}`;

const twilio = await startLocalTwilio({
  onRequest: ({ method, path, operation }, status) => console.log(`${status} ${method} ${path} ${operation}`),
});
const { accountSid, authToken } = twilio.credentials;
const app = await createApp({
  url,
  authToken,
  workflows: { ...twilio.options, credentials: { accountSid, authToken } },
  onEvent: (event) => console.log(`callback: ${event.type} ${event.sid} ${"status" in event ? event.status : ""}`),
});
try {
  await app.listen({ port: PORT });
  for (const to of ["+15558675310", "+15005530003"]) {
    const response = await fetch(`${url}/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ to, body: "Your table is ready at eight." }),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`the app answers ${response.status}: ${answer}`);
    console.log(`${to}: ${answer}\n`);
  }
  await twilio.told();
  const forged = await fetch(`${url}/twilio`, { method: "POST", body: new URLSearchParams({ MessageSid: "SM1" }) });
  console.log(`a forged callback: ${forged.status} ${await forged.text()}`);
  if (forged.status !== 403) throw new Error("a forged callback was taken");
} finally {
  await app.close();
  await twilio.close();
}
