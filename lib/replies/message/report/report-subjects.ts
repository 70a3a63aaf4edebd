import { phrase } from "./fold";

const begins = (source: string) => new RegExp(`^(?:\\[[^\\]]{1,40}\\]\\s*|\\*{1,3}\\s*|\\[)?(?:${phrase(source).source})`, "u");

/** What servers write as the subject of a report, in the languages of Exchange and of the providers; it begins with it. */
export const failingSubject = [
  begins(
    "undeliver~|(?:permanent|temporary|final) delivery|non-?deliver~|not deliver~|delivery (?:status|failure|failed|has failed|delay~|error|problem|notification|report|incomplete|unsuccessful)|delivery (?:to|of) .{0,80}(?:fail~|delay~)",
  ),
  begins(
    "(?:e-?)?mail (?:delivery|system) (?:fail~|error|delay~|problem|notification|status)|mail(?: message)? (?:could not|undeliverable|not delivered|returned)|(?:your )?message (?:status|you sent|could not|was not|not delivered|undeliver~|delayed|delivery|blocked|rejected|returned)",
  ),
  begins(
    "returned (?:mail|to sender|message)|failure notice|failed (?:delivery|mail)|delayed (?:mail|delivery)|warning: (?:message|could not|mail)|notice: mail delivery|could(?: not|n't) (?:deliver|be delivered)|unable to deliver|bounced?(?: mail| message)?:|rejected (?:mail|message)|postmaster notify|there was an error (?:sending|delivering)|error (?:sending|delivering)|problem delivering",
  ),
  begins(
    "unzustellbar~|nicht zustellbar|zustellung (?:fehlgeschlagen|verzögert|nicht)|zustellfehler|zustell~ (?:fehl~|nicht)|(?:ihre |die )?(?:e-?mail|nachricht|mail) .{0,40}(?:nicht (?:zugestellt|angenommen|zustellbar|übermittelt)|konnte nicht|abgelehnt|verzögert)|rückläufer|fehler bei der (?:zustellung|übermittlung)|mail(?:zustellung|versand) fehlgeschlagen|verzögerte",
  ),
  begins(
    "non remis~|non délivr~|(?:votre )?(?:message|courri?e?l|e-?mail) .{0,30}(?:non (?:distribu~|remis|délivr~)|n'a pas|retourné|rejet~|bloqu~|refus~)|échec (?:de|d')|remise (?:retardée|impossible|différée)|avis de non|notification d'échec|retour à l'expéditeur|erreur (?:de|d')",
  ),
  begins(
    "no se (?:puede|pudo|ha podido) entregar|no entreg~|(?:su |el )?(?:mensaje|correo) .{0,30}(?:no (?:entregad~|se|ha|pudo)|devuelto|rechazado|bloqueado)|error (?:de|en la|al) (?:entrega|envi~)|entrega (?:fallida|retrasada|demorada)|fallo (?:de|en la) entrega|devolución",
  ),
  begins(
    "não (?:é|foi) possível entregar|não entreg~|(?:sua |a )?mensagem .{0,30}(?:não|devolvida|rejeitada|bloqueada)|falha (?:na|de|no) (?:entrega|envio)|entrega (?:atrasada|não)|erro (?:na|de|no) (?:entrega|envio)|devolvid~",
  ),
  begins(
    "(?:messaggio|recapito|mail|consegna) .{0,30}(?:non |fallit~|bloccat~|rifiutat~|respint~|ritardat~|in ritardo|impossibile)|mancat[oa] (?:recapito|consegna)|non (?:recapit~|consegn~)|errore (?:di|nella) (?:consegna|recapito)|impossibile recapitare",
  ),
  begins(
    "onbestelbaar~|niet (?:bezorgd|afgeleverd|bestelbaar)|(?:uw |het )?(?:bericht|e-?mail|mail) .{0,30}(?:niet (?:afgeleverd|bezorgd)|kon niet|geweigerd|vertraagd)|vertraagde? |bezorging (?:mislukt|vertraagd)|aflever~ (?:mislukt|vertraagd)|mislukte",
  ),
  begins(
    "niedostarcz~|nie (?:można|udało się) dostarczyć|(?:wiadomość|poczta) .{0,20}(?:nie|zwrócon~|odrzucon~|opóźnion~)|zwrot (?:wiadomości|do nadawcy|poczty)|błąd dostar~|opóźnion~",
  ),
  begins(
    "nedoruč~|zpráva .{0,20}(?:nebyla|nedoruč~|zpožd~)|správa .{0,20}(?:nebola|nedoruč~)|kan (?:inte|ikke) lever~|(?:meddelande|meddelelse|melding|e-?post|mail)~ .{0,30}(?:kunde inte|kunne ikke|kunne ikke|inte lever~|ikke lever~|försena~|forsinke~)|leverans~ (?:misslyck~|försenad~)|levering (?:mislyk~|fejl~|forsinket)|ej levererat|olevererbar~|olevereret",
  ),
  begins(
    "viesti~ .{0,20}(?:ei voitu|toimitt~|viiväst~)|toimitus (?:epäonnistui|viivästy~)|toimittamaton|kézbesít~|(?:az )?üzenet.{0,30}(?:nem|kézbesít~)|mesaj~ .{0,20}(?:nelivrat~|nu a|teslim|iletile~)|nelivrab~|nu (?:se poate|a putut)|teslim edile~|iletilemedi|μη παραδο~|αδύνατη (?:η )?παράδοση|δεν (?:ήταν δυνατή|παραδ~)",
  ),
  begins(
    "не ?удается доставить|не ?удалось доставить|недоставлен~|невозможно доставить|(?:ваше )?(?:сообщение|письмо|письма) .{0,20}(?:не |отклонен~|возвращен~|задерж~)|(?:ошибка|сбой) доставки|доставка .{0,20}(?:не|отложена|задерж~)|не вдалося доставити|недоставлен~|возврат письма",
  ),
  begins(
    "配信不能|配信(?:が)?(?:でき|失敗|遅延|エラー)|(?:メール|メッセージ).{0,12}(?:配信でき|届け|送信でき|送れ|不達|返送|エラー)|送信エラー|未配信|不達|未送达|无法(?:送达|投递)|無法(?:傳遞|送達)|(?:系统|系統)?退信|来自.{1,60}的退信|邮件.{0,10}(?:退回|退信|投递失败|未送达|延迟)|投递失败|傳遞失敗|未傳遞|배달(?:할 수| 못|되지| 실패)|전송 ?실패|(?:메일|메시지).{0,10}(?:실패|반송|배달|전달)|반송",
  ),
];

