import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withTeam } from "@/db/access/with-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { readUnplaced } from "../../analytics/read-unplaced";
import { readStream } from "../../campaigns/read/read-stream";
import { openContact } from "../../contacts/open-contact";
import { stubSettings } from "../../env/testing/stub-settings";
import { seedReadyMail } from "../../sending/testing/seed-ready-mail";
import { readSource } from "../../suppressions/read-source";
import { recordMessage } from "../record-message";
import { asking, away, findingOf, type Mailed, report, seedMailed } from "../testing/seed-mailed";
import { decideWish } from "./decide-wish";
import { readProposals } from "./read-proposals";

let db: TestDatabase;
let mail: Mailed;
const sentAt = new Date("2026-11-23T15:00:00Z");
const came = new Date("2026-11-24T15:00:00Z");
const now = new Date("2026-11-24T15:01:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { followUps: 2 }), sentAt);
});

const record = (what: ReturnType<typeof away>) => recordMessage(mail.scope.teamId, findingOf(mail, what, came), now);
const person = () => openContact(mail.scope, mail.contactId, now);

describe("a label of an answer", () => {
  test("is proposed with its sentence until a person has decided", async () => {
    await record(asking("later"));
    const [label, ...more] = await readProposals(mail.scope, mail.contactId);
    expect(more).toEqual([]);
    expect(label).toMatchObject({ wish: "later", sentence: "They want later.", by: "words", receivedAt: came });
    await decideWish(mail.scope, label?.messageId ?? "", "later", now);
    expect(await readProposals(mail.scope, mail.contactId)).toEqual([]);
  });

  test("is not asked about where it holds mail back by itself, nor of another team", async () => {
    await record(asking("wrong person"));
    const theirs = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt), sentAt);
    expect(await readProposals(theirs.scope, mail.contactId)).toEqual([]);
    await recordMessage(
      theirs.scope.teamId,
      findingOf(theirs, away(null, { wish: { wants: "left", sentence: "I left." } }), came),
      now,
    );
    expect(await readProposals(theirs.scope, theirs.contactId)).toEqual([]);
  });
});

test("who asked for no more mail is shown the words that said so", async () => {
  await record(asking("remove"));
  const { suppressed } = await person();
  expect(suppressed?.reason).toBe("asked in a reply");
  const source = suppressed && (await readSource(mail.scope, mail.contactId, suppressed));
  expect(source).toMatchObject({ by: null, message: { sentence: "They want remove.", receivedAt: came } });
  expect(await readProposals(mail.scope, mail.contactId)).toEqual([]);
});

test("a person's story and the stream tell who is away, and whom a report blames", async () => {
  await record(away("2026-12-01"));
  await record(report("for now", { recipient: mail.email }));
  const { happened } = await person();
  expect(happened.find(({ kind }) => kind === "automatic")?.place).toBe("away");
  expect(happened.find(({ kind }) => kind === "soft_bounce")?.place).toBe("for now");
  const stream = await withTeam(mail.scope, (tx) => readStream(tx, mail.campaignId, 20));
  expect(stream.find(({ kind }) => kind === "automatic")?.away).toBe(true);
  expect(stream.find(({ kind }) => kind === "soft_bounce")?.blames).toBe("for now");
});

test("what belongs to nobody is counted by mailbox, without what was put aside or is old", async () => {
  const add = (id: string, hidden: Date | null, old: boolean, contact: string | null) =>
    db.admin`insert into mailbox_messages (team_id, sender_account_id, internet_message_id, kind, received_at, hidden_at, is_old, contact_id)
      values (${mail.scope.teamId}, ${mail.senderAccountId}, ${id}, 'reply', ${came}, ${hidden}, ${old}, ${contact})`;
  await add("<a>", null, false, null);
  await add("<b>", now, false, null);
  await add("<c>", null, true, null);
  await add("<d>", null, false, mail.contactId);
  expect(await withTeam(mail.scope, readUnplaced)).toMatchObject([{ senderAccountId: mail.senderAccountId, count: 1 }]);
});
