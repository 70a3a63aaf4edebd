import { plainLetters } from "../../mail/text/plain-letters";
import { header, type ReceivedMessage } from "./received-message";

/** How Outlook, Google and Apple begin the subjects of calendar mail, in the languages of their programs. */
const subject =
  /^(accepted|declined|tentative(ly accepted)?|cancell?ed( event)?|(updated )?invitation|new time proposed|zugesagt|abgelehnt|angenommen|mit vorbehalt|unter vorbehalt|abgesagt|(aktualisierte )?einladung|neuer terminvorschlag|accepte|refuse|provisoire|annule|invitation modifiee|nouvelle heure proposee|aceptado|aceptada|rechazado|rechazada|provisional|cancelado|cancelada|invitacion|nueva hora propuesta|accettato|rifiutato|provvisorio|annullato|invito|nuovo orario proposto|aceito|aceite|aceita|recusado|recusada|tentativa|convite|geaccepteerd|geweigerd|afgewezen|voorlopig|geannuleerd|uitnodiging|bijgewerkt|zaakceptowan[oae]|odrzucon[oae]|wstepnie|odwolan[oae]|zaproszenie|accepterat|accepterad|avbojt|avvisat|preliminart|inbjudan|installt|accepteret|afvist|forelobig|aflyst|godtatt|avslatt|avlyst|invitasjon|hyvaksytty|hylatty|alustava|peruutettu|kutsu|prijato|odmitnuto|zruseno|pozvanka|prijate|odmietnute|zrusene|elfogadva|elutasitva|felteteles|meghivo|acceptat|respins|anulat|invitatie|kabul edildi|reddedildi|gecici|iptal edildi|davet|принято|отклонено|под вопросом|отменено|приглашение|прийнято|відхилено|скасовано|запрошення|αποδοχη|απορριψη|ακυρωθηκε|προσκληση|承諾|承諾済み|辞退|仮承諾|キャンセル|招待|已接受|已拒绝|已取消|邀请|已謝絕|已接受邀請|수락됨|거절됨|미정|취소됨|초대|مقبول|مرفوض|ملغى|دعوة|התקבל|נדחה|בוטל|הזמנה)\s?: /u;
/** How services that let others book a time with us begin theirs. */
const booking =
  /^(new (event|booking|appointment|meeting)( scheduled| booked)?|(booking|appointment|meeting|event) (confirmed|confirmation|scheduled|rescheduled|cancell?ed)|rescheduled( event)?|neue[rs]? (buchung|termin|ereignis)|(buchung|termin)(sbestatigung)?( (bestatigt|verschoben|storniert|gebucht))?|(nouveau |nouvelle )(rendez-vous|reservation|evenement)|(nueva|nuevo) (reserva|evento|cita)|(nuova|nuovo) (prenotazione|evento|appuntamento)|(novo|nova) (agendamento|evento|reserva|marcacao)|nieuwe (afspraak|boeking)|now[ay] (rezerwacja|wydarzenie|spotkanie)|ny (bokning|booking|bestilling|avtale|aftale)|uusi (varaus|tapaaminen)|nova rezervace|uj (foglalas|esemeny)|yeni (randevu|etkinlik)|новая (запись|встреча)|νεα κρατηση|新しい予約|新预约|새 예약)\s?: /u;
/** A calendar's own words: nobody writes a subject like that, but something besides shall say so. */
const words =
  /invit|einladung|termin|meeting|reunion|uitnodiging|zaprosz|inbjud|kutsu|pozvan|meghiv|davet|пригла|запрош|προσκλ|招待|会議|邀|초대|دعو|הזמנ|\d{1,2}[:.h]\d{2}/u;

/** Whether it is an item of the calendar: an invitation, its update, its end, or an answer to one; a forward of one is none. */
export function isMeeting({ messageClass, odataType }: ReceivedMessage): boolean {
  const kind = (messageClass ?? "").toLowerCase();
  if (kind.startsWith("ipm.schedule.meeting.notification")) return false;
  return kind.startsWith("ipm.schedule.") || (odataType ?? "").toLowerCase().includes("eventmessage");
}

/** Whether it was one before its calendar part was lost on the way, or tells of one that was made on a page for bookings. */
export function saysMeeting(message: ReceivedMessage): boolean {
  if (header(message, "list-unsubscribe") && !saysBooking(message)) return false;
  const title = plainLetters(message.subject.trim());
  return (subject.test(title) || booking.test(title)) && words.test(plainLetters(message.body.slice(0, 2000)));
}

/** A page for bookings belongs to our own house as often as to a service. */
export const saysBooking = (message: ReceivedMessage): boolean => booking.test(plainLetters(message.subject.trim()));
