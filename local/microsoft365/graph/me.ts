import { type Answer, graphError, json } from "../http";
import { primaryOf } from "../state";
import type { Asked } from "./asked";

/** What a user is shown with when nothing is selected. */
const usual = [
  "businessPhones",
  "displayName",
  "givenName",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
  "id",
];

/** GET /me: who signed in. The sign-in name and the address of the mailbox are two things. */
export async function getMe({ request, person }: Asked): Promise<Answer> {
  const [givenName, ...rest] = person.name.split(" ");
  const primary = primaryOf(person);
  const others = [...(primary === person.email ? [] : [person.email]), ...person.aliases];
  const all: Record<string, unknown> = {
    businessPhones: [],
    displayName: person.name,
    givenName,
    jobTitle: null,
    mail: primary,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: rest.join(" ") || null,
    userPrincipalName: person.upn,
    id: person.oid,
    proxyAddresses: [`SMTP:${primary}`, ...others.map((alias) => `smtp:${alias}`)],
    otherMails: [],
    accountEnabled: true,
    userType: person.kind === "guest" ? "Guest" : "Member",
  };
  const asked = request.url.searchParams
    .get("$select")
    ?.split(",")
    .map((name) => name.trim());
  const unknown = asked?.find((name) => !(name in all));
  if (unknown)
    return graphError(
      400,
      "BadRequest",
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`,
    );
  return json(200, {
    "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#users${asked ? `(${asked.join(",")})` : ""}/$entity`,
    ...Object.fromEntries((asked ?? usual).map((name) => [name, all[name]])),
  });
}
