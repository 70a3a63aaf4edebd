import { expect, test } from "vitest";
import { mostPeople } from "./most-people";
import { readLetter } from "./read-letter";
import { saveLetter } from "./save-letter";
import { signLetter } from "./sign-letter";
import { anna, letterTo, now, people, refusal, seedLetters, shown } from "./testing/letter-world";

seedLetters(2 * mostPeople);

test("a letter goes to twenty people at most, those whose mail is signed among them", async () => {
  const input = letterTo(people.slice(0, mostPeople));
  const view = await saveLetter(anna, input, now);
  const signed = shown(view).mails.slice(0, mostPeople - 1);
  await signLetter(anna, { letterId: view.id, mails: signed }, now);
  const next = (contactIds: string[]) => saveLetter(anna, { ...input, version: 1, contactIds }, now);
  expect(await next(people.slice(mostPeople)).catch((error) => error)).toMatchObject({
    code: "invalid",
    fields: {
      contactIds: "A letter goes to 20 people at most, and 19 of its mails are signed. Begin another letter for the rest.",
    },
  });
  expect((await readLetter(anna, view.id, now))?.mails).toHaveLength(mostPeople);
  expect(await refusal(next(people.slice(mostPeople, mostPeople + 1)))).toBe("done");
  expect((await readLetter(anna, view.id, now))?.mails).toHaveLength(mostPeople);
});
