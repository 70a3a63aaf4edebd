import type { Language } from "../language";

/** Croatian, and Serbian and Bosnian in Latin letters. */
export const hr: Language = {
  code: "hr",
  common:
    "sam ću biti u na i do od ne se je hvala poruka poruku poruci vašu pozdrav poštovani godišnjem odmoru molim molimo kontaktirajte ureda odsutan odsutna vraćam za hitne slučajeve mene ili moj nisam uredu bit vas poštovanjem javite obratite nakon srdačan kancelarije hitno",
  script: /[ćđčšž]/gu,
  months: [
    "siječnja|siječanj|januara|januar",
    "veljače|veljača|februara|februar",
    "ožujka|ožujak|marta|mart",
    "travnja|travanj|aprila|april",
    "svibnja|svibanj|maja|maj",
    "lipnja|lipanj|juna|jun",
    "srpnja|srpanj|jula|jul",
    "kolovoza|kolovoz|avgusta|avgust|augusta|august",
    "rujna|rujan|septembra|septembar",
    "listopada|listopad|oktobra|oktobar",
    "studenog|studenoga|studeni|novembra|novembar",
    "prosinca|prosinac|decembra|decembar",
  ],
  weekdays: [
    "ponedjeljak|ponedjeljka|ponedeljak|ponedeljka|pon",
    "utorak|utorka|uto",
    "srijedu|srijeda|srijede|sredu|sreda|srede|sri",
    "četvrtak|četvrtka|čet",
    "petak|petka|pet",
    "subotu|subota|subote|sub",
    "nedjelju|nedjelja|nedjelje|nedelju|nedelja|nedelje|ned",
  ],
  order: "day first",
  ordinal: "\\.|-og|-oga|og",
  until: "do, sve do, zaključno s, zaključno sa",
  after: "nakon, posle, poslije",
  from: "od, počevši od, počev od",
  before: "prije, pre",
  on: "zaključno, uključujući, uključivo, s, sa, u, i, dana, kraja dana, tek",
  to: "do, i, zaključno s",
  overmorrow: "prekosutra",
  first: "prvog",
  back: "vrać*, vrat*, povrat*, ponovno, ponovo, natrag, nazad, opet, tek, prvi (radni )?dan, otvaramo, počinjemo, krećemo, vidimo se",
  present:
    "za (svojim )?stolom, na radnom mjestu, u radionici, dostupn*, dostup*, u uredu, u kancelariji, prisut*, na raspolaganju, na poslu",
  away: "godišnj*, odmor*, odsut*, odsust*, izvan ureda, (ne|nisam|neću|nije|bez|ograničen*)~(dostupn*|u uredu|uredu|u kancelariji|na poslu|u mogućnosti|pristup*), put*, bolovanj*, porodilj*, rodilj*, edukacij*, konferencij*, sajm*, nedostup*, zatvoren*, van kancelarije, praznic*, blagdan*, ograničen*, zadnji (radni )?dan",
  reply: "odgovor*, javit*, javiti ću",
  not: "ne, nisam, neću, nije, bez",
  and: "i, a, ali, te, zatim",
  others: "(ona|on|koja|koji) (je|će)",
  closed: "zatvoren*, kolektivn*",
  vague:
    "daljnjeg*, daljeg, (sljedeć*|idući|iduć*|sledeć*|narednog|naredn*) (tjedn*|tjedan|sedmic*|nedelj*|mjesec*|mesec*), (kraja|kraj|kraju|početk*|sredin*), (nekoliko|dva|tri|par|\\d+) (tjedn*|nedelj*|dana|mjesec*|mesec*), tjedn*, proljeć*, proleć*, ljet*, jesen*, zim*, blagdan*, božić*",
  next: "sljedeć*, sledeć*",
  coming: "iduć*, nadolazeć*, naredn*",
  today: "danas",
  tomorrow: "sutra",
  left: "više (ne radi|ne radim|nije zaposlen*|nisam zaposlen*), (ne radi|ne radim) više, (nije|nisam) više (zaposlen*|dio|deo|u (tvrtki|firmi|kompaniji)|kod nas), (napustio|napustila)~(tvrtk*|firm*|kompanij*|preduzeć*|@), (otišao|otišla) (u mirovinu|u penziju|iz (tvrtke|firme|kompanije|@)), (umirovljen*|penzionisan*|u mirovini|u penziji)",
  subject:
    "automatski odgovor, automats*~(odgovor|poruka|potvrda), (na )?godišnj* (odmor*)?, odsut*, odsust*, izvan ureda, van kancelarije, nisam u (uredu|kancelariji), automatska poruka, (na )?bolovanj*",
  machine:
    "(ovo|ova|ovaj)~(je )?~automats*~(odgovor|poruka|e-?mail|generiran*|generisan*|poslan*)?, automatski (generiran*|generisan*|poslan*|poslat*|kreiran*), (molimo )?(vas )?(da )?ne odgovara(jte|te) na (ovu|ovaj)",
  ticket:
    "(upit|zahtjev|zahtev|poruk*|prijav*)~(je|smo)~(zaprimljen*|primljen*|primili|zaprimili|registr*|otvoren*|kreiran*), broj (zahtjeva|zahteva|prijave|upita)",
};
