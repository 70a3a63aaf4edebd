import type { replyThreads } from "@/db/schema/threads";

export type ThreadRow = typeof replyThreads.$inferSelect;
