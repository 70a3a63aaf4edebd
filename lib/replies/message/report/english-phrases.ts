import { near, phrase } from "./fold";

const mailbox =
  "mail ?box|inbox|recipients?|user|account|address(?:ee)?|e-?mail(?: address)?|customer|subscriber|alias|local part|user ?name";
const place = "domain|hosts?(?: ?name)?|site|mail server|mail host|mx";

/** Our account or organisation is held back by our own Exchange. */
export const held = [
  phrase("bad outbound sender|submission quota exceeded|traffic not accepted from this ip"),
  phrase("(?:reached|exceeded|over).{0,30}daily (?:sending )?limit|daily limit for (?:message )?recipients"),
  phrase("tenant (?:has )?(?:exceeded|external recipient)|blocked from sending|message submission (?:rate|limit)"),
];

/** The mailbox is full. */
export const full = [
  near(
    "mail ?box|inbox|mail ?drop|maildir|(?:recipient|user|account|disk|storage|file ?system|folder)(?:'s)?",
    "(?:is |are |was |almost |currently )?(?:full\\b|over ?quota|over (?:the|its|their|allotted|allocated)|out of (?:storage|space|disk)|exceeded|exceeds)",
    40,
  ),
  phrase(
    "over(?: disk| storage| mail ?box)?[ _-]?quota|over the (?:\\w+ )?(?:storage |disk )?quota|quota.{0,30}(?:exceed|reached|full|violat|over|limit)|exceed~.{0,40}quota",
  ),
  phrase("(?:out of|no|insufficient|not enough|inadequate|lack of).{0,24}(?:space|storage|disk|resources|memory)"),
  phrase(
    "exceed~.{0,40}(?:storage|disk space|mail ?box size|allocat~ space|space (?:limit|allo))|quotaexceeded|storage limit|blocks limit",
  ),
  phrase(
    "too much mail|mailfolder.{0,20}full|(?:disk|storage|file ?system|mail ?box|inbox).{0,16}full|would exceed|exceeded storage",
  ),
];

/** More was sent than is taken at once. */
export const tooFast = [
  phrase(
    "frequency limit~|(?:slowed|rate) down|too (?:many|much|fast|quickly|frequent)(?! hops| errors).{0,60}|rate[- ]?limit~|throttl~|slow down|per (?:hour|minute|day)\\b.{0,40}(?:limit|exceed)",
  ),
  phrase(
    "gr[ae]y-? ?list~|receiving mail (?:at a rate|too)|thread limit exceeded|receive limit|unexpected volume|temporarily deferred",
  ),
];

/** Whoever looks after it has shut it, and may open it again. */
export const shutForNow = [
  near("(?<!your )(?:account|mail ?box)|recipient", "(?:is |are |was |has been )?(?:locked|frozen|blocked|on hold)\\b", 20),
  phrase("compte .{0,30}bloqué|konto .{0,20}gesperrt|postfach .{0,20}gesperrt"),
];

/** A sign that the other side means to take it later. */
export const forTheMoment = [
  phrase(
    "temporar~|unverified address|verification in progress|(?:try|send|deliver)(?: it| the message| this)? (?:again|once more)? ?(?:later|shortly|in (?:a|\\d)|after)|(?:re-?)?try (?:later|in|after)|back later|later (?:time|date)|defer~|momentarily|transient|tryagain|again later",
  ),
];

