import { mistyped } from "./mistyped";
import { phrases } from "./phrase";

/** These are also said of other things, so that they must stand alone. */
const ambiguous =
  /^ (please |bitte |ok )?(stop+|stopt|enough|genug|schluss|assez|arrete|arretez|basta|alto|pare|paren|parem|halt|chega|genoeg|dosc|koniec|dost|eleg|ajunge|yeter|dosta|стоп|хватит|досить|стига|στοπ|delete|cancelar|cancel|iptal|sair|raus|no more|slut|sluta|peru|baja|de baja|dar de baja|sil|red|ret|cikar|off) $/;

/** What alone on a line, or between two commas, is a wish to be removed in any language. */
const commands = [
  "stop|stopp|stopt|stopall|stop all|unsubscribe|unsub|unsubscribe me|remove|remove me|opt out|optout|opt-out|delete|delete me|take me off|take us off|remove us|remove from list|unsubscribed",
  "no more|no more (e-?mails?|mails?|messages?|spam)|enough|leave me alone|leave us alone|cease|desist|dnc|do not contact|do not email|do not mail|no mail|no emails?|no spam",
  "abmelden|abmeldung|austragen|loschen|loeschen|abbestellen|streichen|aufhoren|entfernen|bitte nicht mehr|keine (e-?mails?|mails?|werbung)( mehr)?|austragung|loschung|schluss|genug|werbewiderspruch|raus",
  "desabonner|desabonnement|desinscription|desinscrire|me desinscrire|me desabonner|arret|arretez|arrete|supprimer|stop pub|retirez moi|desabonnez moi|ca suffit|assez|desinscrivez moi",
  "baja|dar de baja|darme de baja|darse de baja|de baja|borrar|eliminar|cancelar suscripcion|alto|parar|basta|basta ya|borrenme|desuscribir|desuscribirme|cancelar|pare|paren|remover",
  "cancellami|cancellatemi|cancellazione|disiscrivi|disiscrivimi|disiscrizione|rimuovi|rimuovimi|rimuovere|cancellare|fermatevi|smettetela|rimuovetemi|disiscrivermi|cancellarmi",
  "descadastrar|descadastre|descadastrem|descadastramento|sair|remova|remover|cancelar inscricao|cancelar subscricao|anular subscricao|chega|parem|pare com isso|retirar|excluir",
  "afmelden|uitschrijven|verwijderen|verwijder|afmelding|uitschrijving|schrappen|genoeg|meld af|stoppen|schrijf uit|schrijf mij uit",
  "wypisz|wypisac|wypis|usun|usunac|rezygnuje|rezygnacja|wypisuje sie|prosze usunac|prosze wypisac|dosc|koniec|przestancie|wypisanie|usuniecie|prosze o usuniecie|skasowac|anuluj subskrypcje",
  "avregistrera|avprenumerera|avsluta|ta bort|avanmal|avanmalan|sluta|stryk|radera|avregistrering|slutt",
  "afmeld|frameld|avmeld|slet|slett|fjern|afmelding|framelding|avmelding|meld av|meld fra|stop nu|slut|avslutt|meld meg av|meld mig af",
  "peruuta|poista|lopeta|lopettakaa|peruutus|peru|poisto|poistakaa|seis|riittaa|peru tilaus|peruuta tilaus",
  "odhlasit|odhlaste|odhlasenie|odhlaseni|vyradit|vymazat|smazat|zrusit|zrusit odber|dost|stacilo|odstranit|skoncete|odhlasuji se|vyradte|vyskrtnout|vyskrtnut|prestante|prestanite",
  "leiratkozas|leiratkozom|leiratkozni|toroljenek|toroljek|torles|torlest kerek|eleg|hagyjak abba|leallitas|torolni|lemondas|eleg volt",
  "dezabonare|dezabonati|dezabonati ma|stergeti|stergere|opriti|ajunge|dezabonez|eliminare",
  "durdur|durdurun|listeden cikar|listeden cikarin|abonelikten cik|abonelik iptal|sil|silin|iptal|ret|cikar|cikarin|yeter|yazmayin|gondermeyin|abonelikten cikmak istiyorum|red",
  "odjava|odjavi|odjavite|odjavite me|izbrisi|izbrisite|brisi|brisite|prestanite|dosta|odjavljam se|obrisi|odstrani|odjavljujem se|prekini|odjaviti",
  "loobu|loobun|eemalda|eemaldage|lopeta|lopetage|tuhista|atrakstities|atteikties|izdzest|dzest|beidziet|atsisakau|atsisakyti|istrinti|istrinkite|pasalinkite|baikite",
  "berhenti|berhenti berlangganan|hapus|keluar|huy|huy dang ky|dung|ngung|xoa|dung lai|huy nhan tin|tu choi",
  "отписка|отписаться|отпишите|отписать|отпишите меня|стоп|удалить|удалите|хватит|прекратите|отказ|отмена подписки|перестаньте|отписываюсь|удалите меня|отказ от рассылки|довольно",
  "відписатися|відписка|відпишіть|видалити|видаліть|досить|припиніть|годі|відмова|відписуюсь|відпишіть мене|отписване|отпишете|отпишете ме|спрете|спри|изтрийте|махнете ме|стига|премахнете|отказвам се|достатъчно|отписвам се",
  "διαγραφη|απεγγραφη|στοπ|διαγραψτε|διαγραψτε με|σταματηστε|αφαιρεστε|φτανει|διακοπη|αρκετα|σταματα",
];
const denseCommands = [
  "配信停止|停止|解除|配信解除|退会|ストップ|配信不要|不要|メール不要|購読解除|受信拒否|削除|停止希望|配信停止希望|登録解除|登録削除|中止|やめて|やめてください|いりません|結構です|お断り|お断りします|送らないで|メール停止|メール拒否|オプトアウト",
  "退订|取消订阅|退訂|取消訂閱|td|停止|拒收|停|勿扰|勿擾|删除|刪除|取消|不要再发|不要再寄|退出|移除|別再寄了|别再发了|停发|請停止|请停止",
  "수신거부|수신 거부|중단|그만|해지|삭제|구독취소|구독해지|거부|중지|스톱|정지|그만하세요|제외|탈퇴|사절|구독 취소|수신거부요|그만보내세요",
  "توقف|اوقفوا|إلغاء الاشتراك|الغاء|إلغاء|احذفوني|إزالة|ازالة|كفى|قف|توقفوا|حذف|أوقفوا|ستوب|كفاية|الغاء الاشتراك",
  "הסר|הסירו|להסיר|הסרה|עצור|די|תפסיקו|הסר אותי|ביטול|הסירו אותי|סטופ|תסירו|מספיק|לבטל|הפסיקו|תורידו אותי|נא להסיר|נא להסיר אותי",
  "ยกเลิก|หยุด|เลิก|ลบ|พอแล้ว|ยกเลิกรับข่าวสาร|ยกเลิกการรับ",
];
const polite =
  "(please|pls|thanks|thank you|thx|ta|cheers|now|immediately|asap|at once|bitte|danke|sofort|umgehend|svp|merci|s'il vous plait|s'il te plait|immediatement|por favor|gracias|porfa|grazie|per favore|obrigado|obrigada|pf|aub|a u b|svp|s v p|graag|bedankt|alstublieft|prosze|dziekuje|prosim|dekuji|dakujem|tack|tak|takk|kiitos|venligst|vennligst|kerem|koszonom|va rog|multumesc|lutfen|tesekkurler|molim|hvala|palun|aitah|ludzu|paldies|prasau|aciu|tolong|terima kasih|пожалуйста|спасибо|прошу|будь ласка|дякую|моля|благодаря|παρακαλω|ευχαριστω|hi|hello|hallo|anna|me|us|mich|ihr|it|nu|ya|jetzt|teraz|already|and|nal|this|all|these|emails?|mails?|everything|no|nein|non|nee|nej|nei|nie|ne|nem|het|et|nao|sir|madam|guys|ok|okay)";

