/* Who comes to a notice's page for one text of it, as from a table or a guess, finds it open. */

const wanted = () => {
  const found = /^#text=(.+)$/.exec(location.hash);
  try {
    const path = found ? JSON.parse(decodeURIComponent(found[1])) : null;
    return Array.isArray(path) ? path : null;
  } catch (error) {
    return null;
  }
};

const begins = (path, start) => start.every((part, at) => path[at] === part);

/** Open the text at a path: itself, the first inside it, or what it is a part of; say whether. */
export const openPath = (reading, path) => {
  const shown = reading.texts.map((text, index) => index).filter((index) => reading.marks.elements[index].length);
  const inside = shown.find((index) => begins(reading.texts[index].path, path));
  const around = shown.filter((index) => begins(path, reading.texts[index].path)).pop();
  const index = inside === undefined ? around : inside;
  if (index === undefined) return false;
  const [element] = reading.marks.elements[index];
  for (let parent = element; parent; parent = parent.parentElement) if (parent.tagName === "DETAILS") parent.open = true;
  element.scrollIntoView({ block: "center" });
  reading.edit(index, element);
  return true;
};

/** Open the text that the address names. */
export const arrive = (reading) => {
  const path = wanted();
  if (path) openPath(reading, path);
};
