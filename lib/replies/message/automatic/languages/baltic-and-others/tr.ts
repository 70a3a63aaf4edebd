import type { Language } from "../language";

export const tr: Language = {
  code: "tr",
  common:
    "ve bir bu için ile izinliyim ofiste ofis dışında kadar tarihine tarihleri arasında teşekkür ederim mesajınız lütfen acil durumlarda iletişime geçebilirsiniz olacağım yıllık iznim merhaba saygılarımla değilim tarihinde dönüş döneceğim tarihinden itibaren mailinize size olarak konular izinde sayın",
  script: /[ığş]/gu,
  months: [
    "ocak|oca",
    "şubat|şub",
    "mart|mar",
    "nisan|nis",
    "mayıs|may",
    "haziran|haz",
    "temmuz|tem",
    "ağustos|ağu",
    "eylül|eyl",
    "ekim|eki",
    "kasım|kas",
    "aralık|ara",
  ],
  weekdays: [
    "pazartesi*|pzt",
    "salı*",
    "çarşamba*|çar",
    "perşembe*|per",
    "cuma|cumaya|cumadan|cumayı|cum",
    "cumartesi*|cmt",
    "pazar*|paz",
  ],
  order: "day first",
  ordinal: "'?\\p{L}?\\p{L}?",
  untilAfter:
    "('?* )?('?* )?(gün*|tarih*|akşam*|sabah*|sonu*|mesai*)? ?('?*|dahil|\\(dahil\\))? ?(kadar|dek|değin), '?* (kadar|dek|değin)",
  afterAfter: "'?* (tarih* |gün* )?(sonra|sonrası*)",
  fromAfter: "('?* )?(gün*|tarih*)? ?itibar*, '?* itibar*, '?* başla*",
  on: "dahil, ve",
  to: "ile, ve, ilâ",
  beforeAfter: "'?* (tarih* |gün* )?önce",
  overmorrow: "öbür gün*, yarından sonraki gün",
  first: "birinci",
  back: "dön*, geri, tekrar, yeniden, başlayaca*, ofise dön*, hizmetinizde*, ilk iş gün*, açıl*, açıyoruz, açık olacağız, işbaşı*, iş başı*, görüşmek",
  present:
    "masamda*, masamın başında*, masa* başında*, işte olaca*, işyerimde*, iş yerimde*, atölyede*, ofisteyi*, görevdeyi*, görevimin başında*, işimin başında*, ofiste, ofisimde, ulaşılabilir, müsait, işimin başında, iş başı*, ofiste olacağım, görevime",
  away: "izin*, izn*, tatil*, ofis dışı*, (ofiste|ulaşılabilir|müsait|yerimde|işte)~(değil*|olmayaca*|bulunma*), yok*, seyahat*, rapor*, doğum izni, eğitim*, fuar*, konferans*, kapalı*, bulunmamak*, bulunmayaca*, ulaşamayaca*, şehir dışı*, yurt dışı*, bayram*, sınırlı, arasında, olmayacağım, değilim, kapalıdır, kapalıyız, bayram",
  reply: "yanıtla*, cevap*, dönüş yap*, okuyaca*, bakaca*, göreceğ*",
  not: "değil*, olmayaca*, bulunma*, yok, hayır, olamayaca*",
  and: "ve, ama, ancak, fakat, sonra",
  others: "(kendisi|o) (de|da)",
  closed: "kapalı*",
  vague:
    "bir sonraki duyuru*, ikinci bir*, (gelecek|önümüzdeki|haftaya) (hafta*|ay*|yıl*), haftaya, (sonu*|başı*|ortası*) , (birkaç|iki|üç|\\d+) (hafta*|gün|ay)*, hafta*, ilkbahar*, yaz*, sonbahar*, kış*, yılbaşı*",
  next: "gelecek, haftaya",
  coming: "önümüzdeki",
  this: "bu",
  today: "bugün*",
  tomorrow: "yarın*",
  left: "artık~(çalışmıyorum|çalışmıyor|çalışmamakta*|görev yapmı*|görev yapmam*), (şirket|firma|kurum|görev|@|iş)\\p{L}{0,10}'?\\p{L}{0,4} ayrıl(dım|dı|mış*|mıştır|mış bulun*), emekli (oldu|oldum|olmuş*|olmuştur), vefat et*, iş değiştir*",
  subject:
    "otomatik (yanıt|cevap|mesaj|ileti|bildirim|e-?posta)*, ofis dışı*( mesajı)?, (yıllık )?izin*, (yıllık )?iznim*, izinliyim, ofiste değilim, tatil*, işyeri dışı*",
  machine:
    "(bu|bu bir)~otomatik~(yanıt*|cevap*|mesaj*|ileti*|e-?posta*|oluştur*|gönder*)*, otomatik olarak (oluştur*|gönder*|üret*|yanıt*), (lütfen )?bu (e-?posta*|mesaj*|ileti*|mail*)~(yanıtlamay*|cevaplamay*|cevap vermey*)",
  ticket:
    "(talep*|talebi*|mesaj*|başvuru*|kayıt|kaydı*|e-?posta*)~(alın*|alındı*|oluşturul*|kaydedil*|açıl*|ulaş*), (talep|bilet|kayıt|destek) (no|numara*)",
};
