import { expect, test } from "vitest";
import { readWish } from "./read-wish";

// One kind of wish, or of what only sounds like one, in many languages.
const wants = (text: string) =>
  readWish({
    from: "lena@fabrikam.example",
    subject: "Re: Invoices at Fabrikam",
    text,
    body: text,
    isUnique: true,
    receivedAt: null,
    messageClass: "IPM.Note",
    odataType: null,
    headers: [],
  })?.wants ?? null;

test.each([
  "Bitte streichen Sie unsere Kanzlei aus Ihrem Verteiler.",
  "Please drop our practice from your mailings.",
  "Vänligen ta bort vårt företag från er lista.",
  "Slet vores firma fra jeres liste.",
  "Retirez notre entreprise de votre fichier.",
  "Togliete la nostra ditta dal vostro elenco.",
  "Vyřaďte prosím naši firmu z vaší databáze.",
  "Firmamızı listenizden çıkarın.",
  "Уберите нашу компанию из вашей базы.",
  "Poistakaa yrityksemme listaltanne.",
  "弊社をリストから削除してください。",
])("our whole house is to be taken off: %s", (text) => expect(wants(text)).toBe("remove"));

test.each([
  "I am not joking, take me off your list.",
  "This is no joke: stop emailing me.",
  "Löschen Sie meine Adresse, das ist kein Scherz.",
  "Je ne plaisante pas, retirez-moi de votre liste.",
  "Nie żartuję, usuńcie mnie z listy.",
  "Я не шутил, удалите меня из рассылки.",
  "Ich widerspreche ausdrücklich der Nutzung meiner Daten.",
  "Supprimez mon adresse, je mets la CNIL en copie.",
])("meant in earnest: %s", (text) => expect(wants(text)).toBe("remove"));

test.each([
  "I'd be glad if this is the last we hear from you.",
  "Que sea el último correo.",
  "Не нужно больше писать нам.",
  "Låt bli att mejla oss.",
  "Lopetetaan tämä viestittely.",
  "Don't write to me. Don't call me either.",
  "Не пишите мне. И не звоните.",
  "Stop emailing me. Thanks.",
])("no more is to be written: %s", (text) => expect(wants(text)).toBe("remove"));

test.each([
  "Don't write to me. Call me instead!",
  "Bitte nicht mehr schreiben. Rufen Sie mich an!",
  "Nicht schreiben... anrufen!",
  "Ne m'écrivez plus. Appelez-moi au 04 00 00 00 00.",
  "No me escriba... llámeme.",
  "Не пишите мне больше. Позвоните!",
  "メールは送らないでください。お電話ください。",
])("to be called, not written to: %s", (text) => expect(wants(text)).not.toBe("remove"));

test.each([
  "Take me off your list was just a joke, send the prices.",
  "Das mit dem Verteiler war nur ein Scherz, schicken Sie mir ein Angebot.",
  "Please remove Mr Smith from the copy.",
  "Nehmen Sie Herrn Maier bitte aus dem CC.",
  "Merci de retirer Mme Roy de la copie.",
  "Proszę o usunięcie wtorku z oferty.",
  "Avant d'imprimer ce mail, pensez à l'environnement.",
  "Please delete this email if you are not the intended recipient.",
  "You have the right to object to processing and to erasure.",
  "Enlevez-moi de là le mardi, le jeudi me va.",
])("a joke, a colleague, a footer: %s", (text) => expect(wants(text)).not.toBe("remove"));

test.each([
  "Si je ne me trompe, c'est vous qui lisez les factures ?",
  "If I'm not mistaken, you read the invoices.",
  "팀장님과 상의 후 연락드리겠습니다.",
])("nobody else is named: %s", (text) => expect(wants(text)).toBeNull());
