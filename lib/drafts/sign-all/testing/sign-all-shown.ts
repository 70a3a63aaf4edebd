import type { Scope } from "@/db/access/with-team";
import type { Member } from "../../../auth/member";
import type { QueueOf } from "../../review/queue-of";
import { type ReviewQueue, readReviewQueue } from "../../review/read-review-queue";
import { type Asked, askToSign, type ShownQueue } from "../ask-to-sign";
import { signNext } from "../sign-next";
import { startSigning } from "../start-signing";

export type Person = Scope & { memberId: string };

export const readQueue = (person: Person, of: QueueOf, now: Date) =>
  readReviewQueue({ ...person, timezone: "UTC", teamTimezone: "UTC" } as Member, of, now);

/** What a page that shows this queue hands over. */
export function shownBy(queue: ReviewQueue, of: QueueOf, opened: string[] = []): ShownQueue {
  const rows = queue.rows.flatMap(({ id, version }) => (version ? [{ id, version, opened: opened.includes(id) }] : []));
  return { of, readAt: new Date(queue.readAt), rows, hasMore: queue.waiting > rows.length };
}

/** Carries out a confirmed order to its end, as the job does. */
export async function signOrder(person: Person, jobId: string, now: Date, limit?: number) {
  await startSigning(person, jobId, now);
  while ((await signNext(person, jobId, now, limit)).more);
}

/** Reads the queue, orders all of it and signs it. */
export async function signAllShown(person: Person, of: QueueOf, now: Date): Promise<Asked> {
  const asked = await askToSign(person, shownBy(await readQueue(person, of, now), of), now);
  await signOrder(person, asked.jobId, now);
  return asked;
}
