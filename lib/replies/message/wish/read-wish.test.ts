import { describe, expect, test } from "vitest";
import { quickest } from "../../../env/testing/quickest";
import type { ReceivedMessage } from "../received-message";
import { readWish } from "./read-wish";

const message = (text: string, subject = "Re: Invoices at Fabrikam"): ReceivedMessage => ({
  from: "lena@fabrikam.example",
  subject,
  text,
  body: text,
  isUnique: false,
  receivedAt: null,
  messageClass: "IPM.Note",
  odataType: null,
  headers: [],
});
const wants = (text: string, subject?: string) => readWish(message(text, subject))?.wants ?? null;

describe("a wish to be removed", () => {
  test.each([
    // English
    "STOP",
    "Stop.\n\nLena",
    "remove",
    "Please remove me from your mailing list.",
    "unsubcribe",
    "UNSUBSCRIBE ME",
    "pls un-subscribe",
    "No thanks, remove.",
    "Not interested. Do not contact me again.",
    "We have no need for this and would prefer not to be contacted in future.",
    "Kindly cease all further correspondence.",
    "I'd appreciate it if you didn't write to me any more.",
    "Could you make sure our address is deleted from your database?",
    "Whoever sold you my address had no right to. Strike it from your records, please.",
    "I never signed up for this and don't want any more of your emails.",
    "Please do not send any further marketing to this address.",
    "How do I get off this list?",
    "I have already asked twice to be taken off. Do it now.",
    "Leave us alone, thanks",
    "This is my third request to be removed from your list.",
    "No more emails please",
    "We do not wish to receive unsolicited offers.",
    "I withdraw any consent to the processing of my personal data.",
    "Under Article 17 GDPR I request the erasure of all data you hold about me.",
    "Enough of these emails!",
    "Opt me out please.",
    "Please add us to your suppression list.",
    "Thanks but I am retired from business and would like to come off your list.",
    "dont ever email me again u spammers",
    "I am marking this as spam.",
    "Hi Anna,\n\nI would be grateful if you would remove my details.\n\nKind regards\nLena Marsh",
    // German
    "Abmelden",
    "Bitte löschen Sie meine Adresse aus Ihrem System.",
    "bitte aus dem verteiler nehmen",
    "Ich möchte keine weiteren E-Mails von Ihnen erhalten.",
    "Bitte unterlassen Sie weitere Werbemails.",
    "Schreiben Sie mir bitte nicht mehr.",
    "Hiermit widerspreche ich der Nutzung meiner Daten zu Werbezwecken.",
    "Lassen Sie uns bitte in Ruhe.",
    "Kein Interesse, bitte nicht mehr anschreiben.",
    "Bitte keine Werbung mehr an diese Adresse!",
    "Ich fordere Sie auf, meine Daten gemäß Art. 17 DSGVO zu löschen.",
    "hört auf mir zu schreiben",
    "Tragen Sie mich bitte aus.",
    "Von weiteren Mails bitte ich abzusehen.",
    "Wie kann ich mich abmelden?",
    "Ich wünsche keinen Kontakt.",
    // French
    "Désinscription",
    "Merci de me retirer de votre liste de diffusion.",
    "Veuillez ne plus me contacter.",
    "Je ne souhaite plus recevoir vos messages.",
    "Supprimez mon adresse de vos fichiers svp",
    "Arrêtez de m'envoyer des mails",
    "Foutez-moi la paix",
    "Je m'oppose au traitement de mes données à des fins de prospection.",
    "Plus de mails, merci.",
    "desabonnez moi",
    // Spanish
    "BAJA",
    "Por favor, deme de baja de su lista.",
    "No me escriba más, por favor.",
    "No deseo recibir más correos suyos.",
    "Le ruego que elimine mis datos de su base de datos.",
    "Dejen de mandarme publicidad",
    "Solicito la supresión de mis datos conforme al RGPD.",
    "no vuelvan a escribirme",
    // Italian
    "Cancellatemi",
    "La prego di cancellarmi dalla Sua lista.",
    "Non desidero ricevere altre comunicazioni.",
    "Non scrivetemi più.",
    "Smettetela di inviarmi email",
    "Chiedo la cancellazione dei miei dati ai sensi del GDPR.",
    "Per favore toglietemi dalla mailing list",
    // Portuguese
    "Remover",
    "Por favor, retire-me da sua lista.",
    "Não me envie mais e-mails.",
    "Gostaria de não receber mais mensagens.",
    "Parem de me mandar spam",
    "Quero que apaguem os meus dados da vossa base.",
    // Dutch
    "Afmelden a.u.b.",
    "Graag van uw mailinglijst verwijderen.",
    "Wilt u mij niet meer mailen?",
    "Stop met mij te mailen",
    "Ik wil geen mails meer van u ontvangen.",
    "Haal mij van die lijst af",
    "Ik maak bezwaar tegen de verwerking van mijn gegevens.",
    // Polish
    "Wypisz mnie",
    "Proszę o usunięcie mojego adresu z Państwa bazy.",
    "Proszę więcej nie pisać.",
    "Nie życzę sobie takich wiadomości.",
    "Proszę nie przysyłać mi ofert",
    "Wnoszę sprzeciw wobec przetwarzania moich danych osobowych w celach marketingowych.",
    // Swedish, Danish, Norwegian, Finnish
    "Avregistrera mig",
    "Ta bort mig från er lista, tack.",
    "Sluta mejla mig",
    "Vi vill inte ha fler utskick från er.",
    "Vänligen radera mina uppgifter.",
    "Frameld mig venligst",
    "Vær venlig at slette mig fra jeres liste.",
    "Jeg ønsker ikke at modtage flere mails fra jer.",
    "Lad os være i fred",
    "Ikke send meg flere e-poster.",
    "Vennligst fjern meg fra listen deres.",
    "Slutt å sende meg dette",
    "Poistakaa minut listaltanne.",
    "En halua enää sähköposteja teiltä.",
    "Älkää lähettäkö minulle enää viestejä.",
    "Lopettakaa viestien lähettäminen.",
    // Czech, Slovak, Croatian, Slovene, Hungarian, Romanian, Turkish
    "Odhlásit",
    "Vyřaďte mne prosím z vaší databáze.",
    "Nepište mi už.",
    "Nepřeji si dostávat další e-maily.",
    "Prosím o vymazanie mojej adresy z Vášho zoznamu.",
    "Neposielajte mi už žiadne ponuky.",
    "Molim vas da me uklonite s popisa.",
    "Nemojte mi više pisati.",
    "Prosim, odstranite me s seznama.",
    "Ne pošiljajte mi več sporočil.",
    "Kérem, töröljenek a listájukról.",
    "Ne írjanak többet!",
    "Nem szeretnék több levelet kapni Önöktől.",
    "Leiratkozom.",
    "Vă rog să mă ștergeți din lista dumneavoastră.",
    "Nu mai doresc să primesc mesaje de la dvs.",
    "Nu-mi mai scrieți.",
    "Lütfen beni listenizden çıkarın.",
    "Bana bir daha mail atmayın.",
    "Artık e-posta almak istemiyorum.",
    "KVKK kapsamında verilerimin silinmesini talep ediyorum.",
    // Estonian, Latvian, Lithuanian, Indonesian, Vietnamese
    "Palun eemaldage mind nimekirjast.",
    "Ärge mulle enam kirjutage.",
    "Lūdzu, izdzēsiet manu adresi.",
    "Nesūtiet man vairs vēstules.",
    "Prašau išbraukti mane iš sąrašo.",
    "Neberašykite man daugiau.",
    "Tolong hapus saya dari daftar.",
    "Jangan kirim email lagi.",
    "Vui lòng xóa tôi khỏi danh sách.",
    "Đừng gửi email cho tôi nữa.",
    // Russian, Ukrainian, Bulgarian, Greek
    "Отпишите меня",
    "Прошу удалить мой адрес из вашей базы.",
    "Больше не пишите мне.",
    "Прекратите присылать мне спам!",
    "Не хочу получать ваши письма.",
    "Оставьте нас в покое",
    "Видаліть мене зі списку, будь ласка.",
    "Прошу більше не надсилати мені листів.",
    "Моля, премахнете ме от списъка.",
    "Не ми пишете повече.",
    "Παρακαλώ διαγράψτε με από τη λίστα σας.",
    "Μη μου ξαναστείλετε.",
    "Δεν θέλω να λαμβάνω άλλα μηνύματα.",
    // Japanese, Chinese, Korean, Thai, Arabic, Hebrew
    "配信停止",
    "今後メールの送信はご遠慮ください。",
    "リストから削除してください。",
    "二度と送らないでください",
    "退订",
    "请不要再给我发邮件了。",
    "請把我從名單中刪除",
    "以后别再联系我们",
    "수신거부",
    "더 이상 메일을 보내지 마세요.",
    "제 주소를 삭제해 주세요.",
    "กรุณาลบอีเมลของฉันออกจากรายชื่อ",
    "อย่าส่งมาอีก",
    "يرجى حذف بريدي من قائمتكم",
    "لا ترسلوا لي رسائل بعد الآن",
    "لا أريد استلام رسائلكم",
    "הסירו אותי מרשימת התפוצה",
    "נא לא לשלוח לי יותר מיילים",
    "תפסיקו לשלוח לי הודעות",
  ])("%s", (text) => {
    expect(wants(text)).toBe("remove");
  });
});

