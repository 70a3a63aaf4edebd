import { plainLetters } from "../plain-letters";

/** How mail programs name the lines above a mail that they quote, by what the line holds; accents may be missing. */
const labels = {
  from: `from von de la de da van od fran fra lahettaja felado kimden gonderen от от кого відправник від кого απο 差出人 送信者 from 发件人 寄件者 寄件人 보낸 사람
    보낸사람 من מאת salje posiljatelj saatja kellelt no nuo siuntejas sutitajs dari tu จาก expediteur mittente remitente remetente afzender nadawca odesilatel
    odosielatel avsandare avsender afsender expeditor absender подател`,
  sent: `sent date gesendet gesendet am datum envoye envoye le enviado enviado el enviado em enviada em enviada inviato data fecha verzonden wyslano odeslano
    odoslane skickat skickat den sendt dato lahetetty paivamaara pvm elkuldve datum kuldve datum trimis trimis la gonderildi gonderme tarihi tarih отправлено
    дата надіслано відправлено σταλθηκε ημερομηνια 送信日時 日付 日時 发送时间 发送日期 日期 时间 傳送時間 寄件日期 보낸 날짜 날짜 تاريخ الإرسال تم الإرسال
    التاريخ נשלח תאריך изпратено poslano datumi saadetud kuupaev nosutits datums issiusta tanggal dikirim ngay da gui วันที่ ส่งเมื่อ`,
  to: `to an a para per aan do komu pro till til vastaanottaja cimzett catre pentru kime alici кому до προς 宛先 收件人 收件者 받는 사람 받는사람 إلى אל za prima primatelj
    kellele kam kepada den ถึง destinataire destinatario dla cc kopie copia kopia kopi kopio masolat копия копія κοιν. 抄送 副本 참조 نسخة עותק`,
  subject: `subject betreff objet asunto oggetto assunto onderwerp temat predmet amne emne aihe targy subiect konu тема относно θεμα 件名 主题 主題 主旨 제목 الموضوع
    موضوع נושא zadeva teema tema subjekts perihal subjek chu de เรื่อง vedr vedrorende`,
} as const;

type Label = keyof typeof labels;

// Names of two words stand beside those of one: two that follow each other in a list harm nobody.
const byName = new Map<string, Label>();
for (const [label, names] of Object.entries(labels) as [Label, string][]) {
  const words = names.split(/\s+/).map(plainLetters);
  for (const [at, word] of words.entries()) {
    byName.set(word, label);
    const next = words[at + 1];
    if (next) byName.set(`${word} ${next}`, label);
  }
}

const shape = /^[\s*_>]{0,6}([\p{L}\p{M}.]{1,20}(?: [\p{L}\p{M}.]{1,20})?)\*{0,2}[\s\u00a0]{0,3}[:：]\*{0,2}(.*)$/u;

/** What a line above a quoted mail holds, such as "Von: Anna"; null for any other line. */
export function headerLabel(line: string): Label | null {
  const name = shape.exec(line.slice(0, 400))?.[1];
  return name ? (byName.get(plainLetters(name)) ?? null) : null;
}
