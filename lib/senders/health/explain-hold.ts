import { describeAadsts } from "../../microsoft/tokens/aadsts";
import type { MailboxHold } from "../mailbox-hold";
import { limitOf } from "./limits-by-code";

/** Something that ends a trouble. `by`: who does it, which decides the button beside it. */
type Step = { by: "administrator" | "owner" | "reconnecting" | "operator" | "waiting"; strong: string; rest: string };

export type Explained = {
  /** Stands after the address: "cannot send: its licence was removed". */
  verdict: string;
  /** Whether its inbox is read all the same. */
  isRead: boolean;
  /** Surest first. */
  steps: Step[];
  /** What an administrator of Microsoft 365 is asked for; null where none can help. */
  request: string | null;
};

type Held = { hold: Exclude<MailboxHold, "guarded">; code: string | null; statusReason: string | null; name: string };

const reconnect: Step = {
  by: "reconnecting",
  strong: "Reconnect it",
  rest: " with the sign-in of its person. What waits goes on, never all at once.",
};

/** What keeps a mailbox from working, in words: the verdict, and what to do, surest first. @param name its person. */
export function explainHold({ hold, code, statusReason, name }: Held): Explained {
  switch (hold) {
    case "no_licence":
      return {
        verdict: "cannot send: its licence was removed",
        isRead: false,
        steps: [
          {
            by: "administrator",
            strong: `Give ${name} the licence back`,
            rest: " in the Microsoft 365 admin centre: Exchange Online, any plan. It takes up to 30 min.",
          },
        ],
        request:
          "Please assign a licence with Exchange Online (admin.microsoft.com > Users > Active users > Licenses and apps). Nothing in the mailbox is lost within 30 days.",
      };
    case "full":
      return {
        verdict: "cannot send: it is full",
        isRead: true,
        steps: [
          {
            by: "owner",
            strong: `Make room in ${possessive(name)} mailbox`,
            rest: ": delete or archive mail in Outlook, then empty Deleted Items.",
          },
          { by: "administrator", strong: "Or give it more room", rest: ": an online archive or a larger plan." },
        ],
        request:
          "Please switch on an online archive or assign a plan with a larger mailbox (admin.exchange.microsoft.com > Recipients > Mailboxes).",
      };
    case "unreadable":
      return {
        verdict: "cannot be read",
        isRead: false,
        steps: [
          { by: "waiting", strong: "Wait", rest: ". It is tried every minute, and most such faults pass within the hour." },
          {
            by: "administrator",
            strong: "If it lasts, have the mailbox looked at",
            rest: ": Exchange answers with an error when its inbox is asked for.",
          },
        ],
        request:
          "Please check the service health of Exchange Online and whether a policy keeps applications from reading this mailbox (Get-CASMailbox, application access policies).",
      };
    case "signed_out":
      return signedOut(code, statusReason, name);
    case "limited":
      return limited(code);
  }
}

function signedOut(code: string | null, statusReason: string | null, name: string): Explained {
  const known = describeAadsts(code);
  const verdict = `cannot send: ${known?.reason ?? statusReason ?? "access was withdrawn"}`;
  const administrator = (strong: string, rest: string, request: string): Explained => ({
    verdict,
    isRead: false,
    steps: [{ by: "administrator", strong, rest }, reconnect],
    request,
  });
  if (known?.meaning === "app_removed")
    return administrator(
      "Switch Countersign on again",
      " in Microsoft Entra, under Enterprise applications. It concerns every mailbox of the organisation.",
      "Please open entra.microsoft.com > Enterprise applications > Countersign > Properties and set “Enabled for users to sign-in” to Yes; if it is not listed, allow it anew by the link below.",
    );
  if (code === "AADSTS50105")
    return administrator(
      `Assign ${name} to Countersign`,
      " in Microsoft Entra, under Enterprise applications.",
      "Please open entra.microsoft.com > Enterprise applications > Countersign > Users and groups and assign this account.",
    );
  if (known?.meaning === "user_gone")
    return administrator(
      code === "AADSTS50034" || code === "AADSTS500341"
        ? `Restore ${possessive(name)} account`
        : `Let ${possessive(name)} account sign in again`,
      " in the Microsoft 365 admin centre.",
      "Please look at the account in admin.microsoft.com > Users (Active users, Deleted users): restore it within 30 days, or unblock its sign-in.",
    );
  if (known?.meaning === "device_policy" || code === "AADSTS53003")
    return administrator(
      "Leave Countersign out of that rule",
      " in Microsoft Entra, under Conditional Access: it runs on a server, not on a device.",
      "Please open entra.microsoft.com > Protection > Conditional Access and leave Countersign (or its server’s address) out of the rule that blocks this sign-in.",
    );
  if (known?.meaning === "tenant_gone")
    return {
      verdict,
      isRead: false,
      steps: [{ by: "operator", strong: "Nothing here brings it back", rest: known.move }],
      request: null,
    };
  return { verdict, isRead: false, steps: [reconnect], request: null };
}

function limited(code: string | null): Explained {
  const refused = describeAadsts(code);
  if (refused?.meaning === "operator" || code === "invalid_client")
    return {
      verdict: "cannot send: Countersign’s own sign-in to Microsoft is broken",
      isRead: false,
      steps: [
        {
          by: "operator",
          strong: "Whoever runs Countersign mends its client secret",
          rest: ". The mailbox is sound, and mail goes on by itself.",
        },
      ],
      request: null,
    };
  if (code?.startsWith("AADSTS"))
    return {
      verdict: `cannot send: Microsoft refuses its sign-in, for a reason nobody here knows (${code})`,
      isRead: false,
      steps: [
        { by: "waiting", strong: "Wait", rest: ". It is tried again by itself, every few minutes." },
        { ...reconnect, strong: "Or reconnect it" },
        { by: "administrator", strong: "Or ask what the code means", rest: ": the sign-in log of Microsoft Entra explains it." },
      ],
      request: "Please look at this code in entra.microsoft.com > Monitoring > Sign-in logs for this account.",
    };
  const limit = limitOf(code);
  if (!limit)
    return {
      verdict: `cannot send: Microsoft refuses it, for a reason nobody here knows${code ? ` (${code})` : ""}`,
      isRead: true,
      steps: [
        { by: "waiting", strong: "Wait", rest: ". It is tried again by itself, and no contact loses their place." },
        { by: "administrator", strong: "If it lasts, ask what the code means", rest: "." },
      ],
      request: "Please ask Microsoft support what this code means for this mailbox.",
    };
  return {
    verdict: `cannot send: ${limit.cause}`,
    isRead: true,
    steps: [{ by: limit.admin ? "administrator" : "waiting", strong: limit.strong, rest: limit.rest }],
    request: limit.admin,
  };
}

const possessive = (name: string) => (/s$/i.test(name) ? `${name}’` : `${name}’s`);