describe("no wish to be removed", () => {
  test.each([
    "No thanks, we have a supplier.",
    "Not interested.",
    "Stop by our booth in hall 4.",
    "We had to stop writing cheques last year. Can yours print them?",
    "Please remove the second line of the offer.",
    "I will unsubscribe from the old plan first.",
    "Why did I not get your unsubscribe link?",
    "Please do not remove me from your list!",
    "Don't take me off the list, I like these.",
    "Don't email me, call me instead: 555 0143.",
    "Please don't contact me before Thursday.",
    "Please don't send me attachments.",
    "Does your tool let our customers unsubscribe?",
    "Do you delete our data after the trial?",
    "Do not hesitate to contact me.",
    "My boss told the last vendor to stop emailing him, so be careful.",
    "I deleted your first mail by mistake, could you send it again?",
    "We have no more invoices on paper.",
    "We don't want to stop, we want to go on.",
    "Take me off the call on Monday, Ben goes instead.",
    "Leave it with me.",
    "If you no longer wish to receive these emails, click here to unsubscribe.",
    "To unsubscribe from our newsletter reply with REMOVE.",
    "Thank you for not spamming us like the others!",
    "Drop me a line when you are in town.",
    "Kein Interesse, danke.",
    "Wann löschen Sie unsere Daten nach dem Test?",
    "Ich muss mich leider vom Termin abmelden.",
    "Bitte nicht löschen, ich komme darauf zurück.",
    "Bitte keine PDF-Anhänge mehr, unser Filter löscht sie.",
    "Unser Newsletter hat viele Abmeldungen, wie machen Sie das?",
    "Wenn Sie keine Nachrichten mehr wünschen, klicken Sie hier.",
    "Nous avons supprimé ce poste.",
    "Ne m'appelez pas avant mardi.",
    "N'hésitez pas à me recontacter.",
    "Si vous ne souhaitez plus recevoir nos offres, répondez STOP.",
    "Mi compañera está de baja hasta mayo.",
    "No me escriba antes del lunes, estoy de viaje.",
    "Non cancelli l'appuntamento!",
    "Podemos remover a segunda linha do orçamento?",
    "Kunt u de tweede regel verwijderen?",
    "Proszę usunąć drugą pozycję z oferty.",
    "Ta bort rad två i offerten så är vi överens.",
    "Det er slet ikke dyrt.",
    "Smažte prosím druhý řádek.",
    "Удалите, пожалуйста, вторую строку.",
    "Не удаляйте меня из списка.",
    "二行目を削除してください。",
    "请删除第二行。",
    "회의는 취소해 주세요.",
  ])("%s", (text) => {
    expect(wants(text)).not.toBe("remove");
  });

  test("in what is quoted, forwarded or signed", () => {
    const quote =
      "On Tue, 3 Mar 2026 at 10:00, Anna Keller <anna@contoso.com> wrote:\n> Reply STOP and I take you off my list.\n> Unsubscribe";
    expect(wants(`Thursday works.\n\n${quote}`)).toBe(null);
    expect(
      wants(
        `See what we get:\n\n---------- Forwarded message ---------\nFrom: News <n@x.example>\nDate: 1 May\nSubject: News\n\nUnsubscribe`,
      ),
    ).toBe(null);
    expect(wants("Yes please.\n-- \nLena\nNewsletter: unsubscribe")).toBe(null);
    expect(wants(`Please unsubscribe me.\n\n${quote}`)).toBe("remove");
    expect(wants("> Reply STOP and I take you off my list.\nSTOP\n> Unsubscribe")).toBe("remove");
  });
});

