/* Everything that the desk says: sentences of the server, by name; and how elements are made. */

let words = {};

export const useWords = (given) => {
  words = given;
};

/** Return a sentence, values in their places. */
export const word = (name, values) =>
  (words[name] || name).replace(/\{(\w+)\}/g, (whole, key) => (values && key in values ? String(values[key]) : whole));

/** Return an element; what it says is set as text, never as HTML: no content is to be trusted. */
export const make = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
};

export const button = (name, text, act) => {
  const element = make("button", name, text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
};