/** What they write in the text. */
export const failingWords = [
  phrase(
    "(?:could not|couldn't|cannot|can't|was not|wasn't|not be|been unable to|unable to|has not been|failed to) (?:be )?(?:deliver~|deliver|reach~)|undeliver~|delivery (?:has )?(?:failed|to the following)|permanent(?:ly)? (?:error|fail~|fatal)|returned to sender|did not reach|mail delivery",
  ),
  phrase(
    "nicht (?:zugestellt|zustellbar|ausgeliefert|angenommen|übermittelt)|zustellung .{0,30}(?:fehlgeschlagen|nicht)|(?:n'a|pas) (?:pu|pas) être (?:remis|délivré|distribué|livré)|pas été (?:remis|délivré|distribué)|non (?:distribué|remis|délivré)|no (?:se )?(?:ha )?(?:pudo|podido|puede|sido) (?:ser )?entreg~|não (?:pôde|pode|foi) (?:ser )?(?:possível )?entreg~|non (?:è )?(?:stato )?(?:possibile )?(?:consegn~|recapit~)",
  ),
  phrase(
    "niet (?:worden )?(?:afgeleverd|bezorgd|besteld)|nie (?:został~|mogła|można|udało) .{0,20}(?:dostarcz~|doręcz~)|nebyl~ doručen~|nepodařilo (?:se )?doručit|inte (?:levereras|lever~|kunnat)|ikke (?:leveres|lever~)|ei voitu toimittaa|nem (?:kézbesít~|sikerült)|nu a (?:putut fi )?livrat|teslim edile~|iletilemedi",
  ),
  phrase(
    "не (?:может быть|было|удалось|было|доставлен~) ?(?:доставлен~|доставить)?|не доставлено|配信できません|配信でき|お届けでき|届けられません|送信できません|无法(?:送达|投递)|未(?:能)?送达|退回|被退|退信|無法送達|전달되지|배달되지|전송되지",
  ),
];

/** It is about a mail of the one who is told, and not about one that was kept from them. */
export const aboutYours = [
  phrase(
    "(?:you|you have|you've) sent|your (?:message|mail|e-?mail)|ihre? (?:nachricht|e-?mail|mail)|von ihnen|vous avez envoyé|votre (?:message|courriel|e-?mail)|(?:su|tu) (?:mensaje|correo)|(?:sua|vossa) mensagem|que enviou|(?:suo|tuo|vostro) (?:messaggio|e-?mail)|uw (?:bericht|e-?mail)|(?:twoja|państwa|pana|pani) wiadomość|vaš~ zpráv~|ditt meddelande|din (?:meddelelse|besked|melding|e-?post)|viestisi|ваше (?:сообщение|письмо)|お送り|送信された|您(?:发送|发给|的邮件|寄)|보내신",
  ),
];
