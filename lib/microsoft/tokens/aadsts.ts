/**
 * What a refusal of Microsoft's token endpoint means, by its AADSTS code. Source: Microsoft's reference of error codes (entra-docs,
 * reference-error-codes.md) and recorded answers (lib/microsoft/samples/token-answers).
 * The first five wait for a person and mark the mailbox signed out at once; `operator` is for whoever runs Countersign; `later` passes by itself.
 */
export type TokenMeaning = "signed_out" | "user_gone" | "app_removed" | "tenant_gone" | "device_policy" | "operator" | "later";

type Refusal = { meaning: TokenMeaning; reason: string; move?: string };

const passwordChanged: Refusal = { meaning: "signed_out", reason: "the password was changed" };
const unused: Refusal = { meaning: "signed_out", reason: "it was not used for too long" };
const proof: Refusal = { meaning: "signed_out", reason: "the organisation asks for another proof" };
const removed: Refusal = { meaning: "app_removed", reason: "the organisation removed Countersign" };
const device: Refusal = { meaning: "device_policy", reason: "the organisation lets only its own devices sign in" };
const gone: Refusal = { meaning: "user_gone", reason: "its account was deleted" };
const rule: Refusal = { meaning: "signed_out", reason: "a rule of the organisation blocks its sign-in" };
const switchedOff: Refusal = { meaning: "app_removed", reason: "the organisation switched Countersign off" };
const later: Refusal = { meaning: "later", reason: "Microsoft is busy" };

const refusals: Record<number, Refusal> = {
  50055: { meaning: "signed_out", reason: "the password has run out" },
  50074: proof,
  50076: proof,
  50078: proof,
  50079: proof,
  50158: proof,
  50089: { meaning: "signed_out", reason: "the sign-in ran out" },
  50132: passwordChanged,
  50133: passwordChanged,
  50173: { meaning: "signed_out", reason: "its sign-in was taken back, as after a new password" },
  50131: rule,
  53003: rule,
  53004: rule,
  530032: rule,
  65001: { meaning: "signed_out", reason: "consent was withdrawn" },
  70008: unused,
  700082: unused,
  700084: { meaning: "signed_out", reason: "the sign-in ran out" },
  70043: { meaning: "signed_out", reason: "the organisation wants a new sign-in after some time" },
  50020: { meaning: "user_gone", reason: "its account is not of the organisation any more" },
  50034: gone,
  500341: gone,
  50053: { meaning: "user_gone", reason: "its account is locked" },
  50057: { meaning: "user_gone", reason: "its account is switched off" },
  50105: {
    meaning: "user_gone",
    reason: "its person may not use Countersign any more",
    move: "An administrator of Microsoft 365 assigns the person to Countersign again; then reconnect it.",
  },
  50126: { meaning: "user_gone", reason: "Microsoft does not take its name or password" },
  650052: { meaning: "app_removed", reason: "the organisation has not enabled Countersign" },
  700016: removed,
  7000112: switchedOff,
  // The service it asks for, Exchange by Graph, is switched off or gone there.
  500011: { meaning: "app_removed", reason: "the organisation has not enabled Countersign" },
  500014: switchedOff,
  90002: { meaning: "tenant_gone", reason: "Microsoft does not know the organisation any more" },
  50097: device,
  53000: device,
  53001: device,
  53002: device,
  50155: device,
  7000215: {
    meaning: "operator",
    reason: "the client secret is wrong",
    move: "Set MICROSOFT_CLIENT_SECRET to the value of a client secret of the app in Entra, not to its id, and start Countersign again.",
  },
  7000222: {
    meaning: "operator",
    reason: "the client secret has run out",
    move: "Make a new client secret for the app in Entra, set MICROSOFT_CLIENT_SECRET to its value and start Countersign again.",
  },
  700027: {
    meaning: "operator",
    reason: "Microsoft does not take the proof the app signs in with",
    move: "Compare MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET with the app in Entra and start Countersign again.",
  },
  50196: later,
  90033: later,
  90055: later,
};

const moves: Record<TokenMeaning, string> = {
  signed_out: "Reconnect it with the sign-in of its person.",
  user_gone: "An administrator of Microsoft 365 looks at the account; then reconnect it.",
  app_removed: "An administrator of Microsoft 365 allows Countersign again; then reconnect it.",
  tenant_gone:
    "Nothing here brings it back. Disconnect it, or ask an administrator of Microsoft 365 what became of the organisation.",
  device_policy:
    "An administrator of Microsoft 365 leaves Countersign out of that rule, as it runs on no device; then reconnect it.",
  operator: "Whoever runs Countersign must mend its client secret. The mailboxes are sound.",
  later: "",
};

/** What a code means, why in words, and whose move it is; null for a code that is in no list. @param code as "AADSTS50173". */
export function describeAadsts(code: string | null): { meaning: TokenMeaning; reason: string; move: string } | null {
  const refusal = refusals[Number(/^AADSTS(\d+)$/.exec(code ?? "")?.[1] ?? Number.NaN)];
  return refusal ? { ...refusal, move: refusal.move ?? moves[refusal.meaning] } : null;
}
