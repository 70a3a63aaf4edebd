import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { addContact } from "@/lib/contacts/add-contact";
import { stubSettings } from "@/lib/env/testing/stub-settings";
import { seedMailed } from "@/lib/replies/testing/seed-mailed";
import { type ReadyMail, seedReadyMail } from "@/lib/sending/testing/seed-ready-mail";
import { unsubscribe } from "@/lib/suppressions/unsubscribe";
import Page, { generateMetadata } from "./page";

let accepted = "";
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "accept-language": accepted }) }));

let db: TestDatabase;
let mail: ReadyMail;
const sentAt = new Date("2026-11-24T15:02:00Z");
const now = new Date("2026-11-25T10:00:00Z");

beforeAll(async () => {
  db = await testDatabase();
  stubSettings();
});
afterAll(() => db.close());
beforeEach(async () => {
  mail = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt), sentAt);
  await db.admin`update contacts set created_at = '2026-11-02T23:30:00Z' where id = ${mail.contactId}`;
  await db.admin`update campaign_settings set timezone = 'Europe/Berlin' where campaign_id = ${mail.campaignId}`;
  await db.admin`update members set name = 'Anna Keller' where id = ${mail.scope.memberId}`;
  await db.admin`update signatures set signed_by = ${mail.scope.memberId} where draft_id = ${mail.draftId}`;
  await db.admin`update upload_batches set created_by = ${mail.scope.memberId}, file_name = 'secret-list.csv' where team_id = ${mail.scope.teamId}`;
});

async function shown(language: string, token = mail.unsubscribeToken, searchParams: { failed?: string } = {}): Promise<string> {
  accepted = language;
  const html = renderToStaticMarkup(
    await Page({ params: Promise.resolve({ token }), searchParams: Promise.resolve(searchParams) }),
  );
  return html.replaceAll("\u202f", " ").replaceAll("\u00a0", " ").replaceAll("&#x27;", "'");
}

/** A mail by hand that left, for Berlin. */
async function byHand() {
  const hand = await seedMailed(db.admin, await seedReadyMail(db.admin, sentAt, { kind: "single" }), sentAt);
  await db.admin`update members set name = 'Anna Keller' where id = ${hand.scope.memberId}`;
  await db.admin`update single_mails set leave_zone = 'Europe/Berlin' where draft_id = ${hand.draftId}`;
  return hand;
}

describe("in the reader's language", () => {
  test.each([
    ["en", "Stop emails from Contoso?", "Stop all emails", "You will not hear from Contoso again", "Stop emails"],
    [
      "de-AT",
      "Keine E-Mails mehr von Contoso?",
      "Alle E-Mails abbestellen",
      "Sie hören nichts mehr von Contoso",
      "E-Mails abbestellen",
    ],
    [
      "fr;q=0.9, it",
      "Ne plus recevoir les e-\u2060mails envoyés par Contoso ?",
      "Ne plus recevoir d’e-mails",
      "Contoso ne vous écrira plus",
      "Ne plus recevoir d’e-mails",
    ],
  ])("%s: asks, and says when it is done", async (language, question, button, done, title) => {
    const asks = await shown(language);
    expect(asks).toContain(`<h1>${question}</h1>`);
    expect(asks).toContain(`${button}</button>`);
    expect(asks).not.toContain(mail.email);
    expect((await generateMetadata()).title).toEqual({ absolute: title });
    await unsubscribe(mail.unsubscribeToken, now);
    const said = await shown(language);
    expect(said).toContain(done);
    expect(said).not.toContain("<form");
    expect(said).toContain("<details");
  });

  test.each([
    ["en", "This could not be kept", "This link is not known here", "This was a test copy"],
    ["de", "konnte gerade nicht gespeichert werden", "Dieser Link ist hier nicht bekannt", "Das war eine Testkopie"],
    ["fr", "n’a pas pu être enregistrée", "Ce lien n’est pas connu ici", "C’était une copie de test"],
  ])("%s: what went wrong, a link of nobody, a test copy", async (language, failed, unknown, copy) => {
    expect(await shown(language, mail.unsubscribeToken, { failed: "1" })).toContain(failed);
    expect(await shown(language, "0".repeat(64))).toContain(unknown);
    expect(await shown(language, "preview")).toContain(copy);
  });
});