/** The sender's side as another server sees it: names, addresses and signatures of ours, its block lists. */
export const distrustsUs = [
  phrase(
    "spf\\b|dkim|dmarc|sender policy framework|sender ?id\\b|purported|unauthenticated|fails? (?:to pass )?authentication|authentication (?:checks? )?fail~|authentication information",
  ),
  phrase(
    "black ?-?list~|block ?-?list~|deny ?-?list~|reject ?list~|spamhaus|spamcop|barracuda(?:central)?\\b.{0,20}(?:reputation|list|central)|sorbs|uceprotect|abuseat|cbl\\b|rbl\\b|dnsbl~|dnsrbl|senderbase|invaluement|abusix|njabl|mail-abuse",
  ),
  phrase(
    "reputation|complaints?\\b|unwanted (?:e-?)?(?:mail|messages?)|banned (?:sending|sender|ip|host)|open (?:relay|proxy)|dynamic (?:ip|address|host)|dial-?up|insecure mail relay",
  ),
  phrase(
    "reverse.{0,16}(?:dns|name|address|lookup|hostname)|rdns|ptr\\b|reverse mapping|ip name (?:lookup|possibly)|name lookup failed|(?:cannot|can't|could not|unable to) (?:find|resolve|verify) your|not (?:a )?resolvable|does not resolve",
  ),
  phrase(
    "(?:client|sending|connecting|source|your).{0,20}(?:host|ip|server|address|network|mta|domain|hostname).{0,60}(?:reject~|block~|refus~|denied|banned|listed|not (?:allowed|accepted|permitted|authori[sz]ed))",
  ),
  phrase(
    "(?<!not )(?:listed|found) (?:in|on|at|by) (?:[^ ]{1,60} ){0,3}[^ ]{0,60}(?:list|\\bbl\\b|zen\\.|dnsbl|spam|\\.(?:org|net|com))|\\(bl\\)|no access from mail server|invalid ip for sending",
  ),
  phrase(
    "(?:invalid|bad|rejected|illegal|unacceptable|fake) .{0,20}(?:helo|ehlo)|(?:helo|ehlo)(?: command| name| host| string)?.{0,60}(?:reject~|invalid|denied|refus~|not (?:allowed|accepted|valid)|does not|mismatch|must)|mismatch~ client ip|block~.{0,80}[?&/]ip=|ipcheck|my name was rejected|invalid domain name|may not be mail exchanger|not accept~ connections? from|connections? (?:not accepted|rejected|denied) (?:from|due)|connections? refused (?:from|due)|bad dns",
  ),
  phrase(
    "(?:blocked|rejected|refused|denied)(?! by).{0,30}(?:your )?(?:ip|server|host)\\b|\\bip\\b.{0,40}(?:blocked|rejected|refused|denied|black)|(?:ip|client)[ =\\[(]+[0-9a-f.:]{6,40}[\\])]?.{0,20}(?:block~|reject~|denied|listed)",
  ),
  phrase(
    "(?:not|isn't) (?:allowed|permitted|authori[sz]ed) to send (?:from|mail from|as|e?mail (?:from|as)|on behalf)|message must be rfc|client was not authenticated|tenantattribution",
  ),
];

/** What stands in the mail, or what the recipient chose, even where it is told of with words about servers. */
export const chosenByThem = [
  phrase(
    "contain~ .{0,30}(?:url|uri|link)s?\\b|surbl|uribl|(?:url|link)s? .{0,20}(?:listed|black|block)|customer block ?list|sender (?:is |was )?denied|(?:blocked|rejected|blacklisted|denied) by (?:the )?(?:recipient|user|addressee|customer)|recipient('s)? (?:block|preferences|has blocked)|recipient (?:does not|doesn't|only|will not) (?:want|accept)",
  ),
];

/** Our address as a sender, where the words say that something is wrong with it itself. */
export const senderIsWrong = [
  phrase(
    "sender(?:'s)?(?: address| domain| e-?mail)?(?: rejected)?[ :<\\w@.>-]{0,40}(?:domain not found|(?:domain )?(?:does|did) not (?:exist|resolve)|(?:can't|cannot|could not) be (?:resolved|verified)|verif~|callout|unverified|not exist|not found|unknown|invalid)",
  ),
  phrase(
    "(?:domain|sender|you(?:r \\w+)?)\\b.{0,60}exceed~.{0,40}(?:e-?mails?|messages|mails|recipients|failures)\\b.{0,30}per (?:hour|day|minute)|not owned by|not (?:the )?owner of|(?:permissions?|right|allowed) to send as|send ?as ?denied|your (?:daily |hourly )?(?:relay|sending|send|outbound|submission) (?:quota|limit)|unrout~ sender|from: (?:address|domain)|valid from\\b|(?:from|envelope) (?:address|header) .{0,30}invalid|domain of (?:the )?sender|sender verif~|sender domain|unknown sender\\b|invalid sender\\b|bad sender\\b|unresolvable sender|(?:mail from|return-?path|from) domain|unregistered domain",
  ),
];

