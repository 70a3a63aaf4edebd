"use client";

import { useRouter } from "next/navigation";
import { useFileUpload } from "../../taking-files/use-file-upload";
import { dropSuppressionFileAction } from "./actions";

/** Files sent from this page, by the id they got: another column is read out of the same file, without choosing it again. */
const sent = new Map<string, File>();

/** The file behind an id, while the page that sent it is open. */
export const sentFile = (id: string): File | null => sent.get(id) ?? null;

/** Sends a file of suppressions and leads to what it would do. */
export function useSendFile() {
  const router = useRouter();
  const { send, ...upload } = useFileUpload(100);
  return {
    ...upload,
    send: (files: File[], again?: { column: number; replaces: string }) =>
      send(files, (file) => ({
        url: `/api/suppressions?name=${encodeURIComponent(file.name)}${again ? `&column=${again.column}` : ""}`,
        type: file.type || "text/csv",
        onKept: (id) => {
          sent.set(id, file);
          // The reading before waits for nobody any more; should it stay, it is only one more to leave.
          if (again) dropSuppressionFileAction({ fileId: again.replaces }).catch(() => undefined);
          router.push(`/contacts/suppressed/file/${id}`);
        },
      })),
  };
}
