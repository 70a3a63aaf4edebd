import type { Case } from "./case";

const notified = {
  file: "app/api/graph/notify/notified.test.ts",
  test: "of 10 answers none is missed after a look, and none is acted on twice, also when the whole mailbox is replayed",
};

/** What reads mailboxes, is pressed by readers or brings in files, and the zones of those who send. */
export const ofMailboxesAndFiles: Case[] = [
  {
    number: 36,
    who: "warmbly",
    threads: ["https://github.com/warmbly/warmbly/issues/103"],
    happened: "a mailbox had UTC for its zone where nobody chose one, and was left out for ever",
    cannot:
      "A mailbox has no zone here: a campaign's rules carry the only one, which starts as the team's, is shown beside every time and part of what is launched.",
  },
  {
    number: 37,
    who: "MILES Enterprise",
    threads: ["https://github.com/lifesalt5-netizen/MILES_ENTERPRISE/issues/192"],
    happened: "twelve mails left after hours, as only what planned them knew the window",
    shown: [
      {
        file: "lib/sending/others-failed/mid-run.test.ts",
        test: "a slot whose window was closed since it was given does not leave in it (MILES 192)",
      },
      { file: "lib/sending/ledger/judge-intent.test.ts", test: "outside its window, and says when it opens" },
    ],
  },
  {
    number: 38,
    who: "EmailEngine",
    threads: ["https://github.com/postalsys/emailengine/issues/104"],
    happened: "old mails of a Microsoft 365 mailbox were told of as new",
    shown: [
      notified,
      {
        file: "lib/replies/reading/whole-mailbox.test.ts",
        test: "each message is read once, however many folders and looks tell of it; what we sent is not read",
      },
    ],
  },
  {
    number: 39,
    who: "alga-psa",
    threads: ["https://github.com/Nine-Minds/alga-psa/pull/1590"],
    happened: "a notification of Graph that came twice made two tickets",
    shown: [
      { ...notified, row: "come twice" },
      { file: "lib/replies/record-message.test.ts", test: "read again, and ten times at once, is one reply" },
    ],
  },
  {
    number: 40,
    who: "Pipedream",
    threads: ["https://github.com/PipedreamHQ/pipedream/pull/21434"],
    happened: "a subscription was renewed too late, and a 404 ended it for good",
    shown: [
      { file: "lib/microsoft/subscriptions/keep-subscriptions.test.ts", test: "where Graph answers its renewal with %i" },
      {
        file: "lib/microsoft/subscriptions/keep-subscriptions.test.ts",
        test: "an address that Graph does not reach changes nothing, and one that is busy is tried again",
      },
      {
        file: "lib/microsoft/subscriptions/list-mailboxes-to-watch.test.ts",
        test: "once an hour at most: who has no subscription, lacks one, or has one that is a day old; none that is signed out or removed",
      },
      { ...notified, row: "stop because the subscription ran out" },
    ],
  },
  {
    number: 41,
    who: "useSend and Rock",
    threads: ["https://github.com/usesend/useSend/issues/412", "https://github.com/SparkDevNetwork/Rock/issues/7034"],
    happened: "a scanner of links opened them, and people who never asked were unsubscribed",
    shown: [
      {
        file: "app/(public)/u/[token]/stop/route.test.ts",
        test: "a hundred looks of a link scanner change nothing, whatever stands behind the link",
      },
      {
        file: "app/(public)/u/[token]/stop/route.test.ts",
        test: "nothing but a POST acts, and the page has no action of its own",
      },
    ],
  },
  {
    number: 42,
    who: "listmonk and Chatwoot",
    threads: ["https://github.com/knadh/listmonk/issues/65", "https://github.com/chatwoot/chatwoot/pull/14126"],
    happened: "a byte order mark hid the column of addresses",
    shown: [{ file: "lib/uploads/uploads.test.ts", test: "a file is read > %s", row: "with a byte order mark" }],
  },
  {
    number: 43,
    who: "alga-psa",
    threads: ["https://github.com/Nine-Minds/alga-psa/pull/1232"],
    happened: "only the five rows of the preview were brought in",
    shown: [{ file: "lib/uploads/uploads.test.ts", test: "4000 rows, half of them known, come in within 6 s" }],
  },
  {
    number: 44,
    who: "Copilot adoption bot",
    threads: ["https://github.com/pnp/copilot-adoption-bot/issues/28"],
    happened: "a slow batch outlived the time for which it was reserved and was handed out again",
    shown: [
      { file: "local/inngest/crash.test.ts", test: "drops an answer that comes after its lease was lost" },
      {
        file: "lib/sending/two-processes.test.ts",
        test: "a process that wakes after another took its mail over neither makes its call nor gives the other's intent up",
      },
      {
        file: "lib/uploads/uploads.test.ts",
        test: "an import that is cut between two chunks goes on where it stood, and a repeated chunk changes nothing",
      },
    ],
  },
];
