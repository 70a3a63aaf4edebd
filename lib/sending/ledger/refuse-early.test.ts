import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { stopAll } from "../../campaigns/stop-all";
import { takeBackSignature } from "../../drafts/take-back-signature";
import { type MailWorld, startMail } from "../../microsoft/graph/testing/start-mail";
import { sendPlanned } from "../run/send-planned";
import { giveConsent } from "../testing/give-consent";
import { endPlace, giveRun, holdBack } from "../testing/place-of";
import { mailKinds, type ReadyMail, seedReadyMail } from "../testing/seed-ready-mail";

let world: MailWorld;
let mail: ReadyMail;
let start: Date;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

beforeAll(async () => {
  world = await startMail(process.env);
});
afterAll(() => world.end());

describe.each(mailKinds)("of a %s mail", (kind) => {
  beforeEach(async () => {
    await world.admin("POST", "reset", {});
    start = new Date();
    mail = await seedReadyMail(world.db.admin, minutes(-1), { kind });
    await giveConsent(world.db.admin, mail);
  });

  describe("no draft is made of a mail that may not leave at this moment", () => {
    const reasons: [string, () => unknown][] = [
      ["it is held back", () => holdBack(world.db.admin, mail)],
      ["all sending is stopped", () => stopAll(mail.scope, start)],
      ["its signature is taken back", () => takeBackSignature(mail.scope, mail.draftId, start)],
      [
        "its time has not come",
        () => world.db.admin`update scheduled_emails set scheduled_for = ${minutes(30)} where draft_id = ${mail.draftId}`,
      ],
      ["it has no time", () => world.db.admin`update scheduled_emails set status = 'cancelled' where draft_id = ${mail.draftId}`],
      [
        "its text is another",
        () => world.db.admin`update email_drafts set edited_body = '<p>Other</p>' where id = ${mail.draftId}`,
      ],
      ["it ended", () => endPlace(world.db.admin, mail)],
      ["another run has it", () => giveRun(world.db.admin, mail, "run-2")],
    ];
    test.each(reasons)("because %s", async (_reason, hold) => {
      await hold();
      await sendPlanned(mail.scope, mail, () => start);
      const [row] = await world.db.admin`select state, graph_id as "graphId" from deliveries where draft_id = ${mail.draftId}`;
      expect(row).toEqual({ state: "queued", graphId: null });
      const calls = (await world.admin("GET", "calls")) as { method: string; path: string }[];
      expect(calls.filter(({ method, path }) => method === "POST" && path.startsWith("/me/"))).toEqual([]);
    });
  });
});
