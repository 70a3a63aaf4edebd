/** "1 new answer", "40 new answers" */
export function countAnswers(count: number): string {
  return count === 1 ? "1 new answer" : `${count} new answers`;
}
