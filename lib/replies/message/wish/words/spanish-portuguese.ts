import { latin, type WishWords } from "./wish-words";

const esMail =
  "(e-?mails?|mails?|correos?|mensajes?|publicidad|newsletters?|spam|ofertas?|boletin*|promocion*|propaganda|comunicacion*|informacion|cartas?|propuestas?|publicitari*|envios?|cosas|contacto)";
const esList =
  "(listas?|base|bases|fichero*|mailing*|sistema*|registros?|boletin*|newsletter*|contactos|agenda|directorio|envios|crm|campanas?|correos|distribucion|archivos?|difusion|destinatarios)";
const esTake = "(borr*|elimin*|quit*|saqu*|sac*|retir*|suprim*|excluy*|exclui*|remuev*|remov*|tach*|desuscri*|desapunt*|cancel*)";
const esMonth =
  "(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|primavera|verano|otono|invierno|trimestre|semestre|ano|navidad*|reyes|semana santa|pascua|san [a-z]+|vacaciones|mes|meses|semanas|fiestas|q[1-4]|20[0-9][0-9]|cosecha|vendimia|temporada|cierre|presupuesto*|campana|feria|carnaval|ejercicio)";

export const spanish: WishWords = {
  script: "spaced",
  letters: latin,
  common: "el la los de que y no por en me un una su para es con usted gracias mi se las del lo",
  off: [
    `(dar*|darme|darnos|denme|dame|deme|denos|dadme|dadnos|den|dar|causar|solicito|solicitamos|solicitar|pido|pedimos|quiero|queremos|quisiera|deseo|tramite|tramiten|procesar|cursar|ruego|por favor) (que me den |que nos den |me den |nos den |mi |nuestra |la |darme |darnos |darse |de |mi |nuestra )*baja`,
    `^(la |mi )?(baja) (de (su|sus|la|esta|vuestra|tu) (.. )?(lista*|boletin|newsletter|base|correo*)|por favor|porfa|inmediata|ya|definitiva)`,
    `${esTake} ?(me|nos|lo|la)? (.. )?(de|del|esta|mi|nuestra|ese) (.. )?${esList}`,
    `(me|nos|mi|nuestro|nuestra|mis|esta|este) (.. )?${esTake} (.. )?(de|del) (.. )?${esList}`,
    "(borrame|borrenme|borrenos|borrarme|borreme|borradme|borrarnos|eliminame|eliminenme|eliminarme|elimineme|eliminenos|eliminarnos|eliminadme|quitame|quitenme|quitarme|quiteme|quitadme|quitenos|quitarnos|sacame|saquenme|sacarme|saqueme|saquenos|sacarnos|desuscri*|desuscribanme|desapuntame|desapuntenme|desapuntarme|desapunteme|excluyanme|removerme|remuevanme|tachenme|olvidenme|suprimanme|retirenme|retireme)( (.. )?(de|por favor|porfa|ya|inmediatamente|gracias|del)|$)",
    `(borr*|elimin*|suprim*|quit*|olvid*|cancel*|retir*|destruy*|supresion|eliminacion|cancelacion|borrado) (.. )?(mi|nuestro|nuestra|mis|nuestros|esta|este) (.. )?(correo|direccion*|datos|e-?mail|mail|contacto|nombre|cuenta|informacion)`,
    "(cancelar|cancelen|anular|cancele) (.. )?(suscripcion|subscripcion)",
    "(no|dejar de|sin) (.. )?(estar|figurar|aparecer|seguir|formar parte) (.. )?(en|de) (.. )?(su|sus|vuestra|tu|esta|ninguna|esa) (.. )?(lista*|base|mailing|bbdd)",
    "(derecho|derechos) (de|a|al) (.. )?(supresion|oposicion|cancelacion|olvido|opon*)",
    "(me opongo|nos oponemos|oposicion|opongo) (.. )?(tratamiento|uso|datos|envio|rgpd|lopd|publicidad|recepcion)",
    "(rgpd|lopd|lopdgdd|lssi|articulo|art) (.. )?(supresion|supriman|oposicion|opongo|elimin*|baja|ces*|borr*)",
    "(solicit*|exij*|exig*|requer*|requier*|demand*|reclam*) (.. )?(supresion|eliminacion|baja|borrado|cese|cancelacion|eliminen|supriman|borren|cesen)",
    "(retir*|revoc*) (.. )?(consentimiento|autorizacion)",
    "(lista robinson|lista de exclusion|lista negra)",
  ],
  silence: [
    "(prefer*|agradec*|rog*|rueg*|gustaria|encantaria|pid*|pedi*|suplic*|solicit*|quisiera) (.. )?(que )?(no|dejar*|cesar*) (.. )?(volv*|escrib*|envi*|mand*|contact*|molest*|remit*|insist*|siguier*|dejar*) ",
    `(no|nunca|jamas|ni) (.. )?(me|nos|lo|le) (.. )?(vuelv*|escrib*|envi*|mand*|contact*|molest*|manden|remit*|llam* mas|busqu*|insist*)( (.. )?(mas|nunca|otra vez|${esMail}|a escribir|a contactar|a enviar|a mandar|a molestar|de nuevo|en adelante)|$)`,
    `(no) (vuelv*|escrib*|envi*|mand*|contact*|molest*|insist*|remit*) ?(.. )?(me |nos |a )?(escribir*|contactar*|enviar*|mandar*|molestar*|mas|nunca mas|otra vez|nada mas)`,
    `(deje*|dejad|deja|dejen|pare|pares|parad|paren|cese|cesen|cesar|absteng*|abstener*|basta|eviten|evite) (ya |de una vez |por favor |inmediatamente |de inmediato )*(de|con|en) (.. )?(escribir*|enviar*|mandar*|molestar*|contactar*|spam|${esMail}|envio*|una vez|acosar*|insistir|remitir*|enviarnos)`,
    `(no) (quiero|queremos|deseo|deseamos|quisiera|quisieramos|me interesa|nos interesa|necesito|necesitamos|acepto|autorizo) (.. )?(recibir|que me|que nos|mas ${esMail}|sus ${esMail}|tus ${esMail}|${esMail} (de|suy*|como|asi)|saber (nada|mas)|ser contactad*|seguir recibiendo|ningun*)`,
    `(prefer*|agradec*|rog*|rueg*|gustaria|encantaria|pid*|pedi*|solicit*|suplic*) (.. )?no (.. )?(recibir|me (.. )?(escrib*|envi*|mand*|contact*)|nos (.. )?(escrib*|envi*|mand*|contact*)|vuelv*|volver a|enviar*|contactar*|sigan|insist*)`,
    `(dejar) (.. )?de (recibir|enviar*|escribir*)`,
    `(no|ni|nada de|basta de|ningun|ninguna|de) mas (.. )?(e-?mails?|mails?|correos?|mensajes?|publicidad|spam|ofertas|boletin*|propaganda|comunicacion*|envios)`,
    `(ni un|ningun) (.. )?(correo|mensaje|mail|e-?mail) mas`,
    "(deje*|dejad|deja|dejen|dejarme|dejarnos)(me|nos)? (.. )?(en paz|tranquil*)",
    "(dejenme|dejeme|dejame|dejadme|dejenos|dejennos|dejadnos) (.. )?(en paz|tranquil*|ya$)",
    "(ultimo|ultima) (correo|mensaje|mail|e-?mail|vez) (.. )?(que|por favor)",
    "(voy a|vamos a|procedere|procedo|lo|les|los|he|hemos) (.. )?(marcar*|marcad*|reportar*|denunciar*|denunciad*|bloquear*|bloquead*)( (.. )?(spam|correo no deseado|remitente|aepd)|$)",
    "^(vete|vayanse|vayase|largo|largate|piérdete|pierdete|pierdanse|que te|que os)",
  ],
  keeps: [
    "baja (del|de la|de mi|en el|en la|como) (?!(.. )?(lista*|boletin*|newsletter|correo*|base|mailing|suscripcion))",
    "para (darse|darte|darle|cancelar|dejar de recibir|anular) (.. )?(baja|suscripcion|recibir|boletin|escrib*|envi*|correo*)?",
    "(no) (me |nos |lo )?(borr*|elimin*|quit*|saqu*|sac*|des de baja|den de baja|dar de baja|de de baja)",
    "(enlace|boton|tasa|link|opcion|porcentaje) (.. )?(de )?(baja|desuscri*|cancelacion)",
    "(baja) (medica|laboral|maternal|maternidad|paternidad|por enfermedad|la |el |mucho|calidad|tension|temporada)",
    "(de baja|la baja) (.. )?(medica|por (enfermedad|maternidad|paternidad|un|una|la|el|accidente)|desde|hasta|laboral|vuelvo|volvere|estuve|estoy)",
    "(estoy|estuve|esta|estaba|estare|he estado|sigo|sigue|cogio|cogi|compan*|contable) (.. )?de baja",
    "(clientes|usuarios|suscriptores|destinatarios|proveedores|alumnos|socios) (.. )?(baja|desuscri*)",
    "(si|para) (.. )?(no )?(desea|quiere|recibir|darse de baja|dejar de recibir|cancelar su) (.. )?(haga|pulse|clic|click|aqui|responda|visite|enlace|envie|escriba|pinche|puede)",
    "si (usted )?(ya )?no (desea*|quiere*) (.. )?(recibir|recibirlo)",
    "si (usted )?no es (.. )?(destinatari*|persona)",
    "(por error|sin querer|equivocado de boton|volver a (apuntar|suscribir)*)",
    "(usted|ustedes|le informamos|puede|podra) (.. )?(recibe|puede darse|ejercer|ejercitar|ejercerlos)",
    "(puede|podra|pueden) (.. )?(ejercer|ejercitar|darse de baja)",
    "(cuando|cuanto tiempo) (.. )?(datos|facturas) (.. )?(borr*|elimin*|suprim*)",
    "(se |los |las )?(borran|eliminan|suprimen|borraran) (.. )?(datos|facturas)",
    "(no me opongo|no nos oponemos|sin oposicion)",
    "(reunion|cita|webinar|llamada|evento|curso|linea|cargo|tarifa|partida) (.. )?(elimin*|quit*|borr*|cancel*|baja)",
    "(elimin*|quit*|borr*|cancel*) (.. )?(la reunion|la cita|el webinar|la llamada|el evento|la linea|el cargo|la partida|la segunda)",
  ],
  things: [
    "(pdf*|adjunt*|invitacion*|enlaces?|archivos?|fax|papel|imagen*|folletos?|catalogos?|calendario|contratos?|presupuestos?|muestras?|facturas?|fotos?)",
  ],
  spares: [
    "mas (de|que) (un|una|dos|tres|[0-9]+)",
    "(hasta|antes de|por ahora|de momento|por el momento|esta semana|la semana que viene|mientras|hoy|manana|tan a menudo|tantos|dos veces|duplicado*)",
    "(mejor (llame*|llama*)|llame*|llamen*|en su lugar|use|usen|sino|direccion (antigua|vieja|nueva)|antigua direccion|otra direccion|escriba* (a|mejor a) )",
  ],
  wrongPerson: [
    "(persona|contacto) (adecuad*|indicad*|correct*) (es|seria)",
    "para (las |los )?(facturas|facturacion|compras|contabilidad) (.. )?(escrib*|contact*|dirij*|es|lo lleva)",
    "(no) (.. )?(soy|es|somos) (.. )?(la|el|quien|las|los) (.. )?(persona*|indicad*|adecuad*|correct*|responsable*|encargad*|contacto|destinatari*|que (lleva|decide|ve|se encarga))",
    "(no) (me|nos) (.. )?(encargo|encargamos|ocupo|ocupamos|dedico|dedicamos|corresponde|compete|toca)",
    "(no) (llevo|llevamos|gestiono|veo|manejo|tengo|tenemos|tiene) (.. )?(facturas|facturacion|compras|contabilidad|nada que ver|que ver|esos temas|ese tema|este tema|estos temas|esto|administracion|eso|esas cosas)",
    "(equivocad*|errone*|confundi*|confusion) (.. )?(persona|direccion|destinatari*|de |correo|contacto|empresa|numero|con )?",
    "(contact*|escrib*|dirij*|dirigir*|habl*|comuni*|pregunt*|consult*|busqu*|pongase|pónganse) (.. )?(a|con|al|por) (.. )?(contab*|administracion|compras|departamento|companer*|colega|encargad*|responsable|jefe|jefa|gerente|senor*|don|dona|tesorer*|asesor*|gestor*|ella|el que)",
    "(eso|ese tema|esos temas|esto|las facturas|la contabilidad|facturacion|de eso) (.. )?(lo|la|las|los|se) (.. )?(lleva|llevan|ve|ven|gestiona|encarga|encargan|maneja|ocupa|hace|decide)",
    "(no) (conozco|conocemos|hay) (.. )?(nadie|ningun|ninguna) (.. )?(llamad*|con ese nombre|nombre)",
    "(correo|direccion|e-?mail|buzon) (.. )?(particular|personal|privad*)",
  ],
  later: [
    `(escrib*|contact*|llam*|vuelv*|volv*|hable*|hablamos|hablemos|retom*|pregunt*|busc*|busque*|mand*|envi*|insist*|record*|ver|vemos|veremos|revis*|avise*|intent*|prueb*|pase*|comuniqu*) ?(.. )?(en|despues|tras|a partir|para|pasad*|a principios|a finales|a mediados|hacia|luego|cuando|dentro|el|proxim*) (.. )?${esMonth}`,
    `(en|despues de|tras|a partir de|para|pasad[ao]s?|principios de|finales de|el proximo) (.. )?${esMonth} (.. )?(hablamos|volv*|escrib*|llam*|lo vemos|vemos|retom*|quizas?|de nuevo|otra vez|podemos|con calma|mejor)`,
    `(ahora|de momento|por ahora|por el momento|en este momento|este ano|ahorita|actualmente) (.. )?(no|imposible) (.. )?(tal vez|quizas?|mas adelante|despues|luego|proximo|en|a partir|temporada|${esMonth})`,
    "^(lo siento |hola |no |gracias )*(ahora no|por ahora no|de momento no|mas adelante|en otro momento|este ano no|ahorita no|todavia no)",
    `(no) (.. )?(hasta|antes de) (.. )?${esMonth}`,
    `(quizas?|tal vez|a lo mejor|mejor) (.. )?(en|para|despues|el|a partir|tras) (.. )?${esMonth}`,
    "(mal|mala|peor) (momento|epoca|fecha*|temporada)",
  ],
  left: [
    "(ya no|no) (trabaj*|estoy|esta|forma|formo|pertenec*|labor*|sigo|sigue) (.. )?(aqui|alli|ahi|en (la|esta|nuestra|esa|el|[a-z]+)|parte|con nosotros|mas)",
    "(deje|dejo|ha dejado|he dejado|abandono|abandone|ha abandonado|me fui de|se fue de|sali de|salio de) (.. )?(la empresa|la compania|la firma|el puesto|el cargo|nuestra empresa|la casa|el ayuntamiento|el despacho)",
    "(me|se) (jubilo|jubile|ha jubilado|he jubilado|prejubil*|ha prejubilado|retiro|retire|marcho|marche|ha marchado|ha ido) ( .. |$)?",
    "(fallecio|ha fallecido|murio|ha muerto|esta jubilad*|estoy jubilad*|renuncio|renuncie|causo baja en)",
    "(cambie|cambio|ha cambiado|he cambiado) (.. )?de (trabajo|empresa|empleo)",
  ],
};

