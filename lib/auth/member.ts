import type { Role } from "@/db/schema/words";

/** The person behind a request, as checked against the session row. */
export type Member = {
  teamId: string;
  memberId: string;
  sessionId: string;
  role: Role;
  name: string;
  email: string;
  teamName: string;
  /** IANA zone of the team. */
  timezone: string;
};