/** A rule, a filter or a right on the other side. */
export const refusedByRule = [
  phrase(
    "spam~|junk|unsolicited|bulk (?:e-?mail|mail|message)|ube\\b|uce\\b|advertis~|virus|malware|infect~|phish~|trojan|suspicious|malicious|fraud|abus~",
  ),
  phrase(
    "not (?:a )?member|polic(?:y|ies)|(?:transport|content|mail ?flow|filter) ?rules?|rules? (?:defined|set|of)|\\bdlp\\b|data loss|confidential|sensitive|transport\\.rules|complian~|compliant",
  ),
  phrase(
    "content (?:is |was |has been )?(?:reject~|filter~|block~|not accept~|den~)|(?:message|mail) (?:was |is |has been |been )?(?:content )?(?:filter~|quarantin~|not (?:allowed|authori[sz]ed))",
  ),
  phrase(
    "attachment~|file (?:type|extension|name)|executable|archive|potential.{0,10}secur~|header error|malformed (?:mail|message|header|mime)|dt:sp|rfc ?(?:5321|5322|2822|822|2821)|illegal (?:char|header)|bare (?:lf|line ?feed)|8bit|charset|mime",
  ),
  phrase(
    "not (?:allowed|permitted|authori[sz]ed|in .{0,20}(?:allowed|approved|senders?)|accepted)|(?:isn't|aren't) (?:allowed|permitted|authori[sz]ed)|permission|restrict~|prohibit~|forbidden|allowed[- ]senders|only accept~|accepts? mail only|auth(?:entication)? ?required|authrequired|moderat~|members only",
  ),
  phrase(
    "sender (?:address )?(?:was |is |has been )?(?:denied|reject~|refus~|block~|banned)|block(?:ed)? (?:sender|by (?:the )?recipient|your)|blocked you|sender was|recipient preferences|refused due|rejected by (?:the )?recipient|filtered",
  ),
  phrase(
    "too (?:large|big)|(?:message|line|header|subject|name)(?: is| was)? too long|protocol violation|(?:message|mail|size|length).{0,30}(?:exceed~|limit)|exceed~.{0,30}(?:size|length)|max(?:imum)? (?:message |mail )?size|sizelimit",
  ),
  phrase(
    "relay(?:ing)?.{0,20}(?:denied|not|prohibit|access)|(?:no|unable to|cannot|can't|not) relay~|access (?:is )?denied|delivery not authori[sz]ed|\\bscore|reject(?:ed)? (?:by|due|for)|encrypt~|open relay",
  ),
];

/** Words about what stands in a mail: beside them, something else than a mailbox was removed or not found. */
export const turnsContentAway = [
  phrase(
    "spam~|virus|malware|infect~|phish~|attachment~|attached file|unsolicited|content~|too (?:large|big)|advertis~|werbung|viren|anhang|pourriel|indésirable~|pièce~ jointe~|adjunt~|anexo~|allegat~|bijlage~|załącznik~|спам~|вирус~|垃圾|病毒|迷惑メール|ウイルス",
  ),
];

/** Refused, and no more is said. */
export const plainlyRefused = [phrase("reject~|refus~|denied|block~|filter~|not accept~|security")];

/** The address or its mailbox is no more. */
export const addressIsDead = [
  near(
    mailbox,
    "unknown|not (?:be )?(?:found|known|listed|locat~|recogni[sz]ed|registered|valid|exist~|deliverable)|non-?exist~|no longer (?:exists?|valid|active|available|in use|on server|here|accepts?|with|works?|monitored|employed)",
    70,
  ),
  phrase(
    `(?:no|not a|isn't a|unknown|invalid|incorrect|illegal|bad|inactive|expired|nonexistent|undeliverable|unroute?able|unrouteable|wrong|unrecogni[sz]ed|disabled|deactivated|deleted|obsolete)(?: or \\w+)? (?:such |valid |local |known |destination |rcpt |recipient |user |mail ?box |e-?mail |mail |registered |our )*(?:${mailbox}|users|mailboxes|addresses|recipients|accounts)\\b`,
  ),
  near(
    mailbox,
    "(?:does|do|did)(?: not|n't) (?:currently )?(?:exist|match|have)|(?:could|can|was|is)(?: not|n't|not) (?:be )?found|not existing|not exist",
    80,
  ),
  phrase(
    "doesn't have an? .{0,60}account|no (?:mail ?box|account|one|person|user|recipient) (?:here|by that|with (?:this|that)|at this)|there is no such|no such (?:person|name|one|object)|not our (?:user|customer)",
  ),
  near(
    "mail ?box|account|user|recipient|address|e-?mail",
    "(?:has been |have been |was |is |are |being |been )(?:permanently )?(?:disabled|inactive|deactivated|de-?activated|suspended|discontinued|closed|terminated|deleted|removed|cancel~|expired|retired|decommission~|de-?provision~|archived|moved)",
    60,
  ),
  phrase(
    "(?:account|mail ?box|user|recipient) (?:disabled|inactive|deactivated|suspended|closed|terminated|deleted|removed|expired|unavailable|blocked|moved)|disabled recipient|(?:unknown|invalid)(?:user|recipient)",
  ),
  phrase(
    "recip(?:ient)?notfound|exrecipnotfound|badprimary|adr\\.|unknown or illegal|no longer (?:accepts?|receiv~|valid|active|in use|on server|exists?|available)|not listed in.{0,50}(?:director|address book|names)|undeliverable address|has moved|left the (?:company|organi[sz]ation)",
  ),
  phrase(
    "recipient address rejected: (?:access denied|undeliverable|unknown|invalid|no such)|mail ?box (?:not available|unavailable)|mail ?box not found|retired|invalid .{0,20}user ?id|(?:not|no longer|isn't|any ?more) (?:here|with us|employed|working)|not here (?:any ?more|any longer)|address(?:ee)? unknown|bad destination|hosted tenant which has no",
  ),
  phrase("address (?:not found|couldn't be found|error)|ambiguous|illegal (?:alias|host)|who is this|invalid alias"),
];

