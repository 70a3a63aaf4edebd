/** How asking for consent ended. `left`: cancelled, or Microsoft's page "Need admin approval" was left; both come back alike. */
export type ConsentAnswer = "granted" | "administrator" | "declined" | "left" | "other_tenant" | "retry";

/** The parameters of the way back; `adminConsent` where it comes from an administrator's link. */
export type ConsentParameters = { code: string | null; error: string | null; description: string | null; adminConsent: boolean };

/** Only an administrator can go on. 65001 is among them here, and only here: at a refresh it means that consent was withdrawn. */
const administratorCodes = ["90094", "90095", "90093", "90008", "900941", "65001", "50105"];
const otherTenantCodes = ["50020", "90072"];

/**
 * What the parameters mean with which somebody comes back from Microsoft. The code decides before the error's name: a refusal by an
 * administrator comes as consent_required with 65004 (entra-docs, v2-admin-consent.md).
 */
export function readConsentAnswer(answer: ConsentParameters): ConsentAnswer {
  const code = /AADSTS(\d+)/.exec(answer.description ?? "")?.[1] ?? "";
  if (administratorCodes.includes(code)) return "administrator";
  if (otherTenantCodes.includes(code)) return "other_tenant";
  if (code === "65004") return "declined";
  if (answer.error === "consent_required") return "administrator";
  if (answer.error === "access_denied") return "left";
  return (answer.code || answer.adminConsent) && !answer.error ? "granted" : "retry";
}
