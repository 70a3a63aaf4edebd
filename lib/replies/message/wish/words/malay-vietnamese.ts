import { latin, type WishWords } from "./wish-words";

/** Indonesian, Malay and Vietnamese; Vietnamese without its marks. */
export const malayVietnamese: WishWords = {
  script: "spaced",
  letters: latin,
  common: "yang dan tidak saya anda kami di ini untuk dari tolong terima kasih tôi không bạn và của cho là xin chúng vui lòng",
  off: [
    "(hapus|hapuskan|keluarkan|hilangkan|coret|buang|cabut|delete) (.. )?(saya|kami|nama saya|nama kami|alamat|email|e-mail|data|kontak|nomor|aku) (.. )?(dari|daftar|milis|list|ini|saya|kami|database|sistem)",
    "(berhenti|batalkan|batal|stop) (.. )?(berlangganan|langganan)",
    "(keluar|ingin keluar) dari (.. )?(daftar|milis|list)",
    "(tidak|tak|gak|nggak) (mau|ingin) (.. )?(ada )?di (.. )?(daftar|list|database)",
    "(xoa|bo|loai|go|rut) (.. )?(toi|chung toi|dia chi|email|ten|thong tin|du lieu|minh|em|anh) (.. )?(khoi|ra khoi|khoi danh sach|danh sach|cua toi|cua chung toi|di)",
    "(huy|ngung|ngung|dung) (.. )?(dang ky|nhan email|nhan thu|theo doi)",
    "(phan doi|rut lai) (.. )?(xu ly|du lieu|dong y)",
    "(uu pdp|pdp|gdpr|nghi dinh 13) (.. )?(hapus*|xoa|keberatan)",
  ],
  silence: [
    "(jangan|tolong jangan|mohon jangan|mohon tidak|tolong tidak|usah|tidak usah|tidak perlu) (.. )?(lagi )?(kirim*|mengirim*|hubungi|menghubungi|email|mengemail|ganggu|mengganggu|kontak|wa|spam|dikirimi|menulis|tulis|kirimi)( (.. )?(lagi|saya|kami|email|pesan|apa pun|ke sini|iklan)|$)",
    "(berhenti|stop|hentikan|sudahi|setop) (.. )?(mengirim*|kirim*|menghubungi|email*|mengganggu|pesan*|spam*|menulis|ini|iklan|promosi)",
    "(tidak|tak|gak|nggak|ga|enggan) (.. )?(mau|ingin|bersedia|berminat) (.. )?(lagi )?(menerima|terima|dihubungi|dikirimi|mendapat|email|terima|dapat)( .. |$)",
    "(lebih suka|lebih baik) (.. )?tidak (.. )?(menerima|dihubungi|dikirimi)",
    "(biarkan|tinggalkan) (saya|kami) (.. )?(sendiri|tenang|saja)",
    "(saya|kami) (.. )?(laporkan|blokir|tandai) (.. )?(spam|anda|ini)",
    "(dung|xin dung|vui long dung|ngung|vui long ngung|cho|khong|thoi|yeu cau ngung|yeu cau dung|lam on dung) (.. )?(gui|viet|lien he|lien lac|lam phien|spam|quang cao|nhan tin|quay ray|mail) (.. )?(nua|cho (toi|chung toi|minh|em|anh|cong ty)|email|mail|thu|quang cao|toi|them)",
    "(khong) (.. )?(muon|co nhu cau|can|thich) (.. )?(nhan|bi lam phien|duoc lien he) (.. )?(email|thu|mail|nua|tu (cac )?(ban|anh|chi|quy)|quang cao|tin|them)",
    "(de) (toi|chung toi|minh|em) (.. )?(yen)",
  ],
  keeps: [
    "(jangan|tidak) (.. )?(hapus|keluarkan) (.. )?(saya|kami|dulu)",
    "(tautan|link|tombol) (.. )?(berhenti|langganan|unsubscribe)",
    "(pelanggan|pengguna|khach hang|nguoi dung) (.. )?(berhenti|huy)",
    "(jika|apabila|neu|de) (.. )?(tidak|khong|anda|ban|quy) (.. )?(klik|di sini|balas|nhan vao|bam|vui long tra loi)",
    "(kapan|berapa lama|khi nao) (.. )?(data|faktur|du lieu|hoa don)",
    "(rapat|pertemuan|webinar|baris|cuoc hop|dong) (.. )?(hapus*|batal*|xoa|huy)",
    "(hapus*|batal*|xoa|huy) (.. )?(rapat|pertemuan|webinar|baris|cuoc hop|dong)",
    "dung (la|gio|roi|vay|the|luc|han|nguoi)",
  ],
  things: [
    "(pdf*|lampiran|undangan|tautan|file|faks|kertas|gambar|brosur|kontrak|faktur|dinh kem|loi moi|giay|hinh|hop dong|hoa don|bao gia)",
  ],
  spares: [
    "(sampai|sebelum|untuk sementara|minggu ini|minggu depan|hari ini|besok|sesering|dulu|cho den|den khi|truoc|tam thoi|tuan nay|tuan sau|hom nay|ngay mai|dua kali|hai lan)",
    "(telepon saja|gunakan|alamat (lama|baru|lain)|sebagai gantinya|melainkan|goi|thay vao do|dia chi (cu|moi|khac)|hay gui)",
  ],
  wrongPerson: [
    "(bukan) (.. )?(orang yang tepat|saya|bagian saya|tanggung jawab|wewenang|orangnya|urusan)",
    "(salah) (orang|alamat|kirim|sambung|kontak|nomor|bagian)",
    "(hubungi|silakan|kontak|tanya*|kirim* ke|tulis ke|menghubungi) (.. )?(bagian|departemen|bu|pak|ibu|bapak|keuangan|akunting|rekan|atasan)",
    "(khong phai) (.. )?(nguoi|toi|em|bo phan|viec|trach nhiem)",
    "(khong) (phu trach|chiu trach nhiem|lien quan|quan ly)",
    "(nham|gui nham|sai) (nguoi|dia chi|so|dia chi email)",
    "(lien he|hoi|gap|gui|viet) (.. )?(phong|ke toan|chi|anh|co|ban|giam doc|dong nghiep|bo phan)( .. |$)",
  ],
  later: [
    "(hubungi|kirim*|kontak|tanya*|email|bicara*|coba|ingatkan|kabari) (.. )?(lagi )?(di|pada|setelah|bulan|tahun|awal|akhir|sesudah|kuartal|habis|mulai) (.. )?(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|lebaran|tahun|bulan|depan|kuartal|panen|ramadan|q[1-4]|idul fitri|liburan|natal)",
    "(sekarang|saat ini|untuk saat ini|tahun ini) (.. )?(belum|tidak|bukan) (.. )?(mungkin|nanti|tahun depan|bulan|setelah)",
    "^(maaf |mohon maaf |terima kasih )*(tidak sekarang|belum sekarang|jangan sekarang|nanti saja|lain kali|lain waktu|mungkin nanti)",
    "(lien he|lien lac|goi|viet|gui|hoi|trao doi|noi chuyen|nhac) (.. )?(lai )?(vao|sau|thang|nam|dau|cuoi|quy|mua) (.. )?(thang|nam|tet|quy|mua|sau|toi|[0-9]+)",
    "(hien tai|bay gio|luc nay|nam nay) (.. )?(chua|khong) (.. )?(co le|sau|nam sau|thang|de)",
    "^(xin loi |cam on )*(chua phai luc nay|khong phai luc nay|de sau|de khi khac|dip khac)",
  ],
  left: [
    "(sudah tidak|tidak lagi|tidak) (.. )?(bekerja|kerja|bersama) (.. )?(di|lagi|kami|sini|sana)",
    "(sudah )?(pensiun|resign|mengundurkan diri|meninggal|keluar dari perusahaan|pindah kerja)",
    "(khong con) (.. )?(lam|lam viec|cong tac)",
    "(nghi viec|nghi huu|da nghi|qua doi|chuyen cong tac|roi cong ty|thoi viec)",
  ],
};
