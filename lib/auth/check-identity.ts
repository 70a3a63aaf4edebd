import { z } from "zod";
import type { SignInNotice } from "./sign-in-notice";

/** The tenant that all personal Microsoft accounts share. */
const personalTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

const claimsSchema = z.object({
  tid: z.string().min(1),
  oid: z.string().min(1),
  name: z.string().optional(),
  email: z.string().nullish(),
  preferred_username: z.string().optional(),
  /** Optional claim: 1 for a guest of the tenant. */
  acct: z.union([z.number(), z.string()]).optional(),
  /** Present when another directory vouches for the person. */
  idp: z.string().optional(),
});

export type Identity = { tid: string; oid: string; name: string; email: string };

/**
 * Who the id token speaks of. Identity is (tid, oid); the address is only shown, since a tenant can write any into it.
 * @param tenants tenant ids that may sign in; an empty list lets every organisation in.
 */
export function checkIdentity(claims: unknown, tenants: string[]): Identity | { refused: SignInNotice } {
  const read = claimsSchema.safeParse(claims);
  if (!read.success) return { refused: "failed" };
  const { tid, oid, name, email, preferred_username, acct, idp } = read.data;
  if (tid === personalTenant) return { refused: "personal" };
  if (tenants.length > 0 && !tenants.includes(tid)) return { refused: "tenant" };
  if (String(acct ?? "0") === "1" || (idp !== undefined && !idp.includes(tid))) return { refused: "guest" };
  const address = email || preferred_username;
  if (!address) return { refused: "failed" };
  return { tid, oid, name: name || address, email: address };
}

/** The tenant ids of MICROSOFT_TENANTS. */
export function listTenants(setting: string): string[] {
  return setting
    .split(",")
    .map((tenant) => tenant.trim().toLowerCase())
    .filter(Boolean);
}
