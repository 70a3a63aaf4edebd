import { describe, expect, test } from "vitest";
import { newText } from "./new-text";

const mine = "Donnerstag passt.";
const cut = (below: string) => newText({ text: `${mine}\n\n${below}` });

describe("what a mail program puts above the mail it quotes", () => {
  test.each([
    "On Tue, 19 May 2026 at 08:02, Anna Keller <anna@contoso.com> wrote:\n> Hello",
    "On Tue, 19 May 2026 at 08:02, Anna Keller <anna@contoso.com> wrote:\n\nHello\nUnsubscribe",
    "On Tuesday, 19 May 2026 at 08:02:12 BST, Anna Keller with a very long name\n<anna@contoso.com> wrote:\n\nHello",
    "Am 19.05.2026 um 08:02 schrieb Anna Keller <anna@contoso.com>:\n\n> Guten Tag",
    "Am Di., 19. Mai 2026 um 08:02 Uhr schrieb Anna Keller <\nanna@contoso.com>:\n\nGuten Tag",
    "Le mar. 19 mai 2026 à 08:02, Anna Keller <anna@contoso.com> a écrit :\n\nBonjour",
    "El mar, 19 may 2026 a las 8:02, Anna Keller (<anna@contoso.com>) escribió:\n\nHola",
    "Il giorno mar 19 mag 2026 alle ore 08:02 Anna Keller <anna@contoso.com> ha scritto:\n\nCiao",
    "Em ter., 19 de mai. de 2026 às 08:02, Anna Keller <anna@contoso.com> escreveu:\n\nOlá",
    "Op di 19 mei 2026 om 08:02 schreef Anna Keller <anna@contoso.com>:\n\nHallo",
    "wt., 19 maj 2026 o 08:02 Anna Keller <anna@contoso.com> napisał(a):\n\nDzień dobry",
    "Den tis 19 maj 2026 kl 08:02 skrev Anna Keller <anna@contoso.com>:\n\nHej",
    "tir. 19. mai 2026 kl. 08:02 skrev Anna Keller <anna@contoso.com>:\n\nHei",
    "ti 19. toukok. 2026 klo 8.02 Anna Keller (anna@contoso.com) kirjoitti:\n\nHei",
    "út 19. 5. 2026 v 8:02 odesílatel Anna Keller <anna@contoso.com> napsal:\n\nDobrý den",
    "ut 19. 5. 2026 o 8:02 Anna Keller <anna@contoso.com> napísal(a):\n\nDobrý deň",
    "Anna Keller <anna@contoso.com> ezt írta (időpont: 2026. máj. 19., K, 8:02):\n\nHelló",
    "În mar., 19 mai 2026 la 08:02, Anna Keller <anna@contoso.com> a scris:\n\nBună",
    "Anna Keller <anna@contoso.com>, 19 May 2026 Sal, 08:02 tarihinde şunu yazdı:\n\nMerhaba",
    "вт, 19 мая 2026 г. в 08:02, Anna Keller <anna@contoso.com>:\n\nЗдравствуйте",
    "19.05.2026 08:02, Anna Keller пишет:\n> Здравствуйте",
    "вт, 19 трав. 2026 р. о 08:02 Anna Keller <anna@contoso.com> пише:\n\nДоброго дня",
    "Στις Τρί 19 Μαΐ 2026 στις 8:02 π.μ., ο χρήστης Anna Keller <anna@contoso.com> έγραψε:\n\nΓεια",
    "2026年5月19日(火) 8:02 Anna Keller <anna@contoso.com>:\n\nこんにちは",
    "Anna Keller <anna@contoso.com> 于2026年5月19日周二 08:02写道：\n\n你好",
    "2026년 5월 19일 (화) 오전 8:02, Anna Keller <anna@contoso.com>님이 작성:\n\n안녕하세요",
    "في الثلاثاء، 19 مايو 2026 في 8:02 ص كتب Anna Keller <anna@contoso.com>:\n\nمرحبا",
    "\u202bבתאריך יום ג׳, 19 במאי 2026 ב-8:02 מאת \u202aAnna Keller\u202c\u200f <\u202aanna@contoso.com\u202c\u200f>:\u202c\n\nשלום",
    "From: Anna Keller <anna@contoso.com>\nSent: Tuesday, 19 May 2026 08:02\nTo: Lena\nSubject: Invoices\n\nHello",
    "From: Anna Keller <anna@contoso.com>\n\nSent: Tuesday, 19 May 2026 08:02\n\nTo: Lena\n\nSubject: Invoices\n\nHello",
    "*Von:* Anna Keller <anna@contoso.com>\n*Gesendet:* Dienstag, 19. Mai 2026 08:02\n*An:* Lena\n*Betreff:* Rechnungen\n\nHallo",
    "De : Anna Keller <anna@contoso.com>\nEnvoyé : mardi 19 mai 2026 08:02\nÀ : Lena\nObjet : Factures\n\nBonjour",
    "De: Anna\nEnviado el: martes, 19 de mayo de 2026\nPara: Lena\nAsunto: Facturas\n\nHola",
    "Da: Anna\nInviato: martedì 19 maggio 2026\nA: Lena\nOggetto: Fatture\n\nCiao",
    "Van: Anna\nVerzonden: dinsdag 19 mei 2026\nAan: Lena\nOnderwerp: Facturen\n\nHallo",
    "Od: Anna\nWysłano: wtorek, 19 maja 2026\nDo: Lena\nTemat: Faktury\n\nDzień dobry",
    "Från: Anna\nSkickat: den 19 maj 2026\nTill: Lena\nÄmne: Fakturor\n\nHej",
    "Lähettäjä: Anna\nLähetetty: tiistai 19. toukokuuta\nVastaanottaja: Lena\nAihe: Laskut\n\nHei",
    "Feladó: Anna\nElküldve: 2026. május 19.\nCímzett: Lena\nTárgy: Számlák\n\nHelló",
    "De la: Anna\nTrimis: marți, 19 mai 2026\nCătre: Lena\nSubiect: Facturi\n\nBună",
    "Kimden: Anna\nGönderme Tarihi: 19 Mayıs 2026\nKime: Lena\nKonu: Faturalar\n\nMerhaba",
    "От: Anna\nОтправлено: 19 мая 2026\nКому: Lena\nТема: Счета\n\nЗдравствуйте",
    "差出人: Anna\n送信日時: 2026年5月19日\n宛先: Lena\n件名: 請求書\n\nこんにちは",
    "发件人: Anna\n发送时间: 2026年5月19日\n收件人: Lena\n主题: 发票\n\n你好",
    "보낸 사람: Anna\n보낸 날짜: 2026년 5월 19일\n받는 사람: Lena\n제목: 송장\n\n안녕하세요",
    "-----Original Message-----\nFrom: Anna\nTo: Lena\n\nHello",
    "-----Ursprüngliche Nachricht-----\nHallo",
    "-------- Message d'origine --------\nBonjour",
    "---------- Forwarded message ---------\nFrom: News <n@x.example>\nUnsubscribe",
    "Begin forwarded message:\n\nFrom: Anna\nHello",
    "________________________________\nFrom: Anna\nHello",
    "_______________________________________________\nrunde mailing list -- to leave, write to leave@x.example",
  ])("%#", (below) => {
    expect(cut(below)).toBe(mine);
  });
});