test("the subject is the writer's where they wrote it", () => {
  expect(wants("", "unsubscribe")).toBe("remove");
  expect(wants("-- \nLena", "REMOVE")).toBe("remove");
  expect(wants("", "Re: STOP")).toBe("remove");
  expect(wants("", "Bitte austragen! AW: Invoices at Fabrikam")).toBe("remove");
  expect(wants("Sounds good.", "Re: How to unsubscribe your customers")).toBe(null);
});

describe("what is only proposed", () => {
  test.each([
    ["I'm not the right person for this, please contact our accounts office.", "wrong person"],
    ["Dafür bin ich nicht zuständig, das macht bei uns Frau Öztürk.", "wrong person"],
    ["Je ne suis pas la bonne personne, voyez avec la comptabilité.", "wrong person"],
    ["No soy la persona adecuada, escriba a contabilidad.", "wrong person"],
    ["Non me ne occupo io, contatti l'amministrazione.", "wrong person"],
    ["Nie zajmuję się tym, proszę pisać do księgowości.", "wrong person"],
    ["Я этим не занимаюсь, обратитесь в бухгалтерию.", "wrong person"],
    ["私は担当ではありません。", "wrong person"],
    ["Not now. Try again in March.", "later"],
    ["Melden Sie sich bitte im Herbst wieder.", "later"],
    ["Recontactez-moi en septembre.", "later"],
    ["Escríbame después del verano.", "later"],
    ["Mi ricontatti a gennaio.", "later"],
    ["Proszę odezwać się po wakacjach.", "later"],
    ["Напишите после нового года.", "later"],
    ["Please don't write again until October.", "later"],
    ["I left the company in May, write to Maria.", "left"],
    ["Ich arbeite nicht mehr bei Fabrikam.", "left"],
    ["Je ne travaille plus chez Fabrikam.", "left"],
    ["Ya no trabajo en Fabrikam.", "left"],
    ["Non lavoro più qui.", "left"],
    ["Już tu nie pracuję.", "left"],
    ["Я больше не работаю в этой компании.", "left"],
  ])("%s: %s", (text, what) => {
    expect(wants(text)).toBe(what);
  });
  test.each([
    "Does Thursday at ten work?",
    "Forwarding to Aoife who minds the ledger.",
    "I left my notes at home.",
    "Call me on Friday.",
    "Sorry, I was away until Monday.",
  ])("not: %s", (text) => {
    expect(wants(text)).toBe(null);
  });
});

test("the sentence is told as it stands in the text", () => {
  const text = "Hello Anna,\n\nwe are fine. Bitte nehmen Sie mich,\nHerrgott, aus Ihrem Verteiler! Danke.\nMaria";
  expect(readWish(message(text))).toEqual({
    wants: "remove",
    sentence: "Bitte nehmen Sie mich,\nHerrgott, aus Ihrem Verteiler!",
  });
});

test.each([
  ["please stop ", 20_000],
  ["do not write me do not do not ", 20_000],
  ["bitte nicht mehr schreiben sie mir nicht ", 20_000],
  ["On Mon, Anna wrote:\n", 20_000],
  [">\n:\n", 20_000],
  ["не пишите мне больше не ", 20_000],
  ["メールを停止", 20_000],
  ["a".repeat(500), 20_000],
])("twenty thousand letters of %j are read in no time", async (piece, length) => {
  const long = message(piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
  expect(await quickest(() => readWish(long), 40)).toBeLessThan(40);
});
