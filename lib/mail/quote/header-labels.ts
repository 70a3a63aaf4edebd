import { plainLetters } from "../text/plain-letters";

/** How mail programs name the lines above a mail that they quote, by what the line holds; accents may be missing. */
const labels = {
  from: `from,von,de,de la,da,van,od,från,fra,lähettäjä,feladó,kimden,gönderen,от,от кого,отправитель,відправник,від,від кого,подател,από,差出人,送信者,发件人,寄件者,寄件人,
    보낸 사람,보낸사람,من,מאת,šalje,pošiljatelj,saatja,kellelt,no,nuo,siuntėjas,sūtītājs,dari,từ,จาก,expediteur,expéditeur,mittente,remitente,remetente,afzender,nadawca,
    odesílatel,odosielateľ,avsändare,avsender,afsender,expeditor,absender`,
  sent: `sent,date,gesendet,gesendet am,datum,envoyé,envoyé le,enviado,enviado el,enviado em,enviada em,enviada el,enviada,inviato,data,fecha,verzonden,wysłano,odesláno,odoslané,
    skickat,skickat den,sendt,dato,lähetetty,päivämäärä,pvm,elküldve,küldve,dátum,trimis,trimis la,gönderildi,gönderme tarihi,gönderilme tarihi,tarih,отправлено,дата,
    надіслано,відправлено,изпратено,στάλθηκε,ημερομηνία,送信日時,日付,日時,发送时间,发送日期,日期,时间,傳送時間,寄件日期,보낸 날짜,날짜,تاريخ الإرسال,تم الإرسال,التاريخ,נשלח,
    תאריך,poslano,datumi,saadetud,kuupäev,nosūtīts,datums,išsiųsta,tanggal,dikirim,ngày,đã gửi,วันที่,ส่งเมื่อ`,
  to: `to,an,à,a,para,per,aan,do,komu,pro,till,til,vastaanottaja,címzett,către,pentru,kime,alıcı,кому,до,за,προς,宛先,收件人,收件者,받는 사람,받는사람,إلى,אל,za,prima,primatelj,kellele,kam,
    kepada,đến,ถึง,destinataire,destinatario,dla,cc,kopie,copia,kopia,kopi,kopio,másolat,копия,копія,κοιν.,抄送,副本,참조,نسخة,עותק`,
  subject: `subject,betreff,objet,asunto,oggetto,assunto,onderwerp,temat,předmět,predmet,ämne,emne,aihe,tárgy,subiect,konu,тема,относно,θέμα,件名,主题,主題,主旨,제목,الموضوع,موضوع,
    נושא,zadeva,teema,tema,subjekts,perihal,subjek,chủ đề,เรื่อง,vedr,vedrørende`,
} as const;

type Label = keyof typeof labels;

const byName = new Map<string, Label>();
for (const [label, names] of Object.entries(labels) as [Label, string][]) {
  for (const name of names.split(/,\s*/)) byName.set(plainLetters(name), label);
}

const shape = /^[\s*_>]{0,6}([\p{L}\p{M}.]{1,20}(?:[ \u00a0][\p{L}\p{M}.]{1,20})?)\*{0,2}[\s\u00a0]{0,3}[:：]\*{0,2}(.*)$/u;

/** What a line above a quoted mail holds, such as "Von: Anna"; null for any other line. */
export function headerLabel(line: string): Label | null {
  const name = shape.exec(line.slice(0, 400))?.[1];
  return name ? (byName.get(plainLetters(name)) ?? null) : null;
}
