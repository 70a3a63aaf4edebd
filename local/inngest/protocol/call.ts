import { toJson } from "./ops";
import { signBody } from "./sign";

/** A run under lease, with all that a call needs. `event` and the values are canonical JSON texts. */
export type Leased = {
  id: string;
  token: string;
  functionId: string;
  url: string;
  maxAttempts: number;
  attempt: number;
  stalls: number;
  version: number;
  event: string;
  eventName: string;
  steps: { id: string; value: string }[];
};
export type Call = { url: string; headers: Record<string, string>; body: string };

/**
 * The request for the next step of a run. It is written in its RFC 8785 form piece by piece, so that what is signed is what is sent.
 * `qi_id` comes back with every step that the SDK saves during the call: it is the lease's token. (It does so where its client has checkpointing
 * switched on; `fn_id` lets it.)
 */
export function buildCall(run: Leased, key: string, requestId: string, now: Date): Call {
  const jobId = `${run.id.toLowerCase()}-${run.steps.length}`;
  const ids = run.steps.map((step) => `"${step.id}"`);
  const memo = [...run.steps].sort((a, b) => (a.id < b.id ? -1 : 1)).map((step) => `"${step.id}":${step.value}`);
  const context =
    `{"attempt":${run.attempt},"disable_immediate_execution":false,"env":"","fn_id":${JSON.stringify(run.functionId)},"generation_id":${run.attempt + 1},"job_id":"${jobId}",` +
    `"max_attempts":${run.maxAttempts},"qi_id":"${run.token}","request_id":"${requestId}","run_id":"${run.id}",` +
    `"stack":{"current":${ids.length},"stack":[${ids.join(",")}]},"step_id":"step","use_api":false}`;
  const body =
    `{"ctx":${context},"defers":{},"event":${run.event},"events":[${run.event}],"steps":{${memo.join(",")}},` +
    `"use_api":false,"version":${run.version}}`;
  return {
    url: run.url,
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Inngest",
      "x-inngest-generation-id": String(run.attempt + 1),
      "x-inngest-job-id": jobId,
      "x-inngest-req-version": String(run.version),
      "x-inngest-signature": signBody(body, key, now),
      "x-inngest-step-id": "step",
      "x-request-id": requestId,
      "x-run-id": run.id,
    },
  };
}

export type EventBody = { data: unknown; id: string; name: string; ts: number; user: unknown; v?: string };

/** An event as functions see it, in canonical JSON. */
export function writeEvent(event: EventBody): string {
  return toJson(event);
}
