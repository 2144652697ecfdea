import Fastify, { type FastifyInstance } from "fastify";
import { type CallbackOptions, sendMessageTrackStatus, type WorkflowOptions } from "../../generated/index.js";
import { createCallbackHandler, createWakeups, type TwilioEvent } from "../../templates/callbacks/index.js";

/** What the app is told by whoever starts it. */
export interface AppOptions {
  /** Where Twilio reaches the app. */
  readonly url: string;
  readonly authToken: string;
  /** Those of its workflows. */
  readonly workflows: WorkflowOptions;
  readonly onEvent: (event: TwilioEvent) => void;
}

/** An app that sends messages, and takes what Twilio tells of them. */
export async function createApp({ url, authToken, workflows, onEvent }: AppOptions): Promise<FastifyInstance> {
  const app = Fastify();
  const { listen, wake } = createWakeups();
  const callbacks: CallbackOptions = { url: `${url}/twilio`, wakeups: { listen } };

  app.post<{ Body: { to: string; body: string } }>("/messages", async ({ body: { to, body } }) =>
    sendMessageTrackStatus({ to, from: "+15017122661", body }, { ...workflows, callbacks }),
  );

  const handler = createCallbackHandler({ authToken, url: callbacks.url, wake, onEvent });
  await app.register(async (twilio) => {
    // The signature is over the body as it came, so that nothing may parse it before.
    twilio.removeAllContentTypeParsers();
    twilio.addContentTypeParser("*", (_request, _body, done) => done(null));
    twilio.post("/twilio", (request, reply) => {
      reply.hijack();
      return handler.listener(request.raw, reply.raw);
    });
  });
  return app;
}
