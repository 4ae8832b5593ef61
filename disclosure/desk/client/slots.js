/* The blocks of a notice's page, and which stretches of them may be a text of the notice. */
import { fold } from "./match.js";

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN NAV OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(" "),
);
/* What pages work out, and what stands there a second time: the first place is the text's own. */
const APART =
  "nav, svg, script, style, .dn-page-tools, .dn-counts, .dn-statuses, .dn-tiles, .dn-chart, .dn-ledger, .dn-qr, .dn-record, .dn-stamp, .dn-seal, .dn-problem__foot, .dn-hidden, .dn-block-title, .dn-steps__label, .dn-contact dt, [aria-hidden=true]";
const MOST_PIECES = 12; // of a block that are looked at one by one
const SHORT = 160; // characters of a block that may hold several texts in one line
const STOPS = /[：:（）()、；;①-⑳]/;

/* Every text node below a block that belongs to it and to no block inside it. */
const pieces = (block) => {
  const found = [];
  const walk = (node, top) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        if (child.data.trim()) found.push({ node: child, top: top || child });
      } else if (child.nodeType === Node.ELEMENT_NODE && !BLOCKS.has(child.tagName) && !child.matches(APART))
        walk(child, top || child);
    }
  };
  walk(block, null);
  return found;
};

/* Where a block stands on the page; a text of one region is not looked for in another. */
const REGIONS = [
  ["head", ".dn-head, .dn-summary"],
  ["lines", ".dn-lines, .dn-lines__text"],
  ["contact", ".dn-contact"],
  ["signature", ".dn-signature"],
];
const regionOf = (element) => {
  const found = REGIONS.find(([, selector]) => element.closest(selector));
  return found ? found[0] : "text";
};

/* Stretches [from, to) of the characters of a block that may be one text. */
const stretches = (parts, length) => {
  const found = new Map();
  const add = (from, to) => {
    if (to > from) found.set(`${from} ${to}`, [from, to]);
  };
  add(0, length);
  const tops = [];
  for (const part of parts) {
    const last = tops[tops.length - 1];
    if (last && last.top === part.top) last.to = part.to;
    else tops.push({ top: part.top, from: part.from, to: part.to });
  }
  tops.slice(0, MOST_PIECES).forEach(({ top, from, to }, index) => {
    add(from, to);
    // What stands behind a mark, a word or a label.
    if (index) add(from, length);
    if (index < tops.length - 1 && top.nodeType === Node.ELEMENT_NODE) add(0, to);
  });
  return [...found.values()];
};

/* Stretches between marks of a line that may hold several texts, such as a label and a value. */
const finer = (text, spans, breaks) => {
  const found = new Map();
  const add = (from, to) => {
    if (to > from) found.set(`${from} ${to}`, [from, to, true]);
  };
  for (const [from, to] of spans) {
    const stops = breaks.filter((at) => at > from && at < to).map((at) => [at, at]);
    for (let at = from; at < to; at += 1) if (STOPS.test(text[at])) stops.push([at, at + 1]);
    stops.sort((a, b) => a[0] - b[0]);
    const edges = [[from, from], ...stops, [to, to]];
    for (let one = 1; one < edges.length; one += 1) {
      add(edges[one - 1][1], edges[one][0]);
      add(from, edges[one][0]);
      add(edges[one - 1][1], to);
    }
    for (const [open, close] of ["（）", "()"]) {
      const first = text.indexOf(open, from);
      const last = text.lastIndexOf(close, to);
      if (first >= from && last < to) add(first + 1, last);
    }
  }
  for (const [from, to] of spans) found.set(`${from} ${to}`, [from, to, false]);
  return [...found.values()];
};

/** Return the slots below a root, in the order of the page.

    Each has `block`, `from`, `to`, `text`, `region` and `fine` for `match`, and for the page
    `element`, the block itself, `whole`, and `range()`, the stretch of the page that it takes. */
export const slotsOf = (root) => {
  const slots = [];
  let block = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, {
    acceptNode: (element) => (element.matches(APART) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  });
  for (let element = root; element; element = walker.nextNode()) {
    if (!BLOCKS.has(element.tagName)) continue;
    const parts = pieces(element);
    if (!parts.length) continue;
    const text = characters(parts);
    const all = stretches(parts, text.length);
    const spans = text.length <= SHORT ? finer(text, all, breaksOf(parts)) : all;
    const region = regionOf(element);
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const own = parts;
    for (const [from, to, fine] of spans) {
      const range = () => rangeOf(own, from, to);
      const whole = from === 0 && to === text.length;
      slots.push({ block, from, to, fine: Boolean(fine), region, text: text.slice(from, to), element, whole, range });
    }
    block += 1;
  }
  return slots;
};

/* Sets `from` and `to` of every part, and returns the folded text of all. */
const characters = (parts) => {
  let text = "";
  for (const part of parts) {
    part.from = text.length;
    text += fold(part.node.data);
    part.to = text.length;
  }
  return text;
};

/* Blanks inside a text: date and time stand side by side. */
const breaksOf = (parts) => {
  const found = [];
  for (const { node, from } of parts) {
    let at = from;
    for (const piece of node.data.trim().split(/\s+/).slice(0, -1)) found.push((at += fold(piece).length));
  }
  return found;
};

const rangeOf = (parts, from, to) => {
  const range = document.createRange();
  const first = parts.find((part) => part.to > from);
  const last = parts.find((part) => part.to >= to);
  range.setStart(first.node, offset(first.node.data, from - first.from));
  range.setEnd(last.node, offset(last.node.data, to - last.from, true));
  return range;
};

/* Where the folded character of that number stands in the text as it is. */
const offset = (data, count, behind) => {
  let seen = 0;
  for (let at = 0; at < data.length; at += 1) {
    if (!fold(data[at])) continue;
    if (behind ? seen === count - 1 : seen === count) return behind ? at + 1 : at;
    seen += 1;
  }
  return data.length;
};
