import { expect, it } from "vitest";
import { mailboxTroubles } from "@/db/schema/words";
import { nameHold } from "./name-hold";

it.each([
  ["AADSTS65001", "consent was withdrawn", /Reconnect it with the sign-in of its person/],
  ["AADSTS50057", "its account is switched off", /An administrator of Microsoft 365 looks at the account/],
  ["AADSTS50105", "its person may not use Countersign any more", /assigns the person to Countersign again/],
  ["AADSTS700016", "the organisation removed Countersign", /An administrator of Microsoft 365 allows Countersign again/],
  ["AADSTS90002", "Microsoft does not know the organisation any more", /Nothing here brings it back/],
  ["AADSTS53000", "the organisation lets only its own devices sign in", /leaves Countersign out of that rule/],
])("says whose move it is with a mailbox that is signed out (%s)", (code, because, move) => {
  expect(nameHold("signed_out", code)).toMatchObject({ because, move: expect.stringMatching(move), reconnects: true });
});

it("says the operator's mistake as one, whatever the code, and sends nobody to reconnect", () => {
  for (const code of ["AADSTS7000215", "AADSTS7000222", "AADSTS700027", "invalid_client"])
    expect(nameHold("limited", code)).toMatchObject({
      because: "Countersign’s own sign-in to Microsoft is broken",
      move: expect.stringMatching(/^Whoever runs Countersign/),
      reconnects: false,
    });
});

it("tells a refused sign-in that nobody knows from what Exchange limits", () => {
  expect(nameHold("limited", "AADSTS9909999").title).toBe("Mailbox paused");
  expect(nameHold("limited", "ErrorExceededMessageLimit").title).toBe("Microsoft limits this mailbox");
});

it("has a title, a cause and a move of its own for each trouble", () => {
  const said = mailboxTroubles.map((trouble) => nameHold(trouble));
  for (const part of ["title", "because", "move"] as const) expect(new Set(said.map((one) => one[part])).size).toBe(said.length);
});
