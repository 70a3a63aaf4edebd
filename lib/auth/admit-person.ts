import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/access/connections";
import { withSystem } from "@/db/access/with-system";
import { members, teams } from "@/db/schema/teams";
import type { Role } from "@/db/schema/words";
import { markKnock } from "../knocks/mark-knock";
import type { Identity } from "./check-identity";
import type { SignInNotice } from "./sign-in-notice";

export type Admission = { teamId: string; memberId: string } | { refused: SignInNotice };

/**
 * Finds or makes the member of somebody who has proved who they are. The first person of a tenant founds the team and
 * administers it, or of a team that was moved here without people; later ones meet its joining policy. Two first sign-ins at the same instant: the unique tenant decides.
 */
export function admitPerson(person: Identity, now = new Date()): Promise<Admission> {
  return withSystem("sign-in", async (tx) => {
    const [founded] = await tx
      .insert(teams)
      .values({ tenantId: person.tid, name: nameTeam(person.email), zoneTold: false })
      .onConflictDoNothing({ target: teams.tenantId })
      .returning({ id: teams.id });
    if (founded) {
      const member = await addMember(tx, founded.id, person, "administrator", "active");
      return { teamId: founded.id, memberId: member.id };
    }
    const [team] = await tx.select().from(teams).where(eq(teams.tenantId, person.tid));
    if (!team) throw new Error("The team of a tenant is neither new nor there.");
    const known = await findMember(tx, person);
    if (known) {
      await tx.update(members).set({ name: person.name, email: person.email }).where(eq(members.id, known.id));
      return admissionOf(team.id, known);
    }
    if (await isEmpty(tx, team.id)) {
      const member = await addMember(tx, team.id, person, "administrator", "active");
      return { teamId: team.id, memberId: member.id };
    }
    if (team.joinPolicy === "off") return { refused: "closed" };
    if ((await markKnock(tx, "join", person.tid, now)) > 0) return { refused: "joining" };
    const status = team.joinPolicy === "automatic" ? "active" : "asked";
    return admissionOf(team.id, await addMember(tx, team.id, person, team.joinRole, status));
  });
}

/** A team that was moved here (db/adopt) has nobody yet; its first person is decided one at a time. */
async function isEmpty(tx: Transaction, teamId: string) {
  const nobody = async () =>
    (await tx.select({ id: members.id }).from(members).where(eq(members.teamId, teamId)).limit(1)).length === 0;
  if (!(await nobody())) return false;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${teamId}, 0))`);
  return nobody();
}

async function addMember(tx: Transaction, teamId: string, person: Identity, role: Role, status: "active" | "asked") {
  const [made] = await tx
    .insert(members)
    .values({ teamId, tid: person.tid, oid: person.oid, name: person.name, email: person.email, role, status })
    .onConflictDoNothing({ target: [members.tid, members.oid] })
    .returning({ id: members.id, status: members.status });
  const member = made ?? (await findMember(tx, person));
  if (!member) throw new Error("The member was neither made nor found.");
  return member;
}

async function findMember(tx: Transaction, person: Identity) {
  const [member] = await tx
    .select({ id: members.id, status: members.status })
    .from(members)
    .where(and(eq(members.tid, person.tid), eq(members.oid, person.oid)));
  return member;
}

function admissionOf(teamId: string, member: { id: string; status: string }): Admission {
  if (member.status === "active") return { teamId, memberId: member.id };
  return { refused: member.status === "asked" ? "asked" : member.status === "removed" ? "removed" : "refused" };
}

/** "Contoso" for anna@contoso.com: the first label of the domain, with a capital. */
function nameTeam(email: string): string {
  const label = email.slice(email.lastIndexOf("@") + 1).split(".")[0] || "Team";
  return label.charAt(0).toUpperCase() + label.slice(1);
}
