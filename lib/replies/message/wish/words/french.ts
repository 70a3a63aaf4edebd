import { latin, type WishWords } from "./wish-words";

const mail =
  "(e-?mails?|mails?|mels?|courriels?|messages?|courriers?|pub|pubs|publicites?|newsletters?|spams?|offres?|sollicitations?|demarchages?|relances?|prospections?|propositions?|envois?|communications?|correspondances?|lettres?|pourriels?|trucs|emailings?|mailings?|infos?|informations?|reclames?)";
const sent =
  "(e-?mails?|mails?|mels?|courriels?|messages?|courriers?|pub|pubs|publicites?|newsletters?|spams?|sollicitations?|demarchages?|relances?|prospections?|emailings?|mailings?)";
const list =
  "(listes?|fichiers?|base|bases|mailing*|liste de diffusion|diffusion|carnet*|repertoire*|newsletters?|systemes?|envois|contacts|registres?|crm|campagnes?|annuaire*|donnees|destinataires|emailing*|publipostage*|demarchage*|sequence*)";
const take =
  "(retir*|supprim*|enlev*|effac*|ray*|radi*|sort*|desinscri*|desabonn*|ote*|otez|exclu*|vir*|degag*|desincri*|desabon*|elimin*)";
const write =
  "(m ?|l ?)?(ecri*|contact*|envoy*|adress*|relanc*|sollicit*|demarch*|importun*|derang*|recontact*|spamm*|harcel*|embet*|mail*|emmerd*|appel*|solliciter|transmett*|bombard*|reecri*|recri*|renvoy*|ennuy*|prospect*)";
const month =
  "(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|printemps|ete|automne|hiver|trimestre|semestre|annee|rentree|noel|paques|vacances|fetes|mois|semaines|q[1-4]|t[1-4]|20[0-9][0-9]|recolte|vendanges|saison|bilan|exercice|inventaire|moisson|conges|demenagement|budget)";