/** A domain says for itself that it takes no mail, or names of it are surely not to be had: final, whatever the code. */
export const domainSaysNo = [
  phrase("null ?mx|nxdomain|domainnonexistent|nonexistentdomain|(?:does not|doesn't) (?:receive|accept) (?:any )?(?:e-?)?mail"),
];

/** Its domain is no more. */
export const domainIsDead = [
  phrase(
    `(?:no such|unknown|invalid|nonexistent|non-existent|bad|illegal|unrouteable|unroutable)(?: mail| recipient| destination)? (?:${place})\\b`,
  ),
  near(
    place,
    "(?:does|do|did)(?: not|n't) exist|non-?existent|nonexist~|is unknown|\\bunknown|not exist|isn't registered|no longer exists?",
    50,
  ),
  phrase(
    "couldn't find any host|no mx(?: record)?s? (?:found|record)|mail exchanger or ip address|no mail (?:host|server|exchanger)s?|all (?:relevant )?mx records? point",
  ),
  phrase(
    "domain(?: name)? .{0,50}(?:wasn't|couldn't be|could not be|not|can't be|cannot be) found|(?:host|domain)(?: or domain)?(?: name)?(?: [\\w-]+(?:\\.[\\w-]+)+)?(?: \\(.{1,60}\\))? not found|[\\w-]+(?:\\.[\\w-]+)+ (?:does not|doesn't) exist|host name lookup failure",
  ),
];

/** Nobody took it in time, or something was out of order on the way. */
export const troubleOnTheWay = [
  phrase(
    "expired|tim(?:ed?|ing) ?-?out|time-?out|retry time|too long|gave up|giv(?:en|ing) up|undelivered for|(?:days|hours) (?:have|has|on the queue)|max(?:imum)? (?:retr|attempt|deliver)~|could not send message for|delivery attempts|after multiple|multiple retries|unable to deliver.{0,40}(?:hours|days)",
  ),
  phrase(
    "connection.{0,30}(?:refused|reset|closed|dropped|timed|lost|fail~|abort~|broken)|(?:refused|lost|could not|couldn't|cannot|can't|unable to|failed to|establish).{0,24}connect~|no route|unreachable|not (?:responding|answer~)|no (?:answer|response)|did(?: not|n't) (?:answer|respond|accept (?:our|the|any) (?:requests?|connection))|socket error|wasn't able to establish|server (?:is )?down|not reachable|bad connection",
  ),
  phrase(
    "servfail|name server|nameserver|name service error|dns (?:query|server|lookup|error|fail~|problem)|lookup.{0,20}fail~|(?:temporary|transient).{0,20}(?:lookup|dns|resolution|name)|infonorecords",
  ),
  phrase(
    "loop~|too many hops|hop count|internal (?:system |server |software )?error|system error|configuration (?:error|problem)|misconfig~|i/o error|service (?:is )?(?:currently |temporarily |not )?(?:un)?available|mailer error|local error|system (?:is )?(?:busy|full|not accept~)|server busy|busy\\b|not accept~ (?:network )?(?:messages|connections)|out of order|overload~|resource~|starttls|certificate|mta-sts|\\bdane\\b|tls\\b",
  ),
];
