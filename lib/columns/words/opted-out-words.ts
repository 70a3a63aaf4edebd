import { fold } from "../fold";

const list = (words: string) => new Set(words.split("|").map(fold));

/** Columns that only an export of people who left or bounced has; Mailchimp's three files are told apart by them. */
export const leftColumns = list(
  "UNSUB_TIME|UNSUB_CAMPAIGN_TITLE|UNSUB_CAMPAIGN_ID|UNSUB_REASON|CLEAN_TIME|CLEAN_CAMPAIGN_TITLE|CLEAN_CAMPAIGN_ID",
);

/** Columns in which yes means that somebody may not be mailed. */
export const yesMeansOut = list(
  "Email Opt Out|Email Opt-Out|HasOptedOutOfEmail|Opted Out|Opt Out|Opted out of email|Email Opted Out|hs_email_optout|Unsubscribed|" +
    "Unsubscribed from all email|Unsubscribed from all emails|Is Unsubscribed|Has Unsubscribed|Globally Unsubscribed|Email Unsubscribed|" +
    "Unsubscribed from emails|Blacklisted|Blocklisted|Email Blacklisted|Email Blocklisted|emailBlacklist|Is Blacklisted|Suppressed|Is Suppressed|" +
    "Email Suppressed|Do Not Email|Do Not Contact|Do not mail|No Email|DNC|IsExcludedFromCampaigns|IsSpamComplaining|" +
    "Hard Bounced|Has Bounced|Is Bounced|Email Bounced|Bounced|Complained|Marked as spam|Invalid email address|isUnsub|IsOptedOut|" +
    "Von allen E-Mails abgemeldet|Abgemeldet|E-Mail-Abmeldung|E-Mail-Opt-out|Abbestellt|Keine E-Mails|Keine Werbung|Gesperrt|" +
    "Désabonné|Désinscrit|Désabonné de tous les e-mails|Désabonnement|Ne pas contacter|Liste noire|" +
    "Dado de baja|Baja|Cancelación de suscripción|No contactar|Excluido|Disiscritto|Non contattare|Descadastrado|Não contatar|" +
    "Uitgeschreven|Afgemeld|Niet mailen|Wypisany|Odhlášen|Avregistrerad|Avmeldt|Afmeldt|Отписан|Отписался|配信停止|退订|已退订|수신거부",
);

/** Columns in which no means that somebody may not be mailed. */
export const noMeansOut = list(
  "Accepts Email Marketing|Accepts Marketing|Accepts Email|Email Subscribed|Subscribed to email|Email Permission|Can Receive Email Marketing|" +
    "Marketing Consent|Email Consent|Newsletter Consent|Akzeptiert E-Mail-Marketing|Accepte le marketing par e-mail|Acepta marketing por correo electrónico",
);

/** Columns that hold when or why somebody left; whoever has something in them did. */
export const filledMeansOut = list(
  "Unsubscribed at|Unsubscribed on|Unsubscribe date|Unsubscribed date|Date unsubscribed|Unsubscribe time|Unsubscribe reason|Unsub date|" +
    "Opted out at|Opt-out date|Opted out date|Opt out time|Suppressed at|Suppression reason|Suppression date|SuppressionReason|Bounced at|" +
    "Bounce date|Bounce reason|Bounce type|Email Bounced Date|Email Bounced Reason|Email hard bounce reason|Blocked at|Blocklisted at|" +
    "Complained at|Spam complaint date|Abgemeldet am|Abmeldedatum|Abmeldegrund|Date de désinscription|Fecha de baja|Motivo de baja",
);

/** Columns that hold how somebody stands. */
export const standingColumns = list(
  "Status|Subscription status|Subscriber status|Subscription state|Email status|Email subscription status|Marketing status|Contact status|" +
    "Person - Marketing status|Email marketing consent|Email marketing status|Email marketing|Marketing email status|Email permission status|" +
    "Member status|State|List status|Consent|Email Marketing Consent State|Abonnementstatus|Abonnement-Status|Statut|Statut d'abonnement|" +
    "Estado|Estado de suscripción|Stato|Stato iscrizione|Situação|Статус|ステータス|状态|구독 상태",
);

/** How somebody stands who may not be mailed. */
export const outValues = list(
  "Unsubscribed|Unsubscribe|Cleaned|Bounced|Hard bounced|Hard bounce|Hardbounce|Bounce|Complained|Complaint|Spam|Spam complaint|Spam report|" +
    "Marked as spam|Suppressed|USER_SUPPRESSED|HARD_BOUNCE|INVALID_EMAIL|Global unsubscribe|Globally unsubscribed|Blacklisted|Blocklisted|" +
    "Blocked|Opted out|Opt out|Optout|Opted-out|Do not contact|Do not email|Removed|Undeliverable|Invalid|No consent|" +
    "Abgemeldet|Abbestellt|Ausgetragen|Gesperrt|Désabonné|Désinscrit|Dado de baja|Cancelado|Disiscritto|Descadastrado|" +
    "Uitgeschreven|Afgemeld|Wypisany|Odhlášený|Avregistrerad|Avmeldt|Afmeldt|Отписан|退订|已退订|配信停止|수신거부",
);

export const yes = list(
  "1|true|yes|y|x|t|on|checked|opted out|unsubscribed|ja|j|wahr|oui|vrai|sí|si|verdadero|vero|sim|tak|ano|да|はい|是|예|igen|da",
);
export const no = list(
  "0|false|no|n|off|nein|falsch|non|faux|falso|não|nie|ne|нет|いいえ|否|아니요|nem|nu|unsubscribed|opted out|not subscribed",
);

/** What the suppression lists of mail services consist of, beside the address: SendGrid, Mailgun, Postmark, SES, Klaviyo. */
export const listColumns = list(
  "reason|status|created|created_at|createdat|ip|type|code|error|origin|suppression reason|suppressionreason|timestamp|date|" +
    "last update time|lastupdatetime|last updated time|tags|group|group id|group name|bounce type|diagnostic|description|message",
);
export const listReasons = list("reason|suppression reason|suppressionreason|error|bounce type|diagnostic");