const spaced = phrases([`^(${polite} )*(${commands.join("|")})( ${polite})*$`], "spaced");
const dense = phrases(
  [
    `^(すみません|お願いします|请|請)?(${denseCommands.join("|")})(お願いします|願います|です|を希望します|希望|してください|谢谢|謝謝|부탁드립니다|해주세요|요|합니다|من فضلك|شكرا|בבקשה|תודה|ครับ|ค่ะ|คะ)?$`,
  ],
  "dense",
);

const longest = 60;
const mostWords = 4;
const shortest = 7;
const longWords = commands.flatMap((some) => some.split("|")).filter((one) => one.length >= shortest && /^[a-z]+$/.test(one));

const ofLists =
  /unsub|opt ?out|abmeld|austrag|abbestell|desinscri|desabonn|cancellami|disiscri|descadastr|afmeld|uitschrijv|wypis|avregistr|avprenum|frameld|avmeld|odhlas|leiratkoz|dezabon|abonelik|odjav|atsisak|atrakst|отпис|відпис|απεγγραφ|配信|退订|退訂|订阅|訂閱|수신|구독|اشتراك/;

/** Whether a command can only be about lists and mails, whatever follows. */
export const isOfLists = (plain: string): boolean => ofLists.test(plain);

/** Whether it would be a command if nothing stood around it. */
export const isAmbiguous = (plain: string): boolean => ambiguous.test(plain);

/** Whether a plain sentence is nothing but a command to stop, such as "STOP!!!" or "bitte abmelden". */
export function isCommand(plain: string, isAlone: boolean): boolean {
  if (plain.length > longest || (!isAlone && ambiguous.test(plain))) return false;
  return spaced.test(plain) || dense.test(plain.replaceAll(" ", "")) || spaced.test(repaired(plain));
}

/** With its long words written right, where one letter is wrong or two are swapped: "abmleden". */
function repaired(plain: string): string {
  const words = plain.trim().split(" ");
  if (words.length > mostWords) return plain;
  const right = words.map((word) => (word.length < shortest ? word : (longWords.find((one) => isNear(one, word)) ?? word)));
  return ` ${right.join(" ")} `;
}

const isNear = (one: string, word: string) =>
  one[0] === word[0] && Math.abs(one.length - word.length) <= 1 && mistyped(one, word) <= 1;
