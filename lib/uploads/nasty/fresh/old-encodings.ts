import type { NastyFile } from "../nasty-file";
import { encodedIn } from "./make-bytes";

type Old = {
  name: string;
  source: string;
  encoding: string;
  divider: string;
  header: [string, string, string];
  rows: [string, string, string][];
  doubtful?: true;
};

// Each row is: who, address, where.
const olds: Old[] = [
  {
    name: "Windows-1250, Polish",
    source: "https://github.com/mholt/PapaParse/issues/367",
    encoding: "windows-1250",
    divider: ";",
    header: ["Imię i nazwisko", "Adres e-mail", "Miasto"],
    rows: [
      ["Łukasz Śliwa", "lukasz@rzeka.example", "Łódź"],
      ["Żaneta Gąska", "zaneta@rzeka.example", "Świdnica"],
    ],
  },
  {
    name: "Windows-1250, Czech",
    source: "https://github.com/seven1m/onebody/issues/615",
    encoding: "windows-1250",
    divider: ";",
    header: ["Jméno", "E-mail", "Město"],
    rows: [
      ["Jiří Dvořák", "jiri@vltava.example", "České Budějovice"],
      ["Šárka Řezníčková", "sarka@vltava.example", "Plzeň"],
    ],
  },
  {
    name: "Windows-1250, Hungarian",
    source: "own",
    encoding: "windows-1250",
    divider: ";",
    header: ["Név", "E-mail cím", "Város"],
    rows: [
      ["Szűcs Győző", "gyozo@duna.example", "Győr"],
      ["Fűrész Ágnes", "agnes@duna.example", "Hódmezővásárhely"],
    ],
  },
  {
    name: "Windows-1251, Russian",
    source: "https://github.com/pimcore/pimcore/issues/7288",
    encoding: "windows-1251",
    divider: ";",
    header: ["Имя", "Электронная почта", "Город"],
    rows: [
      ["Наталья Щукина", "natalja@volga.example", "Нижний Новгород"],
      ["Фёдор Ёлкин", "fjodor@volga.example", "Орёл"],
    ],
  },
  {
    name: "Windows-1251, Bulgarian, tabs",
    source: "https://github.com/dgtlmoon/changedetection.io/issues/2277",
    encoding: "windows-1251",
    divider: "\t",
    header: ["Име", "Имейл", "Град"],
    rows: [
      ["Цветана Георгиева", "cvetana@iskar.example", "Търново"],
      ["Юлиян Ъндов", "julijan@iskar.example", "Шумен"],
    ],
  },
  {
    name: "Windows-1252, German, a row that starts with an umlaut",
    source: "https://github.com/tine20/tine20/issues/3316",
    encoding: "windows-1252",
    divider: ";",
    header: ["Name", "E-Mail-Adresse", "Ort"],
    rows: [
      ["Özil & Söhne", "buero@oezil.example", "Münster"],
      ["Änne Weiß", "aenne@weiss.example", "Gießen"],
    ],
  },
  {
    name: "Windows-1252, French, with the euro sign and curly apostrophes",
    source: "https://github.com/mholt/PapaParse/issues/750",
    encoding: "windows-1252",
    divider: ";",
    header: ["Prénom et nom", "Courriel", "Budget"],
    rows: [
      ["Anaïs L’Œuvre", "anais@loire.example", "1 200 €"],
      ["François d’Août", "francois@loire.example", "300 €"],
    ],
  },
  {
    name: "Windows-1252, Spanish, commas",
    source: "https://github.com/digital-preservation/csv-validator/issues/148",
    encoding: "windows-1252",
    divider: ",",
    header: ["Nombre", "Correo electrónico", "Ciudad"],
    rows: [
      ["Begoña Núñez", "begona@ebro.example", "Logroño"],
      ["Íñigo Peña", "inigo@ebro.example", "A Coruña"],
    ],
  },
  {
    name: "Windows-1252, one letter beyond ASCII in the whole file",
    source: "https://github.com/frictionlessdata/frictionless-py/issues/100",
    encoding: "windows-1252",
    divider: ",",
    header: ["Name", "Email", "City"],
    rows: [
      ["Ann Field", "ann@shire.example", "Leeds"],
      ["Renée Field", "renee@shire.example", "York"],
    ],
  },
  {
    name: "Windows-1253, Greek",
    source: "https://github.com/owncloud-archive/contacts/issues/790",
    encoding: "windows-1253",
    divider: ";",
    header: ["Ονοματεπώνυμο", "Email", "Πόλη"],
    rows: [
      ["Ελένη Παπαδοπούλου", "eleni@aigaio.example", "Θεσσαλονίκη"],
      ["Γιώργος Ψαρρός", "giorgos@aigaio.example", "Ηράκλειο"],
    ],
  },
  {
    name: "Windows-1254, Turkish",
    source: "https://github.com/chardet/chardet/issues/148",
    encoding: "windows-1254",
    divider: ";",
    header: ["Adı Soyadı", "E-posta", "Şehir"],
    rows: [
      ["Gülşen Işık", "gulsen@bogaz.example", "Eskişehir"],
      ["Çağrı Yıldız", "cagri@bogaz.example", "Iğdır"],
    ],
    doubtful: true,
  },
  {
    name: "Windows-1257, Lithuanian",
    source: "https://github.com/chardet/chardet/issues/185",
    encoding: "windows-1257",
    divider: ";",
    header: ["Vardas", "El. paštas", "Miestas"],
    rows: [
      ["Žydrūnas Šarūnas", "zydrunas@nemunas.example", "Šiauliai"],
      ["Eglė Čiurlytė", "egle@nemunas.example", "Kėdainiai"],
    ],
    doubtful: true,
  },
  {
    name: "KOI8-R, Russian",
    source: "https://github.com/jawah/charset_normalizer/issues/731",
    encoding: "koi8-r",
    divider: ",",
    header: ["Имя", "Email", "Город"],
    rows: [
      ["Ирина Соколова", "irina@neva.example", "Псков"],
      ["Павел Жуков", "pavel@neva.example", "Выборг"],
    ],
    doubtful: true,
  },
  {
    name: "MacRoman, German and French, as Excel on a Mac saved it",
    source: "https://github.com/gbif/ipt/issues/1228",
    encoding: "macintosh",
    divider: ";",
    header: ["Name", "E-Mail", "Straße"],
    rows: [
      ["Jörg Müßig", "joerg@apfel.example", "Größenstraße 4"],
      ["Hélène Çelik", "helene@apfel.example", "Rue des Érables 9"],
    ],
    doubtful: true,
  },
  {
    name: "Shift_JIS, with letters whose second byte is a backslash or a pipe",
    source: "https://github.com/roundcube/roundcubemail/issues/9456",
    encoding: "shift_jis",
    divider: ",",
    header: ["氏名", "メールアドレス", "住所"],
    rows: [
      ["ソフィア 能登", "sofia@fuji.example", "表参道"],
      ["ポール 十勝", "paul@fuji.example", "予約ビル"],
    ],
  },
  {
    name: "GBK, Chinese",
    source: "own",
    encoding: "gbk",
    divider: ",",
    header: ["姓名", "电子邮件", "城市"],
    rows: [
      ["王小明", "xiaoming@huanghe.example", "上海"],
      ["李丽华", "lihua@huanghe.example", "广州"],
    ],
    doubtful: true,
  },
  {
    name: "EUC-KR, Korean",
    source: "https://github.com/variar/klogg/issues/447",
    encoding: "euc-kr",
    divider: ",",
    header: ["이름", "이메일", "도시"],
    rows: [
      ["김민준", "minjun@hangang.example", "부산"],
      ["박서연", "seoyeon@hangang.example", "대구"],
    ],
    doubtful: true,
  },
];

export const oldEncodings: NastyFile[] = olds.map(({ name, source, encoding, divider, header, rows, doubtful }) => ({
  name,
  source,
  bytes: encodedIn(encoding, ...[header, ...rows].map((row) => row.join(divider))),
  people: rows.map(([who, email, where]) => ({ email, [header[0]]: who, [header[2]]: where })),
  others: 0,
  header,
  ...(doubtful && { doubtful }),
}));
