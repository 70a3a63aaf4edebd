import { describe, expect, test } from "vitest";
import type { Report } from "../understood";
import { readReport } from "./read-report";
import { failed, plain, shown, withFields } from "./testing/make-report";

const judged = async (status: string, says: string, action = "failed"): Promise<Partial<Report> | null> =>
  readReport(shown, withFields([failed(status, says, { action })]));

describe("our own account or organisation is held back", () => {
  test.each([
    ["5.1.8", "550 5.1.8 Access denied, bad outbound sender", "mailbox"],
    ["5.1.90", "550 5.1.90 daily limit for recipients reached", "mailbox"],
    ["5.2.2", "550 5.2.2 Submission quota exceeded", "mailbox"],
    ["5.7.60", "550 5.7.60 no permission to send as this sender", "mailbox"],
    ["5.7.501", "550 5.7.501 Access denied, spam abuse detected", "mailbox"],
    ["5.7.232", "550 5.7.232 trial tenant over its limit", "tenant"],
    ["5.7.233", "550 5.7.233 tenant external recipient rate limit", "tenant"],
    ["5.7.705", "550 5.7.705 Access denied, tenant has exceeded threshold", "tenant"],
    ["5.7.708", "550 5.7.708 traffic not accepted from this IP", "tenant"],
    ["5.7.750", "550 5.7.750 Client blocked from sending", "tenant"],
  ])("by %s: %s", async (status, says, reach) => {
    expect(await judged(status, says)).toMatchObject({ blames: "ours", reach });
  });
});

describe("our domain, address or server is turned away by another, and nothing of ours is held", () => {
  test.each([
    ["5.1.8", "550 5.1.8 <anna@contoso.com>: Sender address rejected: Domain not found"],
    ["5.1.7", "550 5.1.7 no such domain contoso.com"],
    ["5.7.1", "554 5.7.1 Client host [192.0.2.7] blocked using zen.example"],
    ["5.7.1", "550 5.7.1 rejected by SPF"],
    ["5.7.0", "530 5.7.0 authentication required"],
    ["5.7.1", "553 5.7.1 <anna@contoso.com>: not owned by user anna"],
    ["5.0.0", "550 Domain contoso.com has exceeded the 200 messages per hour"],
    ["5.7.26", "550 5.7.26 unauthenticated mail is not taken"],
    ["5.7.509", "550 5.7.509 sending domain does not pass DMARC"],
    ["5.7.606", "550 5.7.606 Access denied, banned sending IP"],
    ["4.7.650", "451 4.7.650 temporarily rate limited due to IP reputation"],
  ])("with %s: %s", async (status, says) => {
    expect(await judged(status, says)).toMatchObject({ blames: "ours", reach: null });
  });
  test("before it has heard of a recipient", async () => {
    const words = "  lena@y.example\n    SMTP error after MAIL FROM:<anna@contoso.com>: 550 contoso.com does not exist";
    expect(await readReport(shown, plain(words))).toMatchObject({ blames: "ours", reach: null });
  });
});

describe("an address is dead", () => {
  test.each([
    ["5.1.1", "550 5.1.1 mailbox does not exist"],
    ["5.1.1", "550 5.1.1 nobody told why"],
    ["5.1.1", "550 5.1.1 Message refused"],
    ["5.0.0", "550 Unknown user"],
    ["5.0.0", "550-5.1.1 The account you look for does 550-5.1.1 not exist."],
    ["5.7.1", "550 5.7.1 No such user"],
    ["5.5.0", "550 5.5.0 Requested action not taken: mailbox unavailable"],
    ["5.2.1", "550 5.2.1 account is inactive"],
    ["5.4.1", "550 5.4.1 Recipient address rejected: Access denied"],
    ["5.1.0", "550 5.1.0 Address rejected"],
    ["5.1.351", "550 5.1.351 Remote server returned unknown recipient -> 550 No such user"],
    ["5.4.310", "550 5.4.310 DNS domain y.example does not exist"],
    ["5.4.4", "Host or domain name not found"],
    ["4.0.0", "The domain returned null MX"],
    ["5.1.1", "550 5.1.1 <lena@hotmail.example>: not here any more"],
    ["4.1.1", "450 4.1.1 <lena@hotmail.example>: user unknown"],
    ["5.7.1", "554 5.7.1 <lena@hotmail.example>: Relay access denied"],
  ])("with %s: %s", async (status, says) => {
    expect(await judged(status, says)).toMatchObject({ blames: "address" });
  });
});