const ptMail =
  "(e-?mails?|mails?|mensagens|mensagem|publicidade|newsletters?|spam|ofertas?|boletin*|promocoes|propaganda*|comunicac*|comunicad*|contat*|contact*|cartas?|propostas?|envios?|correio*|coisas?|divulgac*)";
const ptList =
  "(listas?|base|bases|mailing*|sistemas?|registros?|registos?|cadastr*|newsletter*|contatos|contactos|agenda|envios|crm|campanhas?|e-?mails|distribuicao|divulgacao|banco de dados|ficheiro*)";
const ptTake = "(remov*|retir*|exclu*|tir*|apag*|elimin*|delet*|descadastr*|cancel*|desinscrev*|risqu*|risc*|suprim*|desvincul*)";
const ptMonth =
  "(janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|primavera|verao|outono|inverno|trimestre|semestre|ano|natal|pascoa|ferias|mes|meses|semanas|festas|q[1-4]|20[0-9][0-9]|colheita|safra|temporada|carnaval|orcamento|fecho|fechamento|balanco|vindima)";

export const portuguese: WishWords = {
  script: "spaced",
  letters: latin,
  common: "o a os de que e não por um uma para com meu me se você obrigado do da em no na as",
  off: [
    `${ptTake}(-me|-nos|-o|-a)? (.. )?(da|das|de|do|dos|desta|dessa|deste) (.. )?${ptList}`,
    `(me|nos|meu|minha|nosso|nossa|este|esse) (.. )?${ptTake} (da|das|de|do|dos|desta|dessa|deste) (.. )?${ptList}`,
    `(me|nos) ${ptTake} (por favor|pf|ja|imediatamente|obrigad*)`,
    `${ptTake} (me|nos)( .. (por favor|obrigad*)|$)`,
    `(me|nos) ${ptTake}$`,
    `(apag*|elimin*|remov*|exclu*|delet*|retir*|tir*|esquec*|cancel*|exclusao|remocao|eliminacao) (.. )?(o |a |os |do |da |dos )*(meu|minha|nosso|nossa|meus|nossos|este|esse|esta|essa) (.. )?(e-?mail|endereco*|dados|contat*|contact*|nome|cadastro|registo|informac*|mail|conta)`,
    "(descadastr*|descadastre|descadastrar|desinscrev*|desinscri*|anular a (subscricao|inscricao)|cancelar (a |minha |a minha )?(subscricao|inscricao|assinatura))",
    "(direito) (de|a|ao|a) (.. )?(eliminacao|oposicao|esquecimento|apagamento|exclusao|ser esquecid*)",
    "(oponho*|opomos*|oposicao|me oponho) (.. )?(tratamento|uso|dados|envio|rgpd|lgpd|marketing)",
    "(rgpd|lgpd|artigo|art) (.. )?(elimin*|apag*|oposicao|oponho|exclu*|remov*|cess*)",
    "(solicit*|exij*|exig*|requer*|peco|pedimos|pec*) (.. )?(exclusao|remocao|eliminacao|apagamento|descadastr*|cessacao|retirada) ",
    "(revog*|retir*) (.. )?consentimento",
    "(nao|deixar|deixe|parar|nem) (.. )?(estar|constar|fazer parte|figurar|continuar) (.. )?(na|nas|da|nessa|nesta|em) (.. )?(lista|mailing|base)",
  ],
  silence: [
    "(agradec*|prefer*|gostari*|peco|pedimos|pedia*|favor) (.. )?(que )?(nao|deixass*|parass*|deixem|cessem) (.. )?(volt*|escrev*|envi*|mand*|contat*|contact*|incomod*|insist*)",
    `(nao|nunca|jamais|nem) (.. )?(me|nos) (.. )?(escrev*|envi*|mand*|contat*|contact*|incomod*|perturb*|procur*|volt*|chate*|aborrec*|mais)( (.. )?(mais|nunca|novamente|de novo|outra vez|${ptMail})|$)`,
    `(nao|nunca) (volt*|escrev*|envi*|mand*|contat*|contact*|incomod*|quero que|insist*|torn*) ?(-me|-nos)? ?(.. )?(a )?(me|nos|escrever|contatar|contactar|enviar|mandar|mais|novamente|nada|incomodar)`,
    `(pare|parem|parar|deixe|deixem|deixa|deixar|cesse|cessem|cessar|absten*|chega|chega de|basta|evitem) (ja |imediatamente |por favor |com )*(de|com|os|as|esses|estes|o|a) (.. )?(me escrever|nos escrever|escrever|enviar|mandar|incomodar|contatar|contactar|spam|${ptMail}|envio*|chatear|me (enviar|mandar|escrever|contat*|contact*)|nos (enviar|mandar|escrever|contat*|contact*))`,
    `(nao|nunca) (quero|queremos|desejo|desejamos|gostaria|gostariamos|pretendo|pretendemos|tenho interesse em|temos interesse em|aceito|autorizo|pretende) (.. )?(receber|mais ${ptMail}|ser contat*|ser contact*|${ptMail}|continuar a receber|que me|que nos)`,
    `(agradec*|prefir*|preferia|gostaria|peco|pedimos|favor|solicit*|agradecia) (.. )?nao (.. )?(receber|me |nos |ser |enviar*|enviem|mandar|mandem|contatar|contactar|voltar|volte*|escrev*|envie*|voltem)`,
    `(deixar) de (me |nos )?(receber|enviar|escrever)`,
    `(nao|chega de|sem|nenhum|nada de|nem|nao mande|nao envie) mais (.. )?(e-?mails?|mails?|mensagens|mensagem|publicidade|spam|ofertas|propaganda*|contat*|contactos?|newsletters?)`,
    "(nem mais um|nenhum) (.. )?(e-?mail|mail|mensagem)",
    "(deix*|deixa)(-me|-nos)? ?(me|nos)? (.. )?(em paz|sossegad*)",
    "(me|nos) (deix*|deixa|deixem|deixe) (.. )?(em paz|sossegad*)",
    "(ultimo|ultima) (e-?mail|mail|mensagem|vez) (.. )?(que|por favor)",
    "(vou|vamos|irei) (.. )?(marcar|denunciar|bloquear|reportar)( (.. )?(spam|remetente|lixo|anpd|cnpd|voces)|$)",
    "^(some|suma|sumam|vai|va) (.. )?(daqui|embora|catar)",
  ],
  keeps: [
    "para (cancelar|deixar de receber|anular|se descadastrar|descadastrar se|remover o seu|sair da)",
    `(nao) (me |nos |o |a )?(remov*|retir*|exclu*|tir*|apag*|delet*|descadastr*)`,
    "(link|botao|taxa|opcao) (.. )?(de )?(descadastr*|cancelamento|remocao|anulacao|subscricao)",
    "(clientes|usuarios|utilizadores|assinantes|destinatarios|fornecedores) (.. )?(descadastr*|cancel*)",
    "(se|caso|para) (.. )?(nao )?(deseja|quiser|quer|pretende|receber|pretender|cancelar a sua|deixar de receber|descadastrar-se) (.. )?(clique|aqui|responda|visite|link|envie|escreva|pode)",
    "(por engano|sem querer|por erro|botao errado)",
    "(se|caso) (.. )?nao (deseja|quiser|quer|pretende|pretender|queira) (.. )?receber",
    "(pode|podera|podem) (.. )?(exercer|solicitar)",
    "(quando|quanto tempo) (.. )?(dados|faturas|notas) (.. )?(apag*|elimin*|exclu*)",
    "(nao me oponho|nao nos opomos)",
    "(reuniao|chamada|webinar|evento|curso|linha|taxa|cobranca) (.. )?(remov*|retir*|exclu*|cancel*)",
    "(remov*|retir*|exclu*|cancel*|tir*) (.. )?(a reuniao|da reuniao|a chamada|da chamada|do webinar|o evento|a linha|a taxa|a segunda)",
  ],
  things: [
    "(pdf*|anexos?|convites?|links?|arquivos?|ficheiros?|fax|papel|imagens|catalogos?|calendario|contratos?|orcamentos?|amostras?|notas|faturas?|boletos?)",
  ],
  spares: [
    "mais (de|do que|que) (um|uma|dois|duas|tres|[0-9]+)",
    "(ate|antes|por enquanto|por agora|esta semana|semana que vem|enquanto|hoje|amanha|tao|tantos|duas vezes|duplicad*)",
    "(ligue*|liga|telefone*|em vez|use|usem|utilize|endereco (antigo|novo|velho)|outro endereco|antigo endereco|escreva* (para|a) |mande* para)",
  ],
  wrongPerson: [
    "(pessoa|contato|contacto) (cert*|indicad*|corret*|adequad*) (e|seria)",
    "para (as |os )?(faturas|faturamento|notas|compras|contabilidade) (.. )?(escrev*|contat*|contact*|fale*)",
    "(nao) (.. )?(sou|e|somos) (.. )?(a|o|eu|quem) (.. )?(pessoa*|indicad*|adequad*|cert*|corret*|correct*|responsavel|encarregad*|contato|contacto|destinatari*|quem|que)",
    "(nao) (.. )?(trato|tratamos|cuido|cuidamos|mexo|lido|lidamos|tenho nada|temos nada|e comigo|e minha area|e a minha area|e meu setor|sou responsavel|me ocupo)",
    "(pessoa|endereco|destinatari*|contato|contacto|numero|area|departamento|setor) (errad*|equivocad*)",
    "(engan*|engano|confund*|confusao)( (.. )?(pessoa|endereco|na|no|me|com|de|outr*)|$)",
    "(fale|falem|falar|escrev*|contat*|contact*|procur*|dirij*|pergunt*|ligue|entre em contato) (.. )?(com|a|ao|para|o|por|no|na) (.. )?(contab*|financeir*|compras|departamento|colega|responsavel|gerente|chefe|setor|senhor*|sr|sra|dona|seu|tesoureir*|administrac*|faturamento|faturacao)",
    "(quem) (.. )?(trata|cuida|decide|ve|faz|lida|mexe|e responsavel|resolve|toma conta) (.. )?(e |disso|isso|com|de|das|do)",
    "(nao) (conheco|conhecemos|ha|existe) (.. )?(ninguem|nenhum*) (.. )?(nome|chamad*)",
    "(e-?mail|endereco) (.. )?(particular|pessoal|privad*)",
  ],
  later: [
    `(escrev*|contat*|contact*|ligu*|lig*|volt*|fal*|retom*|procur*|mand*|envi*|tent*|lembr*|conversar*|conversamos|ver|vemos|veremos|pergunt*|cham*|torn*) ?(.. )?(em|depois|apos|a partir|para|no|na|la para|passad*|daqui a|inicio|final|fim|meados|proxim*|quando) (.. )?${ptMonth}`,
    `(em|depois d[aoe]s?|apos|a partir de|no|na|proxim*) (.. )?${ptMonth} (.. )?(falamos|volt*|conversamos|quem sabe|talvez|de novo|novamente|podemos|melhor|vemos)`,
    `(agora|de momento|por enquanto|neste momento|no momento|este ano|atualmente) (.. )?(nao|impossivel) (.. )?(talvez|quem sabe|mais tarde|depois|proximo|a partir|${ptMonth})`,
    "^(desculp* |ola |oi |nao |obrigad* )*(agora nao|por enquanto nao|de momento nao|mais tarde|noutra altura|outra hora|este ano nao|no momento nao|ainda nao)",
    `(nao|so|somente|apenas) (.. )?(antes d[aoe]|ate|depois d[aoe]|em|a partir) ?(.. )?${ptMonth}`,
    `(talvez|quem sabe|melhor|se calhar) (.. )?(em|no|na|depois|para|a partir|apos) (.. )?${ptMonth}`,
    "(ma|pessima|mau) (hora|altura|momento|epoca)",
  ],
  left: [
    "(ja nao|nao) (trabalh*|estou|esta|faz|faco|pertenc*) (mais )?(.. )?(aqui|la|na (empresa|firma|companhia)|no|parte|conosco|connosco|mais)",
    "(sai|saiu|sair|deixei|deixou|larguei|largou) (da|do|a|o|de) (empresa|companhia|firma|cargo|emprego|escritorio|prefeitura|camara|equipa|equipe)",
    "(me aposentei|se aposentou|aposentou se|aposentei|aposentei me|reformei me|reformou se|faleceu|morreu|foi desligad*|desligou se|desliguei me|pediu demissao|pedi demissao|aposentad[ao]|reformad[ao])",
    "(mudei|mudou|troquei|trocou) (.. )?de (emprego|empresa|trabalho)",
  ],
};
