/**
 * Answers with a CSV file that is written while it is taken. The first piece is asked for before anything is answered, so that what it throws is
 * still an error page's.
 * @param name the file's name, which may hold any letters (RFC 6266, section 4.3).
 */
export async function answerCsv(name: string, pieces: AsyncGenerator<string>): Promise<Response> {
  const first = await pieces.next();
  const encoder = new TextEncoder();
  let waiting: IteratorResult<string> | null = first;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = waiting ?? (await pieces.next());
      waiting = null;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  const plain = name.normalize("NFKD").replace(/[^\w .-]/g, "") || "file.csv";
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
