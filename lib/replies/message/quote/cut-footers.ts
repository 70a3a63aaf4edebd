import { plainLetters } from "../../../mail/text/plain-letters";

const signature = /^--\s?$/;
/** A thought after the signature is the writer's own. */
const afterthought = /^\s*(p\.?\s?p?\.?\s?s\b|ps\b|nb\b|p\.?d\.?\s?:|з\.?ы\.?|υ\.?γ\.?|追伸|추신)/iu;

const device =
  /^(sent (from|via|with|using) |get outlook for|download outlook|(von|mit) (meine[mr]|der|outlook|einem) .*(gesendet|verschickt)|gesendet (von|mit|uber|aus)|diese nachricht wurde (von|mit)|envoye (de|depuis|a partir|avec)|telecharge[zr] outlook|obtenez outlook|enviado (desde|do|de|a partir|via|con|com)|enviada (do|de|a partir)|obtener outlook|obter o outlook|inviato (da|con|dal)|scarica outlook|ottieni outlook|verzonden (met|vanaf|via|van)|verstuurd (vanaf|met)|outlook voor|wyslan[eoy] z|pobierz|odeslano z|poslano z|odoslane z|skickat (fran|med)|skickades fran|hamta outlook|sendt fra|hent outlook|lahetetty|hanki outlook|(el)?kuldve|az? (iphone|ipad|android).*kuld|trimis (de pe|din|de la)|(iphone|ipad|android|cep).*gonderildi|отправлено (с|из)|надіслано (з|із|зі)|відправлено (з|із)|изпратено от|σταλθηκε απο|εσταλη απο|poslano (s|iz|z)|saadetud minu|nosutits no|issiusta is|dikirim dari|(da )?duoc gui tu|(iphone|ipad|android).*(から送信|보냄|에서)|(发|發|寄|傳|传|来|來)(自|送自)(我|i|华|h)|從我的|나의 .*보냄|أرسلت من|تم الإرسال من|נשלח מ|ส่งจาก)/u;

/** What law offices and companies put below each of their mails, and what lists put below the mails they pass on. */
const confidential =
  /(e-?mails?|message|nachricht|courriel|mensaje|correo|mensagem|messaggio|bericht|wiadomosc|zprava|sprava|uzenet|mesaj|meddelande|meddelelse|melding|viesti|сообщени|повідомленн|писмо|письмо|лист|μηνυμα).{0,120}(confidential|privileged|intended (solely|only)|vertraulich|confidentiel|confidencia|confidenzial|riservat|vertrouwelijk|poufn|duvern|dovern|bizalmas|gizli|fortrolig|konfidentiell|luottamuksel|конфиденциальн|конфіденційн|поверително|εμπιστευτικ)|機密|机密|기밀|대외비|سرية|חסוי/u;
const misdirected =
  /(if you|wenn sie|falls sie|sollten sie|si vous|si usted|si no es|si ha|se non|se ha|se nao|se voce|als u|indien u|jesli nie|pokud|hvis du|om du|jos et|если вы|якщо ви|daca nu|eger bu).{0,80}(recipient|in error|adressat|empfanger|irrtum|destinat|erreur|por error|per errore|engano|geadresseerde|ten onrechte|adresatem|omylem|modtager|mottaker|mottagare|vastaanottaja|адресат|alici)/u;
const listFoot =
  /(you received this (message|e-?mail) because|sie erhalten diese (nachricht|e-?mail), weil|vous recevez ce message car|to unsubscribe from this (group|list))/u;
const ticket = /^#{2,}-? .* -?#{2,}$/;

const mostFootLines = 150;
const longestFoot = 400;
const shortestFoot = 15;
const foldedInto = 4;

/** Takes away what a program put below or between a writer's own words. */
export function cutFooters(lines: string[]): string[] {
  const at = lines.findIndex((line) => signature.test(line));
  const own = at < 0 ? lines : [...lines.slice(0, at), ...from(lines.slice(at), afterthought)];
  return withoutParagraphs(own.filter((line) => !isDevice(line) && !ticket.test(line.trim())));
}

function from(lines: string[], begin: RegExp): string[] {
  const at = lines.findIndex((line) => begin.test(line));
  return at < 0 ? [] : ["", ...lines.slice(at)];
}

function isDevice(line: string): boolean {
  return line.length < 120 && device.test(plainLetters(line).trim());
}

/** Paragraphs that only say how the mail is to be handled; what a line of its own says may be one. They stand near the end. */
function withoutParagraphs(lines: string[]): string[] {
  const from = Math.max(0, lines.length - mostFootLines);
  const plain = lines.map((line, at) => (at < from ? "" : plainLetters(line.slice(0, longestFoot)).trim()));
  const isFoot = (at: number) => (plain[at] ?? "").length >= shortestFoot && saysFoot(paragraphFrom(plain, at));
  const kept: string[] = [];
  let cuts = false;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") cuts = false;
    // Folded lines are seen together: the foot begins where what follows would be one no longer without this line.
    else if (!cuts && at >= from && isFoot(at) && !isFoot(at + 1)) cuts = true;
    if (!cuts) kept.push(line);
  }
  return kept;
}

function paragraphFrom(plain: string[], at: number): string {
  const lines = plain.slice(at, at + foldedInto);
  const end = lines.indexOf("");
  return lines.slice(0, end < 0 ? foldedInto : end).join(" ");
}

const saysFoot = (plain: string) => confidential.test(plain) || misdirected.test(plain) || listFoot.test(plain);
