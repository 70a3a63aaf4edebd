import type { NastyFile } from "../nasty-file";
import { crlf } from "./make-bytes";

type Language = {
  language: string;
  source?: string;
  divider: string;
  header: [string, string, string, string];
  rows: [string, string, string, string][];
};

// In each: first name, last name, address, firm, so named in the language; the rows are in the order of the names.
const languages: Language[] = [
  {
    language: "German",
    source: "https://github.com/roundcube/roundcubemail/blob/master/program/localization/de_DE/csv2vcard.inc",
    divider: ";",
    header: ["Vorname", "Nachname", "E-Mail-Adresse", "Firma"],
    rows: [["Jürgen", "Weiß", "juergen@nord.example", "Weiß & Söhne"]],
  },
  {
    language: "French",
    source: "https://github.com/roundcube/roundcubemail/blob/master/program/localization/fr_FR/csv2vcard.inc",
    divider: ";",
    header: ["Prénom", "Nom", "Adresse de messagerie", "Société"],
    rows: [["Zoé", "L'Hôte", "zoe@loire.example", "L'Atelier"]],
  },
  {
    language: "Polish",
    source: "https://github.com/roundcube/roundcubemail/blob/master/program/localization/pl_PL/csv2vcard.inc",
    divider: ";",
    header: ["Imię", "Nazwisko", "Adres e-mail", "Firma"],
    rows: [["Łucja", "Żak", "lucja@rzeka.example", "Gąska sp. z o.o."]],
  },
  {
    language: "Spanish",
    divider: ";",
    header: ["Nombre", "Apellidos", "Dirección de correo", "Empresa"],
    rows: [["Íñigo", "Peña", "inigo@ebro.example", "Peña S.L."]],
  },
  {
    language: "Italian",
    divider: ";",
    header: ["Nome", "Cognome", "Indirizzo e-mail", "Azienda"],
    rows: [["Niccolò", "Conti", "niccolo@tevere.example", "Conti S.r.l."]],
  },
  {
    language: "Portuguese",
    divider: ";",
    header: ["Nome próprio", "Apelido", "Endereço eletrónico", "Empresa"],
    rows: [["Inês", "Ramos", "ines@tejo.example", "Ramos Lda."]],
  },
  {
    language: "Dutch",
    divider: ";",
    header: ["Voornaam", "Achternaam", "E-mailadres", "Bedrijf"],
    rows: [["Femke", "van 't Hof", "femke@maas.example", "Hof B.V."]],
  },
  {
    language: "Swedish",
    divider: ";",
    header: ["Förnamn", "Efternamn", "E-postadress", "Företag"],
    rows: [["Åsa", "Öberg", "asa@malar.example", "Öberg AB"]],
  },
  {
    language: "Danish",
    divider: ";",
    header: ["Fornavn", "Efternavn", "Mailadresse", "Virksomhed"],
    rows: [["Søren", "Ågård", "soren@oresund.example", "Ågård ApS"]],
  },
  {
    language: "Finnish",
    divider: ";",
    header: ["Etunimi", "Sukunimi", "Sähköposti", "Yritys"],
    rows: [["Päivi", "Mäkelä", "paivi@saimaa.example", "Mäkelä Oy"]],
  },
  {
    language: "Czech",
    divider: ";",
    header: ["Jméno", "Příjmení", "E-mailová adresa", "Společnost"],
    rows: [["Šárka", "Dvořáková", "sarka@vltava.example", "Dvořák s.r.o."]],
  },
  {
    language: "Slovak",
    divider: ";",
    header: ["Krstné meno", "Priezvisko", "E-mail", "Spoločnosť"],
    rows: [["Ľubica", "Hôrková", "lubica@vah.example", "Hôrka a.s."]],
  },
  {
    language: "Hungarian, last name first",
    divider: ";",
    header: ["Vezetéknév", "Keresztnév", "E-mail cím", "Cég"],
    rows: [["Szűcs", "Győző", "gyozo@duna.example", "Szűcs Kft."]],
  },
  {
    language: "Romanian",
    divider: ",",
    header: ["Prenume", "Nume de familie", "Adresă de e-mail", "Companie"],
    rows: [["Ștefan", "Țîrlea", "stefan@olt.example", "Țîrlea SRL"]],
  },
  {
    language: "Turkish",
    divider: ";",
    header: ["Ad", "Soyad", "E-posta Adresi", "Şirket"],
    rows: [["Çağrı", "Işık", "cagri@bogaz.example", "Işık A.Ş."]],
  },
  {
    language: "Greek",
    divider: ";",
    header: ["Όνομα", "Επώνυμο", "Διεύθυνση email", "Εταιρεία"],
    rows: [["Ελένη", "Ψαρρού", "eleni@aigaio.example", "Ψαρράς ΑΕ"]],
  },
  {
    language: "Russian",
    source: "https://github.com/owncloud-archive/contacts/issues/785",
    divider: ";",
    header: ["Имя", "Фамилия", "Адрес эл. почты", "Организация"],
    rows: [["Фёдор", "Щукин", "fjodor@volga.example", "ООО «Волга»"]],
  },
  {
    language: "Ukrainian",
    divider: ";",
    header: ["Ім'я", "Прізвище", "Електронна пошта", "Компанія"],
    rows: [["Олесь", "Їжакевич", "oles@dnipro.example", "ТОВ «Дніпро»"]],
  },
  {
    language: "Hebrew, from right to left",
    divider: ",",
    header: ["שם פרטי", "שם משפחה", "דואר אלקטרוני", "חברה"],
    rows: [["נועה", "לוי", "noa@yarden.example", 'לוי בע"מ']],
  },
  {
    language: "Arabic, from right to left",
    divider: ",",
    header: ["الاسم الأول", "اسم العائلة", "البريد الإلكتروني", "الشركة"],
    rows: [["ليلى", "الحسن", "layla@nil.example", "شركة النيل"]],
  },
  {
    language: "Japanese",
    divider: ",",
    header: ["名", "姓", "電子メール アドレス", "会社"],
    rows: [["花子", "山田", "hanako@fuji.example", "株式会社山田"]],
  },
  {
    language: "Chinese",
    divider: ",",
    header: ["名字", "姓氏", "电子邮件地址", "公司"],
    rows: [["小明", "王", "xiaoming@huanghe.example", "黄河公司"]],
  },
  {
    language: "Korean",
    divider: ",",
    header: ["이름", "성", "전자 메일 주소", "회사"],
    rows: [["민준", "김", "minjun@hangang.example", "한강상사"]],
  },
];

/** The columns are named in a language, once each. */
export const languageHeaders: NastyFile[] = languages.map(({ language, source, divider, header, rows }) => ({
  name: `columns named in ${language}`,
  source: source ?? "own",
  bytes: crlf(...[header, ...rows, ["", "", "second@reader.example", ""]].map((row) => row.join(divider))),
  people: [
    ...rows.map(([first, last, email, firm]) => ({ email, [header[0]]: first, [header[1]]: last, [header[3]]: firm })),
    { email: "second@reader.example" },
  ],
  others: 0,
  header,
}));
