import type { AccountAct, Act } from "../acts/acts";
import type { Expectation } from "../expectation";
import { inboxSince } from "../session/look-up";
import { inWords } from "../session/mailbox";
import type { Session } from "../session/open-session";
import { writeDraft } from "../session/send-mail";

const administrator = { needs: ["A", "B", "administrator"], minutes: 10 } satisfies Partial<Expectation>;

/** Does something to B, looks, and undoes it; B signs in anew afterwards. */
async function whileSo<T>(session: Session, what: AccountAct, undo: AccountAct | null, look: () => Promise<T>): Promise<T> {
  await session.act({ do: "account", what });
  try {
    return await look();
  } finally {
    if (undo) await session.act({ do: "account", what: undo });
    session.forget("B");
  }
}

async function refreshed(session: Session, what: AccountAct, undo: AccountAct | null) {
  const { refresh } = await session.account("B");
  const mailbox = await session.mailbox("B");
  return whileSo(session, what, undo, async () => {
    const came = await refresh();
    const old = inWords(await mailbox.call("GET", "/me/mailFolders/inbox"));
    const [code = "no code", ...rest] = came.split(" ");
    return { came: code, measured: `${rest.join(" ")}; the old access token: ${old}` };
  });
}

async function consented(session: Session, rule: Extract<Act, { do: "consent" }>["rule"]) {
  await session.act({ do: "account", what: "withdraw consent" });
  session.forget("B");
  await session.act({ do: "consent", rule });
  try {
    const made = await session.signIn("B", "ask an administrator");
    return "refused" in made ? made.refused : "let in";
  } finally {
    await session.act({ do: "consent", rule: "people themselves" });
  }
}

/** How asking for an administrator is answered, by any of the ways that Microsoft's pages name. */
const anAdministratorMust = ["AADSTS90094", "AADSTS90095", "AADSTS90093", "AADSTS90008"].flatMap((code) => [
  `${code} access_denied`,
  `${code} consent_required`,
]);

/** Steps 22, 23 and 24: what befalls an account. All of it befalls B, and is undone. */
export const accountExpectations: Expectation[] = [
  {
    ...administrator,
    id: "sessions-revoked",
    step: 22,
    truth: "After sessions are revoked the refresh is refused as revoked",
    source: "Entra, error codes",
    expected: ["AADSTS50173", "AADSTS50133", "AADSTS50132"],
    run: (session) => refreshed(session, "revoke sessions", null),
  },
  {
    ...administrator,
    id: "consent-withdrawn",
    step: 22,
    truth: "After consent is withdrawn the refresh is refused for want of consent",
    source: "Entra, error codes; recorded answers",
    expected: ["AADSTS65001"],
    run: (session) => refreshed(session, "withdraw consent", null),
  },
  {
    ...administrator,
    id: "app-removed",
    step: 22,
    truth: "After the organisation removes the app, or switches it off, the refresh says that the app is not there",
    source: "Entra, error codes",
    expected: ["AADSTS700016", "AADSTS7000112", "AADSTS650052"],
    run: (session) => refreshed(session, "remove the app", "bring the app back"),
  },
  {
    id: "consent-declined",
    step: 23,
    truth: "Who presses Cancel comes back with access_denied",
    source: "Entra, error codes",
    needs: ["A", "B"],
    expected: ["AADSTS65004 access_denied"],
    run: async (session) => {
      const made = await session.signIn("B", "cancel");
      return "refused" in made ? made.refused : "let in";
    },
  },
  ...(["administrators, without requests", "administrators, with requests"] as const).map(
    (rule): Expectation => ({
      ...administrator,
      id: rule === "administrators, with requests" ? "consent-by-request" : "consent-by-administrators",
      step: 23,
      truth: `Where consent is for ${rule}, a person comes back with a code of its own`,
      source: "Entra, error codes",
      expected: [...anAdministratorMust, "consent_required", "refused on Microsoft's page"],
      run: (session) => consented(session, rule),
    }),
  ),
  {
    ...administrator,
    id: "licence-taken",
    step: 24,
    truth: "Within minutes of losing its licence a mailbox is not known any more",
    source: "recorded answers",
    expected: ["404 MailboxNotEnabledForRESTAPI"],
    run: async (session) => {
      const mailbox = await session.mailbox("B");
      const began = Date.now();
      return whileSo(session, "take the licence", "give the licence", async () => {
        const refused = await session.until("A refusal after the licence was taken", 600, async () => {
          const answer = await mailbox.call("GET", "/me/mailFolders/inbox");
          return answer.status >= 400 && answer;
        });
        return { came: inWords(refused), measured: `after ${Math.round((Date.now() - began) / 1000)} s` };
      });
    },
  },
  {
    ...administrator,
    id: "sending-limited",
    step: 24,
    mails: ["limited"],
    truth: "A mailbox that may not send is refused by a code, or by a report after a 202",
    source: "recorded answers; Exchange, non-delivery reports",
    expected: [
      "403 ErrorMessageSubmissionBlocked",
      "429 ErrorExceededMessageLimit",
      "403 ErrorSendAsDenied",
      "403 ErrorQuotaExceeded",
      ...["5.1.8", "5.1.90", "5.2.2", "5.7.233", "5.7.705"].map((status) => `202, report ${status}`),
    ],
    run: (session) =>
      whileSo(session, "limit sending", "allow sending", async () => {
        const mailbox = await session.mailbox("B");
        const { draftId, subject } = await writeDraft(session, "limited");
        const began = new Date();
        const answer = await mailbox.send(draftId);
        if (answer.status !== 202) return { came: inWords(answer), measured: answer.headers.get("retry-after") ?? "" };
        const report = await session.until("A report about our own account", 300, async () =>
          (await inboxSince(mailbox, began)).find((one) => one.subject?.includes(subject)),
        );
        const { text } = await mailbox.get(report.id ?? "", "/$value");
        return `202, report ${/^Status: ?(\d\.\d+\.\d+)/m.exec(text)?.[1] ?? "without a status"}`;
      }),
  },
  {
    id: "send-as-another",
    step: 24,
    truth: "Nobody sends as somebody else without being allowed to",
    source: "Exchange, Send As",
    needs: ["A", "B"],
    mails: ["asAnother"],
    expected: ["403 ErrorSendAsDenied"],
    run: async (session) => {
      const { draftId } = await writeDraft(session, "asAnother");
      const mailbox = await session.mailbox("A");
      const from = { emailAddress: { address: session.address("B") } };
      const changed = await mailbox.call("PATCH", `/me/messages/${encodeURIComponent(draftId)}`, { from });
      return changed.status === 200 ? inWords(await mailbox.send(draftId)) : inWords(changed);
    },
  },
];
