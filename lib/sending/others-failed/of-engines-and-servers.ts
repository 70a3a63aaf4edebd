import type { Case } from "./case";

const failing = "lib/sending/others-failed/failing-database.test.ts";
const faults = {
  file: "lib/sending/ledger/send-draft-mail.test.ts",
  test: "whatever Exchange does > the mail arrives once when it %s",
};
const zones = {
  file: "lib/sending/simulation/simulation.test.ts",
  test: "at every change of every zone's clock from 2020 to 2040, mails leave once, by the rules, and are told why they wait",
};

/** Mail servers, and the engines that run jobs: Postal, Microsoft Graph, Inngest, n8n, Prefect and others. */
export const ofEnginesAndServers: Case[] = [
  {
    number: 21,
    who: "Postal",
    threads: ["https://github.com/postalserver/postal/issues/2222"],
    happened: "eight workers in front of an overloaded database sent up to 17 copies",
    shown: [
      {
        file: failing,
        test: "eight workers on one queue, in front of a slow database, send each mail once (postal 2222, mautic 2215)",
      },
    ],
  },
  {
    number: 22,
    who: "Postal",
    threads: ["https://github.com/postalserver/postal/issues/198"],
    happened: "reads went to a copy of the database that was behind, and a message was taken twice",
    cannot:
      "There is one address of one Postgres and no setting for a copy to read from; what takes a mail reads under the lock of the transaction that writes it, which a standby refuses.",
  },
  {
    number: 23,
    who: "Postal",
    threads: ["https://github.com/postalserver/postal/issues/1236"],
    happened: "the disk was full, the queue stood, and afterwards it crawled",
    shown: [
      {
        file: failing,
        test: "a disk that is full from any write on, before the send and after it: once there is room the mail arrives, once (postal 1236)",
      },
    ],
  },
  {
    number: 24,
    who: "Postal",
    threads: ["https://github.com/postalserver/postal/issues/645"],
    happened: "the lock of a worker that had died was never released",
    shown: [
      {
        file: "lib/microsoft/lease-mailbox.test.ts",
        test: "what a killed process held is free when its time is over, and not before (postal 645)",
      },
      { file: "local/inngest/crash.test.ts", test: "loses no step when killed at any boundary: %s" },
    ],
  },
  {
    number: 25,
    who: "django-post_office",
    threads: ["https://github.com/ui/django-post_office/issues/248"],
    happened: "two workers took the same row, and the mail left twice",
    shown: [
      { file: "lib/sending/ledger/write-intent.test.ts", test: "a mail gets one intent, also when twenty ask at once" },
      {
        file: "lib/sending/ledger/intent-races.test.ts",
        test: "of two runs that believe they hold it, one writes the intent, however close they are",
      },
      { file: "lib/events/drain-outbox.test.ts", test: "two drainers at once send no row twice" },
    ],
  },
  {
    number: 26,
    who: "Microsoft Graph SDK for Java",
    threads: ["https://github.com/microsoftgraph/msgraph-sdk-java/issues/1487"],
    happened: "an answer of 202 with Retry-After was tried again, and the mail left twice",
    shown: [
      { ...faults, row: "answers 202 with Retry-After" },
      { file: "lib/sending/whole-mailbox.test.ts", test: "beside a 202 is a 202, and the next mail waits" },
    ],
  },
  {
    number: 27,
    who: "Microsoft Graph",
    threads: ["https://learn.microsoft.com/en-my/answers/questions/2286986"],
    happened: "an answer of 504 although the mail had left: four copies",
    shown: [
      { ...faults, row: "says 504 after it sent" },
      {
        file: "lib/sending/ledger/send-draft-mail.test.ts",
        test: "a mail that Exchange holds for longer than all looks is not sent again",
      },
    ],
  },
  {
    number: 28,
    who: "FreeScout",
    threads: [
      "https://github.com/freescout-help-desk/freescout/issues/3607",
      "https://github.com/freescout-help-desk/freescout/issues/3632",
    ],
    happened: "the job failed after the send and was tried again: up to 25 copies",
    shown: [{ file: failing, test: "what fails after the send, 25 times, sends nothing again (freescout 3607)" }],
  },
  {
    number: 29,
    who: "Inngest",
    threads: ["https://github.com/inngest/inngest/pull/2775"],
    happened: "steps that ran side by side ran more than once",
    shown: [{ file: "inngest/one-step-at-a-time.test.ts", test: "no function has steps side by side (inngest 2775)" }],
  },
  {
    number: 30,
    who: "Inngest",
    threads: ["https://github.com/inngest/inngest/pull/4800"],
    happened: "an older event that came late took the place of a newer one",
    shown: [
      { file: "local/inngest/rules.test.ts", test: "is refused with %s, naming function and field", row: "debounce" },
      {
        file: "lib/events/drain-outbox.test.ts",
        test: "events that say the same and wait together are sent once, in the place of the last",
      },
      { file: "lib/replies/effects/away.test.ts", test: "that was written before the one that was read first changes nothing" },
    ],
  },
  {
    number: 31,
    who: "recoupable",
    threads: ["https://github.com/recoupable/app/issues/1918"],
    happened: "a step that outlived its time limit was tried three times: three mails a day",
    shown: [
      {
        file: "lib/sending/two-processes.test.ts",
        test: "a call that is held for longer than all looks take is never followed by a second, and the mail arrives once",
      },
    ],
  },
  {
    number: 32,
    who: "n8n",
    threads: [
      "https://github.com/n8n-io/n8n/issues/7045",
      "https://github.com/n8n-io/n8n/issues/28322",
      "https://github.com/n8n-io/n8n/issues/30607",
    ],
    happened: "two processes fired one schedule twice, and the version before fired beside the new one",
    shown: [
      {
        file: "e2e/journeys/two-processes-behind-one-address.spec.ts",
        test: "two processes and a third serve one product, each is killed in turn, and every mail arrives once",
      },
      {
        file: "e2e/upgrade/old-and-new-go-side-by-side.spec.ts",
        test: "sign-in, an open page, actions and sends go on while the new version takes the old one's place",
      },
      {
        file: "inngest/functions/run-contact-sequence.test.ts",
        test: "a run that was replaced ends at its next call, and writes nothing",
      },
    ],
  },
  {
    number: 33,
    who: "n8n",
    threads: ["https://github.com/n8n-io/n8n/issues/11861"],
    happened: "what waited was woken twice and went on twice",
    shown: [
      { file: "local/inngest/crash.test.ts", test: "settles an event and a timeout at the same instant one way, once" },
      { file: "lib/sending/killed-anywhere.test.ts", test: "arrives once, though ten runs of it go on at once after one ended" },
    ],
  },
  {
    number: 34,
    who: "Prefect",
    threads: ["https://github.com/PrefectHQ/prefect/issues/7461"],
    happened: "after summer time had ended each run came twice",
    shown: [
      { file: "lib/schedule/window.test.ts", test: "within a repeated hour happens once" },
      {
        file: "lib/sending/queue/delay-end.test.ts",
        test: "a delay that ends in an hour that comes twice ends at one instant, whoever is asked",
      },
      zones,
    ],
  },
  {
    number: 35,
    who: "Rock",
    threads: ["https://github.com/SparkDevNetwork/Rock/issues/6560"],
    happened: "on the day of the change the daily mail left at 8:36 and again at 9:36",
    shown: [
      zones,
      {
        file: "lib/schedule/properties/slots.test.ts",
        test: "never gives a slot outside the window, above the limit, too near another, or too far ahead",
      },
    ],
  },
];
