/** Characters that nobody sees although some of them count as letters. */
const unseen = /\p{Cf}|\p{Default_Ignorable_Code_Point}|\u2800/gu;

/** Whether somebody who reads a text sees a letter or a digit of it. */
export function isSeen(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(unseen, ""));
}