export const french: WishWords = {
  script: "spaced",
  letters: latin,
  common: "le la les de des et je vous nous ne pas est pour que un une votre vos du au mon en merci ce à",
  off: [
    `${take} ?(moi|moe|nous) (de |d )*(la|ici|ca|cela|tout ca)( .. | |$)(svp|merci|s'il .. |$)?`,
    "(domaine) (.. )?(exclu*|bloqu*|supprim*|retir*|ray*)|(exclu*|bloqu*|supprim*|retir*|ray*) (.. )?(tout |notre |l'ensemble du )+domaine",
    `${take} (moi|nous|mon|notre|nos|mes|cette|cet|ce|l'adresse|le|son|sa|m'|toutes) ?(.. )?(de|du|des|d'|hors de) ?(.. )?${list}`,
    `(me|nous|m'|l'|le|la|les) ?${take} ?(.. )?(de|du|des|d') ?(.. )?${list}`,
    `(me|nous|m') ?(desinscri*|desabonn*|desincri*|desabon*|radi*|retir*|supprim*|effac*|enlev*)( .. (de|svp|merci|vous plait)| svp| merci|$)`,
    `(desinscri*|desabonn*|desabon*|supprim*|retir*|ray*|radi*|effac*|enlev*|otez|ote|biff*|oubli*) (moi|moe|nous|mon|notre|cette|nos|mes) ?(adresse*|mail*|e-?mail*|courriel*|nom|coordonnees|contact|donnees|de|d'|svp|merci|tout|immediatement|s'il|$)`,
    `(supprim*|effac*|retir*|enlev*|ray*|radi*|biff*|otez|detrui*|oubli*|suppression|effacement|retrait) (de |bien |definitivement |immediatement |toutes )*(mon|notre|cette|nos|mes|l'|d'|l'ensemble) ?(.. )?(adresse*|coordonnees|donnees|mail|e-?mail*|courriel|nom|contact*|informations)`,
    `(mon|notre|cette|l') ?(adresse*|mail|e-?mail|nom|contact) (.. )?(soit|etre|doit|doivent|soient) (.. )?(supprim*|retir*|effac*|enlev*|radi*)`,
    `(plus|ne plus) (.. )?(figurer|etre|apparaitre|faire partie) (.. )?(dans|sur|de|parmi) (.. )?${list}`,
    `(je|nous|svp|merci|veuillez|souhait*|veux|voudrai*|voulons|demand*|desir*|prier*|priere) (.. )?(me |nous |de |m')?(desinscri*|desabonn*|desinscription|desabonnement|desabon*)`,
    `^(svp |merci de |bonjour |priere de )*(desinscri*|desabonn*|desabon*|desinscription|desabonnement|supprimer|retirer)( svp| merci| immediatement)*$`,
    "(comment|ou) (.. )?(me |se |nous )(desinscri*|desabonn*|desabon*)",
    "(je|nous) (.. )?(m'|nous )(oppos*)( .. (traitement|utilisation|prospection|donnees|usage|conservation|reception|envoi))",
    "(droit) (d'|d |de |a l'|a )(opposition|effacement|oubli|l'effacement|suppression|retrait|l'oubli)",
    "(opposition|oppose*) (.. )?(traitement|prospection|rgpd|demarchage|utilisation|article)",
    "(rgpd|cnil|article|art) (.. )?(suppression|supprim*|effac*|effacement|oppos*|retir*|cess*)",
    "(demand*|exig*|requier*|somm*|met* en demeure|requer*) (.. )?(suppression|effacement|retrait|desinscription|cesser|de supprimer|d'effacer|radiation)",
    "(retir*|revoqu*) (.. )?consentement",
    "(liste|droit) (d'opposition|rouge|noire|de repoussoir|bloctel)",
    "mise en demeure",
  ],
  silence: [
    "(mettons|mettre) (fin|un terme) (a )?(.. )?(correspondance|echange*|mails?|courriels?)|(restons|arretons) (en la|nous la|la)$",
    "(plus la peine|plus besoin|inutile) (.. )?(de |d')(m'|nous |me )?(ecri*|envoy*|contact*|relanc*)",
    "(messages?|mails?|e-?mails?|courriels?|demarchage|sollicitations?|publicite*) (.. )?(est|sont) (.. )?(indesirable*|pas (les |la |le )?bienvenu*|malvenu*|non desire*)",
    "(decline*|refus*) (toute|toutes|tout|tous) (.. )?(sollicitation*|prospection*|demarchage*|message*|mail*|e-?mail*)",
    "(epargn*|dispens*) (moi|nous) ",
    "(merci|veuillez|priere) (de )?(cesser|arreter|stopper|interrompre) ",
    `(arret*|cess*|stopp*|stop|finiss*|halte) (s'il vous plait |svp |donc |tout de suite |immediatement |maintenant |un peu |enfin )*(de |d'|avec |a |aux |les |vos |tes |ces |cette |ce |le |la |tout )+ ?(me |nous |m'|l')* ?(${write}|${mail}|harcelement|spam*)`,
    `(ne|n'|ni) ?(veuillez |pas )?(me |nous |m')+ ?${write} (.. )?(plus|jamais|pas davantage|rien|pas a nouveau)`,
    `(ne|de ne|a ne|n') (plus|jamais|pas) (.. )?(me |nous |m'|lui |leur |l'|la |le )+ ?${write}`,
    `(ne|de ne|a ne) (plus|jamais|pas) ${write} (a |cette |sur |ici |mon |notre |d'|de |ces |ce |aucun|nous|$)`,
    `(merci|svp|priere|plait|veuillez|demand*|souhait*|voudr*|aimer*|prefer*|voul*|desir*|veux|pri*) (.. )?(ne |de ne |n')?(plus|pas|jamais) (.. )?(recevoir|etre (contacte*|sollicite*|demarche*|derange*|relance*|importune*)|entendre parler|avoir de vos|vous lire|de vos|de (tels|ce genre))`,
    `(ne|n') ?(veux|voulons|souhait*|desir*|tien*|voudr*|accept*) (.. )?(plus|pas|aucun*|rien) (.. )?(recevoir|${mail}|contacte*|sollicite*|demarche*|entendre|de vous|de votre part)`,
    `(plus (de|aucun|aucune|jamais de|d')|pas d'autres?|aucun autre|stop aux?|assez de|marre de|marre d'|ras le bol de|plus un seul) ?(vos |tes |ces |ce |genre de |tel |tels )*${sent}`,
    "(plus|jamais) me (contacter|ecrire|relancer|envoyer|deranger|demarcher|solliciter)",
    `^(plus|plus jamais) (de |d')?${sent}`,
    "(laiss*|fich*|fout*) (moi|nous|donc|mes .. |nos .. |les) (donc |un peu |s il vous plait |svp |enfin |collegues |tous )*(tranquille*|en paix|la paix|paix)",
    "(foutez|fichez|fous|fiche|lachez|lache|oubliez|oublie|lacher) (moi|nous)",
    "^(allez|va|degage*|cassez|casse|barrez|dehors|fichez|foutez)( (.. )?(vous faire|te faire|voir|vous|toi|le camp|d'ici)|$)",
    `(cessation|arret|fin) (.. )?(immediat* )?(de |des |d') ?(.. )?${mail}`,
    `(dernier|derniere) (.. )?${mail} (.. )?(que|de votre|recu|j'espere|svp|merci)`,
    `(que ce|ce) (.. )?soit (.. )?(le |la |votre )?(dernier|derniere)`,
    `(je|nous|on) (.. )?(vous |t')?(signal*|bloqu*|classe*|met* .. spam|marque*) (.. )?(spam|indesirable*|signal spam|cnil|vous|expediteur|pourriel)`,
    `(inutile|pas la peine|pas besoin) (.. )?(de |d')(me |nous |m')?(recontacter|relancer|reecrire|ecrire|insister|contacter|continuer|envoyer d'autres)`,
    "^(passer|passez|merci de passer|veuillez passer) (votre|ton) chemin",
  ],
  keeps: [
    "(plaisant*|blaguais|rigolais|une blague|pour rire)",
    "(environnement|planete|arbres?|imprim*)",
    "(de la|des|en|du) (copie|copies|cc)",
    "(desinscri*|retir*|annul*) (.. )?(salon|foire|congres|conference|colloque|stage|cours|visite)",
    "pour (vous|te|se) (desinscri*|desabonn*)|pour ne plus recevoir",
    `(ne|n'|surtout pas|surtout ne|pas) ?(me |nous |m'|l')* ?(supprim*|retir*|desinscri*|desabonn*|enlev*|effac*) (pas|surtout pas|point)`,
    "(ne pas|pas|jamais) (me |nous |m')?(supprimer|retirer|desinscrire|desabonner|enlever|effacer)",
    "(lien|bouton|taux|page|option) (de |d')?(desinscription|desabonnement|desinscrire|desabonner)",
    "(pourquoi|ou est) (.. )?(desinscri*|desabonn*)",
    "(clients?|utilisateurs?|abonnes|destinataires|gens|parents|adherents|fournisseurs) (.. )?(desinscri*|desabonn*|se plain*)",
    "(si|pour|afin de) (vous |ne plus |se |vous ne )*(souhaitez |voulez |desirez |recevoir |desinscri*|desabonn*)(.. )?(cliqu*|rendez|ici|repond*|lien|visit*|envoy*|ecri*|merci de nous)",
    "(vous|que vous) (.. )?(recevez|disposez|pouvez (.. )?(vous )?(desinscri*|desabonn*|exercer|demander))",
    "(si|pour|afin de) (vous )?(ne )?(plus )?(souhaitez|voulez|desirez|recevoir) (.. )?(plus )?(recevoir|ne plus recevoir|newsletter|desinscri*|desabonn*|cliqu*)",
    "(si vous n (etes|est)) (.. )?(destinataire|personne)",
    "(par erreur|par megarde|par inadvertance|sans faire expres|mauvais bouton|reinscri*|remett*)",
    "(combien de temps|quand|que deviennent|sont elles|seront) (.. )?(donnees|factures|documents|effac*|supprim*)",
    "(aucune objection|pas d'objection|ne m'oppose pas|ne nous opposons pas|pas oppose*)",
    "(reunion|rendez-vous|rdv|webinaire|evenement|formation|seance|atelier|abonnement actuel|ancien logiciel) (.. )?(supprim*|annul*|desinscri*|retir*)",
    "(supprim*|annul*|desinscri*|retir*) (.. )?(de la|du|la|le|l'|ma|notre) ?(reunion|rendez-vous|rdv|webinaire|evenement|formation|seance|atelier|ligne|facture)",
  ],
  things: [
    "(pdf|pieces? jointes?|invitations?|liens?|fichiers?|fax|papier|images?|brochures?|catalogues?|calendrier|photos?|contrats?|devis|echantillons?|factures?|colis)",
  ],
  spares: [
    "(pas|jamais) (.. )?plus (de|d|que) (un|une|deux|trois|[0-9]+|[a-z]+)",
    "(avant|jusqu'|pour l'instant|pour le moment|cette semaine|la semaine prochaine|tant que|pendant|ce mois|aujourd'hui|demain|deux fois|en double|trop souvent|le week-end|si souvent|autant)",
    "(plutot|appelez|telephonez|passez par|utilisez|ecrivez (plutot |a )|adressez|ancienne adresse|autre adresse|nouvelle adresse|mais (a|appel*|sur))",
  ],
  wrongPerson: [
    "pour (les|la|vos|nos|ces) (factures|facturation|comptabilite|achats) (.. )?(ecri*|voir|voyez|contact*|adress*|c est|merci)",
    "(bonne personne|bon interlocuteur|bon contact|bonne adresse) (est|c est|serait)",
    "(pas|plus|n'est pas|ne suis pas) (.. )?(la|le|l') ?(bon|bonne|bons) (personne|interlocut*|contact|service|adresse|destinataire|boite|porte|guichet)",
    "(pas|plus) (.. )?(la|le|l|un) ?(personne|interlocut*|responsable|destinataire) (pour|chargee?|concerne*|competente?|qu il|adequate?|qui)",
    "(mauvais*|fausse|faux|erreur de|erreur d') ?(.. )?(personne|interlocut*|contact|service|adresse|destinataire|numero|porte)",
    "(tromp*|confond*|confus*|erreur) (.. )?(personne|adresse|destinataire|interlocut*|de |avec|homonyme|societe|entreprise)",
    "(je|nous|j'|on) ?(.. )?(n'ai|n'avons|ne m'|ne nous|ne suis|ne sommes|ne gere|ne gerons|ne traite|m') ?(.. )?(rien a voir|occup*|pas charge*|pas responsable|pas en charge|pas concerne*|plus en charge|pas competent*|pas decisionnaire|pas du tout)",
    "(c'est|voyez|contactez|adress*|ecrivez|demandez|joign*|faut|faudrait|transmett*|tourn*|renseign*) (.. )?(a |avec |plutot |voir |vous |directement )*(madame|monsieur|mme|m|mon|ma|notre|la|le|service|comptab*|compta|collegue|direction|daf|responsable|siege|mairie|tresor*) (.. )?(qui|pour|s'occupe|gere|directement|comptab*|plutot|daf|siege|a ce sujet|traite)",
    "(s'en|s') ?(occupe|charge)",
    "(c est|ce n est|suis|est) pas (moi|nous|mon|de mon|ma|a moi|a nous|chez nous) ?(.. )?(qui|domaine|secteur|rayon|service|ressort|boulot|job|qu il faut|gere|partie|affaire)",
    "(connais|connaissons|personne) (.. )?(de ce nom|pas de|a ce nom|nomme*)",
    "(adresse|boite|mail|messagerie) (.. )?(privee?|personnelle?|perso)",
  ],
  later: [
    `(recontact*|revenez|reven*|rappel*|relanc*|ecri*|repren*|repar*|reparl*|contact*|appel*|recri*|reessa*|retent*|revoi*|revoy*|represent*|refait*|rediscut*|regard*|verr*|voir|voyons|parl*|discut*|reviens|etudi*) (.. )?(en|apres|a|au|d'ici|debut|fin|mi|vers|dans|courant|l'|pour|des|a partir|passe) ?(.. )?${month}`,
    `(en|apres|au|a|l'|debut|fin|mi|courant|d'ici) ?(.. )?${month} (.. )?(peut-etre|revenez|recontact*|rappel*|a nouveau|de nouveau|on en|reparl*|volontiers|plutot|disponible)`,
    `(pas|trop) (.. )?(maintenant|pour le moment|pour l'instant|en ce moment|tout de suite|actuellement|cette annee|cette saison|avant|le moment|occupe*) (.. )?(peut-etre|plus tard|revenez|recontact*|apres|avant|en |a la|saison|${month})`,
    "^(desolee? |bonjour |merci |non )*(pas maintenant|pas pour l'instant|pas pour le moment|plus tard|pas tout de suite|peut-etre plus tard|pas cette annee|une autre fois)",
    `(pas|rien|jamais) (.. )?avant (.. )?${month}`,
    `(peut-etre|eventuellement|plutot) (.. )?(en|apres|au|a la|l') ?(.. )?${month}`,
    "(mauvais|pas le bon|mauvaise) (.. )?(moment|periode|saison|timing)",
  ],
  left: [
    "(ne|n) (travaille|travaillons|travaillent|fait|fais|suis|est|exerce) (donc |malheureusement |desormais )*plus (chez|pour|ici|la|partie|en poste|dans (l|la|cette|notre|nos)|avec nous|au sein|salarie*|parmi|employe*)",
    "(n |ne )?y (bosse|travaille|suis|est|bossent) plus",
    "(bosse|taf*) plus (.. )?(la|chez|depuis|dans|pour|ici)",
    "(ai|a|avons|ont|avoir|vient de|viens de) (.. )?(quitte|quitter) (.. )?(l entreprise|la societe|la maison|ses fonctions|mes fonctions|son poste|mon poste|notre|l etablissement|la boite|le groupe|l association|la mairie|l equipe)",
    "(il|elle|madame|monsieur|mme|m|je|collegue|[a-z]+) (nous a|est|suis|a|ont) (malheureusement |desormais |deja |recemment )*(quittes|decede|decedee|parti (a|en) (la )?retraite|partie (a|en) (la )?retraite|a la retraite|retraite|retraitee|demissionne|demissionnaire|en retraite|licencie|licenciee)",
    "(change) (.. )?(d emploi|d employeur|de poste|d entreprise|de travail|de societe|de boite)",
    "(fait valoir|faire valoir) (.. )?retraite",
  ],
};
