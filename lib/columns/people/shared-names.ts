/**
 * Names before the @ that are a place of work and no person, without dots, hyphens and underscores. Those of RFC 2142 (Mailbox Names for Common Services) all
 * stand here; the others are what firms call the same places, put together by hand.
 */
const rfc2142 =
  "info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp list listrequest trouble";
const english =
  "accounting accounts admin administrator all billing board bookings booking careers compliance contact contacts customercare customerservice customersupport dataprotection desk devnull dns donotreply editor editorial enquiries enquiry events everyone feedback finance frontdesk gdpr hello help helpdesk hi hr inoc inquiries inquiry invoice invoices invoicing ispfeedback ispsupport it jobs legal mail mailerdaemon mailbox maildaemon management media membership newsletter nobody noreply null office operations order orders payments payroll phish phishing pr press privacy purchasing reception recruiting recruitment registrar remove request reservations reservation returns root sale schedule secretary service services shop spam staff store subscribe sysadmin team tech technical unsubscribe undisclosedrecipients welcome";
const german =
  "anfrage anfragen auftrag bestellung bestellungen bewerbung bewerbungen buchhaltung buero büro datenschutz einkauf empfang geschaeftsfuehrung geschäftsführung hallo impressum karriere kasse kontakt kundendienst kundenservice lager leitung nichtantworten personal post poststelle praxis presse rechnung rechnungen redaktion rezeption sekretariat technik verkauf vertrieb verwaltung vorstand zentrale";
const french =
  "accueil achats administratif bonjour bureau candidature candidatures commande commandes commercial compta comptabilite comptabilité direction facturation factures mairie nepasrepondre recrutement redaction rédaction rh secretariat secrétariat serviceclient ventes vente";
const romance =
  "administracion administración amministrazione assistenza atencionalcliente atendimento clientes comercial commerciale compras contabilidad contabilidade contabilita contacto contato contatto correo direccion direzione facturacion fatturazione financeiro hola informacion informacoes informazioni naoresponda norespondar noresponder ordini pedidos prenotazioni recepcion segreteria suporte soporte ufficio uffici vendas vendite ventas";
const north =
  "administratie asiakaspalvelu boekhouding faktura firmapost fakturering ekonomi hei hej inkoop klantenservice klantendienst kontoret kundeservice kundtjanst kundtjänst laskutus myynti order postmottak posti receptie regnskab regnskap salg toimisto verkoop";
const east =
  "biuro handlowy kadry ksiegowosc księgowość objednavky obchod podatelna recepcja rekrutacja sekretariat sprzedaz sprzedaż zamowienia";

const names: ReadonlySet<string> = new Set(
  [rfc2142, english, german, french, romance, north, east].flatMap((words) => words.split(" ")),
);

/** All of them, for a query. */
export const sharedNames: readonly string[] = [...names];

/** What divides the words of such a name. */
export const dividers = ".-_";

/** Whether several people read mail to this address, such as info@ or no-reply+shop@. @param address in lower case. */
export function isShared(address: string): boolean {
  const [local = ""] = address.slice(0, Math.max(0, address.lastIndexOf("@"))).split("+");
  return names.has(local.replace(/[.\-_]/g, ""));
}
