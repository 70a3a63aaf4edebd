import { type Role, roles } from "@/db/schema/words";

/** Every right a person can have, by name, and the least role that has it. */
const leastRole = {
  "team:read": "viewer",
  "contacts:edit": "member",
  "templates:edit": "member",
  "campaigns:edit": "member",
  "campaigns:launch": "member",
  "campaigns:stop": "member",
  "drafts:edit": "member",
  "drafts:sign": "member",
  "members:manage": "administrator",
  "mailboxes:manage": "administrator",
  "team:manage": "administrator",
  "suppressions:lift": "administrator",
} as const;

export type Right = keyof typeof leastRole;

export function hasRight(role: Role, right: Right): boolean {
  return roles.indexOf(role) >= roles.indexOf(leastRole[right]);
}
