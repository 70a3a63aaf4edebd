import { type MessageKind, threadKinds } from "@/db/schema/words";

/** Whether a message is part of the thread with whoever wrote it. */
export function joinsThread({ kind }: { kind: MessageKind }): boolean {
  return threadKinds.some((one) => one === kind);
}
