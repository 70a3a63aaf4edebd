"use client";

import { useRouter } from "next/navigation";
import { useFileUpload } from "../taking-files/use-file-upload";

/** Sends a file of contacts and leads to its columns. */
export function useUpload() {
  const router = useRouter();
  const { send, ...upload } = useFileUpload(1024);
  return {
    ...upload,
    send: (files: File[]) =>
      send(files, (file) => ({
        url: `/api/uploads?name=${encodeURIComponent(file.name)}`,
        type: "text/csv",
        onKept: (id) => router.push(`/contacts/import/${id}`),
      })),
  };
}
