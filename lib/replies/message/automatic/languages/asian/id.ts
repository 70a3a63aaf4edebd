import type { Language } from "../language";

/** Indonesian, and Malay where it has the same words. */
export const id: Language = {
  code: "id",
  common:
    "saya sedang yang dan di ke dari untuk akan tidak dengan kantor cuti terima kasih email pesan anda sampai hingga kembali tanggal pada silakan hubungi mendesak selamat salam hormat bapak ibu ini atau dapat kerja luar saat telah",
  months: [
    "januari|jan",
    "februari|feb",
    "maret|mar|mac",
    "april|apr",
    "mei|mei",
    "juni|jun",
    "juli|jul|julai",
    "agustus|agu|agt|ogos",
    "september|sep|sept",
    "oktober|okt",
    "november|nov",
    "desember|des|disember",
  ],
  weekdays: ["senin|isnin", "selasa", "rabu", "kamis|khamis", "jumat|jum'at|jumaat", "sabtu", "minggu|ahad"],
  order: "day first",
  until: "sampai, hingga, s/d, s\\.d\\.?, sampai dengan, sd, sehingga",
  after: "setelah, sesudah, selepas",
  from: "dari, mulai, sejak, per, mulai dari, terhitung",
  before: "sebelum",
  on: "tanggal, tgl, hari, pada, dengan, dan, akhir, depan, ini",
  to: "sampai, hingga, s/d, s\\.d\\.?, sampai dengan, dan, sd, ke, sampai tanggal",
  overmorrow: "lusa",
  back: "kembali, masuk, lagi, aktif, beroperasi kembali, hari pertama, buka kembali, beroperasi, mulai bekerja",
  present: "di meja (kerja )?saya, di tempat kerja, tersedia, di kantor, dapat dihubungi, berada di kantor",
  away: "cuti, tidak (di kantor|berada|berkantor|masuk|tersedia|dapat|bisa), di luar, luar kantor, libur*, perjalanan, dinas, sakit, melahirkan, absen, pelatihan, tutup, terbatas, konferensi, tugas luar",
  reply: "membalas, balas, merespons, merespon, menjawab",
  not: "tidak, belum, bukan",
  and: "dan, tetapi, tapi, lalu, kemudian, serta",
  closed: "tutup, ditutup",
  vague:
    "pemberitahuan lebih lanjut, (minggu|bulan|tahun) (depan|ini), (akhir|awal|pertengahan) (bulan|minggu|tahun|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember), (beberapa|dua|tiga|\\d+) (minggu|hari|bulan), lebaran, natal",
  coming: "mendatang",
  today: "hari ini",
  tomorrow: "besok",
  left: "(sudah |telah )?tidak (lagi )?(bekerja)( lagi)? (di|pada|untuk|bersama), (sudah|telah) (resign|mengundurkan diri|pensiun|keluar dari (perusahaan|kantor|kami)|meninggalkan perusahaan|berhenti bekerja), bukan lagi karyawan",
  subject:
    "(balasan|jawaban|respon|respons|pesan) otomatis, balas otomatis, di luar kantor, (sedang )?cuti, tidak (di|berada di) kantor, dinas luar, tidak masuk kantor",
  machine:
    "(ini|pesan ini|email ini) adalah~(balasan|pesan|email|jawaban|respon*)~otomatis, (balasan|pesan|email|respon*|jawaban) otomatis, (dikirim|dibuat|dihasilkan) (secara )?otomatis, (mohon |harap |jangan )(tidak )?(membalas|balas) (email|pesan) ini",
  ticket:
    "(permintaan|tiket|laporan|pesan|email)~(telah|sudah|kami)~(diterima|terdaftar|dibuat|terima|dicatat), nomor (tiket|laporan|permintaan)",
};
