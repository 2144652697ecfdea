// Written by twilio-workflows: change the documents and generate again.
import type { IntelligenceApi, IntelligenceV2TranscriptSentence } from "../apis/intelligence-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";
import { sameText } from "../runtime/values/compare.js";

/** What {@link transcribeRecording} takes. */
export interface TranscribeRecordingInput {
  /** SID of the Voice Intelligence service, `GA` and 32 hexadecimal digits. */
  serviceSid: string;
  /** What to transcribe, as JSON text: `{"media_properties":{"source_sid":"RE…"}}`. */
  channel: string;
  /** A name of your own for the transcript, at most 64 characters. */
  customerKey?: string | undefined;
}

/** What {@link transcribeRecording} returns; `outcome` says how it ended. */
export type TranscribeRecordingOutput =
  | {
      outcome: "notTranscribed";
      transcriptSid: string;
    }
  | {
      outcome: "transcribed";
      transcriptSid: string;
      duration?: number | undefined;
      sentences?: IntelligenceV2TranscriptSentence[] | undefined;
    };

/**
 * Have a recording transcribed, wait until that is done, and list its sentences.
 *
 * Ends as `transcribed`, and as `notTranscribed` when it failed or was canceled, or was not done in two hours;
 * it may still come then. Transcribing is charged by the minute of the recording. A channel that cannot be read
 * throws (20001, 31000 and above), and nothing is made.
 *
 * @generated from workflow transcribe-recording (intelligence.yml#/workflows/0)
 */
export async function transcribeRecording(
  input: TranscribeRecordingInput,
  options?: WorkflowOptions,
): Promise<TranscribeRecordingOutput> {
  const run: WorkflowRun = openWorkflow("transcribe-recording", options, { version: "0ce95b5a" });
  run.inputs(input, { serviceSid: "string", channel: "string", customerKey: "string?" });
  const intelligence = run.api<IntelligenceApi>("https://intelligence.twilio.com");

  // Ask for the transcript.
  const transcribe = await intelligence.POST("/v2/Transcripts", {
    ...run.step("transcribe"),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: { ServiceSid: input.serviceSid, Channel: input.channel, CustomerKey: input.customerKey },
  });
  run.expect(transcribe, transcribe.response.status === 202);
  const transcriptSid = run.required(transcribe, "sid");

  let duration: number | undefined;

  // Read the transcript until it is made.
  const retry = run.retry("waitForTranscript");
  for (;;) {
    const waitForTranscript = await intelligence.GET("/v2/Transcripts/{Sid}", {
      ...run.step("waitForTranscript"),
      params: { path: { Sid: transcriptSid } },
    });
    if (waitForTranscript.response.status !== 200 || !sameText(waitForTranscript.data?.status, "completed")) {
      if (
        waitForTranscript.response.status === 200 &&
        (sameText(waitForTranscript.data?.status, "queued") ||
          sameText(waitForTranscript.data?.status, "in-progress") ||
          sameText(waitForTranscript.data?.status, "new")) &&
        (await retry.again(waitForTranscript.response, { name: "inTheMaking", limit: 240, after: 30_000 }))
      ) {
        continue;
      }
      if (waitForTranscript.response.status === 200) return { outcome: "notTranscribed", transcriptSid };
    }
    run.expect(waitForTranscript, waitForTranscript.response.status === 200);
    duration = waitForTranscript.data.duration;
    run.expect(
      waitForTranscript,
      sameText(waitForTranscript.data.status, "completed"),
      '$response.body#/status == "completed"',
    );
    break;
  }

  // List its sentences.
  const listSentences = await intelligence.GET("/v2/Transcripts/{TranscriptSid}/Sentences", {
    ...run.step("listSentences"),
    params: { path: { TranscriptSid: run.present(transcriptSid, "transcribe", "$response.body#/sid") } },
  });
  run.expect(listSentences, listSentences.response.status === 200);

  return { outcome: "transcribed", transcriptSid, duration, sentences: listSentences.data.sentences };
}
