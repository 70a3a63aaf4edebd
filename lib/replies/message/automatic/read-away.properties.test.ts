import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { nextWorkingDay } from "./dates/resolve-day";
import { readAway } from "./read-away";
import { received } from "./testing/received";

/**
 * A sentence of each language for "until", "back on" and "from … to …", around days as the Unicode tables write them, which nobody here made
 * up. `{d}` stands for the day; what the grammar of the language changes about it stands in `form`.
 */
const spoken: Record<string, { until: string; back: string; range: string; form?: (day: string) => string }> = {
  en: { until: "I am out of the office until {d}.", back: "I will be back on {d}.", range: "I am on leave from {a} to {d}." },
  "en-US": { until: "I am out of the office through {d}.", back: "I'll return {d}.", range: "I will be away {a} – {d}." },
  de: { until: "Ich bin bis {d} nicht im Büro.", back: "Ab {d} bin ich wieder erreichbar.", range: "Ich bin vom {a} bis {d} im Urlaub." },
  fr: { until: "Je suis absent jusqu'au {d} inclus.", back: "Je serai de retour le {d}.", range: "Je suis en congés du {a} au {d}." },
  es: { until: "Estaré fuera de la oficina hasta el {d}.", back: "Vuelvo el {d}.", range: "Estoy de vacaciones del {a} al {d}." },
  it: { until: "Sono assente fino al {d}.", back: "Rientrerò il {d}.", range: "Sono in ferie dal {a} al {d}." },
  pt: { until: "Estou ausente até {d}.", back: "Volto no dia {d}.", range: "Estou de férias de {a} a {d}." },
  nl: { until: "Ik ben afwezig tot en met {d}.", back: "Ik ben terug op {d}.", range: "Ik ben met vakantie van {a} tot en met {d}." },
  sv: { until: "Jag är ledig till och med {d}.", back: "Jag är tillbaka {d}.", range: "Jag har semester från {a} till {d}." },
  da: { until: "Jeg holder ferie til og med {d}.", back: "Jeg er tilbage {d}.", range: "Jeg har ferie fra {a} til {d}." },
  nb: { until: "Jeg er på ferie til og med {d}.", back: "Jeg er tilbake {d}.", range: "Jeg har ferie fra {a} til {d}." },
  fi: { until: "Olen lomalla {d} asti.", back: "Palaan töihin {d}.", range: "Olen poissa {a} – {d}." },
  pl: { until: "Jestem na urlopie do {d} włącznie.", back: "Wracam {d}.", range: "Przebywam na urlopie od {a} do {d}." },
  cs: { until: "Jsem na dovolené do {d} včetně.", back: "Vrátím se {d}.", range: "Jsem na dovolené od {a} do {d}." },
  sk: { until: "Som na dovolenke do {d} vrátane.", back: "Vrátim sa {d}.", range: "Som na dovolenke od {a} do {d}." },
  hu: {
    until: "Szabadságon vagyok {d}-ig.",
    back: "Legközelebb {d}-én leszek elérhető.",
    range: "Szabadságon vagyok {a}-től {d}-ig.",
    form: (day) => day.replace(/\.?(,? \p{L}+)?$/u, ""),
  },
  ro: { until: "Sunt în concediu până pe {d}.", back: "Revin la birou pe {d}.", range: "Sunt în concediu de la {a} până la {d}." },
  ru: { until: "Я в отпуске по {d} включительно.", back: "Вернусь {d}.", range: "Я в отпуске с {a} по {d}.", form: (day) => day.replace(/ г\.$/, "") },
  uk: { until: "Я у відпустці до {d} включно.", back: "Повернуся {d}.", range: "Я у відпустці з {a} по {d}.", form: (day) => day.replace(/ р\.$/, "") },
  bg: { until: "В отпуск съм до {d} включително.", back: "Връщам се на {d}.", range: "В отпуск съм от {a} до {d}.", form: (day) => day.replace(/ г\.$/, "") },
  hr: { until: "Na godišnjem odmoru sam do {d}", back: "Vraćam se {d}", range: "Na godišnjem sam od {a} do {d}" },
  sl: { until: "Na dopustu sem do {d}.", back: "Vrnem se {d}.", range: "Na dopustu sem od {a} do {d}." },
  et: { until: "Olen puhkusel kuni {d}.", back: "Olen tagasi {d}.", range: "Olen puhkusel {a} kuni {d}." },
  lv: { until: "Esmu atvaļinājumā līdz {d}.", back: "Atgriezīšos {d}.", range: "Esmu atvaļinājumā no {a} līdz {d}." },
  lt: { until: "Esu atostogose iki {d}", back: "Grįšiu {d}", range: "Atostogauju nuo {a} iki {d}" },
  tr: { until: "{d} tarihine kadar izinliyim.", back: "{d} tarihinde ofise döneceğim.", range: "{a} - {d} tarihleri arasında izinliyim." },
  el: { until: "Λείπω σε άδεια έως {d}.", back: "Επιστρέφω στο γραφείο στις {d}.", range: "Είμαι σε άδεια από {a} έως {d}." },
  ja: { until: "{d}まで休暇をいただいております。", back: "{d}に復帰いたします。", range: "{a}から{d}まで不在にしております。" },
  "zh-CN": { until: "我将休假至{d}。", back: "我将于{d}返回办公室。", range: "{a}至{d}本人休假。" },
  "zh-TW": { until: "我請假到{d}為止。", back: "我將於{d}回來上班。", range: "我於{a}至{d}休假。" },
  ko: { until: "{d}까지 휴가입니다.", back: "{d}에 복귀합니다.", range: "{a}부터 {d}까지 부재중입니다." },
  ar: { until: "أنا في إجازة حتى {d}.", back: "سأعود إلى المكتب يوم {d}.", range: "أنا في إجازة من {a} إلى {d}." },
  he: { until: "אני בחופשה עד {d}.", back: "אחזור למשרד ב-{d}.", range: "אני בחופשה מ-{a} עד {d}." },
  id: { until: "Saya sedang cuti sampai {d}.", back: "Saya kembali bekerja pada {d}.", range: "Saya cuti dari {a} sampai {d}." },
  vi: { until: "Tôi nghỉ phép đến hết ngày {d}.", back: "Tôi sẽ quay lại làm việc vào ngày {d}.", range: "Tôi nghỉ phép từ ngày {a} đến ngày {d}." },
  th: { until: "ผมลาพักร้อนจนถึงวันที่ {d}", back: "จะกลับมาทำงานวันที่ {d}", range: "ดิฉันไม่อยู่ที่สำนักงานตั้งแต่ {a} ถึง {d}" },
};

