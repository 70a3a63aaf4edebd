import type { Expectation } from "../expectation";
import type { Session } from "../session/open-session";
import type { Who } from "../words";

const personalTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

const ours = ["Mail.ReadWrite", "Mail.Send", "User.Read"];
const named = (scopes: string[]) => ({
  came: ours.filter((scope) => scopes.includes(scope)).join(" "),
  measured: scopes.join(" "),
});

const names = (claims: Record<string, unknown>) => `claims: ${Object.keys(claims).sort().join(", ")}`;

async function acct(session: Session, who: Who) {
  const { claims } = await session.account(who);
  return { came: `acct ${claims.acct ?? "is missing"}`, measured: names(claims) };
}

/** Step 1: who comes in, and what is told of them. */
export const signInExpectations: Expectation[] = [
  {
    id: "member-claims",
    step: 1,
    truth: "A member's id token says acct 0, once the optional claim is registered",
    source: "Entra, optional claims",
    needs: ["A"],
    expected: ["acct 0"],
    run: (session) => acct(session, "A"),
  },
  {
    id: "granted-scopes",
    step: 1,
    truth: "What is asked for by name is granted by name",
    source: "Graph, permissions; the app's registration",
    needs: ["A"],
    expected: [ours.join(" ")],
    run: async (session) => named((await session.account("A")).scopes),
  },
  {
    id: "default-scopes",
    step: 1,
    truth: "By .default one gets what is registered on the app",
    source: "Entra, scopes",
    needs: ["A"],
    expected: [ours.join(" ")],
    run: async (session) => named(await (await session.account("A")).scopesByDefault()),
  },
  {
    id: "guest-claims",
    step: 1,
    truth: "A guest is known by acct 1",
    source: "Entra, optional claims",
    needs: ["guest"],
    expected: ["acct 1"],
    run: (session) => acct(session, "guest"),
  },
  {
    id: "personal-claims",
    step: 1,
    truth: "A personal account comes with the tenant id of all personal accounts, where the app lets it in at all",
    source: "Entra, id token claims; the app's kind of accounts",
    needs: ["personal"],
    expected: ["the tenant of personal accounts", "refused on Microsoft's page"],
    run: async (session) => {
      const made = await session.signIn("personal", "accept");
      if ("refused" in made) return made.refused;
      return {
        came: made.claims.tid === personalTenant ? "the tenant of personal accounts" : "another tenant",
        measured: names(made.claims),
      };
    },
  },
];