describe("why somebody got it", () => {
  test.each([
    [
      "en",
      [
        "Your address was uploaded in a file by Anna Keller on 3 November 2026.",
        "The latest email to you was signed by Anna Keller and left on 24 November 2026 at 16:02 CET.",
        "Responsible for these emails: Contoso, 12 Harbor Street, Portland ME 04101.",
      ],
    ],
    [
      "de",
      [
        "Ihre Adresse wurde am 3. November 2026 von Anna Keller aus einer Datei hochgeladen.",
        "Die letzte E-Mail an Sie wurde von Anna Keller unterschrieben und ging am 24. November 2026 um 16:02 MEZ ab.",
        "Verantwortlich für diese E-Mails: Contoso, 12 Harbor Street, Portland ME 04101.",
      ],
    ],
    [
      "fr",
      [
        "Votre adresse a été importée depuis un fichier par Anna Keller le 3 novembre 2026.",
        "Le dernier e-mail qui vous a été adressé a été signé par Anna Keller et envoyé le 24 novembre 2026 à 16:02 UTC+1.",
        "Responsable de ces e-mails : Contoso, 12 Harbor Street, Portland ME 04101.",
      ],
    ],
  ])("in %s, closed until asked for, with dates as one writes them, and not a word of the file", async (language, sentences) => {
    const html = await shown(language);
    expect(html).toMatch(/<details class="[^"]*"><summary>/);
    for (const sentence of sentences) expect(html).toContain(sentence);
    expect(html).not.toContain("secret-list");
  });

  test.each([
    ["en", "Anna Keller wrote this email to you by hand. It left on 24 November 2026 at 16:02 CET."],
    ["de", "Diese E-Mail hat Ihnen Anna Keller von Hand geschrieben. Sie ging am 24. November 2026 um 16:02 MEZ ab."],
    ["fr", "Cet e-mail vous a été écrit à la main par Anna Keller. Il est parti le 24 novembre 2026 à 16:02 UTC+1."],
  ])("in %s, behind the link of a mail by hand: who wrote it, and when", async (language, sentence) => {
    const hand = await byHand();
    const html = await shown(language, hand.unsubscribeToken);
    expect(html).toContain(sentence);
    expect(html).toContain("Contoso");
    await unsubscribe(hand.unsubscribeToken, now);
    const done = await shown(language, hand.unsubscribeToken);
    expect(done).toContain(sentence);
    expect(done).not.toContain("<form");
  });

  test("says of a mail by hand that has not left, or whose writer nobody wrote down, only what it knows", async () => {
    const hand = await byHand();
    await db.admin`update single_mails set letter_id = null where draft_id = ${hand.draftId}`;
    expect(await shown("en", hand.unsubscribeToken)).toContain(
      "This email was written to you by hand. It left on 24 November 2026",
    );
    await db.admin`delete from sent_emails where draft_id = ${hand.draftId}`;
    expect(await shown("en", hand.unsubscribeToken)).not.toContain("by hand. It left");
  });

  test("says only what it knows", async () => {
    await db.admin`update upload_batches set created_by = null where team_id = ${mail.scope.teamId}`;
    await db.admin`update signatures set voided_at = now() where draft_id = ${mail.draftId}`;
    await db.admin`update teams set postal_address = null where id = ${mail.scope.teamId}`;
    const html = await shown("en");
    expect(html).toContain("Your address was uploaded in a file on 3 November 2026.");
    expect(html).toContain("The latest email to you left on 24 November 2026 at 16:02 CET.");
    expect(html).toContain("Responsible for these emails: Contoso.");
    await db.admin`delete from sent_emails where campaign_contact_id = ${mail.campaignContactId}`;
    expect(await shown("en")).not.toContain("The latest email");
  });

  test("names who added somebody by hand, not who was the first to add anybody", async () => {
    const [ben] = await db.admin`insert into members (team_id, tid, oid, name, email, role)
      values (${mail.scope.teamId}, 't', gen_random_uuid(), 'Ben Ortiz', 'ben@contoso.com', 'member') returning id`;
    const person = (email: string) => ({ email, firstName: "", lastName: "", company: "" });
    await addContact(mail.scope, person("first@x.example"), now);
    const { contactId } = await addContact({ ...mail.scope, memberId: String(ben?.id) }, person("second@x.example"), now);
    await db.admin`update campaign_contacts set contact_id = ${contactId} where id = ${mail.campaignContactId}`;
    expect(await shown("en")).toContain("Your address was added by hand by Ben Ortiz on 25 November 2026.");
    await db.admin`update contact_addresses set created_by = null where contact_id = ${contactId}`;
    expect(await shown("de")).toContain("Ihre Adresse wurde am 25. November 2026 von Hand eingetragen.");
  });
});
