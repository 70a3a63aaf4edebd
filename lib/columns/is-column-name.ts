import { readHeader } from "./read-header";

/** Words that name columns of contact files beside a contact's own fields, in the languages in which they are exported most. */
const others =
  /^(?:title|job title|position|role|city|town|country|state|street|zip|postal code|(?:mobile |work |home |business )?phone(?: number)?|mobile|telephone|website|url|notes?|remarks?|comments?|date|birthday|industry|source|tags?|status|id|language|gender|salutation|department|type|created|owner|strasse|straße|ort|plz|land|telefon|mobil|anrede|titel|abteilung|notizen|bemerkung|ville|pays|rue|code postal|téléphone|fonction|notes|ciudad|país|teléfono|cargo|calle|città|paese|telefono|indirizzo|cidade|telefone|morada|plaats|telefoon|functie|miasto|kraj|ulica|stanowisko|uwagi|město|země|poznámka|város|ország|oraș|țară|город|страна|телефон|должность|місто|град|πόλη|χώρα|τηλέφωνο|şehir|ülke|unvan|by|stad|ort|land|kaupunki|maa|都市|国|電話番号|部署|役職|城市|国家|电话|职位|도시|전화)$/iu;

/** Whether a cell is the name of a column of people, in whatever language, and not what stands in one. */
export function isColumnName(cell: string): boolean {
  const text = cell.replace(/[\s_.*:-]+/g, " ").trim();
  if (text === "" || text.length > 60) return false;
  return others.test(text) || readHeader(cell).some(({ rank }) => rank < 3);
}
