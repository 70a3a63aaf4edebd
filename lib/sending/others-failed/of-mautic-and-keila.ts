import type { Case } from "./case";

const simulation = "lib/sending/simulation/simulation.test.ts";
const random = {
  file: simulation,
  test: "a campaign of 20 contacts ends by the rules, whatever happens on the way: every invariant after every event",
};
const zones = {
  file: simulation,
  test: "at every change of every zone's clock from 2020 to 2040, mails leave once, by the rules, and are told why they wait",
};
const midRun = "lib/sending/others-failed/mid-run.test.ts";
const resumed = "lib/sending/others-failed/resumed.test.ts";

/** Mautic and Keila, which send campaigns. */
export const ofMauticAndKeila: Case[] = [
  {
    number: 8,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/issues/3669"],
    happened: "timers that began in the same second each sent everything",
    shown: [
      {
        file: "lib/sending/queue/feed-campaign.test.ts",
        test: "feeding again, also many at once, gives no second slot and starts no second run",
      },
      { file: "lib/sending/singles/look-over-singles.test.ts", test: "two looks at once start one run" },
    ],
  },
  {
    number: 9,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/issues/2215"],
    happened: "two senders read one queue and sent the same message twice",
    shown: [
      {
        file: "lib/sending/others-failed/failing-database.test.ts",
        test: "eight workers on one queue, in front of a slow database, send each mail once (postal 2222, mautic 2215)",
      },
      { file: "lib/sending/ledger/write-intent.test.ts", test: "a mail gets one intent, also when twenty ask at once" },
      { file: "lib/events/drain-outbox.test.ts", test: "two drainers at once send no row twice" },
    ],
  },
  {
    number: 10,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/issues/11763"],
    happened: "the same mail to the same person stood twice in the table of what was sent",
    shown: [
      {
        file: "lib/sending/others-failed/stands-once.test.ts",
        test: "one person's mail of one step stands once in %s (mautic 11763)",
      },
      { file: "db/rules/single-mails.test.ts", test: "one letter has one mail a person, and one draft one mail" },
    ],
  },
  {
    number: 11,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/issues/7226"],
    happened: "one rejected address failed the whole batch, and the good ones were sent again for ever",
    shown: [
      { file: "lib/replies/poll-mailbox.test.ts", test: "a mail that alone is refused is given up, and the mailbox goes on" },
      {
        file: "lib/sending/mailbox-troubles.test.ts",
        test: "a mail whose recipient Exchange does not take is never asked for again, and no draft of it stays",
      },
      {
        file: "lib/sending/queue/feed-campaign.test.ts",
        test: "a person whose data no template can take waits for a person, and holds nobody up",
      },
    ],
  },
  {
    number: 12,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/issues/9797"],
    happened: "coming into a campaign again made a second plan beside the first",
    shown: [
      { file: "lib/campaigns/launch/launch-campaign.test.ts", test: "twice, and five times at once, does nothing twice" },
      {
        file: "lib/sending/others-failed/stands-once.test.ts",
        test: "one person's mail of one step stands once in %s (mautic 11763)",
        row: "campaign_contacts",
      },
    ],
  },
  {
    number: 13,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/issues/4356"],
    happened: "a planned mail was tried for ever after its address had bounced or said no",
    shown: [
      {
        file: "app/(public)/u/[token]/stop/at-once.test.ts",
        test: "a mail with a slot three seconds ahead does not leave: from the answer on no intent is written",
      },
      {
        file: "lib/replies/by-hand/no-more.test.ts",
        test: "that the address is dead suppresses it, and ends what would go there, by hand or in a campaign",
      },
    ],
  },
  {
    number: 14,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/pull/10612"],
    happened: "a change of the clock broke the hours in which mail may leave",
    shown: [
      {
        file: "lib/schedule/properties/window.test.ts",
        test: "opens only when the clock on the wall shows it, and always when it shows it once",
      },
      zones,
    ],
  },
  {
    number: 15,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/issues/1759"],
    happened: "a date to wait for was ignored when the campaign was switched on",
    shown: [
      {
        file: "lib/sending/singles/leaves.test.ts",
        test: "does not leave before its slot, which stays where it is, and its row says nothing yet",
      },
      {
        file: "lib/sending/ledger/write-intent.test.ts",
        test: "of a %s mail > no intent is written > %s",
        row: "before its slot",
      },
    ],
  },
  {
    number: 16,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/issues/9769"],
    happened: "with a window of office hours nothing left at all",
    shown: [
      { file: "lib/schedule/properties/slots.test.ts", test: "gives the first in line the moment the window opens" },
      { file: "lib/sending/queue/feed-campaign.test.ts", test: "outside the window it says when it opens" },
    ],
  },
  {
    number: 17,
    who: "Mautic",
    threads: ["https://github.com/mautic/mautic/issues/2004"],
    happened: "timers that overlapped deleted all that was planned after the ninth mail",
    shown: [
      {
        file: midRun,
        test: "ten mails, the most a sequence has, all leave, though everything is looked over twice at once (mautic 2004)",
      },
    ],
  },
  {
    number: 18,
    who: "Keila",
    threads: ["https://github.com/pentacent/keila/issues/165"],
    happened: "it stopped at nine of ten and could not send to the last nineteen alone",
    shown: [
      { file: resumed, test: "an error at one person and a resume send to exactly those who got nothing (listmonk 2313)" },
      { file: "lib/sending/mailbox-troubles.test.ts", test: "sends again once that is over, and the mail arrives once" },
    ],
  },
  {
    number: 19,
    who: "Keila",
    threads: ["https://github.com/pentacent/keila/issues/464"],
    happened: "a planned campaign stood at none of all, and could not be cancelled",
    shown: [
      {
        file: "e2e/journeys/a-silent-job-runner-is-said.spec.ts",
        test: "a job runner that stands still is said to members, administrators and programs, and it is over when it goes on",
      },
      {
        file: "inngest/engine-silence.test.ts",
        test: "an executor that lost its timers sweeps and polls again without a hand, woken once for all processes that watch",
      },
      { file: "lib/campaigns/stop-and-resume.test.ts", test: "takes its slot back, keeps the signature and tells the run" },
    ],
  },
  {
    number: 20,
    who: "Keila",
    threads: ["https://github.com/pentacent/keila/issues/557"],
    happened: "mails were dropped after too many failures, and no page said so",
    shown: [
      {
        file: "lib/analytics/same-counts.test.ts",
        test: "the reasons of a campaign add up to those who wait, each to its list, and name what needs a person behind them",
      },
      { file: "lib/analytics/same-counts.test.ts", test: "the parts of a campaign's people are as many as their lists hold" },
      random,
    ],
  },
];
