import { expect, test } from "vitest";
import { saysLeft } from "./says-left";
import { received } from "./testing/received";

const left = (text: string, from = "info@copperbeech.example") => saysLeft(received({ text, from }));

test.each([
  "I no longer work here. Please contact Maria Lopez.",
  "Tom Hale has left the company.",
  "Jane is no longer with Copper Beech.",
  "Mrs Hill retired last year.",
  "He has sadly passed away. Mr Dunn died in May.",
  "Frau Kern ist nicht mehr bei uns beschäftigt.",
  "Herr Roth hat unser Unternehmen verlassen.",
  "Ich bin im Ruhestand.",
  "Sophie ne travaille plus chez nous.",
  "J'ai quitté l'entreprise en mars.",
  "Ana ya no trabaja en esta empresa.",
  "Marco non lavora più qui.",
  "A Joana já não trabalha na empresa.",
  "Jan werkt hier niet meer.",
  "Lisa har slutat hos oss.",
  "Mette er ikke længere ansat her.",
  "Kari jobber ikke lenger hos oss.",
  "Matti ei työskentele enää meillä.",
  "Pani Ewa już nie pracuje w firmie.",
  "Pan Novák již u nás nepracuje.",
  "Pani Nová už u nás nepracuje.",
  "Kiss Anna már nem dolgozik nálunk.",
  "Ion nu mai lucrează la noi.",
  "Иван больше не работает в компании.",
  "Олена більше не працює у нас.",
  "Ahmet Bey şirketimizden ayrılmıştır.",
  "Ο κ. Νίκος δεν εργάζεται πλέον στην εταιρεία.",
  "田中は9月末で退職いたしました。",
  "王先生已离职。",
  "김민수 님은 퇴사하셨습니다.",
  "Ivan više ne radi kod nas.",
  "أحمد لم يعد يعمل في الشركة.",
])("%s", (text) => {
  expect(left(text)?.sentence).toBeDefined();
});

test.each([
  "We no longer work with agencies.",
  "I have left the office for today.",
  "I left my phone at home.",
  "She left for lunch.",
  "We retired that system.",
  "Does Tom no longer work here?",
  "We are no longer interested.",
  "Jane is no longer with Northwind.",
  "Wir arbeiten nicht mehr mit Agenturen.",
  "Das ist für uns nicht mehr interessant.",
  "Nous ne travaillons plus avec des agences.",
  "J'ai quitté le bureau pour la journée.",
  "Ya no trabajamos con agencias.",
  "Non siamo più interessati.",
  "Já não temos interesse.",
  "Wij werken niet meer met bureaus.",
  "Vi har slutat använda det.",
  "Jeg er ikke interessert i dette.",
  "Vi har opsagt abonnementet.",
  "Tarjous ei ole enää ajankohtainen.",
  "Nie jestem w biurze.",
  "Už nemáme zájem.",
  "Мы больше не работаем с агентствами.",
  "Artık ilgilenmiyoruz.",
])("not %s", (text) => {
  expect(left(text)).toBeNull();
});

test("the sentence is given as it stands", () => {
  expect(left("Hello.\n\nTom Hale has left the company. Write to Maria.")).toEqual({
    sentence: "Tom Hale has left the company.",
  });
});
