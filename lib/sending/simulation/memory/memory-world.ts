import type { Breach } from "../breach";
import type { Exchange } from "../runs/exchange";
import type { MailId, Setup, World } from "../runs/world";
import { advanceReader, lookOverReaders, planReader } from "./by-hand";
import { feedRows } from "./feed";
import { move, settleRows } from "./ledger";
import {
  type Draft,
  draftsOf,
  endPerson,
  isOpen,
  isWithExchange,
  makeRows,
  nextDraft,
  type Person,
  recordAccepted,
  takeBackSlot,
  writeDraft,
} from "./rows";
import { advanceRow, tellRows } from "./runs";
import { sendMail } from "./send";

/** What both worlds are told by their driver. `hear`: the look at a mailbox right before a follow-up leaves. */
export type Within = { exchange: Exchange; now: () => number; hear: () => Promise<void> };

/** The tables in memory, and production's pure functions over them. @param breach what it does wrong on purpose. */
export function memoryWorld(setup: Setup, { exchange, now, hear }: Within, breach: Breach | null): World {
  const rows = makeRows(setup);
  for (const reader of rows.readers) planReader(rows, reader, reader.leaveAt as number, setup.begins);
  const personOf = ({ person }: { person: number }) => (rows.persons[person] ?? rows.readers[person - setup.people]) as Person;
  const find = (mail: MailId) => personOf(mail).drafts.find(({ step }) => step === mail.step);
  const holdAll = () => {
    if (breach === "paused") return;
    for (const draft of draftsOf(rows)) takeBackSlot(draft);
    for (const person of rows.persons.filter(isOpen)) Object.assign(person, { reason: "paused", nextAt: null });
  };
  return {
    async feed(at) {
      const isBack = rows.restsUntil !== null && rows.restsUntil <= at;
      if (isBack) rows.restsUntil = null;
      const told = isBack ? tellRows(rows, at) : [];
      const wake = [...told, ...feedRows(rows, at, breach)];
      // One whose slot is gone, and nobody looks for it any more.
      if (breach === "lost" && rows.persons[0])
        Object.assign(rows.persons[0], { runId: null, dueAt: Number.MAX_SAFE_INTEGER / 2, step: 1 });
      return [...wake, ...lookOverReaders(rows, at)];
    },
    async advance({ person, runId }) {
      const own = personOf({ person });
      const send = async (draft: Draft) => {
        const sent = await sendMail({ rows, person: own, draft, exchange, runId, now, hear, breach });
        const item = exchange.items.find(({ key, isDraft }) => key === `${person}/${draft.step}` && !isDraft);
        if (breach === "double" && sent.kind === "sent" && item) {
          item.isDraft = true;
          await exchange.send(item.id, async () => true);
        }
        return sent;
      };
      return own.leaveAt === null
        ? advanceRow({ rows, person: own, runId, exchange, now }, send)
        : advanceReader(own, runId, now, send);
    },
    async write(person) {
      writeDraft(rows, personOf({ person }));
    },
    async sign(mail) {
      const draft = find(mail);
      if (draft?.status !== "draft" || !isOpen(personOf(mail)) || personOf(mail).suppressed) return false;
      Object.assign(draft, { status: "approved", signed: draft.version, request: draft.version });
      return true;
    },
    async edit(mail, version) {
      const draft = find(mail);
      if (!draft || draft.status === "sent" || isWithExchange(draft) || !isOpen(personOf(mail))) return false;
      draft.version = `v${version}`;
      if (breach === "unsigned") Object.assign(draft, { request: draft.version, signed: draft.version });
      else {
        takeBackSlot(draft);
        Object.assign(draft, { signed: null, status: "draft" });
      }
      Object.assign(personOf(mail), { reason: "needs_signature", nextAt: null });
      return true;
    },
    async pause() {
      if (rows.status !== "active") return;
      rows.status = "paused";
      holdAll();
    },
    async resume() {
      if (rows.status === "paused") rows.status = "active";
    },
    async stopAll() {
      rows.stopped = true;
      holdAll();
    },
    async liftStop() {
      rows.stopped = false;
    },
    async setRules(rules) {
      rows.rules = rules;
    },
    async end(person, ending, isKnown) {
      const own = personOf({ person });
      if (ending === "replied") own.answered = true;
      if (ending === "unsubscribed") own.suppressed = true;
      if (!isKnown || ending === "bounced") endPerson(own, own.leaveAt === null ? ending : "suppressed");
    },
    settle: (at) => settleRows(rows, exchange, at),
    async decide(mail, arrived, at) {
      const draft = find(mail);
      if (draft?.delivery?.state !== "review") return;
      const was = { ...draft.delivery };
      const moved = move(
        draft,
        was,
        { kind: "person decided", arrived },
        arrived ? { acceptedAt: was.acceptedAt ?? was.submittedAt ?? at } : {},
      );
      if (moved && arrived) recordAccepted(rows, personOf(mail), draft, moved.acceptedAt as number);
      if (moved && !arrived) {
        endPerson(personOf(mail), "could not be sent");
        draft.status = "failed";
      }
    },
    async look() {
      const states = draftsOf(rows).map(({ delivery }) => delivery?.state ?? "");
      return {
        campaign: rows.status,
        unsettled: states.filter((state) => ["submitting", "reconciling", "review"].includes(state)).length,
        people: rows.persons.map((own) => {
          const draft = nextDraft(own);
          const { status, ended, step, reason, nextAt } = own;
          return { status, ended, step, reason, nextAt, slot: draft?.slot ?? null, state: draft?.delivery?.state ?? null };
        }),
        byHand: rows.readers.map(({ ended, reason, nextAt, drafts: [draft] }) => {
          return { ended, reason, nextAt, slot: draft?.slot ?? null, state: draft?.delivery?.state ?? null };
        }),
      };
    },
  };
}
