/** The people and tenants of the demo, known to the Microsoft stand-in and to the demo's seed alike. */
export const contoso = { tenantId: "11111111-1111-4111-8111-111111111111", name: "Contoso", domain: "contoso.com" };
export const fabrikam = { tenantId: "22222222-2222-4222-8222-222222222222", name: "Fabrikam", domain: "fabrikam.com" };

export const demoPeople = [
  { tenantId: contoso.tenantId, oid: "aaaaaaaa-0000-4000-8000-000000000001", name: "Anna Keller", email: "anna@contoso.com" },
  { tenantId: contoso.tenantId, oid: "aaaaaaaa-0000-4000-8000-000000000002", name: "Ben Ortiz", email: "ben@contoso.com" },
  { tenantId: contoso.tenantId, oid: "aaaaaaaa-0000-4000-8000-000000000003", name: "Contoso Sales", email: "sales@contoso.com" },
  { tenantId: contoso.tenantId, oid: "aaaaaaaa-0000-4000-8000-000000000004", name: "Dora Lind", email: "dora@contoso.com" },
  { tenantId: fabrikam.tenantId, oid: "bbbbbbbb-0000-4000-8000-000000000001", name: "Fay Moreno", email: "fay@fabrikam.com" },
  { tenantId: fabrikam.tenantId, oid: "bbbbbbbb-0000-4000-8000-000000000002", name: "Finn Adler", email: "finn@fabrikam.com" },
] as const;
