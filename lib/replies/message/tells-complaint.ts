import { plainLetters } from "../../mail/text/plain-letters";
import { newText } from "./quote/new-text";
import type { ReceivedMessage } from "./received-message";

/** Mailboxes at which providers deal with abuse, and the services that pass it on. */
const desk =
  /^([^@]*[._+-])?(abuse|abuse-?notice|abuse-?desk|fbl|feedback-?loop|arf|spam-?report(s|er|ing)?|trust-?and-?safety|netabuse|cert|csirt|complaints?)([._+-][^@]*)?@|@([^@]*\.)?(reports?|abuse)\.[^@]*spam/;
const spoken =
  /spam|unsolicited|complain|abus|phish|fraud|ucecom|unerwunscht|beschwerde|missbrauch|unverlangt|indesirable|signale|plainte|abus|no solicitad|queja|denuncia|abuso|segnalaz|indesiderat|reclam|ongevraagd|klacht|misbruik|niezamowion|skarg|naduzyc|stiznost|zneuzit|panasz|visszaeles|oonskad|klagomal|missbruk|klage|misbrug|valitus|жалоб|спам|скарг|злоупотреб|迷惑|投诉|垃圾邮件|신고|스팸|شكوى|תלונה/;
/** What the whole house of the contact, its server, says about ours. */
const ofHouse =
  /spam (mails? |e-?mails? |messages? )?(is |was |being |has been )?(coming |sent |received |originating |emanating )?from your (domain|server|network|account|ip|address|company|organi[sz]ation)|your (domain|server|address|account|ip( address)?) (is |has been |will be |goes |was |now )+(on|to|added to|put on|blocked|black ?listed|block ?listed|reported)|(ihre|eure) (domain|adresse|server|ip) .{0,40}(blockier|gesperrt|sperrliste|blacklist|gemeldet)/;
const marketing = /advert|marketing|werb|publicit|pubblicit|reclame|reklam|mainos|реклам|διαφημ|広告|广告|광고/;
/** Somebody has gone to an authority, or to our provider; who only says that they will is still a person to be left alone. */
const authority =
  "(information commissioner|\\bico\\b|\\bftc\\b|data protection (authority|commission|commissioner|agency)|supervisory authority|bundesnetzagentur|datenschutz(behorde|beauftragt|aufsicht)|aufsichtsbehorde|landesbeauftragt|verbraucherzentrale|wettbewerbszentrale|\\bcnil\\b|signal ?spam|\\baepd\\b|agencia espanola|agencia de proteccion|garante|autoriteit persoonsgegevens|\\bacm\\b|gegevensbeschermingsautoriteit|\\buodo\\b|\\buoou\\b|\\buke\\b|urzed(u|owi)? ochrony|uooou|dozorov|\\bnaih\\b|anspdcp|integritetsskyddsmyndigheten|\\bimy\\b|datatilsynet|forbruger|forbrukertilsynet|tietosuojavaltuut|traficom|\\bkvkk\\b|\\bcnpd\\b|\\banpd\\b|роскомнадзор|\\bфас\\b|уповноважен|кзлд|αρχη προστασιας|総務省|消費者庁|迷惑メール相談|工信部|12321|개인정보보호위원회|kisa)";
const toProvider =
  /(reported|reporting|forwarded|forwarding) (you|this|it|these|your [a-z-]+) [^.!?]{0,60}to (microsoft|google|your (provider|host|isp|registrar|hosting))/;
const went =
  "(have|has|had|already|today|hereby|just|am|are|now|been)?\\s?(reported|reporting|filed|lodged|submitted|forwarded|notified|complained|informed|gemeldet|angezeigt|erstattet|eingereicht|weitergeleitet|signale|depose|saisi|porte plainte|transmis|denunciado|presentado|interpuesto|segnalato|inoltrato|presentato|gemeld|ingediend|aangegeven|zglosil\\S*|zlozyl\\S*|zgloszon\\S*|nahlasil\\S*|podal\\S*|bejelent\\S*|feljelent\\S*|anmalt|rapporterat|anmeldt|indberettet|tehnyt|ilmoitettu|ilmoittanut|sikayet ett\\S*|bildir\\S*|направил\\S*|подал\\S*|сообщил\\S*|поскаржи\\S*|подав|подали|подадох|υπεβαλ\\S*|κατηγγειλ\\S*)";
const gone = new RegExp(`${went}(?!\\p{L})[^.!?;]{0,120}${authority}|${authority}[^.!?;]{0,120}${went}(?!\\p{L})`, "u");
/** A law office writes for the one we wrote to. */
const forClient =
  /(on behalf of|acting for|in the name of|we (act|are instructed) (for|by)|i (act|am instructed) (for|by)) .{0,30}client|our client,|(unsere|meine)[rns]? mandant|namens und in vollmacht|vertretung (der|des|unserer) .{0,60}(mandant|anzeige|versicher)|notre client|nos clients|en (nombre|representacion) de (nuestr|mi)\S* (client|representad|mandant)|(nostr|mi)[oa] (assistit|client)|in nome e per conto|em nome d[aoe] (noss|meu|minha)\S* (client|constituint)|namens (onze|mijn) (client|clie)|w imieniu (mojego|naszego|mocodawc|klient|naszej|mojej)|jmenem (naseho|meho|nasi) klient|v mene (nasho|nasej) klient|ugyfelunk (neveben|kepviselet)|var klient|vores klient|pa vegne av (var|vores|min) klient|paamiehe|asiakkaamme puolesta|muvekkil|от имени (нашего|моего|нашей) (клиент|доверител)|від імені (нашого|мого) клієнт|εντολε|代理人|当事務所|委托人|의뢰인/;
const ceases =
  /cease|desist|unsolicited|unlawful|refrain|unterlass|abmahn|unzulassig|unerwunscht|rechtswidrig|cesser|mise en demeure|illicit|illegal|sollicit|cese|no solicitad|requer|diffid|cessar|illecit|onrechtmatig|staken|sommer|ongevraagd|zaprzest|zaniech|bezprawn|niezamowion|upust|protipravn|nevyziadan|nevyzadan|felszolit|jogellen|jogsert|upphor|olaglig|ophor|opphor|ulovlig|lopet|lainvast|hukuka aykiri|ihtar|прекрат|незаконн|припин|παυσ|παρανομ|停止|違法|违法|중단|위법/;

/**
 * Whether words alone are a complaint that goes beyond the wish not to be written to: of a provider's desk, of the contact's own server, to
 * an authority, or through a lawyer. In doubt it is a person's mail, whose wish is heeded all the same.
 */
export function tellsComplaint(message: ReceivedMessage): boolean {
  const words = plainLetters(`${message.subject}\n${newText(message)}`.slice(0, 6000)).replace(/\s+/g, " ");
  if (toProvider.test(words) || ofHouse.test(words)) return true;
  return (gone.test(words) || forClient.test(words)) && (ceases.test(words) || spoken.test(words) || marketing.test(words));
}

/** Whether the desk for abuse of some provider writes, by machine or by hand. */
export function isAbuseDesk(message: ReceivedMessage): boolean {
  if (!desk.test((message.from ?? "").trim().slice(0, 320).toLowerCase())) return false;
  return spoken.test(plainLetters(`${message.subject}\n${message.text.slice(0, 3000)}`));
}
