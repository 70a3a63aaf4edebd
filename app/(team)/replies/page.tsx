import { headers } from "next/headers";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { titleOfOpened } from "@/app/ui/words/title-of";
import { openThread } from "@/lib/answers/open-thread";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { listThreads } from "@/lib/threads/list-threads";
import { readNextAwake } from "@/lib/threads/read-next-awake";
import { readSnoozeTimes } from "@/lib/threads/snooze/read-snooze-times";
import { type ThreadFilter, threadFilters } from "@/lib/threads/thread";
import { ListHead } from "./desk/list/list-head";
import { ThreadDesk } from "./desk/thread-desk";
import { OtherMail } from "./other/other-mail";

export const generateMetadata = titleOfOpened("thread", "Replies");

type Query = { show?: string; mailbox?: string; waiting?: string; understood?: string };

/** Also `/replies/[thread]` (proxy.ts): one page whose state outlives the move from thread to thread. */
export default async function RepliesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const member = await requireMember();
  const now = new Date();
  const asked = await searchParams;
  const filter: ThreadFilter = threadFilters.find((one) => one === asked.show) ?? "todo";
  const mailboxId = given(asked.mailbox);
  const named = given((await headers()).get("x-countersign-path")?.match(/^\/replies\/([^/?]+)/)?.[1]);
  const mayWork = hasRight(member.role, "contacts:edit");
  if (filter === "other")
    return (
      <OtherMail
        messageId={named}
        mailboxId={mailboxId}
        timezone={member.timezone}
        mayPlace={mayWork}
        from={{ waiting: given(asked.waiting), understood: given(asked.understood) }}
        head={<ListHead list={await listThreads(member, { filter, mailboxId, after: null }, now)} mayExport={mayWork} />}
      />
    );
  const [list, awake, { offers }] = await Promise.all([
    listThreads(member, { filter, mailboxId, after: null }, now),
    readNextAwake(member, mailboxId),
    readSnoozeTimes(member, null, now),
  ]);
  const served = named ?? list.rows[0]?.id ?? null;
  const view = served ? await orNotFound(openThread(member, served, now)) : null;
  return (
    <ThreadDesk
      list={list}
      served={served}
      isNamed={named !== null}
      view={view}
      awake={awake}
      offers={offers}
      asOf={now.toISOString()}
      me={member.memberId}
      timezone={member.timezone}
      mayAnswer={hasRight(member.role, "drafts:sign")}
      mayWork={mayWork}
    />
  );
}

/** An id out of the address, or none. */
const given = (text: string | undefined) => (text ? idOrNotFound(text) : null);
