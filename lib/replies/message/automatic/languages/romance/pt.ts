import type { Language } from "../language";

export const pt: Language = {
  code: "pt",
  common:
    "eu estou estarei é e o os as um uma do da dos das de que em no na ao para com por meu minha seu sua não até obrigado obrigada mensagem férias ausente retorno escritório você atenciosamente retornarei voltarei olá cumprimentos nos nosso contacto contato",
  script: /[ãõ]/gu,
  months: [
    "janeiro|jan",
    "fevereiro|fev",
    "março|mar",
    "abril|abr",
    "maio|mai",
    "junho|jun",
    "julho|jul",
    "agosto|ago",
    "setembro|set",
    "outubro|out",
    "novembro|nov",
    "dezembro|dez",
  ],
  weekdays: [
    "segunda-feira|segunda feira|segunda|2a feira|seg",
    "terça-feira|terça feira|terça|3a feira|ter",
    "quarta-feira|quarta feira|quarta|4a feira|qua",
    "quinta-feira|quinta feira|quinta|5a feira|qui",
    "sexta-feira|sexta feira|sexta|6a feira|sex",
    "sábado|sáb",
    "domingo|dom",
  ],
  order: "day first",
  ordinal: "º|°|o",
  of: "de|do|do mês de",
  until: "até",
  after: "após, depois",
  from: "a partir, desde, de, do, entre",
  before: "antes",
  on: "o, a, ao, à, do, de, da, dia, dias, no, na, próximo, próxima, inclusive, e, em, os, este, esta, data, final, fim",
  to: "a, ao, até, até ao, até o, e, ao dia, até dia, até o dia, a dia",
  overmorrow: "depois de amanhã",
  first: "primeiro",
  back: "volt*, retorn*, regress*, de volta, novamente, de novo, retom*, reabr*, reabertura, primeiro dia, nos vemos, reabrimos, outra vez, nos reencontramos, o primeiro (é|será)",
  present:
    "na minha (mesa|secretária), à secretária, no meu (posto|lugar), no trabalho, na oficina, (me|nos) (encontrar*|encontra), disponível, disponivel, contactável, no escritório, presente, ao serviço",
  away: "ausente, ausência, ausentar*, férias, fora, (não)~(disponível|disponivel|no escritório|presente|contactável|acesso|poderei|responder|verificar), licença, viagem, viajando, maternidade, paternidade, indisponível, feriado*, recesso, sem acesso, acesso limitado, folga, afastad*, formação, fechad*, encerrad*, baixa, curso, congresso, em recesso, feriad*, último dia",
  reply:
    "respond*, atender*, responder*, contactar*, retornar* seu, retornar* o seu, ler, leio, lerei, escrev*, verific*, ver, verei",
  not: "não, sem, nem, in",
  and: "e, mas, depois, porém",
  others: "(ela|ele|que|quem) (está|estará|volta|regressa), (colega)~(está|estará)",
  closed: "fechad*, encerrad*, reabr*, recesso, encerramento",
  vague:
    "aviso em contrário, novo aviso, (próxim*) (semana|mês|ano), (semana|mês|ano) (que vem|seguinte|próxim*), (fim|final|finais|início|meados|começo), (algumas|alguns|duas|três|dois|quatro|\\d+|uma|um) (semanas?|meses|mês|dias?), semana, primavera, verão, outono, inverno, natal, páscoa, carnaval, indeterminad*",
  coming: "próxima, próximo, seguinte",
  this: "esta, este, nesta, neste",
  skipAfter: "a oito( dias)?",
  today: "hoje",
  tomorrow: "amanhã",
  left: "(já )?não (trabalha|trabalho|colabora|integra|pertence)~(mais|na|no|aqui|lá|aí|connosco|conosco|à|nesta)~, (já )?não (faz|faço) (mais )?parte, (já )?não (está|estou|se encontra)~na empresa, (deixou|deixei) (a|de) (empresa|companhia|organização|trabalhar|@), (saiu|saí|desligou-se|desliguei-me) (da|na) (empresa|companhia|organização|@|nossa), foi desligad* da, (se )?(aposentou|aposentei|reformou|reformei)(-se|-me)?, (está|estou|é|foi) (já )?(aposentad*|reformad*), (faleceu), (mudou|mudei) de (empresa|emprego)",
  subject:
    "resposta autom[aá]tica, (mensagem|e-?mail|aviso)( de)? ?(ausência|autom[aá]tic*|férias|resposta autom[aá]tica), fora d[oe] escritório, ausência( temporária| do escritório)?, ausente*, (em |estou de |de |estou em )?férias, autoresposta, recesso, ausência de escritório, fora do escritório",
  machine:
    "(esta|este|isto) (é|foi)~(um |uma )?(mensagem|resposta|e-?mail|notificação|email)~autom[aá]tic*, (esta|este|a presente) (mensagem|resposta|e-?mail)~(foi|é)~autom[aá]tica*, (gerad*|enviad*) (de forma )?autom[aá]tic*, (por favor,? |favor )?não respond(a|er) (a )?est*, (mensagem|resposta|e-?mail) autom[aá]tic*",
  ticket:
    "(solicitação|pedido|chamado|ticket|mensagem|protocolo|e-?mail)~(foi|recebemos|está)~(recebid*|registad*|registrad*|abert*|criad*), recebemos (a sua|o seu|sua|seu), número (do|de) (chamado|ticket|protocolo|pedido), (chamado|protocolo|ticket) (número|n[oº°]?)",
};
