import { afterAll, beforeAll, expect, test } from "vitest";
import { seedTeam } from "@/db/seed/seed-team";
import { type TestDatabase, testDatabase } from "@/db/testing/test-database";
import { mapperOf } from "../../columns/map-row";
import { addContact } from "../../contacts/add-contact";
import { AppError } from "../../errors/app-error";
import { checkAddress } from "../../mail/check-address";
import { addAddress } from "./add-address";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const now = new Date("2026-11-24T12:00:00Z");
const hostile = ["a@b@x.example", "anna@x.example.", "a nna@x.example", '"anna"@x.example', "a@x.example,b@x.example"];

/** Of a cell the address is cut out, and read as a person would: it has passed the same gate then. */
const cutOut = ["anna@x.example.", "a@x.example,b@x.example"];

test.each(["anna\uff20x.example", "an\u202ena@x.example", "anna\u200b@x.example"])(
  "%j is the address that is seen, typed as a contact, typed as a reader, or in a file",
  async (email) => {
    const { scope } = await seedTeam(db.admin);
    const { contactId } = await addContact(scope, { email, firstName: "", lastName: "", company: "" }, now);
    expect(await addAddress(scope, email, now)).toMatchObject({ id: contactId, email: "anna@x.example" });
    expect(mapperOf([{ header: "E-mail", target: "email" }])([email])).toMatchObject({ row: { email: "anna@x.example" } });
  },
);

test.each([...hostile, "an\u0007na@x.example", `a@${"x.".repeat(130)}example`])(
  "%j is refused in one sentence, typed as a contact, typed as a reader, or in a file",
  async (email) => {
    const { scope } = await seedTeam(db.admin);
    const sentence = checkAddress(email);
    expect(sentence).not.toBeNull();
    const said = (adding: Promise<unknown>) =>
      adding.then(
        () => "added",
        (error: unknown) => (error instanceof AppError ? error.fields?.email : error),
      );
    expect(await said(addContact(scope, { email, firstName: "", lastName: "", company: "" }, now))).toBe(sentence);
    expect(await said(addAddress(scope, email, now))).toBe(sentence);
    const inFile = mapperOf([{ header: "E-mail", target: "email" }])([email]);
    if (cutOut.includes(email))
      expect(inFile).toMatchObject({ row: { email: expect.stringMatching(/^(?:anna|a)@x\.example$/) } });
    else expect(inFile).toMatchObject({ refused: sentence });
  },
);
