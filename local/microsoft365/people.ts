import { contoso, demoPeople, fabrikam } from "../../db/seed/demo-world";

export type Person = {
  tenantId: string;
  tenantName: string;
  oid: string;
  name: string;
  email: string;
  kind: "member" | "guest" | "personal";
};

export const personalTenant = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** Everybody who can sign in, with one guest and one personal account that a product must refuse. */
export const people: Person[] = [
  ...demoPeople.map(
    (person): Person => ({
      ...person,
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
    kind: "guest",
  },
  {
    tenantId: personalTenant,
    tenantName: "Personal account",
    oid: "dddddddd-0000-4000-8000-000000000001",
    name: "Pat Home",
    email: "pat@outlook.example",
    kind: "personal",
  },
];

export function findPerson(key: string): Person | undefined {
  const wanted = key.toLowerCase();
  return people.find((person) => person.oid === wanted || person.email === wanted);
}

/** Mailboxes of this Exchange; every other address is outside. */
export function isMailbox(email: string): boolean {
  return people.some((person) => person.kind === "member" && person.email === email.toLowerCase());
}
