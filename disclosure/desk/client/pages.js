/* The desk's own pages. */
export const begin = async () => {};
