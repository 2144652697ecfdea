// A local Twilio in a process of its own, so that it does not share a processor with the client.
import { startLocalTwilio } from "../../examples/local-twilio/index.js";

const [, , requestsPerSecond, lost, runs] = process.argv;
let sent = 0;
const twilio = await startLocalTwilio({
  requestsPerSecond: Number(requestsPerSecond),
  latency: 30,
  onRequest({ operation }, status) {
    if (operation !== "createMessage" || status !== 201) return;
    sent += 1;
    // Behind what is begun after the answer to the last one.
    if (sent === Number(runs)) setImmediate(() => void twilio.told().then(() => process.send?.("told")));
  },
  // One in so many.
  callbacks: ({ index }) => (index % Number(lost) === Number(lost) - 1 ? "never" : "sent"),
});

process.on("message", () => {
  const messages = twilio.performed.flatMap(({ request: { operation, form } }) =>
    operation === "createMessage" ? form.flatMap(([name, value]) => (name === "Body" ? value : [])) : [],
  );
  const reads = twilio.performed.filter(({ request: { operation } }) => operation === "fetchMessage").length;
  process.send?.({ messages, reads });
});
process.send?.({ baseUrl: twilio.baseUrl("").slice(0, -1), credentials: twilio.credentials });
