import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";

export type SeededTeam = {
  teamId: string;
  tenantId: string;
  /** The first of its people, as who acts. */
  scope: { teamId: string; memberId: string };
  members: { id: string; name: string; email: string; role: string }[];
};

/** A team with its people. Written as the owner, because a team is founded by a sign-in. */
export async function seedTeam(
  owner: Sql,
  team: {
    name?: string;
    tenantId?: string;
    timezone?: string;
    postalAddress?: string | null;
    joinPolicy?: "off" | "ask" | "automatic";
    joinRole?: "viewer" | "member";
    /** When team and members were made. */
    foundedAt?: Date;
    members?: {
      name: string;
      email: string;
      oid?: string;
      role?: "viewer" | "member" | "administrator";
      status?: "active" | "asked" | "refused" | "removed";
    }[];
  } = {},
): Promise<SeededTeam> {
  const tenantId = team.tenantId ?? randomUUID();
  const people = team.members ?? [{ name: "Anna Keller", email: "anna@contoso.com", role: "administrator" as const }];
  const foundedAt = team.foundedAt ?? new Date();
  const [row] = await owner<{ id: string }[]>`
    insert into teams (tenant_id, name, timezone, created_at, postal_address, join_policy, join_role)
    values (${tenantId}, ${team.name ?? "Contoso"}, ${team.timezone ?? "UTC"}, ${foundedAt},
            ${team.postalAddress === undefined ? "12 Harbor Street, Portland ME 04101" : team.postalAddress},
            ${team.joinPolicy ?? "ask"}, ${team.joinRole ?? "viewer"})
    returning id`;
  if (!row) throw new Error("The team was not written.");
  const members: SeededTeam["members"] = [];
  for (const person of people) {
    const role = person.role ?? "member";
    const [member] = await owner<{ id: string }[]>`
      insert into members (team_id, tid, oid, name, email, role, status, created_at)
      values (${row.id}, ${tenantId}, ${person.oid ?? randomUUID()}, ${person.name}, ${person.email}, ${role}, ${person.status ?? "active"}, ${foundedAt})
      returning id`;
    if (member) members.push({ id: member.id, name: person.name, email: person.email, role });
  }
  return { teamId: row.id, tenantId, scope: { teamId: row.id, memberId: members[0]?.id ?? "" }, members };
}
