import type { Scope } from "@/db/access/with-team";
import type { Role } from "@/db/schema/words";

/** The person behind a request, as checked against the session row: a scope, with what else is known of them. */
export type Member = Scope & {
  memberId: string;
  sessionId: string;
  role: Role;
  name: string;
  email: string;
  teamName: string;
  /** IANA zone in which times are said to them: the one they chose, else the team's. */
  timezone: string;
  /** IANA zone in which the team's days are counted, and in which its campaigns begin. */
  teamTimezone: string;
};
