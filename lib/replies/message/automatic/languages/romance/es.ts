import type { Language } from "../language";

export const es: Language = {
  code: "es",
  common:
    "el la los las estoy estaré soy es y de del que por para con mi su en hasta al gracias saludos usted oficina correo fuera vacaciones favor mensaje regreso desde próximo no le se nuestro hola ya",
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
  ordinal: "º|°|ro|er",
  of: "de|del|del mes de",
  until: "hasta, hasta el",
  after: "después, pasado, tras",
  from: "desde, a partir, del, de, a contar",
  before: "antes",
  on: "el, la, del, de, día, dia, al, próximo, inclusive, incluido, e, y, los días, este, en, lo menos, por, fecha, las",
  to: "al, hasta, hasta el, y, a, y el, al día, hasta el día",
  back: "regres*, vuelv*, volver*, vuelta, retorn*, reincorpor*, incorpor*, de nuevo, nuevamente, retom*, reanud*, reabr*",
  present: "disponible*, localizable*, presente, en la oficina, en mi puesto, operativ*, atender*",
  away: "fuera, vacaciones, ausente, ausencia, ausentar*, (no)~(disponible*|localizable*|en la oficina|presente|acceso|atender*|podré|revisar*|leer*), permiso, baja, viaj*, de viaje, licencia, maternidad, paternidad, feria, curso, festivo*, sin acceso, acceso limitado, descanso, congreso, puente, cerrad*, incapacidad, comisión de servicio",
  reply: "respond*, contest*, atender*, conteste*",
  not: "no, sin, ni, nunca, in",
  and: "y, pero, luego, después, e",
  others: "(ella|él|quien|que) (está|estará|vuelve|regresa), (compañer*|colega)~(está|estará)",
  closed: "cerrad*, cierre, reabr*, cerrar*",
  instead: "urgen*, contact*, compañer*, ausencia, dirij*, dirigirse, escrib*, llam*, mientras, sustitu*, comun*",
  vague:
    "nuevo aviso, (próxim*|siguiente) (semana|mes|año|trimestre), (semana|mes|año) (que viene|próxim*|siguiente), (finales|principios|mediados|fin|fines|inicios), (unas|unos|dos|tres|cuatro|varias|\\d+|un|una) (semanas?|meses|mes|días?), semana, primavera, verano, otoño, invierno, navidad*, semana santa, indefinid*",
  coming: "próximo, proximo, siguiente",
  this: "este, esta",
  today: "hoy",
  tomorrow: "mañana",
  left: "ya no (trabaj*|labor*|form* parte|pertene*|está|estoy|es|soy|se encuentra|presta*)~(en|de|con|para|a) (la (empresa|compañía|organización|firma)|esta (empresa|compañía|organización)|nuestr*|nosotros|@), ya no (trabaj*|labor*) (aquí|acá), ya no (forma|formo) parte, (ha|he) (dejado|abandonado)~(empresa|compañía|organización|@|trabajar), (ha causado|causó) baja~(empresa|compañía), (dejó|dejé|deja|dejo|abandonó) (de trabajar|la (empresa|compañía|organización)|@), (se ha|se|me he|me) (jubilado|jubiló|jubilé|retirado), (está|estoy) jubilad*, desvinculad* de",
  subject:
    "respuesta autom[aá]tica, (mensaje|correo|contestación|acuse)( de)?( recibo| ausencia)? ?autom[aá]tic*, fuera de (la )?oficina, (mensaje|aviso|nota) de ausencia, (estoy |ausente )?(de |por |en )?vacaciones, ausente*, ausencia, autorespuesta, auto-?respuesta, estoy fuera, acuse de recibo",
  machine:
    "(esta|este|esto) (es|ha sido)~(un |una )?(mensaje|respuesta|correo|e-?mail|notificación)~autom[aá]tic*, (este|esta|el|la) (mensaje|respuesta|correo|e-?mail|notificación)~(ha sido|fue|es|se ha)~autom[aá]tica*, (generad*|enviad*) autom[aá]ticamente, (por favor )?no responda a este, no respond(a|er|as) (a )?este (correo|mensaje), (mensaje|respuesta|correo) autom[aá]tic*",
  ticket:
    "(solicitud|ticket|mensaje|consulta|caso|correo)~(ha sido|fue|se ha|hemos)~(recibid*|registrad*|cread*|abiert*|generad*), hemos recibido (su|tu), número de (ticket|caso|solicitud), (ticket|caso|folio) (número|n[oº°]|no)",
};
