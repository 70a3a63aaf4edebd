/** What a source is called where the line was written down from knowing the program, without a page that shows it. */
const known = "not looked up: the program's own names of its fields";

/**
 * The first lines that programs write, in their order, cut to the columns that could be mistaken; each with where it is from.
 * A star stands before what becomes a field of the contact, a plus before a further address: "*first_name=Vorname".
 */
export type HeaderLine = { program: string; source: string; line: string };

export const headerLines: HeaderLine[] = [
  {
    program: "Outlook, English",
    source: "support.microsoft.com: create or edit CSV files to import into Outlook; michalbe/csv2vcard README.md",
    line: "Title|*first_name=First Name|Middle Name|*last_name=Last Name|Suffix|Given Name Yomi|Family Name Yomi|*company=Company|Department|Job Title|Office Location|Business Street|Assistant's Phone|Company Main Phone|Account|*email=E-mail Address|E-mail Type|E-mail Display Name|+E-mail 2 Address|E-mail 2 Type|E-mail 2 Display Name|+E-mail 3 Address|Assistant's Name|Manager's Name|Referred By|Spouse|Web Page",
  },
  {
    program: "Outlook, German",
    source: "roundcube/roundcubemail program/localization/de_DE/csv2vcard.inc",
    line: "Anrede|*first_name=Vorname|Weitere Vornamen|*last_name=Nachname|Suffix|*company=Firma|Abteilung|Position|Straße geschäftlich|Telefon Assistent|*email=E-Mail-Adresse|E-Mail-Typ|E-Mail: Angezeigter Name|+E-Mail 2: Adresse|E-Mail 2: Typ|+E-Mail 3: Adresse|Empfohlen von|Name Assistent|Partner/in",
  },
  {
    program: "Outlook, French",
    source: "Open-Xchange's table of Outlook's French line (Adresse de messagerie 2, Nom complet de l'adresse de messagerie)",
    line: "Titre|*first_name=Prénom|Deuxième prénom|*last_name=Nom|Suffixe|*company=Société|Service|Fonction|Rue (bureau)|Téléphone de l'assistant(e)|Téléphone société|*email=Adresse de messagerie|Type de messagerie|Nom complet de l'adresse de messagerie|+Adresse de messagerie 2|Type de messagerie 2|Nom complet de l'adresse de messagerie 2|+Adresse de messagerie 3|Compte|Conjoint(e)|Nom de l'assistant(e)|Recommandé par|Responsable",
  },
  {
    program: "Outlook, Dutch",
    source: "Open-Xchange CSVContactImporterTest.java",
    line: "Titel|*first_name=Voornaam|Middelste naam|*last_name=Achternaam|Achtervoegsel|*company=Bedrijf|Afdeling|Functie|Werkadres, straat|Hoofdtelefoon bedrijf|Account|*email=E-mailadres|E-mailtype|Weergavenaam voor e-mail|+E-mailadres 2|E-mailtype 2|E-mail, weergegeven naam 2|+E-mailadres 3|Naam assistent|Naam manager|Organisatie-id|Partner|Referentie van",
  },
  {
    program: "Outlook, Italian",
    source: "list of Outlook's Italian columns in public converters from Thunderbird (Indirizzo posta elettronica 2)",
    line: "Titolo|*first_name=Nome|Secondo nome|*last_name=Cognome|Titolo straniero|*company=Società|Reparto|Posizione|Via (uff.)|Account|Nome assistente|Nome coniuge/partner|Nome manager|*email=Indirizzo posta elettronica|Tipo posta elettronica|Nome visualizzato posta elettronica|+Indirizzo posta elettronica 2|Tipo posta elettronica 2|+Indirizzo posta elettronica 3|Presentato da",
  },
  {
    program: "Outlook, Polish",
    source: "a public exporter of Outlook's Polish line (Adres e-mail 2, Rodzaj e-mail 2); roundcube pl_PL/csv2vcard.inc",
    line: "Tytuł|*first_name=Imię|Drugie imię|*last_name=Nazwisko|Sufiks|*company=Firma|Dział|Stanowisko|*email=Adres e-mail|Typ poczty e-mail|Nazwa wyświetlana e-mail|+Adres e-mail 2|Rodzaj e-mail 2|Nazwa wyświetlana e-mail 2|+Adres e-mail 3",
  },
  {
    program: "Outlook, Japanese",
    source: "OUTLOOK_ADDRESS_BOOK_CSV_HEADER of a public converter from AlphaMail",
    line: "肩書き|*first_name=名|ミドル ネーム|*last_name=姓|敬称|*company=会社名|部署|役職|番地 (会社)|会社電話|アカウント|会社 ID|会社名フリガナ|姓フリガナ|*email=電子メール アドレス|電子メールの種類|電子メール表示名|+電子メール 2 アドレス|電子メール 2 の種類|電子メール 2 表示名|+電子メール 3 アドレス|配偶者|秘書の氏名|名前フリガナ",
  },
  {
    program: "Outlook, simplified Chinese",
    source: "public exporters of Outlook's Chinese line (电子邮件 2 地址)",
    line: "称谓|*last_name=姓|中间名|*first_name=名|后缀|*company=公司|部门|职务|商务地址 街道|单位主要电话|办公地点|*email=电子邮件地址|电子邮件类型|电子邮件显示名称|+电子邮件 2 地址|电子邮件 2 类型|电子邮件 2 显示名|+电子邮件 3 地址|经理姓名|配偶|帐户|助理的姓名",
  },
  {
    program: "Outlook, traditional Chinese",
    source: "public exporters of Outlook's Chinese line (電子郵件 2 地址); roundcube zh_TW/csv2vcard.inc",
    line: "頭銜|*last_name=姓氏|中間名|*first_name=名字|稱謂|*company=公司|部門|職稱|商務 - 街|公司代表線|公司 ID|主管名稱|助理|帳號|*email=電子郵件地址|電子郵件類型|電子郵件顯示名稱|+電子郵件 2 地址|電子郵件 2 類型|+電子郵件 3 地址|配偶",
  },
  {
    program: "Outlook, Spanish",
    source: "roundcube/roundcubemail program/localization/es_ES/csv2vcard.inc",
    line: "Título|*first_name=Nombre|Segundo nombre|*last_name=Apellidos|Sufijo|*company=Organización|Departamento|Cargo|*email=Dirección de correo electrónico|+Dirección de correo electrónico 2|+Dirección del correo electrónico 3|Nombre del asistente",
  },
  {
    program: "Google Contacts, since 2024",
    source: "a public exporter of the new line (E-mail 1 - Label, Organization Title)",
    line: "*first_name=First Name|Middle Name|*last_name=Last Name|Phonetic First Name|Phonetic Middle Name|Phonetic Last Name|Name Prefix|Name Suffix|Nickname|File As|*company=Organization Name|Organization Title|Organization Department|Birthday|Notes|Photo|Labels|E-mail 1 - Label|*email=E-mail 1 - Value|E-mail 2 - Label|+E-mail 2 - Value|Phone 1 - Label|Phone 1 - Value|Website 1 - Value",
  },
  {
    program: "Google Contacts, before 2024",
    source: "poweraddress.jp/ref/gmail-google-csv",
    line: "*name=Name|*first_name=Given Name|Additional Name|*last_name=Family Name|Yomi Name|Given Name Yomi|Family Name Yomi|Name Prefix|Name Suffix|Initials|Nickname|Short Name|Maiden Name|Group Membership|E-mail 1 - Type|*email=E-mail 1 - Value|E-mail 2 - Type|+E-mail 2 - Value|Organization 1 - Type|*company=Organization 1 - Name|Organization 1 - Yomi Name|Organization 1 - Title|Organization 2 - Name",
  },
  {
    program: "Thunderbird, English",
    source: "thunderbird/thunderbird-l10n importMsgs.properties; roundcube en_US/csv2vcard.inc",
    line: "*first_name=First Name|*last_name=Last Name|*name=Display Name|Nickname|*email=Primary Email|+Secondary Email|Screen Name|Work Phone|Job Title|Department|*company=Organization|Web Page 1|Custom 1",
  },
  {
    program: "Outlook's own properties (MAPI)",
    source: "a public PowerShell export of Exchange contacts (Email1EmailAddress, CompanyName)",
    line: "*name=DisplayName|*first_name=GivenName|*last_name=Surname|Department|*company=CompanyName|Gender|Email1DisplayName|Email1Type|*email=Email1Address|Email2DisplayName|+Email2Address|JobTitle",
  },
  {
    program: "HubSpot, English",
    source: "HubSpot's contact export, names as in its properties (hs_email_optout: Unsubscribed from all email)",
    line: "Record ID|*first_name=First Name|*last_name=Last Name|*email=Email|Phone Number|Contact owner|Associated Company|*company=Company name|Lead Status|Marketing contact status|Unsubscribed from all email|Email Domain|+Work email|Create Date",
  },
  {
    program: "HubSpot, German",
    source: known,
    line: "Datensatz-ID|*first_name=Vorname|*last_name=Nachname|*email=E-Mail|Telefonnummer|Zuständiger Mitarbeiter|*company=Name des Unternehmens|Lead-Status",
  },
  {
    program: "Salesforce, contacts report",
    source: known,
    line: "Salutation|*first_name=First Name|*last_name=Last Name|Title|*company=Account Name|Mailing Street|Phone|*email=Email|Account Owner|Account Owner: Email|Email Opt Out|Email Bounced Reason|Reports To",
  },
  {
    program: "Salesforce, leads report",
    source: known,
    line: "Lead Owner|*first_name=First Name|*last_name=Last Name|Title|*company=Company / Account|*email=Email|Lead Source|Rating|Created By",
  },
  {
    program: "Apollo, people",
    source: "a public list of Apollo's columns (Company Name for Emails); knowledge.apollo.io",
    line: "*first_name=First Name|*last_name=Last Name|Title|*company=Company|Company Name for Emails|*email=Email|Email Status|Primary Email Source|Email Confidence|Primary Email Catch-all Status|Contact Owner|Work Direct Phone|Company Phone|# Employees|Company Linkedin Url|Email Sent|Email Open|Email Bounced|+Secondary Email|Secondary Email Status",
  },
  {
    program: "Mailchimp, subscribed",
    source: "public readers of Mailchimp's export (MEMBER_RATING, OPTIN_IP, LEID, EUID)",
    line: "*email=Email Address|*first_name=First Name|*last_name=Last Name|Address|Phone Number|Birthday|MEMBER_RATING|OPTIN_TIME|OPTIN_IP|CONFIRM_TIME|CONFIRM_IP|LATITUDE|GMTOFF|CC|REGION|LAST_CHANGED|LEID|EUID|NOTES|TAGS",
  },
  {
    program: "LinkedIn, connections",
    source: "public readers of Connections.csv (Email Address, Position, Connected On)",
    line: "*first_name=First Name|*last_name=Last Name|URL|*email=Email Address|*company=Company|Position|Connected On",
  },
  {
    program: "Pipedrive, people",
    source: "public readers of Pipedrive's export (Person - Email - Work, Person - Marketing status)",
    line: "*name=Person - Name|*first_name=Person - First name|*last_name=Person - Last name|Person - Labels|*company=Person - Organization|*email=Person - Email - Work|+Person - Email - Home|+Person - Email - Other|Person - Phone - Work|Person - Owner|Person - Marketing status|Person - Last email received",
  },
  {
    program: "Pipedrive, deals with people",
    source: "public readers of Pipedrive's export",
    line: "Deal - Title|Deal - Owner|Deal - Contact person|*email=Person - Email - Work|*company=Organization - Name|*name=Person - Name",
  },
  {
    program: "Zoho CRM, contacts",
    source: known,
    line: "Record Id|Contact Owner.id|Contact Owner|Lead Source|*first_name=First Name|*last_name=Last Name|*company=Account Name|Account Name.id|*email=Email|Title|Department|Assistant|Created By|Modified By|Email Opt Out|+Secondary Email",
  },
  {
    program: "Brevo, English",
    source: "help.brevo.com: format your contact import file (default attributes)",
    line: "CONTACT ID|*email=EMAIL|*first_name=FIRSTNAME|*last_name=LASTNAME|SMS|LANDLINE_NUMBER|OPT_IN|ADDED_TIME",
  },
  {
    program: "Brevo, French",
    source: "help.brevo.com: FIRSTNAME and LASTNAME vary with the account's language",
    line: "*email=EMAIL|*last_name=NOM|*first_name=PRENOM|SMS",
  },
  {
    program: "Brevo, Spanish",
    source: "help.brevo.com: FIRSTNAME and LASTNAME vary with the account's language",
    line: "*email=EMAIL|*last_name=APELLIDOS|*first_name=NOMBRE|SMS",
  },
  {
    program: "ActiveCampaign",
    source: known,
    line: "Contact ID|*email=Email|*first_name=First Name|*last_name=Last Name|Phone|*company=Organization|Tags|Date Created|IP Address|Status",
  },
  {
    program: "Shopify, customers",
    source: "public readers of Shopify's export (Accepts Email Marketing, Default Address Phone)",
    line: "Customer ID|*first_name=First Name|*last_name=Last Name|*email=Email|Accepts Email Marketing|*company=Default Address Company|Default Address Address1|Default Address City|Total Spent|Tags",
  },
  {
    program: "WooCommerce, orders",
    source: "a public order export (billing_first_name, billing_email, shipping_company)",
    line: "order_id|status|customer_id|*first_name=billing_first_name|*last_name=billing_last_name|*company=billing_company|*email=billing_email|billing_phone|shipping_first_name|shipping_last_name|shipping_address_1",
  },
  {
    program: "WordPress, users",
    source: known,
    line: "ID|user_login|user_pass|user_nicename|*email=user_email|user_url|*name=display_name|nickname|*first_name=first_name|*last_name=last_name|role",
  },
  {
    program: "Xing",
    source: known,
    line: "*last_name=Nachname|*first_name=Vorname|Titel|*company=Firma|Position|*email=E-Mail (geschäftlich)|+E-Mail (privat)|Telefon (geschäftlich)",
  },
  {
    program: "Airtable and other tables",
    source: "docs of column mapping in outreach programs (simplesend.tech/best-practices/data-formatting-best-practices)",
    line: "*first_name=first_name|*last_name=last_name|*email=email|*company=company|title|industry|website|linkedin_url|city|state|country|phone|status|tags|source|date_added",
  },
  {
    program: "SAP, business partners",
    source: known,
    line: "PARTNER|*first_name=NAME_FIRST|*last_name=NAME_LAST|*company=NAME_ORG1|NAME_ORG2|*email=SMTP_ADDR|TEL_NUMBER",
  },
  {
    program: "Lemlist and Instantly",
    source: known,
    line: "*email=email|*first_name=firstName|*last_name=lastName|*company=companyName|icebreaker|phone|picture|linkedinUrl",
  },
  {
    program: "EspoCRM, Romanian",
    source: "espocrm/espocrm i18n/ro_RO: Prenume, Nume",
    line: "*first_name=Prenume|*last_name=Nume|*company=Nume Cont|*email=E-mail|Utilizator alocat|creat de",
  },
  {
    program: "EspoCRM, Vietnamese",
    source: "espocrm/espocrm i18n/vi_VN: Tên, Họ",
    line: "*last_name=Họ|*first_name=Tên|*company=Tên công ty|*email=Email|Tên tài khoản|Người phụ trách",
  },
];
