import { fold, wordsOf } from "../fold";

const set = (words: string) => new Set(words.split(/\s+/).map(fold));

/**
 * Words of a header that say a column is about somebody else, about a message or about a setting: what stands in it is never
 * the person's own address or name, whatever it looks like.
 */
const others = set(`
  owner sender from assistant secretary created creator creation modified updated referred referrer referral referring manager
  supervisor agent rep representative sales salesperson seller assigned assignee recruiter reply replyto cc bcc bounce bounced unsub
  unsubscribe unsubscribed clean cleaned optin optout opt ip reason parent guardian spouse partner emergency children support imported
  invited inviter host organizer nickname nick middle phonetic yomi maiden prefix suffix initials username login user handle slug url
  domain website site product event campaign list deal file template subject department title job position role status stage source tag
  tags city country state region street industry note notes description password hash id uuid
  besitzer eigentümer inhaber zuständig verantwortlich verantwortlicher betreuer bearbeiter erstellt geändert absender assistent sekretariat
  ehepartner empfohlen vorgesetzter spitzname benutzername stadt ort land abteilung propriétaire responsable créé modifié expéditeur
  assistante conjoint surnom ville pays propietario responsable creado modificado remitente asistente apodo ciudad proprietario creato
  mittente assistente soprannome responsável proprietário criado remetente eigenaar aangemaakt afzender bijnaam właściciel utworzony
  nadawca asystent vlastník vytvořil odesílatel tulajdonos létrehozta ägare skapad avsändare ejer oprettet afsender eier opprettet
  omistaja luonut lähettäjä sahibi oluşturan ответственный владелец создал отправитель
`);

const phrases = [
  "所有者",
  "秘書",
  "配偶者",
  "作成者",
  "負責人",
  "负责人",
  "创建者",
  "소유자",
  "フリガナ",
  "ふりがな",
  "カナ",
].map(fold);

/** Whether the header says that the column holds nothing of the person's own, for what is judged by its values. */
export function isNotTheirs(header: string): boolean {
  const folded = fold(header);
  return wordsOf(header).some((word) => others.has(word)) || phrases.some((phrase) => folded.includes(phrase));
}
