import type { Case } from "./case";

const simulation = "lib/sending/simulation/simulation.test.ts";
const random = {
  file: simulation,
  test: "a campaign of 20 contacts ends by the rules, whatever happens on the way: every invariant after every event",
};
const midRun = "lib/sending/others-failed/mid-run.test.ts";
const resumed = "lib/sending/others-failed/resumed.test.ts";

/** listmonk, which sends newsletters. */
export const ofListmonk: Case[] = [
  {
    number: 1,
    who: "listmonk",
    threads: ["https://github.com/knadh/listmonk/issues/2313"],
    happened: "resumed after an error it began again with the first: most got several copies, others none",
    shown: [{ file: resumed, test: "an error at one person and a resume send to exactly those who got nothing (listmonk 2313)" }],
  },
  {
    number: 2,
    who: "listmonk",
    threads: ["https://github.com/knadh/listmonk/issues/2070"],
    happened: "pausing and going on sent again what had left",
    shown: [
      { file: resumed, test: "a hundred pauses and resumes, some while a mail leaves, send nothing again (listmonk 2070)" },
      {
        file: "e2e/journeys/pausing-and-stopping-hold-mail-back.spec.ts",
        test: "pausing and stopping hold every mail back at once, and resuming sends the rest once each",
      },
    ],
  },
  {
    number: 3,
    who: "listmonk",
    threads: ["https://github.com/knadh/listmonk/issues/2278"],
    happened: "a restart in mid-run called the campaign finished and lost about a hundred",
    shown: [
      {
        file: "e2e/journeys/mail-goes-on-after-every-outage.spec.ts",
        test: "mail goes on by itself after every outage, and each arrives exactly once",
      },
      {
        file: "e2e/journeys/two-processes-behind-one-address.spec.ts",
        test: "a process that is told to end answers what is under way, leads its pages on and gives back what it held",
      },
      { file: "lib/sending/killed-anywhere.test.ts", test: "arrives once, wherever its run ends" },
    ],
  },
  {
    number: 4,
    who: "listmonk",
    threads: ["https://github.com/knadh/listmonk/issues/2591"],
    happened: "a limit changed in mid-run: a little over half were sent, and it said finished",
    shown: [
      { file: midRun, test: "every limit is changed in mid-run, and nobody is left out (listmonk 2591)" },
      { file: "lib/campaigns/setup/setup.test.ts", test: "once launched > %s is refused and changes nothing", row: "rules" },
    ],
  },
  {
    number: 5,
    who: "listmonk",
    threads: ["https://github.com/knadh/listmonk/issues/2860"],
    happened: "stuck for a while, then finished with less than half of its people",
    shown: [
      {
        file: midRun,
        test: "a campaign is not finished before its ledger has everybody, also while one mail is in doubt (listmonk 2860)",
      },
      random,
    ],
  },
  {
    number: 6,
    who: "listmonk",
    threads: ["https://github.com/knadh/listmonk/issues/1762"],
    happened: "its limiter took a window for full that was not",
    shown: [
      {
        file: "lib/sending/ledger/intent-limits.test.ts",
        test: "waits when it is used up, until the oldest is 24 hours old, and leaves exactly then",
      },
      {
        file: "lib/sending/ledger/intent-limits.test.ts",
        test: "counts what is in flight or in doubt, and not what did not leave",
      },
    ],
  },
  {
    number: 7,
    who: "listmonk",
    threads: ["https://github.com/knadh/listmonk/issues/1629"],
    happened: "the page counted more as sent than the mail server had delivered",
    shown: [
      {
        file: "lib/sending/ledger/send-draft-mail.test.ts",
        test: "a mail that is never taken waits for a person in the end, and was asked for twice at most",
      },
      { file: "lib/sending/ledger/send-draft-mail.test.ts", test: "whatever Exchange does > the mail arrives once when it %s" },
    ],
  },
];
