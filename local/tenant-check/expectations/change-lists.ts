import type { Expectation } from "../expectation";
import { readChanges } from "../session/look-up";
import { type Answer, inWords } from "../session/mailbox";
import type { Session } from "../session/open-session";

const count = 300;
/** Exchange works on four calls of a mailbox at once. */
const atOnce = 3;
const base = { step: 25, needs: ["A"], minutes: 10 } satisfies Partial<Expectation>;

/** Many drafts made and removed again: much to tell of in a change list, and no mail leaves. */
function manyDrafts(session: Session) {
  return session.once("many drafts", async () => {
    const mailbox = await session.mailbox("A");
    const before = await readChanges(mailbox, "drafts");
    const ids: string[] = [];
    await inTurns(count, async (n) => {
      const made = await mailbox.call("POST", "/me/messages", { subject: `Tenant check ${session.run}: item ${n}` });
      if (made.body.id) ids.push(made.body.id);
      return made;
    });
    const added = await readChanges(mailbox, before.link);
    await inTurns(ids.length, (n) => mailbox.call("DELETE", `/me/messages/${encodeURIComponent(ids[n] ?? "")}`));
    const removed = await readChanges(mailbox, added.link);
    return { mailbox, ids, before, added, removed };
  });
}

async function inTurns(times: number, work: (n: number) => Promise<Answer>) {
  let next = 0;
  const worker = async () => {
    while (next < times) {
      const { status } = await work(next++);
      if (status >= 400) throw new Error(`One of many drafts was refused: ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Step 25: change lists at length. */
export const changeListExpectations: Expectation[] = [
  {
    ...base,
    id: "delta-filter",
    truth: "A change list begins at a time of receiving, and is filtered by nothing else",
    source: "Graph, delta of messages",
    expected: ["200, else 400"],
    run: async (session) => {
      const mailbox = await session.mailbox("A");
      const { status } = await readChanges(mailbox, new Date());
      const other = await mailbox.call("GET", "/me/mailFolders('inbox')/messages/delta?$filter=isRead eq false");
      return { came: `${status}, else ${other.status}`, measured: inWords(other) };
    },
  },
  {
    ...base,
    id: "delta-complete",
    truth: `Of ${count} new items a change list tells of each; some may come twice`,
    source: "Graph, delta query",
    expected: ["all"],
    run: async (session) => {
      const { ids, added } = await manyDrafts(session);
      const told = new Set(added.items.map((one) => one.id));
      const missing = ids.filter((id) => !told.has(id)).length;
      const doubles = added.items.length - told.size;
      return { came: missing === 0 ? "all" : `${missing} missing`, measured: `${doubles} twice` };
    },
  },
  {
    ...base,
    id: "delta-removed",
    truth: "What is gone comes as removed, by reason deleted",
    source: "Graph, delta of messages",
    expected: ["all, deleted"],
    run: async (session) => {
      const { ids, removed } = await manyDrafts(session);
      const reasons = new Map(removed.items.map((one) => [one.id, one["@removed"]?.reason ?? "still there"]));
      const all = ids.every((id) => reasons.has(id)) ? "all" : "not all";
      return `${all}, ${[...new Set(ids.map((id) => reasons.get(id) ?? "not told of"))].join(" and ")}`;
    },
  },
  {
    ...base,
    id: "delta-old-link",
    truth: "A link from several rounds ago is too old, or works still",
    source: "microsoft-graph-docs#2162; Graph says nothing of how many",
    expected: ["410 SyncStateNotFound", "410 resyncRequired", "410 syncStateInvalid", "200"],
    run: async (session) => {
      const { mailbox, before, removed } = await manyDrafts(session);
      let { link } = removed;
      for (let round = 0; round < 4; round += 1) link = (await readChanges(mailbox, link)).link;
      const { status, code } = await readChanges(mailbox, before.link);
      return `${status} ${code}`.trim();
    },
  },
  {
    ...base,
    id: "delta-after-two-hours",
    minutes: 121,
    truth: "After two hours without a look the last link works, or begins anew",
    source: "Graph, delta query: no life is promised",
    expected: ["200", "410 SyncStateNotFound", "410 resyncRequired", "410 syncStateInvalid"],
    run: async (session) => {
      const mailbox = await session.mailbox("A");
      const { link } = await readChanges(mailbox, new Date());
      await session.pause(7200);
      const { status, code } = await readChanges(mailbox, link);
      return `${status} ${code}`.trim();
    },
  },
];
