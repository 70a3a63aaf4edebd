/** Of a refused cell so many letters are shown: a file may hold cells of a megabyte. */
export const longestCell = 500;
