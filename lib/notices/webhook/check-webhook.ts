import { env } from "../../env/env";
import { AppError } from "../../errors/app-error";

/**
 * The address of a webhook as somebody pasted it, made sure that it may be called from here: by https, on a host of Microsoft's list, on its own port and
 * without a name and a password in it.
 * @throws AppError "invalid" that says what is wrong, never with the address.
 */
export function checkWebhook(given: string): URL {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (!url) throw wrong("This is no address. Copy it whole from the workflow; it begins with https://.");
  const entries = env()
    .TEAMS_WEBHOOK_HOSTS.split(",")
    .map((one) => one.trim().toLowerCase());
  if (url.username || url.password) throw wrong("This address has a name and a password in it. Copy it anew from the workflow.");
  url.hash = "";
  if (entries.includes(url.origin)) return url;
  if (url.protocol !== "https:") throw wrong("A webhook’s address begins with https://. Copy it anew from the workflow.");
  if (url.port !== "" || !entries.some((entry) => isOf(entry, url.hostname)))
    throw wrong("This is no address of a Teams workflow. Countersign posts to Microsoft’s only; copy it anew from the workflow.");
  return url;
}

/** `*.x.example` means what lies under x.example, and not x.example itself. */
function isOf(entry: string, host: string): boolean {
  return entry.startsWith("*.") ? host.endsWith(entry.slice(1)) && host.length > entry.length - 1 : host === entry;
}

const wrong = (sentence: string) => new AppError("invalid", sentence, { address: sentence });