describe("an address is sound, and cannot be reached for now", () => {
  test.each([
    ["5.1.1", "550 5.1.1 mailbox for lena is full, over quota"],
    ["5.2.2", "552 5.2.2 over quota"],
    ["5.0.0", "552 mailbox not found or over its storage limit"],
    ["4.7.1", "450 4.7.1 Recipient address rejected: greylisted"],
    ["5.7.1", "550 5.7.1 user is temporarily disabled, try again later"],
    ["4.1.1", "450 4.1.1 unverified address"],
    ["4.7.0", "421 4.7.0 mail from 192.0.2.7 temporarily deferred due to unexpected volume"],
    ["4.4.7", "550 4.4.7 message expired"],
    ["5.4.300", "550 5.4.300 Message expired -> 421 4.4.2 connection dropped"],
    ["5.4.312", "550 5.4.312 DNS query failed"],
    ["4.4.3", "Host not found, try again"],
    ["5.2.122", "550 5.2.122 hourly receive limit of the recipient exceeded"],
    ["5.4.14", "554 5.4.14 hop count exceeded"],
    ["5.4.300", "550 5.4.300 Message expired -> 451 4.4.4 domain not found"],
    ["5.0.0", "retry timeout exceeded"],
    ["5.0.0", "no words that tell"],
  ])("with %s: %s", async (status, says) => {
    expect(await judged(status, says)).toMatchObject({ blames: "for now" });
  });
  test("where the report's own words speak of a full disk", async () => {
    const raw = withFields([failed("5.1.1", "550 5.1.1 user unknown")], undefined, "Rejected: not enough disk space");
    expect(await readReport(shown, raw)).toMatchObject({ blames: "for now" });
  });
  test("where it was taken, and called unknown after the mail", async () => {
    const words = "<lena@y.example>: host said: 550 Unknown user lena@y.example (in reply to end of DATA command)";
    expect(await readReport(shown, plain(words))).toMatchObject({ blames: "for now" });
  });
});

describe("a rule refuses the mail", () => {
  test.each([
    ["5.1.0", "550 5.1.0 Sender denied, DMARC"],
    ["5.1.1", "550 5.1.1 spam, your mail is refused"],
    ["5.7.1", "550 5.7.1 Access denied"],
    ["5.7.1", "550 5.7.1 Recipient takes no mail from unknown senders"],
    ["5.7.1", "554 5.7.1 virus found: the attachment was removed, the recipient has been told"],
    ["5.7.1", "554 5.7.1 contains a link listed in a spam database"],
    ["5.7.133", "550 5.7.133 sender not authenticated for group"],
    ["5.7.513", "550 5.7.513 client host blocked by y.example using Customer Block list"],
    ["5.7.703", "550 5.7.703 blocked by your organization"],
    ["5.2.3", "550 5.2.3 message too large for this recipient"],
    ["5.0.350", "550 5.0.350 Remote server returned an error -> 554 banned attachment"],
    ["5.7.999", "no words that tell"],
    ["5.0.0", "550 Message refused"],
  ])("with %s: %s", async (status, says) => {
    expect(await judged(status, says)).toMatchObject({ blames: "policy" });
  });
});

test("nobody has given up, or all is well", async () => {
  expect(await judged("4.4.1", "connection timed out", "delayed")).toMatchObject({ blames: "delayed" });
  for (const action of ["delivered", "relayed", "expanded"]) {
    expect(await judged("2.0.0", "250 ok", action)).toMatchObject({ blames: "delivered" });
  }
});

/** Per language: unknown, full, refused; and still tried where servers of that language say so. */
const localized: Record<string, [string, string, string, string?]> = {
  de: ["Die Adresse existiert nicht.", "Das Postfach ist voll.", "Als Spam abgelehnt.", "Wir versuchen es weiter."],
  fr: ["L'adresse n'existe pas.", "La boîte est pleine.", "Refusé : pièce jointe interdite.", "Nous continuerons d'essayer."],
  es: ["El usuario no existe.", "El buzón está lleno.", "Rechazado por la política de seguridad.", "Aún no se ha entregado."],
  pt: [
    "O destinatário não foi encontrado.",
    "A caixa está cheia.",
    "Mensagem recusada: anexo não permitido.",
    "Continuaremos a tentar.",
  ],
  it: ["Utente sconosciuto.", "La casella è piena.", "Messaggio bloccato dal filtro antispam.", "Consegna in ritardo."],
  nl: ["Het adres bestaat niet.", "Het postvak is vol.", "Geweigerd: ongewenste e-mail.", "Wij blijven het proberen."],
  pl: ["Użytkownik nie istnieje.", "Skrzynka jest pełna.", "Wiadomość odrzucona przez reguły.", "Kolejne próby zostaną podjęte."],
  ru: ["Пользователь не найден.", "Ящик переполнен.", "Отклонено как спам.", "Сервер продолжит попытки."],
  ja: ["宛先のアドレスが存在しません。", "受信箱がいっぱいです。", "迷惑メールとして拒否されました。", "引き続き再送します。"],
  zh: ["收件人不存在。", "邮箱已满。", "被判定为垃圾邮件。", "系统将继续尝试。"],
  sv: ["Mottagaren finns inte.", "Brevlådan är full.", "Avvisat som skräppost.", "Leveransen är försenad."],
  da: ["Modtageren findes ikke.", "Postkassen er fuld.", "Afvist af en regel.", "Levering er forsinket."],
  cs: ["Uživatel neexistuje.", "Schránka je plná.", "Odmítnuto jako nevyžádaná pošta."],
  tr: ["Kullanıcı bulunamadı.", "Posta kutusu dolu.", "İstenmeyen posta olarak reddedildi."],
  ko: ["존재하지 않는 사용자입니다.", "메일함 용량이 초과되었습니다.", "스팸으로 차단되었습니다."],
};

describe.each(Object.entries(localized))("without a code, in %s", (_, texts) => {
  const blames = ["address", "for now", "policy", "delayed"];
  test.each(texts.map((text, n) => [text, blames[n]]))("%s: %s", async (text, expected) => {
    expect(await readReport(shown, plain(`lena@y.example: ${text}`))).toMatchObject({ blames: expected, status: null });
  });
});
