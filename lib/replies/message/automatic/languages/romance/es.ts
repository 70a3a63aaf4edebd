import type { Language } from "../language";

export const es: Language = {
  code: "es",
  common:
    "el la los las estoy estaré soy es y de del que por para con mi su en hasta al gracias saludos usted oficina correo fuera vacaciones favor mensaje regreso desde próximo no le se nuestro hola ya",
  script: /[ñ¿¡]/gu,
  months: [
    "enero|ene",
    "febrero|feb",
    "marzo|mar",
    "abril|abr",
    "mayo|may",
    "junio|jun",
    "julio|jul",
    "agosto|ago",
    "septiembre|setiembre|sept|sep|set",
    "octubre|oct",
    "noviembre|nov",
    "diciembre|dic",
  ],
  weekdays: ["lunes|lun", "martes|mar", "miércoles|mié", "jueves|jue", "viernes|vie", "sábado|sáb", "domingo|dom"],
  order: "day first",
  ordinal: "o|º|°|ro|er",
  of: "de|del|del mes de",
  until: "hasta, hasta el",
  after: "después, pasado, tras",
  from: "desde, a partir, del, de, a contar",
  before: "antes",
  on: "el, la, del, de, día, dia, al, próximo, inclusive, incluido, e, y, los días, este, en, lo menos, por, fecha, las",
  to: "al, hasta, hasta el, y, a, y el, al día, hasta el día",
  overmorrow: "pasado mañana",
  first: "primero|uno",
  back: "regres*, vuelv*, volver*, vuelta, retorn*, reincorpor*, incorpor*, de nuevo, nuevamente, retom*, reanud*, reabr*, primer día, nos vemos, abrimos, abriremos, abre, volvemos, otra vez, atendiendo nuevamente, el primero (es|será)",
  present:
    "en mi (mesa|escritorio|sitio|despacho), en el (taller|despacho|trabajo), me (encontrar|encuentra|tendr|tiene)*, nos (encontrar|encuentra|tendr|tiene)*, disponible*, localizable*, presente, en la oficina, en mi puesto, operativ*, atender*, atend*",
  away: "fuera, vacaciones, ausente, ausencia, ausentar*, (no)~(disponible*|localizable*|en la oficina|presente|acceso|atender*|podré|revisar*|leer*), permiso, baja, viaj*, de viaje, licencia, maternidad, paternidad, feria, curso, festivo*, sin acceso, acceso limitado, descanso, congreso, puente, cerrad*, incapacidad, comisión de servicio, festivo*, puente, cierre, último día",
  reply: "respond*, contest*, atender*, conteste*, leer*, escrib*, llam*, revis*, ver",
  not: "no, sin, ni, nunca, in",
  and: "y, pero, luego, después, e",
  others: "(ella|él|quien|que) (está|estará|vuelve|regresa), (compañer*|colega)~(está|estará)",
  closed: "cerrad*, cierre, reabr*, cerrar*",
  vague:
    "nuevo aviso, (próxim*|siguiente) (semana|mes|año|trimestre), (semana|mes|año) (que viene|próxim*|siguiente), (finales|principios|mediados|fin|fines|inicios), (unas|unos|dos|tres|cuatro|varias|\\d+|un|una) (semanas?|meses|mes|días?), semana, primavera, verano, otoño, invierno, navidad*, semana santa, indefinid*",
  coming: "próximo, proximo, siguiente",
  this: "este, esta",
  skipAfter: "en ocho( días)?, de la otra semana",
  today: "hoy",
  tomorrow: "mañana",
  left: "ya no (trabaja|trabajo|labora|laboro|presta|forma|formo|pertenece|pertenezco|colabora|colaboro)~(parte|servicios|en|con|para|a|aquí|acá|allí|ahí), ya no (está|estoy|se encuentra) en (la|esta|nuestra) (empresa|compañía|organización), (ha|he) (dejado|abandonado)~(empresa|compañía|organización|@|de trabajar), (ha causado|causó) baja~(empresa|compañía), (dejó|dejé|deja|dejo|abandonó) (de trabajar|la (empresa|compañía|organización)|@), (se ha|se|me he|me) (jubilado|jubiló|jubilé|retirado), (está|estoy) jubilad*, desvinculad* de, (falleció|ha fallecido), (cambió|cambié|he cambiado|ha cambiado) de (empresa|trabajo), (ya )?no (trabajo|trabaja) (ahí|allí|en esa)",
  subject:
    "respuesta autom[aá]tica, (mensaje|correo|contestación|acuse)( de)?( recibo| ausencia)? ?autom[aá]tic*, fuera de (la )?oficina, (mensaje|aviso|nota) de ausencia, (estoy |ausente )?(de |por |en )?vacaciones, ausente*, ausencia, autorespuesta, auto-?respuesta, estoy fuera, acuse de recibo",
  machine:
    "(esta|este|esto) (es|ha sido)~(un |una )?(mensaje|respuesta|correo|e-?mail|notificación)~autom[aá]tic*, (este|esta|el|la) (mensaje|respuesta|correo|e-?mail|notificación)~(ha sido|fue|es|se ha)~autom[aá]tica*, (generad*|enviad*) autom[aá]ticamente, (por favor )?no responda a este, no respond(a|er|as) (a )?este (correo|mensaje), (mensaje|respuesta|correo) autom[aá]tic*",
  ticket:
    "(solicitud|ticket|mensaje|consulta|caso|correo)~(ha sido|fue|se ha|hemos)~(recibid*|registrad*|cread*|abiert*|generad*), hemos recibido (su|tu), número de (ticket|caso|solicitud), (ticket|caso|folio) (número|n[oº°]|no)",
};