test("answers between quoted lines are the writer's own", () => {
  const text =
    "Am 19.05.2026 um 08:02 schrieb Anna Keller:\n> Wie viele im Monat?\n120.\n> Wer entscheidet?\nMein Vater.\n> Abmelden";
  expect(newText({ text })).toBe("120.\nMein Vater.");
});

describe("what stands below of itself", () => {
  test.each([
    "-- \nLena Marsh\nFabrikam",
    "--\nLena",
    "Sent from my iPhone",
    "Von meinem iPhone gesendet",
    "Gesendet mit der GMX Mail App",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
    "Wysłane z iPhone'a",
    "Skickat från min iPhone",
    "Sendt fra min iPhone",
    "Lähetetty iPhonesta",
    "Отправлено с iPhone",
    "iPhoneから送信",
    "发自我的iPhone",
    "Get Outlook for iOS",
    "This e-mail and any attachments are confidential. If you are not the intended recipient, delete it. To stop our marketing, unsubscribe.",
    "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind,\nlöschen Sie sie bitte.",
    "Ce message est confidentiel. Si vous n'êtes pas le destinataire, supprimez-le.",
  ])("%s", (below) => {
    expect(cut(below)).toBe(mine);
  });
  test("but not a thought that came late", () => {
    expect(cut("-- \nLena\n\nPS: remove this address")).toBe(`${mine}\n\nPS: remove this address`);
  });
});

test.each([
  "From: the bottom of my heart: no.",
  "I wrote you on Monday: please call.",
  "To: do list\nSubject: yours",
  "Remove me from your mailing list.",
  "I am not the intended recipient of this, I think.",
  "My boss wrote: no.",
  "A --- B",
])("what only looks like it stays: %s", (text) => {
  expect(newText({ text })).toBe(text);
});
