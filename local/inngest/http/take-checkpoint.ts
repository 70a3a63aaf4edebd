import type { IncomingMessage } from "node:http";
import { reach } from "../dispatch/kill-points";
import { readCheckpoint } from "../protocol/ops";
import { Refusal, type Reply, readJson, type Served } from "./respond";

const largestCheckpoint = 16 * 1024 * 1024;
type Checkpoint = { run_id?: unknown; qi_id?: unknown; steps?: unknown } | null;

/**
 * Keeps a step that the SDK saves while its call goes on; it begins the next one when it is answered. 204 says: kept, go on. 409 says: stop
 * here, which the SDK does before the next step begins. It is said when the run was cancelled or has ended, when its lease is another's, and
 * when this executor is about to stop: then the step is kept, and whoever comes next goes on from it.
 */
export async function takeCheckpoint(request: IncomingMessage, served: Served): Promise<Reply> {
  await keepStep((await readJson(request, largestCheckpoint)) as Checkpoint, served);
  return { status: 204 };
}

/** The same for steps of many runs in one request, which is ours alone: answers the status of each, in their order. */
export async function takeCheckpoints(request: IncomingMessage, served: Served): Promise<Reply> {
  const all = await readJson(request, largestCheckpoint);
  if (!Array.isArray(all)) throw new Refusal(400, "The request is not a list of checkpoints.");
  const statusOf = (one: Checkpoint) =>
    keepStep(one, served).then(
      () => 204,
      (error: unknown) => (error instanceof Refusal ? error.status : 503),
    );
  return { status: 200, body: await Promise.all(all.map(statusOf)) };
}

/** @throws Refusal 400 for what is no checkpoint, 409 when the run may not go on. */
async function keepStep(checkpoint: Checkpoint, served: Served) {
  const [run, token] = [String(checkpoint?.run_id ?? ""), String(checkpoint?.qi_id ?? "")];
  if (!/^\d{1,18}$/.test(token)) throw new Refusal(400, "The checkpoint does not name the call that it belongs to.");
  const step = read(checkpoint?.steps);
  const keeps = await served.saveStep({ run: { id: run, token }, step, attempt: 0, release: served.isStopping() });
  reach("after-save");
  if (!keeps) throw new Refusal(409, "The run has ended or is called by another.");
}

function read(steps: unknown) {
  try {
    return readCheckpoint(steps);
  } catch (error) {
    throw new Refusal(400, error instanceof Error ? error.message : String(error));
  }
}
