/* Paths of values in a notice's file: what stands in which list, and what can be done there. */

export const same = (one, other) => one.length === other.length && one.every((part, at) => part === other[at]);
export const last = (path) => path[path.length - 1];
const begins = (path, start) => start.every((part, at) => path[at] === part);

/** Return how many items the file has in a list; of a text in paragraphs, how many there are. */
export const lengthOf = (list, texts, lists) => {
  const known = (lists || []).find(([path]) => same(path, list));
  return known ? known[1] : paragraphsIn(list, texts);
};

const paragraphsIn = (list, texts) =>
  texts.reduce((most, { path }) => {
    const number = path.length > list.length && begins(path, list) ? path[list.length] : undefined;
    return typeof number === "number" ? Math.max(most, number + 1) : most;
  }, 0);

const PROSE = new Set("lead body progress outcomes measures items text closing content invitation lines".split(" "));

/** Return the item that a text's tools work on: {list, index, isSection}; null where there is none.

    Of a heading it is the whole section, of a sentence in a list that sentence, of the text of an
    item the item. */
export const itemOf = ({ path }) => {
  for (let length = path.length; length > 1; length -= 1) {
    if (typeof path[length - 1] !== "number") continue;
    const list = path.slice(0, length - 1);
    const rest = path.slice(length);
    const name = last(list);
    if (name === "sections") return rest.length === 1 && rest[0] === "title" ? { list, index: path[length - 1], isSection: true } : null;
    const own = !rest.length || (rest.length === 1 && rest[0] === "text");
    return own && PROSE.has(name) ? { list, index: path[length - 1], isSection: false } : null;
  }
  return null;
};
