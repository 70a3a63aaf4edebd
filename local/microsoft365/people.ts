import { contoso, demoPeople, fabrikam } from "../../db/seed/demo-world";

export type Person = {
  tenantId: string;
  tenantName: string;
  oid: string;
  name: string;
  /** The primary SMTP address: what sent mail carries, whatever one signs in with. */
  email: string;
  /** The name one signs in with; it need not be an address of the mailbox. */
  upn: string;
  /** Further addresses that this mailbox receives at. */
  aliases: string[];
  kind: "member" | "guest" | "personal";
};

export const personalTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** Who signs in by another name than the address: often so after a merger or a marriage. */
const otherNames: Record<string, string> = { "finn@fabrikam.com": "finn.adler@fabrikam.onmicrosoft.com" };

/** Everybody who can sign in, with one guest and one personal account that a product must refuse. */
export const people: Person[] = [
  ...demoPeople.map(
    (person): Person => ({
      ...person,
      upn: otherNames[person.email] ?? person.email,
      aliases: [otherNames[person.email] ?? person.email.replace(/\.com$/, ".onmicrosoft.com")],
      tenantName: person.tenantId === contoso.tenantId ? contoso.name : fabrikam.name,
      kind: "member",
    }),
  ),
  {
    tenantId: contoso.tenantId,
    tenantName: contoso.name,
    oid: "aaaaaaaa-0000-4000-8000-000000000009",
    name: "Gil Guest",
    email: "gil@partner.example",
    upn: "gil_partner.example#EXT#@contoso.onmicrosoft.com",
    aliases: [],
    kind: "guest",
  },
  {
    tenantId: personalTenant,
    tenantName: "Personal account",
    oid: "dddddddd-0000-4000-8000-000000000001",
    name: "Pat Home",
    email: "pat@outlook.example",
    upn: "pat@outlook.example",
    aliases: [],
    kind: "personal",
  },
];

/** @param key object id, sign-in name or any address. */
export function findPerson(key: string): Person | undefined {
  const wanted = key.toLowerCase();
  return people.find(
    (person) => person.oid === wanted || person.upn.toLowerCase() === wanted || addressesOf(person).includes(wanted),
  );
}

export const addressesOf = (person: Person) => [person.email, ...person.aliases];

/** Whose mailbox of this Exchange an address leads to; every other address is outside. */
export function holderOf(address: string): Person | undefined {
  return people.find((person) => person.kind === "member" && addressesOf(person).includes(address.toLowerCase()));
}
