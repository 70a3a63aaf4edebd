import { sql } from "drizzle-orm";
import { type Scope, withTeam } from "@/db/access/with-team";
import type { TestDatabase } from "@/db/testing/test-database";
import { domainOf, normalAddress } from "../../mail/address";

/** Each kind of entry that names an address, by how it comes onto the list. */
export const waysOntoTheList: [string, (admin: TestDatabase["admin"], scope: Scope, email: string) => Promise<unknown>][] = [
  ["by address", (admin, { teamId }, email) => add(admin, { team_id: teamId, email_norm: normalAddress(email) })],
  ["by domain", (admin, { teamId }, email) => add(admin, { team_id: teamId, domain: domainOf(email) })],
  [
    "by wildcard",
    (admin, { teamId }, email) => add(admin, { team_id: teamId, wildcard: `${normalAddress(email).split("@")[0]}@*` }),
  ],
  [
    "by hash",
    async (admin, scope, email) => {
      await add(admin, { team_id: scope.teamId, email_norm: normalAddress(email) });
      await withTeam(scope, (tx) => tx.execute(sql`select forget_suppressed(${email})`));
    },
  ],
];

const add = (admin: TestDatabase["admin"], entry: Record<string, string>) =>
  admin`insert into suppressions ${admin({ reason: "by hand", ...entry })}`;
