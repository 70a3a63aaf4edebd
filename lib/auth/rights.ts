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
export type Role = "viewer" | "member" | "administrator";

const rank: Record<Role, number> = { viewer: 0, member: 1, administrator: 2 };

export function hasRight(role: Role, right: Right): boolean {
  return rank[role] >= rank[leastRole[right]];
}
