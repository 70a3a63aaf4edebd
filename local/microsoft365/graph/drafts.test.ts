import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Mailbox, openMailbox, until, wait } from "../testing/mailbox";
import { type Program, quick, startProgram } from "../testing/start-program";

let program: Program;
let anna: Mailbox;
beforeAll(async () => {
  program = await startProgram();
  anna = await openMailbox(program, "anna@contoso.com");
});
afterAll(() => program?.stop());
beforeEach(async () => {
  await program.admin("POST", "reset");
  await program.admin("POST", "settings", { ...quick, lookupLagMs: 0 });
});

const listed = async (folder: string, query = "") =>
  ((await anna.call("GET", `/me/mailFolders/${folder}/messages${query}`)).body.value as { id: string }[]).map(({ id }) => id);

it("moves a draft to Deleted Items, where it is a draft still and keeps its id", async () => {
  const { id } = await anna.draft("zoe@outside.example");
  const moved = await anna.call("POST", `/me/messages/${id}/move`, { destinationId: "deleteditems" });
  expect([moved.status, moved.body.id, moved.body.isDraft]).toEqual([201, id, true]);
  expect([await listed("drafts"), await listed("deleteditems")]).toEqual([[], [id]]);
  const trash = await program.admin("GET", "messages?mailbox=anna@contoso.com&folder=deleteditems");
  expect(trash).toMatchObject([{ id, is_draft: true }]);
});

it("says when a message was made and when it was last changed", async () => {
  const draft = await anna.draft("zoe@outside.example");
  expect(draft.lastModifiedDateTime).toBe(draft.createdDateTime);
  // Graph tells whole seconds, so the change comes in another one.
  await wait(1100);
  const changed = (await anna.call("PATCH", `/me/messages/${draft.id}`, { subject: "Changed" })).body;
  expect(changed.createdDateTime).toBe(draft.createdDateTime);
  expect(changed.lastModifiedDateTime > changed.createdDateTime).toBe(true);
  await anna.send(draft.id);
  const sent = await until(async () => {
    const { body } = await anna.call("GET", `/me/messages/${draft.id}`);
    return body?.isDraft === false && body;
  });
  expect(sent.lastModifiedDateTime >= changed.lastModifiedDateTime).toBe(true);
});

it("lists a folder by the time of making, and sorts only by what the filter names first", async () => {
  const first = await anna.draft("zoe@outside.example");
  await wait(1100);
  const second = await anna.draft("zoe@outside.example");
  const since = (at: string, more = "") => `?$filter=createdDateTime ge ${at}${more}`;
  const sorted = "&$orderby=createdDateTime asc&$top=1";
  expect(await listed("drafts", since(first.createdDateTime, sorted))).toEqual([first.id]);
  expect(await listed("drafts", since(first.createdDateTime, `${sorted}&$skip=1`))).toEqual([second.id]);
  expect(await listed("drafts", since(second.createdDateTime))).toEqual([second.id]);
  expect(await listed("drafts", since(first.createdDateTime, ` and createdDateTime lt ${second.createdDateTime}`))).toEqual([
    first.id,
  ]);
  const wrong = `?$filter=isDraft eq true and createdDateTime ge ${first.createdDateTime}&$orderby=createdDateTime`;
  expect((await anna.call("GET", `/me/mailFolders/drafts/messages${wrong}`)).body.error.code).toBe("InefficientFilter");
});