const forms: Record<string, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "long" },
  "with the year": { day: "numeric", month: "long", year: "numeric" },
  "with the weekday": { weekday: "long", day: "numeric", month: "long" },
  "with both": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  numeric: { day: "2-digit", month: "2-digit", year: "numeric" },
};

/** Days over four years, more often around the turn of a year and the end of February. */
const days = fc
  .oneof(
    fc.integer({ min: 0, max: 1460 }).map((more) => Temporal.PlainDate.from("2026-01-01").add({ days: more })),
    fc.tuple(fc.integer({ min: 2026, max: 2028 }), fc.integer({ min: -12, max: 12 })).map(([year, more]) => Temporal.PlainDate.from({ year, month: 12, day: 31 }).add({ days: more })),
    fc.integer({ min: -5, max: 5 }).map((more) => Temporal.PlainDate.from("2028-02-29").add({ days: more })),
  )
  .chain((today) => fc.record({ today: fc.constant(today), start: fc.integer({ min: 0, max: 3 }), length: fc.integer({ min: 1, max: 200 }) }));

function render(language: string, options: Intl.DateTimeFormatOptions, day: Temporal.PlainDate): string {
  const plain = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC", calendar: language === "th" ? "buddhist" : "gregory" }).format(
    new Date(`${day.toString()}T12:00:00Z`),
  );
  return spoken[language]?.form?.(plain) ?? plain;
}

function readBack(language: string, text: string, today: Temporal.PlainDate): string | null {
  return readAway(received({ text, receivedAt: new Date(`${today.toString()}T09:00:00Z`), language })).back;
}

describe.each(Object.keys(spoken))("%s", (language) => {
  const said = spoken[language] as (typeof spoken)[string];
  test.each(Object.keys(forms))("a day written %s is read back, or refused, and never another one", (form) => {
    const options = forms[form] as Intl.DateTimeFormatOptions;
    let right = 0;
    let all = 0;
    const check = (text: string, want: Temporal.PlainDate, today: Temporal.PlainDate) => {
      const back = readBack(language, text, today);
      all += 1;
      if (back === want.toString()) right += 1;
      else if (back !== null) expect.soft({ text, today: today.toString(), back }).toEqual({ text, today: today.toString(), back: want.toString() });
      else if (process.env.SHOW) console.log("refused", text, today.toString());
    };
    fc.assert(
      fc.property(days, ({ today, start, length }) => {
        const last = today.add({ days: length });
        const day = render(language, options, last);
        check(said.until.replace("{d}", day), nextWorkingDay(last), today);
        check(said.back.replace("{d}", day), last, today);
        check(said.range.replace("{a}", render(language, options, today.subtract({ days: start }))).replace("{d}", day), nextWorkingDay(last), today);
      }),
      { numRuns: 40, seed: 7 },
    );
    // English numbers alone say a day only where one of them is above twelve.
    expect(right / all).toBeGreaterThan(form === "numeric" && language.startsWith("en") ? 0.4 : 0.97);
  });
});
