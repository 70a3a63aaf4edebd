import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { inventPeople } from "@/db/seed/invent-people";
import { seedMailbox } from "@/db/seed/seed-campaign";
import { seedContacts } from "@/db/seed/seed-contacts";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import type { Member } from "../../auth/member";
import { stubSettings } from "../../env/testing/stub-settings";
import type { LetterInput, LetterView } from "../letter";
import { saveLetter } from "../save-letter";
import { signLetter } from "../sign-letter";

/** A Tuesday, at noon in the team's zone. */
export const now = new Date("2026-11-24T12:00:00Z");
/** Of the test that runs: a team of two with a mailbox and some people. */
export let db: TestDatabase;
export let anna: Member;
export let ben: Member;
export let viewer: Member;
export let mailbox: string;
export let people: string[];

/** Makes all of this for each test of a file. */
export function seedLetters(count = 3) {
  beforeAll(async () => {
    db = await testDatabase();
    stubSettings();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    const team = await seedTeam(db.admin, {
      members: [
        { name: "Anna Keller", email: "anna@contoso.com", role: "administrator" },
        { name: "Ben Ortiz", email: "ben@contoso.com" },
        { name: "Vera Voss", email: "vera@contoso.com", role: "viewer" },
      ],
    });
    [anna, ben, viewer] = team.members.map((member) => memberOf(team.teamId, member)) as [Member, Member, Member];
    mailbox = await seedMailbox(db.admin, team.teamId);
    people = (await seedContacts(db.admin, team.teamId, inventPeople(count, 0), { listName: "All" })).contactIds;
  });
}

/** Somebody of a team as a request knows them. */
export function memberOf(teamId: string, member: { id: string; name: string; email: string; role: string }): Member {
  const { id: memberId, name, email } = member;
  const role = member.role as Member["role"];
  return { teamId, memberId, sessionId: "", role, name, email, teamName: "Contoso", timezone: "UTC", teamTimezone: "UTC" };
}

/** A letter that may be signed as it is; each under an id of its own. */
export function letterTo(contactIds: string[], other: Partial<LetterInput> = {}): LetterInput {
  return {
    letterId: randomUUID(),
    version: 0,
    contactIds,
    senderAccountId: mailbox,
    templateId: null,
    subject: "Your dock at {{ company }}",
    body: "<p>Hi {{ first_name }}, the plan is here.</p>",
    leave: { kind: "now", day: null, time: null, zone: "sender" },
    newThreads: [],
    ...other,
  };
}

/** The code and the sentence of what was refused; "done" for what was not. */
export const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; message?: string }) => (error.code ? `${error.code}: ${error.message}` : Promise.reject(error)),
  );

/** Every mail of a letter with the hash that its page shows. */
export const shown = ({ id, mails }: LetterView) => ({
  letterId: id,
  mails: mails.filter(({ state }) => state === "draft").map(({ draftId, hash }) => ({ draftId, hash })),
});

/** Writes a letter and signs all of it. */
export async function signed(by: Member, input: LetterInput, at = now): Promise<LetterView> {
  const view = await saveLetter(by, input, at);
  await signLetter(by, shown(view), at);
  return view;
}
