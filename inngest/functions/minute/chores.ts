import { readClock } from "../../../db/access/database-clock";
import { wakeSigning } from "../../../lib/drafts/sign-all/wake-signing";
import { noteBeat } from "../../../lib/engine/note-beat";
import { recheckTroubled } from "../../../lib/microsoft/recheck-troubled";
import { listTeamsToTell } from "../../../lib/notices/list-teams-to-tell";
import { listMailboxesToPoll } from "../../../lib/replies/poll-mailbox";
import { watchTeam } from "../../../lib/senders/guard/watch-team";
import { listMailboxesToTest } from "../../../lib/senders/self-test/list-mailboxes-to-test";
import { testIfDue } from "../../../lib/senders/self-test/test-if-due";
import { lookOverSingles } from "../../../lib/sending/singles/look-over-singles";
import { listTeamsWithSingles } from "../../../lib/sending/sweep/list-teams-with-singles";
import { listUnderWay } from "../../../lib/sending/sweep/list-under-way";
import { sweepCampaign } from "../../../lib/sending/sweep/sweep-campaign";
import { finishEntries } from "../../../lib/suppressions/entries/finish-entries";
import { wakeFiles } from "../../../lib/suppressions/files/wake-files";
import { listTeamsToWake } from "../../../lib/threads/list-teams-to-wake";
import { wakeThreads } from "../../../lib/threads/wake-threads";
import { wakeTakings } from "../../../lib/uploads/taking/wake-takings";
import { inngest } from "../../client";
import { type Chore, forEach } from "./for-each";

/** What a sweep goes through; `mailbox` and `campaign` where it is about one. */
type Item = { teamId: string; senderAccountId?: string; campaignId?: string };
type SweepChore = Omit<Chore<Item>, "of"> & {
  list: (known: Known) => Promise<Item[]> | Item[];
  work: (item: Required<Item>, minute: number) => Promise<unknown>;
};
type Known = { underWay: Item[]; singles: string[]; snoozed: string[]; news: string[]; mailboxes: Item[] };

const scopeOf = ({ teamId }: Item) => ({ teamId, memberId: null });
const teams = (ids: Iterable<string>) => [...new Set(ids)].map((teamId) => ({ teamId }));

/** In the order in which they are done: what somebody chose a time for comes before the campaigns, which may be many. */
const chores: SweepChore[] = [
  {
    failed: "a mailbox in trouble could not be looked at",
    atOnce: 4,
    longestMs: 15_000,
    list: ({ mailboxes }) => mailboxes,
    work: async (item) => recheckTroubled(scopeOf(item), item.senderAccountId, await readClock(item.teamId)),
  },
  {
    // Also in teams with no campaign under way: whom a file names may be in the next one.
    failed: "what files bring or take back could not be looked over",
    list: ({ mailboxes }) => teams(mailboxes.map((one) => one.teamId)),
    work: async (item) => {
      const now = await readClock(item.teamId);
      await wakeFiles(scopeOf(item), now);
      await wakeTakings(scopeOf(item), now);
    },
  },
  {
    failed: "threads whose time has come could not be opened again",
    list: ({ snoozed }) => teams(snoozed),
    work: async (item) => wakeThreads(scopeOf(item), await readClock(item.teamId)),
  },
  {
    failed: "news of answers could not be told",
    list: ({ news }) => teams(news),
    work: async ({ teamId }, minute) => inngest.send({ name: "notices/due", id: `news:${teamId}:${minute}`, data: { teamId } }),
  },
  {
    failed: "mails without a campaign could not be looked over",
    list: ({ singles }) => teams(singles),
    work: async (item) => lookOverSingles(scopeOf(item), await readClock(item.teamId)),
  },
  {
    failed: "orders to sign and who was suppressed could not be looked over",
    list: ({ underWay }) => teams(underWay.map((one) => one.teamId)),
    work: async (item) => {
      const now = await readClock(item.teamId);
      await wakeSigning(scopeOf(item), now);
      await finishEntries(scopeOf(item), now);
    },
  },
  {
    failed: "the guard rails of a team's mailboxes could not be looked at",
    list: ({ underWay }) => teams(underWay.map((one) => one.teamId)),
    work: async ({ teamId }) => watchTeam(teamId, await readClock(teamId)),
  },
  {
    failed: "a campaign could not be swept",
    list: ({ underWay }) => underWay,
    work: async (item) => sweepCampaign(scopeOf(item), item.campaignId, await readClock(item.teamId)),
  },
  {
    // Hourly or, while one is broken, every five minutes; a mailbox answers when it likes.
    failed: "a mailbox could not be tested",
    isPrivate: true,
    atOnce: 4,
    longestMs: 15_000,
    list: () => listMailboxesToTest(),
    work: async (item) => testIfDue(scopeOf(item), item.senderAccountId),
  },
];

async function readKnown(): Promise<Known> {
  const [underWay, singles, snoozed, news, mailboxes] = await Promise.all([
    listUnderWay(),
    listTeamsWithSingles(),
    listTeamsToWake(),
    listTeamsToTell(new Date()),
    listMailboxesToPoll(),
  ]);
  // Only now: a sweep that always fails here is silence.
  await noteBeat("sweep");
  return { underWay, singles, snoozed, news, mailboxes };
}

/** So many minutes pass between two sweeps while nothing is under way: mailboxes in trouble and files are looked after all the same. */
const restMinutes = 5;

/** Whether nothing needs this minute's sweep. */
export async function rests(minute: number): Promise<boolean> {
  if (minute % restMinutes === 0) return false;
  const { underWay, singles, snoozed, news } = await readKnown();
  return [underWay, singles, snoozed, news].every((some) => some.length === 0);
}

/** A chore and how many of its items are done. */
export type SweepPlace = { chore: number; done: number };
const budgetMs = 20_000;
/** Items that are begun before the clock is looked at again. */
const batch = 10;

/** The sweep whose steps this process carries out, and when the last of them was. */
let going: { minute: number; at: number } | null = null;
/** A sweep that goes on does its next step sooner than so long after the one before; another process may have done the last. */
const lostAfterMs = 30_000;

/**
 * Goes on from a place until all is done or time is up. What an item needs is looked up for each, so that one which is done twice does no harm.
 * A sweep that takes minutes is not joined by those of the minutes after it, which would come between its steps and never grow fewer.
 * @returns where to go on; null when all is done.
 */
export async function sweepFrom(from: SweepPlace | null, minute: number): Promise<SweepPlace | null> {
  if (!from && going && going.minute < minute && going.at > Date.now() - lostAfterMs) return null;
  const place = await sweepPart(from, minute);
  going = place && { minute, at: Date.now() };
  return place;
}

async function sweepPart(from: SweepPlace | null, minute: number): Promise<SweepPlace | null> {
  const began = performance.now();
  const known = await readKnown();
  for (let chore = from?.chore ?? 0; chore < chores.length; chore += 1) {
    const { list, work, ...how } = chores[chore] as SweepChore;
    const items = await list(known);
    for (let done = chore === from?.chore ? from.done : 0; done < items.length; done += batch) {
      if (performance.now() - began > budgetMs) return { chore, done };
      // Many campaigns take minutes, and that is no silence.
      await noteBeat("sweep");
      await forEach(items.slice(done, done + batch), { of: toLog, ...how }, (item) => work(item as Required<Item>, minute));
    }
  }
  return null;
}

function toLog({ teamId, senderAccountId, campaignId }: Item): Record<string, string> {
  return {
    team: teamId,
    ...(senderAccountId ? { mailbox: senderAccountId } : {}),
    ...(campaignId ? { campaign: campaignId } : {}),
  };
}
