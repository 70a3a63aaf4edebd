import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { idOrNotFound } from "@/app/ui/trouble/or-not-found";

export const metadata: Metadata = { title: "Other mail · Replies" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ m?: string }> };

/** Where other mail of one mailbox stood before: it is part of Replies. */
export default async function MovedPage({ params, searchParams }: Props) {
  const id = idOrNotFound((await params).id);
  const { m } = await searchParams;
  redirect(`/replies${m ? `/${idOrNotFound(m)}` : ""}?show=other&mailbox=${id}`);
}
