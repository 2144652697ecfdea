// A local Twilio in a process of its own, so that it does not share a processor with the client.
import { startLocalTwilio } from "../../examples/local-twilio/index.js";

const twilio = await startLocalTwilio({ requestsPerSecond: Number(process.argv[2]), latency: 30 });

process.on("message", () => {
  const messages = twilio.performed.flatMap(({ request: { operation, form } }) =>
    operation === "createMessage" ? form.flatMap(([name, value]) => (name === "Body" ? value : [])) : [],
  );
  process.send?.({ messages });
});
process.send?.({ baseUrl: twilio.baseUrl("").slice(0, -1), credentials: twilio.credentials });
